// Times of day as people write them: `14:02`, `2:15 PM`, `2pm`, `14h02`, `9.40 -`, `1402 UTC`, `noon`, `--:--`.
import { clockFault } from '../../time/parse.ts';
import { type Cursor, eat } from './cursor.ts';

export interface Clock {
  /** 24 is midnight at the end of the day. */
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
}

export interface ReadClock {
  readonly clock: Clock;
  /** Written with AM or PM. */
  readonly isHalf?: true;
  /** What makes it impossible. */
  readonly fault?: string;
}

const HALF = String.raw`(?:[\s\u00a0\u202f]?([AaPp])\.?[Mm](?:\b\.?))`;
const FULL = new RegExp(String.raw`(\d{1,2})[:h](\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?!\d|:\d)${HALF}?`, 'y');
const HOUR = new RegExp(String.raw`(\d{1,2})${HALF}`, 'y');
/** `14 h 30`, and `9 h` where a mark follows: without one it is a length of time. */
const SPACED =
  /(\d{1,2})[\s\u00a0\u202f]?h(?:[\s\u00a0\u202f]?([0-5]\d)(?!\d|\s(?:later|after|long|plus tard|après|más tarde|später)\b)|(?=[\s\u00a0\u202f]?[:–—-]))/y;
/** The German word behind a time. */
const OCLOCK = /\s?Uhr\b/y;
/** A dot is a decimal point unless a mark or half of the day follows. */
const DOTTED = new RegExp(String.raw`(\d{1,2})\.(\d{2})(?:${HALF}|(?=\s?(?:[-–—|:…]|$|UTC|GMT|CES?T)))`, 'y');
const MILITARY = /([01]\d|2[0-3])([0-5]\d)(?=\s?(?:Z|UTC|GMT|[Hh]rs|HRS|h)\b)(?:\s?(?:[Hh]rs|HRS|h)\b)?/y;
const WORD = /(noon|midday|midnight)\b/iy;
const UNKNOWN = /(?:\d{0,2}[-?xX_]{1,2}:[-?xX_]{2}|\d{1,2}:[-?xX_]{2}|\?{2,}|[Tt]ime (?:unknown|not recorded)|[Uu]nknown time)/y;

/** Behind a date that is one beyond doubt a dot is no decimal point: `2023-09-18 15.26`. */
const DOTTED_AFTER_DATE = /([01]?\d|2[0-3])\.([0-5]\d)(?![.\d])/y;

export function readClockAfterDate(cursor: Cursor): ReadClock | undefined {
  const dotted = eat(cursor, DOTTED_AFTER_DATE);
  return dotted && made(dotted[1], dotted[2], {});
}

export function readClock(cursor: Cursor): ReadClock | undefined {
  const full = eat(cursor, FULL) ?? eat(cursor, DOTTED);
  if (full) eat(cursor, OCLOCK);
  if (full)
    return full.length === 5 ? made(full[1], full[2], { second: full[3], half: full[4] }) : made(full[1], full[2], { half: full[3] });
  const spaced = eat(cursor, SPACED);
  if (spaced) return made(spaced[1], spaced[2] ?? '0', {});
  const hour = eat(cursor, HOUR);
  if (hour) return made(hour[1], '0', { half: hour[2] });
  const military = eat(cursor, MILITARY);
  if (military) return made(military[1], military[2], {});
  const word = eat(cursor, WORD);
  return word && { clock: { hour: word[1]?.toLowerCase() === 'midnight' ? 0 : 12, minute: 0 } };
}

/** A mark that stands where a time would, and says that nobody knows it. */
export function eatUnknown(cursor: Cursor): boolean {
  return eat(cursor, UNKNOWN) !== undefined;
}

function made(hours = '', minutes = '', more: { readonly second?: string | undefined; readonly half?: string | undefined }): ReadClock {
  const typed = Number(hours);
  const hour = more.half ? twelveHour(typed, more.half.toLowerCase() === 'p') : typed;
  const clock = { hour, minute: Number(minutes), ...(more.second === undefined ? {} : { second: Number(more.second) }) };
  const fault = faultOf(clock);
  return { clock, ...(more.half && { isHalf: true }), ...(fault && { fault }) };
}

/** `14:15 PM` is written often enough to be read as what it must mean. */
function twelveHour(hour: number, isAfternoon: boolean): number {
  if (hour > 12) return hour;
  return (hour % 12) + (isAfternoon ? 12 : 0);
}

function faultOf(clock: Clock): string | undefined {
  const isMidnight = clock.hour === 24 && clock.minute === 0 && !clock.second;
  return isMidnight ? undefined : clockFault(clock);
}
