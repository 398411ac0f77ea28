// The badge of a service is a picture by itself, says in words what it shows, and takes any name.
import { expect, test } from 'vitest';
import { writeBadge } from '../../../src/site/feeds/badge.ts';
import { archiveOf, at, incident } from '../../core/api/sample-archive.ts';
import { readTags } from '../markup.ts';

const NAME = `"><script>alert(1)</script> & ${'\u{1f4a5}'.repeat(40)}`;
const archive = archiveOf([
  incident('one', {
    services: [NAME],
    milestones: { started: at('2026-11-20T10:00:00Z') },
    actionItems: [{ id: 'A', title: { source: 'x', plain: 'x', html: 'x' }, status: 'open', due: '2026-11-01', place: { line: 1 } }],
  }),
]);
const entry = archive.indexes.services.find(({ id }) => id === NAME);
const svg = entry ? writeBadge(entry, archive.asOf) : '';

test('it says the day it is as of, what is open and late, and when it last happened', () => {
  const said = /<title>(.*)<\/title>/.exec(svg)?.[1] ?? '';
  expect(said.replaceAll('\u00a0', ' ')).toMatch(/1 open action, 1 overdue; last incident 20 Nov 2026, as of 22 Nov 2026$/);
});

test('a name is text in it, whole in the title and cut where it is drawn', () => {
  const tags = readTags(svg);
  expect(new Set(tags.map(({ name }) => name))).toEqual(new Set(['svg', 'title', 'rect', 'text', 'tspan']));
  expect(tags[0]?.attributes.get('aria-label')).toContain(NAME);
  expect(/<tspan>(.*?)<\/tspan>/.exec(svg)?.[1]).toMatch(/^&quot;&gt;&lt;script&gt;.*\u2026$/u);
  // Of half a surrogate pair it would throw.
  expect(() => encodeURIComponent(svg)).not.toThrow();
});

test('it loads and styles nothing', () => {
  expect(
    readTags(svg)
      .flatMap(({ attributes }) => [...attributes.keys()])
      .filter((name) => /style|href|class|^on/.test(name)),
  ).toEqual([]);
});
