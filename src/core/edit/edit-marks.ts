// Ways to change one field of an action item that is written as a line with marks, the likeliest first. Which of them the reader understands as it
// was meant is found out by reading: see `edit-action.ts`.
import type { Change, FieldKey } from './changes.ts';
import { FIELD_TITLES, markSpellings, type SomeFields, valueSpellings } from './mark-spellings.ts';
import type { Gap, Mark, Marks } from './marks.ts';
import type { Region, Splice } from './splice.ts';

export type Edit = readonly Splice[];

export interface Line extends Marks {
  /** Of the whole file. */
  readonly text: string;
  readonly head: Region;
  /** Offset of the character between the brackets of a task's box. */
  readonly box?: number;
  /** What a further line below the item begins with; absent where none can stand. */
  readonly below?: { readonly at: number; readonly lead: string };
  /** Makes words safe for where they will stand. */
  readonly write: (words: string) => string;
}

export function waysInLine(line: Line, change: Change): Edit[] {
  const { field, value } = change;
  if (field === 'status') return waysForStatus(line, value ?? 'open');
  const speaking = line.marks.filter((mark) => says(mark, field));
  const inPlace = speaking.flatMap((mark) => [
    ...literally(line, mark, change),
    ...respelt(line, mark, { ...mark.fields, [field]: value }),
  ]);
  if (value === undefined) return inPlace;
  if (field === 'title') return [];
  const joined = line.marks
    .filter((mark) => isRelated(mark, field))
    .flatMap((mark) => respelt(line, mark, { ...mark.fields, [field]: value }));
  const beside = markSpellings({ [field]: value }).flatMap((parts) => inGaps(line, parts));
  const before = field === 'id' ? [[{ from: line.head.from, to: line.head.from, text: `${value}: ` }]] : [];
  const ownLine = onItsOwnLine(line, field, value);
  const moved = speaking.length === 0 ? [] : ownLine.map((added) => [...speaking.map(({ cut }) => ({ ...cut, text: '' })), ...added]);
  return [...inPlace, ...joined, ...before, ...beside, ...ownLine, ...moved];
}

/** The title itself, where its words stand in one place. */
export function waysForTitle({ text, head }: Pick<Line, 'text' | 'head'>, now: string, title: string): Edit[] {
  const source = text.slice(head.from, head.to);
  const at = source.indexOf(now);
  if (at < 0 || source.indexOf(now, at + 1) >= 0) return [];
  return [[{ from: head.from + at, to: head.from + at + now.length, text: title }]];
}

function says(mark: Mark, field: FieldKey): boolean {
  return mark.fields[field] !== undefined;
}

/** A reason belongs to what it is the reason of, and a day to what was done. */
function isRelated({ fields }: Mark, field: FieldKey): boolean {
  if (fields[field] !== undefined) return false;
  if (field === 'reason') return fields.status === 'blocked' || fields.status === 'wont_do';
  return field === 'completed' && fields.status === 'done';
}

/** `due by 2026-12-01` keeps its words: the value alone is another. The words of a link are not, for it would lead where it led before. */
function literally({ text, write }: Line, mark: Mark, { field, value }: Change): Edit[] {
  const old = mark.fields[field];
  const source = text.slice(mark.from, mark.to);
  const at = old === undefined ? -1 : source.indexOf(old);
  if (value === undefined || old === undefined || at < 0 || source.indexOf(old, at + 1) >= 0 || /\][([]/.test(source)) return [];
  return [[{ from: mark.from + at, to: mark.from + at + old.length, text: write(value) }]];
}

function respelt({ write }: Line, mark: Mark, fields: SomeFields): Edit[] {
  if (Object.values(fields).every((value) => value === undefined)) return [[{ ...mark.cut, text: '' }]];
  const { column, isBare } = mark;
  const ways = column === undefined ? markSpellings(fields) : valueSpellings(column, fields).map((value) => [value]);
  return ways.flatMap((parts) => {
    if (parts.length === 0) return [[{ ...mark.cut, text: '' }]];
    const words = parts.map(write).join(', ');
    return [words, ...(isBare ? [`(${words})`] : [])].map((text) => [{ from: mark.from, to: mark.to, text }]);
  });
}

function inGaps({ gaps, write }: Line, parts: readonly string[]): Edit[] {
  if (parts.length === 0) return [];
  return gaps.map((gap) => [inGap(gap, parts.map(write))]);
}

function inGap({ at, before, between, after }: Gap, parts: readonly string[]): Splice {
  return { from: at, to: at, text: before + parts.join(between) + after };
}

/** Where a bracket cannot hold a value, for its commas or brackets, a line below can. */
function onItsOwnLine({ below, write }: Line, field: Exclude<FieldKey, 'title'>, value: string): Edit[] {
  return below ? [[{ from: below.at, to: below.at, text: `\n${below.lead}${FIELD_TITLES[field]}: ${write(value)}` }]] : [];
}

/** A day on its own says when a task is due, and behind a ticked box since when it is done: here it is told which it is. */
function namedDates({ marks, text }: Line): Edit {
  return marks.flatMap(({ from, to, fields }) => (fields.due === text.slice(from, to) ? [{ from, to, text: `due ${fields.due}` }] : []));
}

const SIGNS: Readonly<Record<string, string>> = { open: '⬜', done: '✅', in_progress: '⏳', wont_do: '[-]' };
const SIGN = /^(?:[✅☑✔🔲⬜☐◻⏳🚧]|\[-\])/u;

/** The box alone, then the box with what is said besides, then one mark more. */
function waysForStatus(line: Line, status: string): Edit[] {
  const box = boxFor(line, status);
  const speaking = line.marks.filter((mark) => says(mark, 'status'));
  const ways = speaking.map((mark) => [...respelt(line, mark, { ...mark.fields, status }), ...withSign(line, mark, status)]);
  const most = Math.max(0, ...ways.map((of) => of.length));
  const together = Array.from({ length: ways.every((of) => of.length > 0) ? most : 0 }, (_, at) =>
    ways.flatMap((of) => of[Math.min(at, of.length - 1)] ?? []),
  );
  const [leastSaid = []] = together;
  const dates = box.length > 0 ? namedDates(line) : [];
  const more = markSpellings({ status }).flatMap((parts) => inGaps(line, parts));
  return [
    ...(box.length > 0 ? [box] : []),
    ...(dates.length > 0 ? [[...box, ...dates]] : []),
    ...together.map((marks) => [...box, ...marks]),
    ...together,
    ...more.map((mark) => [...box, ...mark]),
    ...more.map((mark) => [...box, ...leastSaid, ...mark]),
    ...more,
    ...onItsOwnLine(line, 'status', status.replace('_', ' ').replace('wont', "won't")).map((mark) => [...box, ...mark]),
  ];
}

function boxFor({ box, text }: Line, status: string): Edit {
  if (box === undefined) return [];
  const isTicked = text[box] !== ' ';
  return isTicked === (status === 'done') ? [] : [{ from: box, to: box + 1, text: isTicked ? ' ' : 'x' }];
}

function withSign({ text }: Line, mark: Mark, status: string): Edit[] {
  const sign = SIGN.exec(text.slice(mark.from, mark.to))?.[0];
  const other = SIGNS[status];
  if (sign === undefined) return [];
  return other === undefined ? [] : [[{ from: mark.from, to: mark.to, text: other }]];
}
