// Lengths of time: said as people say them, found where people wrote them, and counted in days.
import type { Day } from '../model/timestamp.ts';
import { DAY, dayAt, dayStart, HOUR, MINUTE } from './calendar.ts';

const NBSP = '\u00a0';
const WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

export interface FoundDuration {
  readonly ms: number;
  /** Where it begins in the text. */
  readonly offset: number;
  readonly text: string;
}

/** `3 d 4 h`, `1 h 46 min`, `52 min`, `40 s`: two units at most, rounded to the smaller; what runs backwards is `0 min`. */
export function sayDuration(ms: number): string {
  if (!(ms > 0)) return unit(0, 'min');
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return seconds === 0 ? unit(0, 'min') : unit(seconds, 's');
  const minutes = Math.round(ms / MINUTE);
  if (minutes < 60) return unit(minutes, 'min');
  if (minutes < 24 * 60) return pair([Math.floor(minutes / 60), 'h'], [minutes % 60, 'min']);
  const hours = Math.round(ms / HOUR);
  return pair([Math.floor(hours / 24), 'd'], [hours % 24, 'h']);
}

const NUMBER = String.raw`(?:\d{1,6}(?:[.,]\d{1,2})?|${WORDS.join('|')})`;
const UNIT = '(?:d(?:ays?)?|h(?:rs?|ours?)?|m(?:ins?|inutes?)?|s(?:ecs?|econds?)?|w(?:eeks?)?)';
const PART = String.raw`${NUMBER}[\s\u00a0-]{0,2}${UNIT}(?![A-Za-z0-9_])`;
const DURATION = new RegExp(String.raw`(?<![\w.,:/$€£#-])${PART}(?:(?:,?\s{0,2}(?:and\s)?)${PART}){0,3}`, 'gi');
const ONE_PART = new RegExp(String.raw`(${NUMBER})[\s\u00a0-]{0,2}(${UNIT})(?![A-Za-z0-9_])`, 'gi');
/** `10 to` of "10 to 15 minutes": a span of lengths states none. */
const RANGE_BEFORE = /\d\s?(?:-|–|—|to|or)\s?$/;
const UNIT_MS: Readonly<Record<string, number>> = { w: 7 * DAY, d: DAY, h: HOUR, m: MINUTE, s: 1000 };

/** Lengths of time stated in prose: `14 hours`, `1h 37m`, `2d 1h 29m`, `4 hours and 30 minutes`, `45-minute`. */
export function findDurations(text: string): FoundDuration[] {
  const found: FoundDuration[] = [];
  DURATION.lastIndex = 0;
  for (let match = DURATION.exec(text); match; match = DURATION.exec(text)) {
    if (RANGE_BEFORE.test(text.slice(Math.max(0, match.index - 6), match.index)) || /^\d{4}s$/.test(match[0])) continue;
    const { ms, end } = lengthOf(match[0]);
    if (ms > 0) found.push({ ms, offset: match.index, text: match[0].slice(0, end) });
    if (end > 0) DURATION.lastIndex = match.index + end;
  }
  return found;
}

/** Days from `a` to `b`; negative where `b` is the earlier. */
export function daysBetween(a: Day, b: Day): number {
  return Math.round((dayStart(b) - dayStart(a)) / DAY);
}

export function addDays(day: Day, days: number): Day {
  return dayAt(dayStart(day) + days * DAY);
}

function lengthOf(text: string): { ms: number; end: number } {
  let ms = 0;
  let end = 0;
  let larger = Number.POSITIVE_INFINITY;
  for (const match of text.matchAll(ONE_PART)) {
    const [part, number = '', name = ''] = match;
    const size = UNIT_MS[name.charAt(0).toLowerCase()] ?? 0;
    // "2 hours, 3 hours" are two lengths, not one of five hours; and 3M is a number of millions.
    if (size >= larger || /^[A-Z]$/.test(name)) break;
    larger = size;
    const word = WORDS.indexOf(number.toLowerCase()) + 1;
    ms += (word || Number(number.replace(',', '.'))) * size;
    end = match.index + part.length;
  }
  return { ms: Math.round(ms), end };
}

function pair(large: readonly [number, string], small: readonly [number, string]): string {
  return small[0] === 0 ? unit(...large) : `${unit(...large)} ${unit(...small)}`;
}

function unit(count: number, name: string): string {
  return `${count}${NBSP}${name}`;
}
