// Dates as people write them: `2024-01-15`, `15 January 2024`, `Jan 15th`, `Monday`, `Day 2`, `15/01/2024`.
import type { Day } from '../../model/timestamp.ts';
import { DAY, dayAt, dayOf, dayStart, daysInMonth, MONTHS, WEEKDAYS } from '../../time/calendar.ts';
import { type Cursor, eat } from './cursor.ts';
import { eatForeignWeekday, readForeignDate } from './date-foreign.ts';

/** A date before the days around it are known. */
export type DateWords =
  | { readonly kind: 'date'; readonly year?: number; readonly month: number; readonly day: number }
  /** `03/04/2024`: which is the month is not said. */
  | { readonly kind: 'numbers'; readonly year: number; readonly first: number; readonly second: number }
  | { readonly kind: 'weekday'; readonly weekday: number }
  /** `Day 1` is the day of the start. */
  | { readonly kind: 'ordinal'; readonly number: number }
  | { readonly kind: 'next' };

export interface ReadDate {
  readonly words: DateWords;
  /** Written so that it can be nothing but a date, even where no mark follows it. */
  readonly isPlain: boolean;
}

const MONTH = String.raw`(${MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')}|Sept)\.?`;
const WEEKDAY = String.raw`(${WEEKDAYS.map((name) => name.slice(0, 3)).join('|')})(?:[a-z]{0,6}day|s|rs?|urs?|nes?)?\.?`;
const ORDINAL = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
/** Months are capital: "5 may have failed" is no date. A year is four digits that no clock follows. */
const YEAR = String.raw`(?:,?\s{1,2}(\d{4})(?!\d|:\d))?`;

const ISO = /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d|-\w)/y;
const DAY_MONTH = new RegExp(
  String.raw`${ORDINAL}(?: of)?[\s-]${MONTH}(?![a-z])${YEAR.replace(String.raw`,?\s{1,2}`, String.raw`(?:,?\s{1,2}|-)`)}`,
  'y',
);
const MONTH_DAY = new RegExp(String.raw`${MONTH}\s{0,2}${ORDINAL}(?!\d|[:.]\d)(?!\s?[ap]\.?m)${YEAR}`, 'y');
/** `08-NOV-2023`: in capitals a month is one only before its year. */
const CAPITALS = new RegExp(
  String.raw`(\d{1,2})[\s-](${MONTHS.map((name) => name.slice(0, 3).toUpperCase()).join('|')})[A-Z]{0,6},?[\s-](\d{4})(?!\d|:\d)`,
  'y',
);
const NUMBERS = /(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d|:\d)/y;
const WEEKDAY_WORD = new RegExp(String.raw`${WEEKDAY}(?![a-z])(?:,|\s?\|)?\s{0,2}`, 'y');
const DAY_NUMBER = /Day\s(\d{1,2})(?!\d)/iy;
const NEXT_DAY = /(?:the )?(?:next|following) (?:day|morning)(?![a-z])/iy;

/** The date at the cursor, a weekday before it included. */
export function readDate(cursor: Cursor): ReadDate | undefined {
  const start = cursor.position;
  const weekday = eat(cursor, WEEKDAY_WORD);
  const isForeign = !weekday && eatForeignWeekday(cursor);
  const words = readIso(cursor) ?? readNamed(cursor) ?? readForeignDate(cursor) ?? readNumbers(cursor) ?? readRelative(cursor);
  if (words) return { words, isPlain: words.kind === 'date' && words.year !== undefined && !weekday };
  if (isForeign) cursor.position = start;
  if (!weekday) return undefined;
  return { words: { kind: 'weekday', weekday: WEEKDAYS.findIndex((name) => name.startsWith(weekday[1] ?? ' ')) }, isPlain: false };
}

export interface DayContext {
  /** The day the text stands at: that of the entry before, or of the start. */
  readonly near?: Day;
  readonly started?: Day;
}

