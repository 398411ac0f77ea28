// Times as pages say them: plain English tables over the text of a timestamp, without Intl, for pages render thousands of them.
import type { Day, Timestamp } from '../model/timestamp.ts';
import { dayStart, MONTHS, WEEKDAYS } from './calendar.ts';

/** Parts that belong together do not break over two lines. */
const NBSP = '\u00a0';
const SHORT_MONTHS = MONTHS.map((month) => month.slice(0, 3));

/** `19 Nov 2024` */
export function formatDay(at: Day | Timestamp): string {
  const day = dayText(at);
  return join(day, SHORT_MONTHS[monthIndex(day)]);
}

/** `Monday, 15 January 2024` */
export function formatDayLong(at: Day | Timestamp): string {
  const day = dayText(at);
  return `${WEEKDAYS[new Date(dayStart(day)).getUTCDay()] ?? ''}, ${join(day, MONTHS[monthIndex(day)])}`;
}

/** `14:02`, with its seconds where they are not zero; empty where only the day is known. */
export function formatTime(at: Timestamp): string {
  if (at.precision === 'date') return '';
  return at.iso.slice(11, at.iso.slice(17, 19) === '00' ? 16 : 19);
}

/** `15 Jan, 14:00`: among times of other days, where the year goes without saying. */
export function formatDayTime(at: Timestamp): string {
  const day = formatDay(at).slice(0, -5);
  return at.precision === 'date' ? day : `${day}, ${formatTime(at)}`;
}

/** `15 Jan 2024, 14:00`, or the day alone where no more is known. */
export function formatDateTime(at: Timestamp): string {
  return at.precision === 'date' ? formatDay(at) : `${formatDay(at)}, ${formatTime(at)}`;
}

/** `November 2024` */
export function formatMonth(at: Day | Timestamp): string {
  const day = dayText(at);
  return `${MONTHS[monthIndex(day)] ?? ''}${NBSP}${day.slice(0, 4)}`;
}

function dayText(at: Day | Timestamp): Day {
  return (typeof at === 'string' ? at : at.iso).slice(0, 10);
}

function monthIndex(day: Day): number {
  return Number(day.slice(5, 7)) - 1;
}

function join(day: Day, month: string | undefined): string {
  return `${Number(day.slice(8, 10))}${NBSP}${month ?? ''}${NBSP}${day.slice(0, 4)}`;
}
