// Middles and tails: against values that other programs give, and against another way to define them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromScale, quantile, toScale, upperFence } from '../../../src/core/insights/quantile.ts';

describe('a quantile', () => {
  // numpy.percentile and R's quantile(type = 7) give these.
  it.each([
    [[3, 4, 7, 15, 18], 0.5, 7],
    [[3, 4, 7, 15, 18], 0.85, 16.2],
    [[1, 2, 3, 4], 0.5, 2.5],
    [[1, 2, 3, 4], 0.25, 1.75],
    [[10], 0.85, 10],
    [[0, 100], 0.85, 85],
  ])('of %j at %d is %d', (values, p, expected) => {
    expect(quantile(values, p)).toBeCloseTo(expected, 10);
  });

  it('of no values is no number', () => {
    expect(quantile([], 0.5)).toBeNaN();
  });

  it('is where a line through all values, evenly spaced, stands', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1e6), { minLength: 2, maxLength: 40 }), fc.double({ min: 0, max: 1, noNaN: true }), (values, p) => {
        const sorted = [...values].sort((a, b) => a - b);
        // By walking along the line instead of by its index.
        let left = p * (sorted.length - 1);
        let at = 0;
        while (left > 1) {
          left -= 1;
          at += 1;
        }
        const expected = (sorted[at] ?? 0) * (1 - left) + (sorted[at + 1] ?? 0) * left;
        expect(Math.abs(quantile(sorted, p) - expected)).toBeLessThan(1e-3);
      }),
    );
  });
});

describe('what lies far from the others', () => {
  it('is told of five lengths and more', () => {
    expect(upperFence([60, 60, 60, 1e9])).toBe(Number.POSITIVE_INFINITY);
  });

  it('is a multiple of what is usual, not a little more', () => {
    const minutes = (values: readonly number[]): number[] => values.map((value) => value * 60);
    expect(upperFence(minutes([5, 5, 5, 5, 6]))).toBe(15 * 60);
    const fence = upperFence(minutes([4, 8, 12, 20, 30, 900]));
    expect(fence).toBeLessThan(900 * 60);
    expect(fence).toBeGreaterThan(30 * 60);
  });

  it('never holds the middle', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1e7), { minLength: 5, maxLength: 60 }), (values) => {
        const sorted = [...values].sort((a, b) => a - b);
        expect(upperFence(sorted)).toBeGreaterThanOrEqual(quantile(sorted, 0.5));
      }),
    );
  });
});

it('the scale leads back to where it came from', () => {
  for (const seconds of [0, 1, 59, 60, 3600, 86_400, 1e9]) expect(fromScale(toScale(seconds))).toBeCloseTo(seconds, 3);
  expect(toScale(0)).toBe(0);
});
