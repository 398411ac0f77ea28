// Offsets written in figures behind a time, `+01:00` or `-0500`, told from the end of a range: `10:20-10:25`.
import type { Clock } from './clock.ts';
import { type Cursor, eat } from './cursor.ts';

const HOUR = 60;
const DAY = 24 * HOUR;
const OFFSET = /(\s?)([+\-\u2212])(\d{2})(:?)(\d{2})(?!\d|:\d)/y;
const FARTHEST_WEST = 12 * HOUR;
const FARTHEST_EAST = 14 * HOUR;
/** The hours west of UTC that many clocks show: from Buenos Aires to Alaska. */
const USUAL_WEST = [3 * HOUR, 9 * HOUR] as const;
/** A range may run past midnight; by more than this, what looks like its end is none. */
const LONGEST_NIGHT = 6 * HOUR;
const ISO_DATE = /\d{4}-\d{2}-\d{2}([T ])$/;

export interface TimeBefore {
  readonly clock: Clock;
  /** Where the time begins. */
  readonly start: number;
}

/**
 * The offset that stands after a time, as written. Behind a minus it is one where the time is written as machines do, to the second or after a
 * date and `T`, and where it cannot be a later time. What may be either is an offset after an ISO date or a blank, if clocks are set by it
 * at all; else it is the end of a range, and not read here.
 */
export function readOffset(cursor: Cursor, before: TimeBefore): string | undefined {
  const { position, text } = cursor;
  const match = eat(cursor, OFFSET);
  if (!match) return undefined;
  const [, blank, sign, hours, colon, minutes] = match;
  const size = Number(hours) * HOUR + Number(minutes);
  const isWest = sign !== '+';
  const exists = Number(minutes) % 15 === 0 && size <= (isWest ? FARTHEST_WEST : FARTHEST_EAST);
  const date = ISO_DATE.exec(text.slice(Math.max(0, before.start - 11), before.start))?.[1];
  const isMachines = date === 'T' || before.clock.second !== undefined || colon === '';
  const isWritten = date !== undefined || blank !== '';
  if (exists && (!isWest || isMachines || !mayEnd(before.clock, size) || (isWritten && isUsual(size)))) return match[0].trim();
  cursor.position = position;
  return undefined;
}

const UTC = /\s{0,2}(UTC|GMT)(?=(\s?)[-\u2212](\s?)(\d{1,2}):(\d{2})(?!\d))/y;

const HALF_AFTER = /^\s?[-\u2212]\s?\d{1,2}:\d{2}\s?[ap]\.?m\b/i;

/** `UTC` before the end of a range, "10:20 UTC-10:25", where together they look like a zone. */
export function readUtcBeforeEnd(cursor: Cursor, { clock }: TimeBefore): string | undefined {
  const { position } = cursor;
  const match = eat(cursor, UTC);
  if (!match) return undefined;
  const [, name, before, after, hours, minutes] = match;
  const end = Number(hours) * HOUR + Number(minutes);
  // "5:00 PM GMT - 8:00 PM": no offset has a half of the day.
  if (HALF_AFTER.test(cursor.text.slice(cursor.position, cursor.position + 16))) return name;
  const isGlued = before === '' && after === '';
  if (mayEnd(clock, end) && !(isGlued && isUsual(end))) return name;
  cursor.position = position;
  return undefined;
}

/** Whether a range from the one time to the other, both in minutes of the day, is likely. */
function mayEnd({ hour, minute }: Clock, end: number): boolean {
  const start = hour * HOUR + minute;
  return end > start ? end < DAY : end < start && end + DAY - start <= LONGEST_NIGHT;
}

function isUsual(size: number): boolean {
  return size % HOUR === 0 && size >= USUAL_WEST[0] && size <= USUAL_WEST[1];
}
