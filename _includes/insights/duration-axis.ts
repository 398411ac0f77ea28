// The axis on which lengths of time stand: logarithmic from nothing on, because incidents differ by factors.
import { toScale } from '../../src/core/insights/quantile.ts';
import { sayDuration } from '../../src/core/time/duration.ts';
import type { Tick } from '../charts/lane-plot.tsx';
import { round } from '../charts/last-year.ts';

export interface DurationAxis {
  /** Per cent. */
  readonly at: (seconds: number) => number;
  readonly ticks: readonly Tick[];
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  0,
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
  365 * DAY,
  3650 * DAY,
];
/** Marks keep clear of the edges. */
const [FIRST, LAST] = [1.5, 97.5];
/** Labels nearer than these, in per cent, run into one another: on any screen, on a narrow one. */
const TIGHT = 7;
const NARROW_TIGHT = 14;

export function durationAxis(longest: number): DurationAxis {
  const end = toScale(Math.max(longest, HOUR));
  const at = (seconds: number): number => round(FIRST + (toScale(seconds) / end) * (LAST - FIRST));
  let [last, lastMajor] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const ticks: Tick[] = [];
  for (const seconds of STEPS) {
    const x = at(seconds);
    if (x > 100 || x - last < TIGHT) continue;
    last = x;
    const isMinor = x - lastMajor < NARROW_TIGHT;
    if (!isMinor) lastMajor = x;
    ticks.push({ x, label: sayTick(seconds), ...(isMinor && { isMinor }) });
  }
  return { at, ticks };
}

function sayTick(seconds: number): string {
  if (seconds === 0) return '0';
  const years = Math.round(seconds / (365 * DAY));
  return years > 0 ? `${years}\u00a0y` : sayDuration(seconds * 1000);
}
