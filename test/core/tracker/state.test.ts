// The tracker's state in the URL: there and back, and what a hand-written one can do.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { perActionFacet } from '../../../src/core/tracker/rows.ts';
import {
  ACTION_COLUMNS,
  ALL_ACTIONS,
  GROUPINGS,
  isNarrowed,
  readTrackerState,
  sortedByColumn,
  type TrackerState,
  toggleFacet,
  withoutFilters,
  writeTrackerState,
} from '../../../src/core/tracker/state.ts';
import { VIEWS } from '../../../src/core/tracker/views.ts';

const values = fc.uniqueArray(fc.string({ maxLength: 20 }), { maxLength: 3 });
const day = fc
  .date({ min: new Date('0100-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const range = <T>(end: fc.Arbitrary<T>) => fc.record({ from: end, to: end }, { requiredKeys: [] });
const states: fc.Arbitrary<TrackerState> = fc.record({
  q: fc.string({ maxLength: 40 }).map((text) => text.trim()),
  filters: fc.array(values, { minLength: 10, maxLength: 10 }).map((lists) => {
    let next = 0;
    return perActionFacet(() => lists[next++] ?? []);
  }),
  view: fc.constantFrom(...VIEWS),
  due: range(day),
  age: range(fc.nat(99_999)),
  sort: fc.record({ column: fc.constantFrom(...ACTION_COLUMNS), descending: fc.boolean() }),
  group: fc.constantFrom(undefined, ...GROUPINGS),
  page: fc.integer({ min: 1, max: 999_999 }),
});

it('comes back from the URL as it was', () => {
  fc.assert(
    fc.property(states, (state) => {
      expect(readTrackerState(writeTrackerState(state))).toEqual(state);
    }),
  );
});

it('has the empty query for everything', () => {
  expect(writeTrackerState(ALL_ACTIONS)).toBe('');
  expect(readTrackerState('')).toEqual({ ...ALL_ACTIONS, group: undefined });
});

it.each(['?view=toString', '?sort=__proto__', '?group=everybody', '?page=-1', '?due-from=2024-02-30', '?age-to=1e9', '?due-to=tomorrow'])(
  'passes over %s',
  (search) => {
    expect(writeTrackerState(readTrackerState(search))).toBe('');
  },
);

it('cuts what no reader would write', () => {
  const search = `?q=${'x'.repeat(9999)}&${'tag=a&'.repeat(9)}${Array.from({ length: 99 }, (_, n) => `owner=${n}`).join('&')}`;
  const state = readTrackerState(search);
  expect(state.q).toHaveLength(300);
  expect(state.filters.tag).toEqual(['a']);
  expect(state.filters.owner).toHaveLength(50);
});

it('begins anew at the first page when it is narrowed or sorted', () => {
  const later = { ...ALL_ACTIONS, page: 7 };
  expect(toggleFacet(later, 'owner', 'ana')).toMatchObject({ page: 1, filters: { owner: ['ana'] } });
  expect(sortedByColumn(later, 'age')).toMatchObject({ page: 1, sort: { column: 'age', descending: true } });
  expect(sortedByColumn(sortedByColumn(later, 'title'), 'title').sort).toEqual({ column: 'title', descending: true });
});

it('keeps order and groups when the filters are taken off', () => {
  const state = readTrackerState('?view=overdue&q=x&owner=ana&age-from=3&sort=title&group=team&page=2');
  expect(isNarrowed(state)).toBe(true);
  expect(writeTrackerState(withoutFilters(state))).toBe('?group=team&sort=title');
  expect(isNarrowed(withoutFilters(state))).toBe(false);
});
