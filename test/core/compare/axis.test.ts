// The axis that compared incidents share.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axisOf } from '../../../src/core/compare/axis.ts';
import { DAY, HOUR, MINUTE } from '../../../src/core/time/calendar.ts';

test('lengths of a kind stand on an even axis', () => {
  const { at, isLogarithmic, ticks } = axisOf([
    { from: -10 * MINUTE, to: HOUR },
    { from: -HOUR, to: 2 * HOUR },
  ]);
  expect(isLogarithmic).toBe(false);
  expect([-HOUR, 0, HOUR, 2 * HOUR].map(at)).toEqual([2, 34, 66, 98]);
  expect(ticks.map(({ ms }) => ms / HOUR)).toEqual([-1, -0.5, 0, 0.5, 1, 1.5, 2]);
});

test('where the shortest would not be seen it is logarithmic, to both sides alike', () => {
  const { at, isLogarithmic, ticks } = axisOf([
    { from: -MINUTE, to: 9 * MINUTE },
    { from: -3 * DAY, to: 3 * DAY },
  ]);
  expect(isLogarithmic).toBe(true);
  expect(at(0)).toBe(50);
  expect(at(HOUR) - 50).toBeCloseTo(50 - at(-HOUR), 1);
  expect(at(9 * MINUTE) - at(-MINUTE)).toBeGreaterThan(15);
  expect(ticks.map(({ ms }) => ms)).toEqual(expect.arrayContaining([0, HOUR, -HOUR]));
});

test('nothing but a detection gets an axis of a minute', () => {
  const { at, ticks } = axisOf([{ from: 0, to: 0 }]);
  expect([at(0), at(MINUTE)]).toEqual([2, 98]);
  expect(ticks.map(({ ms }) => ms)).toContain(0);
});

test('whatever lies on it stands within it, in order, and labels have room', () => {
  const length = fc.integer({ min: 0, max: 9000 * 365 * DAY });
  const stretch = fc.record({ from: length.map((ms) => -ms), to: length });
  fc.assert(
    fc.property(fc.array(stretch, { minLength: 1, maxLength: 5 }), (stretches) => {
      const { at, ticks } = axisOf(stretches);
      for (const { from, to } of stretches) {
        expect(at(from)).toBeGreaterThanOrEqual(2);
        expect(at(to)).toBeLessThanOrEqual(98);
        expect(at(from)).toBeLessThanOrEqual(at(to));
      }
      expect(ticks.length).toBeLessThanOrEqual(14);
      expect(ticks.some(({ ms }) => ms === 0)).toBe(true);
      for (const [index, { x }] of ticks.slice(1).entries()) expect(x - (ticks[index]?.x ?? 0)).toBeGreaterThanOrEqual(8.99);
    }),
  );
});
