// The axis on which lengths of time stand: logarithmic from nothing on, because incidents differ by factors.
import { toScale } from '../../src/core/insights/quantile.ts';
import { sayDuration } from '../../src/core/time/duration.ts';
import { ROUND_LENGTHS } from '../../src/core/time/round-lengths.ts';
import type { Tick } from '../charts/lane-plot.tsx';
import { round } from '../charts/last-year.ts';

export interface DurationAxis {
  /** Per cent. */
  readonly at: (seconds: number) => number;
  readonly ticks: readonly Tick[];
}

/** Seconds. */
const [HOUR, YEAR] = [3600, 365 * 86_400];
const STEPS = [0, ...ROUND_LENGTHS.map((ms) => ms / 1000)];
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
  const years = Math.round(seconds / YEAR);
  return years > 0 ? `${years}\u00a0y` : sayDuration(seconds * 1000);
}
