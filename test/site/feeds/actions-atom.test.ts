// Feeds of promises: what was promised and what was closed, once each, under names that last.
import { expect, test } from 'vitest';
import type { Archive } from '../../../src/core/model/archive.ts';
import { actionLists } from '../../../src/site/action-lists.ts';
import { writeActionsAtom } from '../../../src/site/feeds/actions-atom.ts';
import { archiveOf, full } from '../../core/api/sample-archive.ts';
import { action, archive, incident, largeArchive, smallArchive, text } from '../../core/rows/archives.ts';
import { childrenOf, childText, linkOf, parseXml } from './xml-reader.ts';

function feedOf(kb: Archive, folder = 'actions/') {
  const list = actionLists(kb).find((candidate) => candidate.folder === folder);
  if (!list) throw new Error(`no list in ${folder}`);
  return parseXml(writeActionsAtom(list, kb));
}

const titles = (kb: Archive, folder?: string) => childrenOf(feedOf(kb, folder), 'entry').map((entry) => childText(entry, 'title'));

test('an item has an entry for the day it was promised and one for the day it was closed, newest first', () => {
  expect(titles(smallArchive())).toEqual([
    'Promised: Do AI-1',
    'Promised: Do AI-2',
    'Done: Do AI-1',
    'Promised: Do AI-2',
    'Promised: Do AI-1',
    'Promised: Do AI-3',
  ]);
  const feed = feedOf(smallArchive());
  expect(childText(feed, 'updated')).toBe('2024-11-19T00:00:00Z');
  expect(childrenOf(feed, 'entry').map((entry) => childText(entry, 'updated').slice(0, 10))).toEqual([
    ...['2024-11-19', '2024-11-19', '2024-10-02'],
    ...Array(3).fill('2024-06-18'),
  ]);
});

test('each owner, team and service has its own feed', () => {
  expect(titles(smallArchive(), 'actions/owners/ana/')).toEqual(['Promised: Do AI-1']);
  expect(titles(smallArchive(), 'actions/services/reports/')).toHaveLength(4);
  const feed = feedOf(smallArchive(), 'actions/teams/payments/');
  expect(linkOf(feed, 'alternate')).toBe('../../../actions/teams/payments/');
  expect(linkOf(childrenOf(feed, 'entry')[0] ?? feed, 'alternate')).toBe('../../../incidents/2024-11-19-certificate/#ai-1');
});

test('what was dropped is closed too, and what is not dated is in no feed', () => {
  const items = [action({ id: 'AI-1', status: 'wont_do', completed: '2024-11-02' }), action({ id: 'AI-2', status: 'done' })];
  expect(titles(archive([incident({ id: 'a', actionItems: items })]))).toEqual(['Dropped: Do AI-1']);
});

test('with an address, links are absolute and names its own', () => {
  const feed = feedOf(archiveOf([full], { url: 'https://ops.example/postmortems' }), 'actions/owners/ana/');
  expect(linkOf(feed, 'self')).toBe('https://ops.example/postmortems/actions/owners/ana/feed.xml');
  const [entry] = childrenOf(feed, 'entry');
  expect(entry && childText(entry, 'id')).toBe('tag:ops.example,2026:/postmortems/incidents/2026-11-02-checkout/AI-1/promised');
});

test('a feed has what RFC 4287 asks of it, no two entries share a name, and it holds fifty at most', () => {
  const kb = largeArchive(300);
  for (const list of actionLists(kb)) {
    const feed = parseXml(writeActionsAtom(list, kb));
    const entries = childrenOf(feed, 'entry');
    expect(entries.length).toBeLessThanOrEqual(50);
    const ids = entries.map((entry) => childText(entry, 'id'));
    expect(new Set(ids).size).toBe(ids.length);
    for (const part of [feed, ...entries]) {
      for (const name of ['id', 'title', 'updated']) expect(childrenOf(part, name)).toHaveLength(1);
      expect(childText(part, 'updated')).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
      expect(childText(part, 'id')).toMatch(/^tag:[\w.-]+,2026:[!-~]+$/);
    }
  }
});

test('hostile words are words', () => {
  const hostile = '</title><script>alert(1)</script>]]>\u0000\ud800 & "\'';
  const item = action({
    id: 'AI-1',
    title: text(hostile),
    owner: hostile,
    reason: hostile,
    created: '2024-11-02',
    ticket: { text: hostile },
  });
  const kb = archive([incident({ id: 'a', title: hostile, severity: hostile, services: [hostile], actionItems: [item] })]);
  for (const list of actionLists(kb)) {
    const [entry] = childrenOf(parseXml(writeActionsAtom(list, kb)), 'entry');
    expect(entry?.children.map(({ name }) => name)).not.toContain('script');
    expect(entry && childText(entry, 'title')).toContain('</title><script>alert(1)</script>]]>');
    expect(entry && childText(entry, 'content')).not.toMatch(/<(?!\/?(?:ul|li)>)/);
  }
});
