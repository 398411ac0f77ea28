// A file of rows that is damaged, cut or of another shape is refused as a whole.
import { expect, it } from 'vitest';
import { readActionRows } from '../../../src/client/tracker/read-rows.ts';
import type { Archive } from '../../../src/core/model/archive.ts';
import { buildActionRows } from '../../../src/core/tracker/build-rows.ts';
import { pack } from '../../../src/core/tracker/packing.ts';
import { packActionRows } from '../../../src/core/tracker/rows-file.ts';
import { archive, largeArchive, smallArchive } from '../../core/rows/archives.ts';

type Json = Record<string, unknown>;
const sent = (kb: Archive): Json => JSON.parse(JSON.stringify(packActionRows(buildActionRows(kb))));
const copy = (): Json => sent(smallArchive());

it.each([
  ['a small archive', smallArchive()],
  ['a large one', largeArchive(300)],
  ['an empty one', archive([])],
])('takes the rows of %s as they were written', (_, kb) => {
  const rows = buildActionRows(kb);
  expect(readActionRows(sent(kb))).toEqual(rows);
});

const DAMAGE: readonly (readonly [what: string, damage: (json: Json) => unknown])[] = [
  ['nothing', () => undefined],
  ['a list', () => []],
  ['another version', (json) => ({ ...json, version: 1 })],
  ['a title too few', (json) => ({ ...json, titles: (json.titles as string).split(' ').slice(1).join(' ') })],
  ['titles in a list', (json) => ({ ...json, titles: [] })],
  ['a day that is none', (json) => ({ ...json, due: { ...(json.due as Json), values: [] } })],
  ['days in words', (json) => ({ ...json, due: { ...(json.due as Json), values: ['2024-01-01'] } })],
  ['an owner beyond the list', (json) => ({ ...json, owner: { ...(json.owner as Json), rows: pack([9, 9, 9, 9, 9]) } })],
  ['an owner too few', (json) => ({ ...json, owner: { ...(json.owner as Json), rows: pack([0, 0, 0, 0]) } })],
  ['owners without slugs', (json) => ({ ...json, owner: { ...(json.owner as Json), slugs: undefined } })],
  ['a row that is none', (json) => ({ ...json, byPolicy: pack([99]) })],
  ['two reasons for a row', (json) => ({ ...json, reasons: { rows: pack([1]), texts: '$ $' } })],
  ['items that do not add up', (json) => ({ ...json, incidents: { ...(json.incidents as Json), items: pack([1, 1]) } })],
  ['an incident without severity', (json) => ({ ...json, incidents: { ...(json.incidents as Json), severity: null } })],
  ['no promises', (json) => ({ ...json, promise: undefined })],
];

it.each(DAMAGE)('refuses %s', (_, damage) => {
  expect(readActionRows(damage(copy()))).toBeUndefined();
});
