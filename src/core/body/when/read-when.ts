// The time at the beginning of a timeline entry, in any of the ways people write it, and where the entry's own text begins.
import { type Clock, eatUnknown, type ReadClock, readClock, readClockAfterDate } from './clock.ts';
import { attempt, type Cursor, eat, looksAt } from './cursor.ts';
import { type DateWords, readDate } from './date.ts';
import { readElapsed } from './elapsed.ts';
import { readOffset, readUtcBeforeEnd } from './offset.ts';
import { readZoneWords } from './zone-words.ts';

/** A date, a time of day, or both. */
export interface Moment {
  readonly date?: DateWords;
  readonly clock?: Clock;
  readonly zone?: string;
  /** Written with AM or PM. */
  readonly isHalf?: true;
  /** What makes it impossible. */
  readonly fault?: string;
}

export interface When {
  /** Absent where the author wrote that the time is unknown. */
  readonly at?: Moment;
  readonly until?: Moment;
  /** Minutes after the start: `T+15`, `+1h30`. */
  readonly offset?: number;
  readonly approximate: boolean;
  /** "By 9:40": without these words the sentence would say less. */
  readonly isPartOfText: boolean;
  /** The characters up to where the text begins. */
  readonly end: number;
  /** Where the words at the end of the text begin that call the time an estimate, if nothing follows them. */
  readonly lastWords?: number;
  /** The characters of the time itself. */
  readonly written: string;
}

const OPENING = /(?:[\s[(<•·*|]|\u{fe0f}|\u{200d}|[\u{1f3fb}-\u{1f3ff}]|\p{Extended_Pictographic})*/uy;
const ABOUT =
  /(?:~|≈|±|ca\.|c\.|circa\b|approx(?:\.|\b)|approximately\b|around\b|about\b|roughly\b|some ?time (?:around|after|before)\b|shortly (?:after|before)\b|just (?:after|before)\b)\s*/iy;
const AT = /(?:at|on)\s+/iy;
const LOOSE = /(?:by|before|after|until|since|from|between)\s+(?=\d|~|[A-Z])/iy;
const BETWEEN_DATE_AND_TIME = /(?:\s?T(?=\d)|\s*(?:,|\||@|[-–—]|:)?\s*(?:at\b)?\s*)/y;
const BETWEEN_TIME_AND_DATE = /(?:\s*(?:,|\|)\s*(?:on\s+)?|\s+on\s+|\s+)/y;
const RANGE = /\s*(?:[-–—→]|to\b|until\b|till\b|and\b|->)\s*/y;
const ESTIMATE = String.raw`(?:approx(?:imate(?:ly)?|\.)?|estimated?|est\.|circa|ca\.)`;
/** "10:50 approximately half of them failed": a word is about the time only in brackets, or where a mark or nothing follows. */
const ABOUT_AFTER = new RegExp(
  String.raw`\s?(?:\(${ESTIMATE}\)|-?ish\b|~(?=\s|$|[:–—|)\]])|\?(?!\w)|${ESTIMATE}(?=\s?(?::|[–—|)\]]|-\s|\n|$)))`,
  'iy',
);
const CLOSING = /[\])>]*/y;
const SEPARATOR = /[\s\u00a0]*(?:(?:[-–—:|…·•→>=]|\.{3}|->|=>|[,.;](?=\s|$))[\s\u00a0]*)*/y;
/** What may follow a time that no mark follows: its own end, or words. */
const BOUNDARY = /$|[\s\u00a0\])>(|:,;.…–—\-→=?~•·]/y;
const AFTER_WORDY_DATE = /\s*(?:$|[\]):|–—…→,]|-\s|\n)/y;

/** Reads the time a text begins with. Nothing is read where it begins with anything else. */
export function readWhen(text: string): When | undefined {
  const cursor: Cursor = { text: text.slice(0, 300), position: 0 };
  eat(cursor, OPENING);
  const start = cursor.position;
  const isPartOfText = eat(cursor, LOOSE) !== undefined;
  if (!isPartOfText) eat(cursor, AT);
  const isAbout = eat(cursor, ABOUT) !== undefined;
  const unknown = eatUnknown(cursor);
  const offset = unknown ? undefined : readElapsed(cursor);
  const at = unknown || offset !== undefined ? undefined : readMoment(cursor);
  if (!unknown && offset === undefined && !at) return undefined;
  const beforeWords = cursor.position;
  const isAboutAfter = eat(cursor, ABOUT_AFTER) !== undefined;
  const isLast = isAboutAfter && cursor.position === text.trimEnd().length && /\w$/.test(text.slice(0, cursor.position));
  const until = at?.clock ? readUntil(cursor) : undefined;
  const isUntilAbout = until !== undefined && eat(cursor, ABOUT_AFTER) !== undefined;
  eat(cursor, CLOSING);
  const zone = at?.clock && !at.zone ? attempt(cursor, readZoneWords) : undefined;
  if (!looksAt(cursor, BOUNDARY) || (at && !at.clock && !isClosedDate(at, cursor))) return undefined;
  const written = text.slice(start, cursor.position).trim();
  eat(cursor, SEPARATOR);
  return {
    ...(at && { at: sameHalf(zone ? { ...at, zone } : at, until) }),
    ...(until && { until }),
    ...(offset !== undefined && { offset }),
    approximate: isAbout || isAboutAfter || isUntilAbout || isPartOfText,
    isPartOfText,
    ...(isLast && { lastWords: beforeWords }),
    end: isPartOfText ? 0 : cursor.position,
    written,
  };
}

