// The axis that compared incidents share: time before and after detection, even where all of them can be seen on it, else logarithmic to both sides.
import { DAY, HOUR, MINUTE } from '../time/calendar.ts';
import { ROUND_LENGTHS } from '../time/round-lengths.ts';
import type { Stretch } from './line-up.ts';

export interface CompareAxis {
  /** Per cent of the width, of milliseconds from detection. */
  readonly at: (ms: number) => number;
  readonly ticks: readonly CompareTick[];
  /** Equal lengths on it are not equal lengths of time. */
  readonly isLogarithmic: boolean;
}

interface CompareTick {
  readonly x: number;
  /** Milliseconds from detection. */
  readonly ms: number;
  /** Its label goes where the column is narrow. */
  readonly isMinor: boolean;
}

/** Marks keep clear of the edges. */
const [FIRST, LAST] = [2, 98];
/** On an even axis the shortest incident must take this share of it. */
const LEAST_SHARE = 0.06;
const YEAR = 365 * DAY;
const STEPS = [
  ...[MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR],
  ...[DAY, 2 * DAY, 7 * DAY, 14 * DAY, 28 * DAY, 91 * DAY, YEAR],
];
const MOST_STEPS = 8;
/** Labels nearer than these, in per cent, run into one another: on any screen, on a narrow one. */
const TIGHT = 9;
const NARROW_TIGHT = 21;

/** Of one stretch at least. Incidents that begin and end in the minute they were detected get an axis of a minute. */
export function axisOf(stretches: readonly Stretch[]): CompareAxis {
  const from = Math.min(0, ...stretches.map((stretch) => stretch.from));
  const to = Math.max(0, ...stretches.map((stretch) => stretch.to), from === 0 ? MINUTE : 0);
  const shortest = Math.min(...stretches.map((stretch) => stretch.to - stretch.from).filter((length) => length > 0));
  const isLogarithmic = shortest < LEAST_SHARE * (to - from);
  const scale = isLogarithmic ? toLogarithm : (ms: number): number => ms;
  const [first, last] = [scale(from), scale(to)];
  const at = (ms: number): number => Math.round((FIRST + ((scale(ms) - first) / (last - first)) * (LAST - FIRST)) * 100) / 100;
  const lengths = isLogarithmic ? ROUND_LENGTHS : evenSteps(from, to);
  const before = lengths.map((length) => -length).filter((ms) => ms >= from);
  return { at, isLogarithmic, ticks: ticksOf(at, [before, lengths.filter((ms) => ms <= to)]) };
}

/** Symmetrical round 0, and no steeper there than a minute wants. */
function toLogarithm(ms: number): number {
  return Math.sign(ms) * Math.log1p(Math.abs(ms) / MINUTE);
}

function evenSteps(from: number, to: number): number[] {
  const whole = to - from;
  const step = STEPS.find((length) => whole / length <= MOST_STEPS) ?? Math.ceil(whole / MOST_STEPS / YEAR) * YEAR;
  return Array.from({ length: MOST_STEPS }, (_, index) => (index + 1) * step);
}

/** Detection has its tick whatever happens; the others follow outwards, as far as there is room. */
function ticksOf(at: CompareAxis['at'], sides: readonly (readonly number[])[]): CompareTick[] {
  const zero = at(0);
  const placed: CompareTick[] = [{ x: zero, ms: 0, isMinor: false }];
  for (const side of sides) {
    let [last, lastMajor] = [zero, zero];
    for (const ms of side) {
      const x = at(ms);
      if (Math.abs(x - last) < TIGHT) continue;
      last = x;
      const isMinor = Math.abs(x - lastMajor) < NARROW_TIGHT;
      if (!isMinor) lastMajor = x;
      placed.push({ x, ms, isMinor });
    }
  }
  return placed.sort((a, b) => a.ms - b.ms);
}
