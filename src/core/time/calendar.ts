// Days as numbers: the arithmetic of the calendar, without zones and without a library.
import type { Day } from '../model/timestamp.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** Days in a month, counted from 1; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Milliseconds of midnight UTC; unlike `Date.UTC` it does not take the year 24 for 1924. */
export function midnight(year: number, month: number, day: number): number {
  if (year >= 100) return Date.UTC(year, month - 1, day);
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

/** `2026-11-20`, or undefined where there is no such day. */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  if (year < 1 || year > 9999 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${String(year).padStart(4, '0')}-${pad2(month)}-${pad2(day)}`;
}

/** Midnight UTC of a day that is known to be one. */
export function dayStart(day: Day): number {
  return midnight(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)));
}

/** Days since 1970: short in files, and quick to compare. */
export function dayNumber(day: Day): number {
  return Math.round(dayStart(day) / DAY);
}

/** The day of that number. */
export function numberedDay(number: number): Day {
  return dayAt(number * DAY);
}

/** First and last moment that a four-digit year can name. */
export const FIRST_MOMENT = midnight(1, 1, 1);
export const LAST_MOMENT = midnight(9999, 12, 31) + DAY - 1;

/** The day a moment falls on, for clocks that show UTC; never beyond the years 1 to 9999. */
export function dayAt(epoch: number): Day {
  return new Date(Math.min(Math.max(epoch, FIRST_MOMENT), LAST_MOMENT)).toISOString().slice(0, 10);
}

export function pad2(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}