/** A time that is the whole of the text, as in a table's cell or a heading. */
export function readWholeWhen(text: string): When | undefined {
  const when = readWhen(text);
  return when && !when.isPartOfText && when.end >= text.trimEnd().length ? when : undefined;
}

/** A time of day, with or without its zone, that is the whole of the text: `14:07`, `14:07 UTC`. */
export function readClockAlone(text: string): When | undefined {
  const when = /^\s*\d{1,2}:\d{2}/.test(text) ? readWholeWhen(text) : undefined;
  return when?.at?.clock && !when.at.date && !when.until ? when : undefined;
}

/** A date with a time at the very end of a text: "Fault occurs 2020-04-15 07:15". */
export function readTrailingWhen(text: string): { when: When; start: number } | undefined {
  const match =
    /(?:^|[\s(,:–—-])\(?((?:\d{4}-\d{2}-\d{2}|\d{1,2} [A-Z][a-z]{2,8} \d{4}|[A-Z][a-z]{2,8} \d{1,2}, \d{4}),?[ T].{4,24})$/.exec(
      text.slice(-60),
    );
  if (!match?.[1]) return undefined;
  const when = readWholeWhen(match[1]);
  if (!when?.at?.clock) return undefined;
  return { when, start: text.length - match[0].length };
}

/** A date, a time of day or both, at the cursor. */
export function readMoment(cursor: Cursor): Moment | undefined {
  return attempt(cursor, readDateFirst) ?? attempt(cursor, readTimeFirst);
}

function readDateFirst(cursor: Cursor): Moment | undefined {
  const date = readDate(cursor);
  if (!date) return undefined;
  const timed = attempt(cursor, () => {
    eat(cursor, BETWEEN_DATE_AND_TIME);
    const isWhole = date.words.kind === 'date' && date.words.year !== undefined;
    return withZone(cursor) ?? (isWhole && looksAt(cursor, /(?<=\s)\d/y) ? readClockAfterDate(cursor) : undefined);
  });
  return timed ? { date: date.words, ...timed } : { date: date.words };
}

function readTimeFirst(cursor: Cursor): Moment | undefined {
  const timed = withZone(cursor);
  if (!timed) return undefined;
  const date = attempt(cursor, () => {
    if (!eat(cursor, BETWEEN_TIME_AND_DATE)) return undefined;
    const read = readDate(cursor);
    // "14:02 Monday deploys stop" and "14:02, 3 May" differ: only a full date belongs to the time before it.
    return read?.words.kind === 'date' && (read.words.year !== undefined || looksAt(cursor, AFTER_WORDY_DATE)) ? read : undefined;
  });
  return date ? { date: date.words, ...timed } : timed;
}

function withZone(cursor: Cursor): (Moment & { readonly clock: Clock }) | undefined {
  const { position } = cursor;
  const read: ReadClock | undefined = readClock(cursor);
  if (!read) return undefined;
  const before = { clock: read.clock, start: position };
  const zone = attempt(cursor, () => readOffset(cursor, before) ?? readUtcBeforeEnd(cursor, before) ?? readZoneWords(cursor));
  return zone ? { ...read, zone } : read;
}

function readUntil(cursor: Cursor): Moment | undefined {
  return attempt(cursor, () => {
    if (!eat(cursor, RANGE)) return undefined;
    eat(cursor, ABOUT);
    const moment = readMoment(cursor);
    return moment?.clock && looksAt(cursor, BOUNDARY) ? moment : undefined;
  });
}

/** "2:15 – 2:40 PM": the half of the day is said once for both ends. */
function sameHalf(at: Moment, until: Moment | undefined): Moment {
  const { clock } = at;
  if (!clock || at.isHalf || !until?.isHalf || !until.clock) return at;
  const isMeant = clock.hour < 12 && until.clock.hour >= 12 && clock.hour + 12 <= until.clock.hour;
  return isMeant ? { ...at, clock: { ...clock, hour: clock.hour + 12 } } : at;
}

/** A date alone is one where it cannot be read otherwise, or where something ends it. */
function isClosedDate(moment: Moment, cursor: Cursor): boolean {
  const isPlain = moment.date?.kind === 'date' && moment.date.year !== undefined;
  return isPlain || looksAt(cursor, AFTER_WORDY_DATE);
}
