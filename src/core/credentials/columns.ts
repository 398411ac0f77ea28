// Columns of Markdown's tables that are headed by the name of a secret: `| User | Password |`, and in the rows below it `| root | hunter2 |`.
import type { Credential } from './model.ts';
import { findName, isSecret, type Name } from './pairs.ts';

/** Cheap to see that a text has no table. */
const ANY_RULE = /\|[ \t]*:?-|-:?[ \t]*\|/;
const LINES = /[^\n]*(?:\n|$)/g;
/** Between the heads and the rows: `|---|:--|`. */
const RULE = /^[\s>|:-]+$/;
const MARGIN = /^[\s>]*\|?/;
/** A head is a name, not a sentence about one. */
const LONGEST_HEAD = 40;

interface Cell {
  readonly start: number;
  readonly end: number;
  /** Within backticks or quotes. */
  readonly isQuoted: boolean;
}

export function findInColumns(text: string): Credential[] {
  if (!ANY_RULE.test(text)) return [];
  const found: Credential[] = [];
  let heads: (Name | undefined)[] = [];
  let above = 0;
  for (const { 0: line, index } of text.matchAll(LINES)) {
    if (!line.includes('|')) heads = [];
    else if (heads.length > 0) found.push(...findInRow(text, cellsOf(text, index, index + line.length), heads));
    else if (line.includes('-') && RULE.test(line)) heads = headsOf(text, above, index);
    above = index;
  }
  return found;
}

/** The names that head columns; none where no head is one. */
function headsOf(text: string, start: number, end: number): (Name | undefined)[] {
  const heads = cellsOf(text, start, end).map((cell) => nameIn(text, cell));
  return heads.some((name) => name !== undefined) ? heads : [];
}

function findInRow(text: string, cells: readonly Cell[], heads: readonly (Name | undefined)[]): Credential[] {
  return heads.flatMap((name, column) => {
    const value = cells[column];
    if (name === undefined || value === undefined || !isSecret({ text, name, value, isQuoted: value.isQuoted, way: 'told' })) return [];
    const { start, end } = value;
    return { start, end, what: name.isMadeUp ? 'A password' : 'A secret', name: text.slice(name.start, name.end) };
  });
}

function cellsOf(text: string, start: number, end: number): Cell[] {
  const cells: Cell[] = [];
  let from = start + (MARGIN.exec(text.slice(start, end))?.[0].length ?? 0);
  while (from < end) {
    const bar = text.indexOf('|', from);
    const to = bar < 0 || bar > end ? end : bar;
    cells.push(cellOf(text, from, to));
    from = to + 1;
  }
  return cells;
}

/** Without what surrounds its text. */
function cellOf(text: string, from: number, to: number): Cell {
  let [start, end] = [from, to];
  while (start < end && ' \t\r\n*_`"\''.includes(text[start] as string)) start++;
  while (end > start && ' \t\r\n*_`"\''.includes(text[end - 1] as string)) end--;
  return { start, end, isQuoted: /[`"']/.test(text.slice(Math.max(from, start - 2), start)) };
}

/** `Root password`, `Passwords`, `API key`; not `Password policy`. */
function nameIn(text: string, { start, end }: Cell): Name | undefined {
  if (end - start > LONGEST_HEAD) return undefined;
  const name = findName(text.slice(start, end));
  return name && /^s?$/i.test(text.slice(start + name.end, end))
    ? { ...name, start: start + name.start, end: start + name.end }
    : undefined;
}
