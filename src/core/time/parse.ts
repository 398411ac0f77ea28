// Times as the front matter gives them: ISO 8601, read in the incident's zone, with every way of being wrong said in words.
import type { Day, Precision, Timestamp } from '../model/timestamp.ts';
import { dayOf, daysInMonth, FIRST_MOMENT, LAST_MOMENT, MINUTE, MONTHS, midnight, pad2 } from './calendar.ts';
import { fixedOffset, isoOffset, isZone, offsetAt, offsetName, readLocal } from './zone.ts';

export interface ParsedTimestamp {
  readonly timestamp: Timestamp;
  /** The zone's clocks jump over this local time, or show it twice. */
  readonly note?: 'skipped' | 'ambiguous';
}

export interface Problem {
  /** What is wrong, as a sentence without its final full stop. */
  readonly problem: string;
}

/** A date and a wall-clock time, as written, before any zone is applied. */
export interface LocalTime {
  readonly day: Day;
  /** Absent: only the day is known. */
  readonly clock?: { readonly hour: number; readonly minute: number; readonly second?: number };
}

const DAY_FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const ISO_FORM =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?([Zz]|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/;

/** Reads an ISO 8601 date or date and time; one without an offset is read in `zone`. */
export function parseTimestamp(text: string, zone: string): ParsedTimestamp | Problem {
  const trimmed = text.trim();
  const match = ISO_FORM.exec(trimmed);
  if (!match) return { problem: notATime(trimmed) };
  const day = readDay(trimmed, match);
  if (typeof day !== 'string') return day;
  if (match[4] === undefined) return toTimestamp({ day }, zone);
  const clock = { hour: Number(match[4]), minute: Number(match[5]), ...(match[6] === undefined ? {} : { second: Number(match[6]) }) };
  const fault = clockFault(clock);
  if (fault) return { problem: `${quote(trimmed)} is not a time: ${fault}` };
  const written = match[7];
  if (written === undefined) return toTimestamp({ day, clock }, zone);
  const offset = fixedOffset(written);
  if (offset === undefined)
    return { problem: `${quote(trimmed)} has an offset that no clock has; offsets go from -12:00 to +14:00 in quarters of an hour` };
  return inOwnZone(toTimestamp({ day, clock }, offsetName(offset)), offset, zone);
}

/** Reads a calendar day, `2026-11-22`. */
export function parseDay(text: string): { readonly day: Day } | Problem {
  const trimmed = text.trim();
  const match = DAY_FORM.exec(trimmed);
  if (!match) return { problem: `${quote(trimmed)} is not a day; write it as 2026-11-22` };
  const day = readDay(trimmed, match);
  return typeof day === 'string' ? { day } : day;
}

/** What is wrong with a wall-clock time, where something is. */
export function clockFault(clock: { hour: number; minute: number; second?: number }): string | undefined {
  if (clock.hour === 24) return 'midnight is 00:00 of the next day';
  if (clock.hour > 23) return 'hours go from 00 to 23';
  if (clock.minute > 59) return 'minutes go from 00 to 59';
  if ((clock.second ?? 0) > 59) return 'seconds go from 00 to 59';
  return undefined;
}

/** Puts a valid local time into a zone. */
export function toTimestamp(local: LocalTime, zone: string): ParsedTimestamp | Problem {
  if (!isZone(zone)) return { problem: `${quote(zone)} is not a time zone; write an IANA name such as Europe/Copenhagen` };
  const { day, clock } = local;
  const start = midnight(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)));
  if (!clock) {
    return { timestamp: { iso: day, epoch: readLocal(start, zone).epoch, zone: zoneName(zone), precision: 'date', approximate: false } };
  }
  const written = start + clock.hour * 60 * MINUTE + clock.minute * MINUTE + (clock.second ?? 0) * 1000;
  const { epoch, note } = readLocal(written, zone);
  const precision = clock.second === undefined ? 'minute' : 'second';
  if (note === 'skipped') return { timestamp: timestampAt(epoch, zone, precision), note };
  const time = `${pad2(clock.hour)}:${pad2(clock.minute)}:${pad2(clock.second ?? 0)}`;
  const iso = `${day}T${time}${isoOffset((written - epoch) / MINUTE)}`;
  const timestamp = { iso, epoch, zone: zoneName(zone), precision, approximate: false } as const;
  return note ? { timestamp, note } : { timestamp };
}

/** The same moment on the clocks of another zone. A day stays the day it is. */
export function inZone(timestamp: Timestamp, zone: string): Timestamp {
  if (timestamp.precision === 'date' || timestamp.zone === zoneName(zone) || !isZone(zone)) return timestamp;
  const local = timestamp.epoch + offsetAt(zone, timestamp.epoch) * MINUTE;
  if (local < FIRST_MOMENT || local > LAST_MOMENT) return timestamp;
  return { ...timestampAt(timestamp.epoch, zone, timestamp.precision), approximate: timestamp.approximate };
}

function timestampAt(epoch: number, zone: string, precision: Precision): Timestamp {
  const offset = offsetAt(zone, epoch);
  const local = new Date(epoch + offset * MINUTE).toISOString().slice(0, 19);
  return { iso: local + isoOffset(offset), epoch, zone: zoneName(zone), precision, approximate: false };
}

/** An offset that is the zone's own at that moment says nothing new: the time then belongs to the zone. */
function inOwnZone(read: ParsedTimestamp | Problem, offset: number, zone: string): ParsedTimestamp | Problem {
  if ('problem' in read || !isZone(zone) || offsetAt(zone, read.timestamp.epoch) !== offset) return read;
  return { ...read, timestamp: { ...read.timestamp, zone: zoneName(zone) } };
}

function readDay(text: string, match: RegExpExecArray): Day | Problem {
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const day = dayOf(year, month, date);
  if (day) return day;
  if (month < 1 || month > 12) return { problem: `${quote(text)} is not a date: months go from 01 to 12` };
  if (year < 1) return { problem: `${quote(text)} is not a date: there is no year 0000` };
  const name = MONTHS[month - 1] ?? '';
  return { problem: `${quote(text)} is not a date: ${name} ${match[1]} has ${daysInMonth(year, month)} days` };
}

function notATime(text: string): string {
  if (/^\d{5,}-\d{2}-\d{2}/.test(text)) return `${quote(text)} is not a date: the year has more than four digits`;
  if (/^\d{4}-\d{1,2}-\d{1,2}(?!\d)/.test(text) && !/^\d{4}-\d{2}-\d{2}/.test(text)) {
    return `${quote(text)} is not a date: month and day need two digits, as in 2026-01-05`;
  }
  return `${quote(text)} is not a time; write it as 2026-11-20T14:02, with +01:00 or Z where the zone matters, or as 2026-11-20`;
}

function zoneName(zone: string): string {
  const offset = fixedOffset(zone);
  return offset === undefined ? zone : offsetName(offset);
}

function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
