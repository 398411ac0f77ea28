// One line of a timeline: its time, wherever it stands in the line, and its words.
import { kindBeforeTime, kindOf } from '../../../core/body/timeline-kind.ts';
import { readTrailingWhen, readWhen, type When } from '../../../core/body/when/read-when.ts';
import type { TimelineKind } from '../../../core/model/incident.ts';
import type { Line } from '../layout/lines.ts';
import { momentsIn } from '../page.ts';
import { findMoments } from './find.ts';

export interface Entry {
  readonly when: When;
  readonly words: string;
  /** What stands below it and belongs to it. */
  readonly below: string;
  readonly line: Line;
  readonly kind?: TimelineKind;
  /** Names a day for the times below it, and tells nothing itself. */
  readonly isDay?: true;
}

/** More words than this are a paragraph that happens to hold a time. */
const MOST_WORDS = 16;
/** Behind a day: nothing, or what is said of the times below it. */
const ABOUT_TIMES = /^(?:\(?(?:all |the )?times?(?:stamps)? [^)]{0,40}\)?|\([A-Z]{2,5}(?:[+-]\d{1,2})?\))?[.:]?$/i;
const PLACEHOLDER = /^\W*(?:\d{4}-\d{2}-\d{2} |\d{0,2}(?:YY|xx)[-/\w]* )?(?:HH:mm|hh:mm|HH:MM|XX:XX|xx:xx)\b/;
/** "20202-01-16 12:00": a slip that leaves the year open. That the line is an entry is plain. */
const SLIP = /^\W*(\d{5,6}-\d{1,2}-\d{1,2}(?:[ T]\d{1,2}:\d{2})?)\s*[|:–—-]*\s*/;
/** A number or a letter, as the first column of a table. */
const ORDINAL = /^(?:#?\d{1,3}[.)]?|[a-z])?$/i;

export function entryOf(line: Line): Entry | undefined {
  // A form's own line, left among the filled ones.
  if (PLACEHOLDER.test(line.words)) return undefined;
  if (line.kind === 'row') return rowEntry(line, line.cells ?? []) ?? slip(line);
  if (line.kind === 'blank' || line.kind === 'code' || line.kind === 'rule') return undefined;
  return leadingEntry(line, line.words) ?? laterEntry(line) ?? slip(line);
}

function slip(line: Line): Entry | undefined {
  const match = SLIP.exec(line.words);
  if (!match?.[1]) return undefined;
  const when = { approximate: true, isPartOfText: false, end: match[0].length, written: match[1] };
  return { when, words: line.words, below: '', line };
}

function leadingEntry(line: Line, text: string): Entry | undefined {
  const when = readWhen(text) ?? foundAtStart(line);
  if (!when || (when.at === undefined && when.offset === undefined)) return undefined;
  const words = text.slice(when.end).trim();
  const label = /^([\p{L} ]{3,30})[:.–—-]/u.exec(words)?.[1];
  const kind = label === undefined ? kindOf(words.slice(0, 40)) : kindOf(label);
  const isDay = when.at?.date !== undefined && !when.at.clock && !when.until && ABOUT_TIMES.test(words);
  return { when, words: when.isPartOfText ? text : words, below: '', line, ...(kind && { kind }), ...(isDay && { isDay: true as const }) };
}

/** What the reader of beginnings does not know: `14 h 30`, `2100hrs WAT`, `3:AM`, `7 de mayo, 14:00`. */
function foundAtStart(line: Line): When | undefined {
  const found = momentsIn(line)[0];
  if (!found) return undefined;
  const lead = line.words.slice(0, found.start);
  if (
    !/^[^\p{L}\p{N}]*(?:(?:a|el|le|la|las|los|am|um|on|at|à|vers|gegen|sobre|around|about|approx\.?|del?|ca\.?)\s+){0,2}[(~]?$/iu.test(
      lead,
    ) ||
    /[\p{L}\p{N}]{6}/u.test(lead)
  )
    return undefined;
  const gap = /^[\s)\]]*(?:(?:[-–—:|→>=,.…]|->)\s*)*/u.exec(line.words.slice(found.end))?.[0].length ?? 0;
  // A time before other words belongs to a sentence unless a mark follows it.
  const isMarked =
    /[-–—:|→>,.]/.test(line.words.slice(found.end, found.end + gap)) ||
    found.end >= line.words.length ||
    /^\s*\(/.test(line.words.slice(found.end));
  if (!isMarked && line.kind !== 'item' && !found.clock) return undefined;
  const { start, end, until, ...at } = found;
  return {
    at,
    ...(until && { until }),
    approximate: /~|approx|around|about|vers|sobre|gegen|ca/i.test(lead),
    isPartOfText: false,
    end: end + gap,
    written: line.words.slice(start, end),
  };
}

/** "Fault occurs 2020-04-15 07:15", "Detected: 14:02", "It was detected on 02/02/2022 at 17:00". */
function laterEntry(line: Line): Entry | undefined {
  const trailing = readTrailingWhen(line.words);
  if (trailing) return { when: trailing.when, words: line.words.slice(0, trailing.start).trim(), below: '', line, ...kindIn(line.words) };
  const label = kindBeforeTime(line.words);
  const when = label && readWhen(line.words.slice(label.end));
  if (label && when?.at?.clock) return { when, words: line.words, below: '', line, kind: label.kind };
  const found = momentsIn(line)[0];
  if (!found?.date || !found.clock || line.words.split(' ').length > MOST_WORDS) return undefined;
  const { start, end, until, ...at } = found;
  const written = line.words.slice(start, end);
  return {
    when: { at, ...(until && { until }), approximate: false, isPartOfText: true, end: 0, written },
    words: line.words,
    below: '',
    line,
    ...kindIn(line.words),
  };
}

function kindIn(words: string): { kind: TimelineKind } | Record<string, never> {
  const kind = words
    .split(/[\s:]+/)
    .slice(0, 5)
    .map((word) => kindOf(word))
    .find((each) => each !== undefined);
  return kind ? { kind } : {};
}

/** The cells a time is spread over, from the first; or the one cell that is a time. */
function rowEntry(line: Line, cells: readonly string[]): Entry | undefined {
  const first = cells.findIndex((cell) => !ORDINAL.test(cell));
  if (first < 0) return undefined;
  for (let count = Math.min(3, cells.length - first - 1); count >= 1; count--) {
    const text = cells.slice(first, first + count).join(' ');
    const when = readWhen(text);
    if (when && (when.at ?? when.offset) !== undefined && when.end >= text.length) return ofCells(line, when, cells.slice(first + count));
  }
  const other = cells.findIndex((cell) => {
    const when = cell.length > 2 ? readWhen(cell) : undefined;
    return when?.at !== undefined && when.end >= cell.length;
  });
  const alone = other < 0 ? undefined : readWhen(cells[other] ?? '');
  if (alone) return ofCells(line, alone, [...cells.slice(first, other), ...cells.slice(other + 1)]);
  // "2026-05-07 midday": the date is read, the rest of the cell is kept with the words.
  const loose = readWhen(cells[first] ?? '');
  const isShort = (cells[first] ?? '').length <= 50 && cells.length > 1;
  const found = isShort ? findMoments(cells[first] ?? '')[0] : undefined;
  if (found?.clock && found.start <= 3) {
    const { start, end, until, ...at } = found;
    const written = (cells[first] ?? '').slice(start, end);
    return ofCells(
      line,
      { at, ...(until && { until }), approximate: /~|aprox|approx/i.test(cells[first] ?? ''), isPartOfText: false, end, written },
      cells.slice(first + 1),
    );
  }
  if (!loose || (!loose.at && loose.offset === undefined) || !isShort) return undefined;
  return ofCells(line, loose, [(cells[first] ?? '').slice(loose.end), ...cells.slice(first + 1)]);
}

function ofCells(line: Line, when: When, cells: readonly string[]): Entry {
  const texts = cells.map((cell) => cell.trim()).filter((cell) => cell !== '' && cell !== '-');
  const kind = texts.map((text) => kindOf(text)).find((each) => each !== undefined);
  const isDay = when.at?.date !== undefined && !when.at.clock && texts.length === 0;
  return { when, words: texts.join(' — '), below: '', line, ...(kind && { kind }), ...(isDay && { isDay: true as const }) };
}
