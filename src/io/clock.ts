// The only module that reads the clock, so that everything else can be built twice to the same bytes.
import type { Day } from '../core/model/timestamp.ts';
import { isZone, offsetAt } from '../core/time/zone.ts';
import { AppError } from './app-error.ts';

const MINUTE = 60_000;

/** Milliseconds since 1970 UTC; `SOURCE_DATE_EPOCH` stops the clock (https://reproducible-builds.org/specs/source-date-epoch/). */
function now(): number {
  const fixed = process.env.SOURCE_DATE_EPOCH;
  if (fixed === undefined || fixed === '') return Date.now();
  if (/^\d{1,11}$/.test(fixed)) return Number(fixed) * 1000;
  throw new AppError('usage', `SOURCE_DATE_EPOCH is "${fixed}", which is not a number of seconds.`, {
    hint: 'Unset it, or set it to seconds since 1970: SOURCE_DATE_EPOCH=$(git log -1 --format=%ct).',
  });
}

/** The calendar day it is in a zone; in UTC where the zone is not one, which the configuration's own check reports. */
export function today(zone: string): Day {
  const moment = now();
  const offset = isZone(zone) ? offsetAt(zone, moment) : 0;
  return new Date(moment + offset * MINUTE).toISOString().slice(0, 10);
}

/** The moment as people and files write it, in UTC, whatever SOURCE_DATE_EPOCH says: for locks and logs, never for what is published. */
export function timeOfDay(): string {
  return new Date(Date.now()).toISOString();
}

/** Milliseconds since a file was written. */
export function ageOf(modified: number): number {
  return Date.now() - modified;
}

/** Milliseconds since the call, by a clock that never jumps. */
export function stopwatch(): () => number {
  const start = performance.now();
  return () => performance.now() - start;
}
