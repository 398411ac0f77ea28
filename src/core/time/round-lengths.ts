// The lengths of time that logarithmic axes have ticks at.
import { DAY, HOUR, MINUTE } from './calendar.ts';

const YEAR = 365 * DAY;

/** Milliseconds, ascending. */
export const ROUND_LENGTHS: readonly number[] = [
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  4 * HOUR,
  12 * HOUR,
  DAY,
  3 * DAY,
  7 * DAY,
  30 * DAY,
  90 * DAY,
  YEAR,
  10 * YEAR,
  100 * YEAR,
];