/** The day meant, or what is wrong with it; undefined where the text alone does not say. */
export function resolveDate(words: DateWords, { near, started }: DayContext): { day: Day } | { problem: string } | undefined {
  const close = near ?? started;
  switch (words.kind) {
    case 'date':
      return checked(words.year ?? nearestYear(words, close), words.month, words.day);
    case 'numbers':
      return resolveNumbers(words, close);
    case 'weekday':
      return close === undefined ? undefined : { day: dayAt(dayStart(close) + ((words.weekday - weekdayOf(close) + 7) % 7) * DAY) };
    case 'ordinal':
      return started === undefined || words.number < 1 ? undefined : { day: dayAt(dayStart(started) + (words.number - 1) * DAY) };
    case 'next':
      return close === undefined ? undefined : { day: dayAt(dayStart(close) + DAY) };
  }
}

function readIso(cursor: Cursor): DateWords | undefined {
  const match = eat(cursor, ISO);
  return match && { kind: 'date', year: Number(match[1]), month: Number(match[3]), day: Number(match[4]) };
}

function readNamed(cursor: Cursor): DateWords | undefined {
  const dayFirst = eat(cursor, DAY_MONTH);
  if (dayFirst) return named(dayFirst[2], dayFirst[1], dayFirst[3]);
  const capitals = eat(cursor, CAPITALS);
  if (capitals) return named(capitals[2], capitals[1], capitals[3]);
  const monthFirst = eat(cursor, MONTH_DAY);
  return monthFirst && named(monthFirst[1], monthFirst[2], monthFirst[3]);
}

function named(month = '', day = '', year: string | undefined): DateWords {
  const number = MONTHS.findIndex((name) => name.slice(0, 3).toLowerCase() === month.slice(0, 3).toLowerCase()) + 1;
  return { kind: 'date', ...(year === undefined ? {} : { year: Number(year) }), month: number, day: Number(day) };
}

function readNumbers(cursor: Cursor): DateWords | undefined {
  const match = eat(cursor, NUMBERS);
  const year = Number(match?.[4]);
  return match && { kind: 'numbers', year: year < 100 ? 2000 + year : year, first: Number(match[1]), second: Number(match[3]) };
}

function readRelative(cursor: Cursor): DateWords | undefined {
  const numbered = eat(cursor, DAY_NUMBER);
  if (numbered) return { kind: 'ordinal', number: Number(numbered[1]) };
  return eat(cursor, NEXT_DAY) && { kind: 'next' };
}

/** Day first or month first: whichever exists; if both do, the one that is near, and only if the other is not. */
function resolveNumbers(words: DateWords & { kind: 'numbers' }, near: Day | undefined): { day: Day } | { problem: string } | undefined {
  const european = dayOf(words.year, words.second, words.first);
  const american = dayOf(words.year, words.first, words.second);
  if (european === undefined && american === undefined) return { problem: 'there is no such day' };
  if (european === undefined || american === undefined || european === american) return { day: european ?? american ?? '' };
  if (near === undefined) return undefined;
  const isNear = (day: Day) => Math.abs(dayStart(day) - dayStart(near)) <= 20 * DAY;
  if (isNear(european) === isNear(american)) return undefined;
  return { day: isNear(european) ? european : american };
}

function checked(year: number | undefined, month: number, date: number): { day: Day } | { problem: string } | undefined {
  if (year === undefined) return undefined;
  const day = dayOf(year, month, date);
  if (day) return { day };
  if (month < 1 || month > 12) return { problem: 'months go from 01 to 12' };
  if (year < 1) return { problem: 'there is no year 0000' };
  return { problem: `${MONTHS[month - 1] ?? ''} ${year} has ${daysInMonth(year, month)} days` };
}

/** A date without its year is the one closest to where the text stands: "1 January" after 31 December is the next year's. */
function nearestYear(words: { month: number; day: number }, near: Day | undefined): number | undefined {
  if (near === undefined) return undefined;
  const year = Number(near.slice(0, 4));
  const distance = (candidate: number): number => {
    const day = dayOf(candidate, words.month, words.day);
    return day === undefined ? Number.POSITIVE_INFINITY : Math.abs(dayStart(day) - dayStart(near));
  };
  return [year, year + 1, year - 1].reduce((best, candidate) => (distance(candidate) < distance(best) ? candidate : best));
}

function weekdayOf(day: Day): number {
  return new Date(dayStart(day)).getUTCDay();
}
