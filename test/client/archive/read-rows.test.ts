// What comes over the network is rows of the archive, or is refused.
import { describe, expect, it } from 'vitest';
import { readRows } from '../../../src/client/archive/read-rows.ts';
import { buildRows } from '../../../src/core/rows/build-rows.ts';
import { archive, smallArchive } from '../../core/rows/archives.ts';

const whole = JSON.parse(JSON.stringify(buildRows(smallArchive())));
const changed = (change: (copy: typeof whole) => void) => {
  const copy = structuredClone(whole);
  change(copy);
  return copy;
};

it('takes what the build writes', () => {
  expect(readRows(whole)).toEqual(whole);
  expect(readRows(JSON.parse(JSON.stringify(buildRows(archive([])))))).toBeDefined();
});

describe('refuses', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a page of HTML that was parsed as text', '<!doctype html>'],
    ['a list', []],
    ['an empty object', {}],
    ['another version', changed((rows) => (rows.version = 2))],
    ['a missing column', changed((rows) => delete rows.titles)],
    ['a column that is too short', changed((rows) => rows.titles.pop())],
    ['a title that is no text', changed((rows) => (rows.titles[0] = { toString: 'x' }))],
    ['a length that is no number', changed((rows) => (rows.lasted[0] = '1'))],
    ['a day that is none', changed((rows) => (rows.started[0] = 'yesterday'))],
    ['a facet without values', changed((rows) => delete rows.facets.tag.rows)],
    ['a value that is not in the list', changed((rows) => (rows.facets.tag.rows[0] = [99]))],
    ['a position that is no position', changed((rows) => (rows.facets.tag.rows[0] = ['__proto__']))],
    ['a missing facet', changed((rows) => delete rows.facets.status)],
    ['names for too few values', changed((rows) => rows.facets.tag.names.pop())],
  ])('%s', (_, json) => {
    expect(readRows(json)).toBeUndefined();
  });
});
