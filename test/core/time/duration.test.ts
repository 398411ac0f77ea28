// Lengths of time: how they are said, and which are found in prose.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, findDurations, sayDuration } from '../../../src/core/time/duration.ts';
import { inTime } from '../../processor-time.ts';

const MIN = 60_000;
const H = 60 * MIN;

describe('sayDuration', () => {
  it.each([
    [0, '0 min'],
    [-5 * MIN, '0 min'],
    [Number.NaN, '0 min'],
    [40_000, '40 s'],
    [59_700, '1 min'],
    [52 * MIN, '52 min'],
    [H, '1 h'],
    [H + 46 * MIN, '1 h 46 min'],
    [14 * H, '14 h'],
    [24 * H - 10_000, '1 d'],
    [76 * H, '3 d 4 h'],
    [95.9 * H, '4 d'],
  ])('says %d ms as %s', (ms, said) => {
    expect(sayDuration(ms).replaceAll('\u00a0', ' ')).toBe(said);
  });

  it('does not break between a number and its unit', () => {
    expect(sayDuration(H + 46 * MIN)).toBe('1\u00a0h 46\u00a0min');
  });
});

describe('findDurations', () => {
  it.each([
    ['It lasted 14 hours.', [14 * H]],
    ['Time to repair: 1h 37m', [H + 37 * MIN]],
    ['2d 1h 29m in all', [49 * H + 29 * MIN]],
    ['4 hours 30 minutes', [4.5 * H]],
    ['4 hours and 30 minutes', [4.5 * H]],
    ['an outage of 11 Days', [264 * H]],
    ['a 45-minute outage', [45 * MIN]],
    ['about two hours', [2 * H]],
    ['1.5 hours', [1.5 * H]],
    ['between 5 minutes and 2 hours', [5 * MIN, 2 * H]],
    ['10 to 15 minutes', []],
    ['2–3 hours', []],
    ['500 ms, 10 m2, v1.2h, 3M requests, the 1990s', []],
    ['nothing here', []],
  ])('in "%s" finds %j', (text, lengths) => {
    expect(findDurations(text).map((found) => found.ms)).toEqual(lengths);
  });

  it('says where and what', () => {
    expect(findDurations('It took 52 minutes.')).toEqual([{ ms: 52 * MIN, offset: 8, text: '52 minutes' }]);
  });

  it('is quick on hostile text', async () => {
    await inTime(1000, () => {
      for (const text of ['1 '.repeat(50_000), '1h'.repeat(50_000), '1h '.repeat(50_000), '9'.repeat(100_000), 'one '.repeat(50_000)])
        findDurations(text);
    });
  });
});

describe('days', () => {
  it('are counted over months and leap years', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2);
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01');
    expect(addDays('9999-12-31', 5)).toBe('9999-12-31');
  });

  it('come back by the same way', () => {
    fc.assert(fc.property(fc.integer({ min: -5000, max: 5000 }), (n) => daysBetween('2024-05-05', addDays('2024-05-05', n)) === n));
  });
});
