// Times as stretches: a day alone may be any moment of it, so that nothing is called a contradiction that need not be one.

import type { Timestamp } from '../model/timestamp.ts';
import { DAY, HOUR, MINUTE } from '../time/calendar.ts';

/** How long the moment may be that was written down. A day may have 25 hours. */
const LENGTH = { date: DAY + HOUR, minute: MINUTE, second: 1000 } as const;

export function earliest(at: Timestamp): number {
  return at.epoch;
}

export function latest(at: Timestamp): number {
  return at.epoch + LENGTH[at.precision] - 1;
}

/** True only where it is so however the two times are read. */
export function isBefore(a: Timestamp, b: Timestamp): boolean {
  return latest(a) < earliest(b);
}

/** The day a time falls on where it was written. */
export function dayOfTime(at: Timestamp): string {
  return at.iso.slice(0, 10);
}
