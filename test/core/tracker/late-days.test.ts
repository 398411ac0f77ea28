// A count of late items, told on any later day by what was written on the day of the build.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countLate, writeLateDays } from '../../../src/core/tracker/late-days.ts';

it('says how many are late, and in how many days others are due', () => {
  const overdue = [3, 1, undefined, 0, -6, -6, -40];
  expect(writeLateDays(overdue.map((overdueDays) => (overdueDays === undefined ? {} : { overdueDays })))).toBe('2 0 6x2 40');
});

it('grows on the day after each due day', () => {
  expect([0, 1, 6, 7, 40, 41, 999].map((days) => countLate('2 0 6x2 40', days))).toEqual([2, 3, 3, 5, 5, 6, 6]);
});

it('is what counting anew on that day would find', () => {
  const list = fc.array(fc.record({ overdueDays: fc.integer({ min: -50, max: 50 }) }));
  fc.assert(
    fc.property(list, fc.nat(60), (actions, days) => {
      expect(countLate(writeLateDays(actions), days)).toBe(actions.filter(({ overdueDays }) => overdueDays + days > 0).length);
    }),
  );
});
