// A file of rows that is damaged, cut or of another shape is refused as a whole.
import { expect, it } from 'vitest';
import { readActionRows } from '../../../src/client/tracker/read-rows.ts';
import { buildActionRows } from '../../../src/core/tracker/build-rows.ts';
import { archive, largeArchive, smallArchive } from '../../core/rows/archives.ts';

type Json = Record<string, unknown>;
const copy = (): Json => JSON.parse(JSON.stringify(buildActionRows(smallArchive())));

it.each([
  ['a small archive', smallArchive()],
  ['a large one', largeArchive(300)],
  ['an empty one', archive([])],
])('takes the rows of %s as they were written', (_, kb) => {
  const rows = buildActionRows(kb);
  expect(readActionRows(JSON.parse(JSON.stringify(rows)))).toEqual(rows);
});

const DAMAGE: readonly (readonly [what: string, damage: (json: Json) => unknown])[] = [
  ['nothing', () => undefined],
  ['a list', () => []],
  ['another version', (json) => ({ ...json, version: 2 })],
  ['a title too few', (json) => ({ ...json, titles: (json.titles as string[]).slice(1) })],
  ['a title that is none', (json) => ({ ...json, titles: (json.titles as string[]).map(() => 7) })],
  ['a day that is none', (json) => ({ ...json, due: (json.due as unknown[]).map(() => '2024-01-01') })],
  ['an owner beyond the list', (json) => ({ ...json, owner: { ...(json.owner as Json), rows: [9, 9, 9, 9, 9] } })],
  ['owners without slugs', (json) => ({ ...json, owner: { ...(json.owner as Json), slugs: undefined } })],
  ['a row that is none', (json) => ({ ...json, byPolicy: [99] })],
  ['a reason without a row', (json) => ({ ...json, reasons: { rows: [], texts: ['x'] } })],
  ['items that do not add up', (json) => ({ ...json, incidents: { ...(json.incidents as Json), items: [1, 1] } })],
  ['an incident without severity', (json) => ({ ...json, incidents: { ...(json.incidents as Json), severity: null } })],
  ['no promises', (json) => ({ ...json, promise: undefined })],
];

it.each(DAMAGE)('refuses %s', (_, damage) => {
  expect(readActionRows(damage(copy()))).toBeUndefined();
});
