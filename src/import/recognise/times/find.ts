// Dates and times wherever they stand in a text: `on April 3, 2024, from 10:00 AM to 2:00 PM (UTC)` holds one moment and its end.
import { type Cursor, eat } from '../../../core/body/when/cursor.ts';
import type { DateWords } from '../../../core/body/when/date.ts';
import { type Moment, readMoment } from '../../../core/body/when/read-when.ts';
import { readZoneWords } from '../../../core/body/when/zone-words.ts';

export interface Found extends Moment {
  /** Characters of the text. */
  readonly start: number;
  readonly end: number;
  /** The end of a stretch of time that begins here. */
  readonly until?: Moment;
}

/** What no line of prose is longer than: what follows is data. */
const REACH = 4000;
const WORD = /(?<![\p{L}\p{N}_$€£#])[\p{L}\p{N}]/gu;
const NAMES =
  /(?:jan|ene|feb|fév|fev|mar|mär|mae|apr|abr|avr|may|mai|jun|jui|jul|aug|ago|aoû|aou|sep|set|oct|okt|nov|dec|déc|dic|dez|sun|mon|tue|wed|thu|fri|sat|lun|mié|mie|jue|vie|sáb|sab|dom|mer|jeu|ven|sam|dim|die|mit|don|fre|son|noo|mid)/iuy;
const CODE_LIKE = /[\d.][.]\d|^\d{1,3}\.\d{1,3}\.\d/;
const JOINT =
  /(?:\s*(?:,\s*)?(?:[-–—→]+|->|=>)\s*|\s+(?:and|y|et|und)\s+(?:las?\s)?|,?\s+(?:to|until|till|through|thru|hasta|al?|jusqu['’]à|jusqu['’]au|à|au|bis|auf)\s+(?:the\s|las?\s|el\s|le\s|zum\s|about\s|around\s|approximately\s|approx\.?\s|~)?)/iuy;
const FILLER =
  /(?:\s*[,(|/]\s*|\s+)(?:(?:at|around|about|approximately|approx\.?|from|between|on|a|las|a las|sobre las|entre las|de|desde las|à|vers|entre|dès|de|um|gegen|ab|von|zwischen)\s+){0,3}~?/iuy;
const UNIT = /\s?(?:Uhr|hrs?\.?|h|horas|heures)(?![\p{L}])/iuy;
const DAY_RANGE = /\s?[-–—]\s?(\d{1,2})(?:st|nd|rd|th)?(?:,?\s|,)(\d{4})(?!\d|:\d)/y;
/** `14h`, `14 Uhr`, `2100hrs`, `3:AM`. */
const HOUR_ONLY = /(\d{1,2})(?:\s?(?:h|Uhr)(?![\p{L}\d])|:\s?(?=[AaPp]\.?[Mm]\b))(?:\s?([AaPp])\.?[Mm]\b)?/uy;
const SPACED = /(\d{1,2})\sh\s(\d{2})(?!\d)/y;
const MILITARY =
  /([01]\d|2[0-3])([0-5]\d)(?:\s?(?:hrs|hours?)\b|(?=\s(?:(?:pacific|mountain|central|eastern) (?:standard|daylight) time|local time|UTC|GMT|zulu)\b))/iy;
const BEFORE_HOUR = /(?:^|[\s(|])(?:à|a|vers|dès|jusqu['’]à|entre|et|de|um|gegen|ab|von|bis|at|from|to)\s$/iu;

export function findMoments(text: string): Found[] {
  const found: Found[] = [];
  const scanned = text.length > REACH ? text.slice(0, REACH) : text;
  const cursor: Cursor = { text: scanned, position: 0 };
  WORD.lastIndex = 0;
  for (let match = WORD.exec(scanned); match; match = WORD.exec(scanned)) {
    cursor.position = match.index;
    if (!mayBegin(scanned, match.index)) continue;
    const moment = momentAt(cursor, match.index);
    if (!moment) continue;
    const until = untilAt(cursor);
    found.push({ ...moment, ...(until && { until }), start: match.index, end: cursor.position });
    WORD.lastIndex = Math.max(cursor.position, match.index + 1);
  }
  return found;
}

function mayBegin(text: string, index: number): boolean {
  if (/\d/.test(text[index] ?? ''))
    return !/[\d.:/-]$/.test(text.slice(Math.max(0, index - 1), index)) || /[\s(]-$/.test(text.slice(Math.max(0, index - 2), index));
  NAMES.lastIndex = index;
  return NAMES.test(text);
}

function momentAt(cursor: Cursor, start: number): Moment | undefined {
  const read = clockInWords(cursor) ?? readMoment(cursor);
  if (!read || !isBelievable(read, cursor.text.slice(start, cursor.position), cursor)) {
    cursor.position = start;
    return undefined;
  }
  eat(cursor, UNIT);
  return completed(read, cursor);
}

/** A date and its time stand apart in prose: "on 3 May, at around 14:00". */
function completed(read: Moment, cursor: Cursor): Moment {
  const { position } = cursor;
  const range = read.date?.kind === 'date' && read.date.year === undefined && !read.clock ? eat(cursor, DAY_RANGE) : undefined;
  if (range && read.date?.kind === 'date') {
    cursor.position = position;
    return { ...read, date: { ...read.date, year: Number(range[2]) } };
  }
  if (read.date && !read.clock && eat(cursor, FILLER)) {
    const from = cursor.position;
    const clock = clockInWords(cursor) ?? readMoment(cursor);
    if (clock?.clock && !clock.date && isBelievable(clock, cursor.text.slice(from, cursor.position), cursor)) {
      eat(cursor, UNIT);
      return { ...clock, date: read.date };
    }
  }
  if (read.clock && !read.date && eat(cursor, FILLER)) {
    const date = readMoment(cursor);
    if (date?.date && date.date.kind !== 'ordinal' && date.date.kind !== 'next' && !date.clock) return { ...read, date: date.date };
  }
  cursor.position = position;
  if (read.clock && !read.zone) {
    const zone = readZoneWords(cursor);
    if (zone) return { ...read, zone };
  }
  return read;
}

function untilAt(cursor: Cursor): Moment | undefined {
  const { position } = cursor;
  if (!eat(cursor, JOINT)) return undefined;
  const start = cursor.position;
  const moment = /[\p{L}\p{N}]/u.test(cursor.text[start] ?? '') ? momentAt(cursor, start) : undefined;
  if (!moment) cursor.position = position;
  return moment;
}

function clockInWords(cursor: Cursor): Moment | undefined {
  const { position, text } = cursor;
  const spaced = eat(cursor, SPACED) ?? eat(cursor, MILITARY);
  if (spaced) return withZone({ hour: Number(spaced[1]), minute: Number(spaced[2]) }, cursor);
  const hour = eat(cursor, HOUR_ONLY);
  if (!hour) return undefined;
  const typed = Number(hour[1]);
  const isHour =
    typed <= 24 && (hour[2] !== undefined || /Uhr|:/.test(hour[0]) || BEFORE_HOUR.test(text.slice(Math.max(0, position - 12), position)));
  if (!isHour) {
    cursor.position = position;
    return undefined;
  }
  const isAfternoon = /p/i.test(hour[2] ?? '');
  const value = hour[2] === undefined || typed > 12 ? typed : (typed % 12) + (isAfternoon ? 12 : 0);
  return withZone({ hour: value, minute: 0 }, cursor);
}

function withZone(clock: { hour: number; minute: number }, cursor: Cursor): Moment {
  const zone = readZoneWords(cursor);
  return zone ? { clock, zone } : { clock };
}

/** Numbers of versions, addresses and ratios look like dates and times. */
function isBelievable(read: Moment, written: string, { text, position }: Cursor): boolean {
  if (read.fault) return false;
  const { date, clock } = read;
  if (
    date?.kind === 'numbers' &&
    written.includes('.') &&
    (CODE_LIKE.test(text.slice(position - 1, position + 2)) || !isGermanDate(date, written))
  )
    return false;
  if (/^[.:]\d|^\/\d/.test(text.slice(position, position + 2))) return false;
  if (clock && !date && /^\d{1,2}\.\d{2}/.test(written)) return /[ap]\.?m/i.test(written) || read.zone !== undefined;
  // "2h30m" is a length.
  if (clock && /^\d{1,2}h\d{2}$/.test(written) && /^\s?m/i.test(text.slice(position, position + 2))) return false;
  return date?.kind !== 'ordinal' || clock !== undefined;
}

function isGermanDate(date: DateWords & { kind: 'numbers' }, written: string): boolean {
  return date.second >= 1 && date.second <= 12 && date.first <= 31 && /\d{1,2}\.\d{1,2}\.\d{4}/.test(written);
}
