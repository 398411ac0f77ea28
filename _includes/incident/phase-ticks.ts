// Marks of the clock under a phase bar: a few even steps, and where a new day begins.
import type { Day } from '../../src/core/model/timestamp.ts';
import { DAY, dayAt, HOUR, MINUTE } from '../../src/core/time/calendar.ts';
import type { Phases } from './phases.ts';

export interface Tick {
  /** Per cent. */
  readonly x: number;
  /** The day that begins here, where there is room to say so. */
  readonly day?: Day;
}

const MOST_TICKS = 15;
const STEPS = [
  MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
  28 * DAY,
];
/** Nearer to an end, the word for the day would run into the words for start and end. */
const ROOM = { from: 22, to: 78, between: 16 };
const ROOM_BESIDE_DAYS = { from: 30, to: 70, between: 16 };

/** None where the clocks were changed in between: the steps would not be even. */
export function ticksOf({ first, last, ms, hasDays }: Phases): Tick[] {
  const room = hasDays ? ROOM_BESIDE_DAYS : ROOM;
  const offset = offsetOf(first.at.iso);
  const step = STEPS.find((length) => ms / length <= MOST_TICKS);
  if (step === undefined || offset !== offsetOf(last.at.iso)) return [];
  const start = first.at.epoch + offset;
  const ticks: Tick[] = [];
  let worded = Number.NEGATIVE_INFINITY;
  for (let at = Math.ceil(start / step) * step; at <= start + ms; at += step) {
    const x = Math.round(((at - start) / ms) * 10_000) / 100;
    const hasRoom = x >= room.from && x <= room.to && x - worded >= room.between;
    const day = at % DAY === 0 && hasRoom ? dayAt(at) : undefined;
    if (day !== undefined) worded = x;
    ticks.push(day === undefined ? { x } : { x, day });
  }
  return ticks;
}

/** Milliseconds east of UTC. */
function offsetOf(iso: string): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)$/.exec(iso) ?? [];
  const size = Number(hours ?? 0) * HOUR + Number(minutes ?? 0) * MINUTE;
  return sign === '-' ? -size : size;
}
