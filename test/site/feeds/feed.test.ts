// Feeds: well-formed whatever the incidents say, with names that last and links that work with and without an address.
import { expect, test } from 'vitest';
import type { Archive } from '../../../src/core/model/archive.ts';
import { writeAtom } from '../../../src/site/feeds/atom.ts';
import { feedsOf, readFeed } from '../../../src/site/feeds/feed.ts';
import { writeJsonFeed } from '../../../src/site/feeds/json-feed.ts';
import { archiveOf, at, bare, full, hostile, incident, sampleArchive } from '../../core/api/sample-archive.ts';
import { childrenOf, childText, linkOf, parseXml } from './xml-reader.ts';

const URL_OF_SITE = { url: 'https://ops.example/postmortems' };

function feedAt(archive: Archive, folder: string) {
  const source = feedsOf(archive).find((feed) => feed.folder === folder);
  if (!source) throw new Error(`no feed in ${folder}`);
  return readFeed(source, archive);
}

const atomOf = (archive: Archive, folder = '') => parseXml(writeAtom(feedAt(archive, folder)));
const jsonOf = (archive: Archive, folder = '') =>
  JSON.parse(writeJsonFeed(feedAt(archive, folder))) as { items: Record<string, unknown>[]; [field: string]: unknown };

test('there is a feed of the whole and one for every entry of every index', () => {
  const folders = feedsOf(sampleArchive).map(({ folder }) => folder);
  expect(folders).toEqual(expect.arrayContaining(['', 'tags/config/', 'tags/c-plus-plus/', 'services/checkout/', 'teams/payments/']));
  expect(new Set(folders).size).toBe(folders.length);
});

