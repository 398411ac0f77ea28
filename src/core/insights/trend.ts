// More or fewer than before: twelve months beside the twelve before them, and whether chance alone would do it.
import type { Day } from '../model/timestamp.ts';
import { addDays } from '../time/duration.ts';

export interface Trend {
  /** In the twelve months up to the end of the period. */
  readonly recent: number;
  /** In the twelve months before those. */
  readonly before: number;
  readonly verdict: 'more' | 'fewer' | 'as-many';
}

/** Fewer incidents in both years together, or a shorter period, show no trend. */
export const FEWEST_FOR_TREND = 6;
const YEAR = 365;

/** Undefined where the period is shorter than the two years, or holds too few. `days` in any order. */
export function trendOf(days: readonly Day[], period: { readonly from: Day; readonly to: Day }): Trend | undefined {
  if (days.length < FEWEST_FOR_TREND) return undefined;
  const middle = addDays(period.to, -YEAR);
  const start = addDays(middle, -YEAR);
  if (period.from > addDays(start, 1)) return undefined;
  let [recent, before] = [0, 0];
  for (const day of days) {
    if (day > middle && day <= period.to) recent++;
    else if (day > start && day <= middle) before++;
  }
  return recent + before < FEWEST_FOR_TREND ? undefined : { recent, before, verdict: verdictOf(recent, before) };
}

/** Counts of rare things scatter by their root: a difference within twice that of their sum is no news. */
function verdictOf(recent: number, before: number): Trend['verdict'] {
  if (Math.abs(recent - before) <= 2 * Math.sqrt(recent + before)) return 'as-many';
  return recent > before ? 'more' : 'fewer';
}