test('an entry says what happened, why, and the facts', () => {
  const feed = atomOf(sampleArchive);
  expect(feed.attributes).toMatchObject({ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en' });
  expect(childText(feed, 'title')).toBe('Tidemark & sons <archive>');
  const [entry] = childrenOf(feed, 'entry');
  expect(entry && childText(entry, 'title')).toBe('Checkout failed');
  expect(entry && childText(entry, 'summary')).toBe('Every second payment failed.');
  expect(entry && childText(entry, 'content').replaceAll('\u00a0', ' ')).toMatchInlineSnapshot(
    `"<p>Every second payment failed.</p><p><b>Root cause: </b>No canary.</p><ul><li>Severity: SEV1 Critical</li><li>Started: 2 Nov 2026, 14:00 (Europe/Copenhagen)</li><li>Resolved: 2 Nov 2026, 15:30 (Europe/Copenhagen)</li><li>Lasted: 1 h 30 min</li><li>Services: Checkout</li><li>Teams: payments</li><li>Causes: missing-canary</li><li>Action items: 1 of 2 open</li></ul>"`,
  );
  expect(entry && childrenOf(entry, 'author').map((author) => childText(author, 'name'))).toEqual(['Ana Sørensen']);
  expect(entry && childrenOf(entry, 'category').map((category) => category.attributes.term)).toEqual(['config', 'c++']);
});

test('what happened is said by the front matter, else by the summary in the text, else by how the text begins', () => {
  const told = { source: 'It broke.', plain: 'It broke.', html: 'It broke.' };
  const section = { html: '', plain: 'It broke.', lead: told, subheadings: [], line: 9 };
  const heading = { id: 'summary', title: 'Summary', level: 2 };
  for (const sections of [[section], [{ ...section, heading, role: 'summary' as const }]]) {
    const incidents = [incident('x', { milestones: { started: at('2026-11-02T14:00:00Z') }, sections })];
    const [entry] = childrenOf(atomOf(archiveOf(incidents)), 'entry');
    expect(entry && childText(entry, 'summary')).toBe('It broke.');
    expect(entry && childText(entry, 'content')).toMatch(/^<p>It broke.<\/p>/);
  }
});

test('dates come from the incident: its start, and its last known moment', () => {
  const [entry] = childrenOf(atomOf(sampleArchive), 'entry');
  expect(entry && childText(entry, 'published')).toBe('2026-11-02T13:00:00Z');
  expect(entry && childText(entry, 'updated')).toBe('2026-11-02T14:30:00Z');
  expect(childText(atomOf(sampleArchive), 'updated')).toBe('2026-11-02T14:30:00Z');
});

test('an undated incident is in no feed: any date would be invented', () => {
  const feed = atomOf(archiveOf([bare]));
  expect(childrenOf(feed, 'entry')).toHaveLength(0);
  expect(childText(feed, 'updated')).toBe('2026-11-22T00:00:00Z');
});

test('without an address of the site, links are relative to the feed and names still absolute', () => {
  const whole = atomOf(sampleArchive);
  expect(linkOf(whole, 'self')).toBe('feed.xml');
  expect(linkOf(whole, 'alternate')).toBe('./');
  const tag = atomOf(sampleArchive, 'tags/config/');
  expect(linkOf(tag, 'alternate')).toBe('../../tags/config/');
  const [entry] = childrenOf(tag, 'entry');
  expect(entry && linkOf(entry, 'alternate')).toBe('../../incidents/2026-11-02-checkout/');
  expect(entry && childText(entry, 'id')).toBe('tag:hindsight.invalid,2026:/tidemark-sons-archive/incidents/2026-11-02-checkout/');
});

test('with an address, links are absolute and the names are its own', () => {
  const tag = atomOf(archiveOf([full], URL_OF_SITE), 'tags/config/');
  expect(linkOf(tag, 'self')).toBe('https://ops.example/postmortems/tags/config/feed.xml');
  const [entry] = childrenOf(tag, 'entry');
  expect(entry && linkOf(entry, 'alternate')).toBe('https://ops.example/postmortems/incidents/2026-11-02-checkout/');
  expect(entry && childText(entry, 'id')).toBe('tag:ops.example,2026:/postmortems/incidents/2026-11-02-checkout/');
});

test('every feed is well-formed, whatever the incidents say, and its HTML holds no markup of theirs', () => {
  for (const archive of [sampleArchive, archiveOf([full, bare, hostile], URL_OF_SITE)]) {
    for (const source of feedsOf(archive)) {
      const feed = readFeed(source, archive);
      const parsed = parseXml(writeAtom(feed));
      expect(childText(parsed, 'id')).toMatch(/^tag:[\w.-]+,2026:[!-~]+$/);
      for (const { content_html } of (JSON.parse(writeJsonFeed(feed)) as { items: { content_html: string }[] }).items) {
        expect(content_html).not.toMatch(/<(?:script|img|x)/);
      }
      for (const entry of childrenOf(parsed, 'entry')) {
        expect(childText(entry, 'id')).toMatch(/^tag:[\w.-]+,2026:[!-~]+$/);
        expect(childText(entry, 'content')).not.toMatch(/<(?:script|img|x)/);
      }
    }
  }
});

test('no two feeds and no two entries share a name', () => {
  const names = feedsOf(sampleArchive).map((source) => childText(parseXml(writeAtom(readFeed(source, sampleArchive))), 'id'));
  expect(new Set(names).size).toBe(names.length);
});

test('the feed of the site holds the newest fifty, that of a term the newest twenty', () => {
  const many = Array.from({ length: 60 }, (_, n) =>
    incident(`i-${n}`, { tags: ['config'], milestones: { started: at(`2026-01-01T00:00:${String(n).padStart(2, '0')}Z`) } }),
  );
  const archive = archiveOf(many);
  const entries = childrenOf(atomOf(archive), 'entry');
  expect(entries).toHaveLength(50);
  expect(jsonOf(archive, 'tags/config/').items).toHaveLength(20);
  expect(entries.map((entry) => childText(entry, 'id')).some((id) => id.endsWith('/i-0/'))).toBe(false);
});

test('the JSON feed tells the same', () => {
  const feed = jsonOf(sampleArchive, 'tags/config/');
  expect(feed).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', feed_url: '../../tags/config/feed.json', language: 'en' });
  const [item] = feed.items;
  const [entry] = childrenOf(atomOf(sampleArchive, 'tags/config/'), 'entry');
  expect(item).toMatchObject({
    id: entry && childText(entry, 'id'),
    url: '../../incidents/2026-11-02-checkout/',
    title: 'Checkout failed',
    content_html: entry && childText(entry, 'content'),
    date_published: '2026-11-02T13:00:00Z',
    authors: [{ name: 'Ana Sørensen' }],
    tags: ['config', 'c++'],
  });
});

test('the same archive gives the same bytes', () => {
  const again = archiveOf([hostile, full, bare]);
  expect(writeAtom(feedAt(again, ''))).toBe(writeAtom(feedAt(sampleArchive, '')));
});
