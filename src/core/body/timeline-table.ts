// Timelines written as a table: columns by header, days carried down, what has no column of its own kept with the text.
import type { Token } from 'markdown-it';
import type { Block } from './blocks.ts';
import { textLike, trimmed } from './inline.ts';
import { cellText, columnName, type Row, readTable, type Table } from './table.ts';
import { type Draft, withKind } from './timeline-draft.ts';
import { kindOf } from './timeline-kind.ts';
import { readWholeWhen, type When } from './when/read-when.ts';
import { zoneInHeader } from './when/zone-words.ts';

type Column = 'time' | 'until' | 'text' | 'who' | 'kind' | 'other';

const NAMES: readonly (readonly [Column, RegExp])[] = [
  ['until', /^(?:end|until|to|end time|ended)$/],
  [
    'time',
    /^(?:(?:date|day|time|when|timestamp|datetime|start|at|from|utc|weekday|hour|clock)(?: (?:and|of|in|time|day|stamp|utc|event|cest|cet|gmt|[a-z]{2,4}))*|start time|local time)$/,
  ],
  ['who', /^(?:who|actor|by|person|people|responder|owner|team|role|by whom|author|source)$/],
  ['kind', /^(?:kind|type|phase|category|status)$/],
  [
    'text',
    /^(?:events?|what|what happened|descriptions?|details?|entry|message|activity|incident|summary|notes?|comments?|happening|text|update|actions?|event description)$/,
  ],
];

export interface TableEntries {
  readonly drafts: readonly Draft[];
  /** The zone its header gives. */
  readonly zone?: string;
}

/** The entries of a table that has a column of times. */
export function readTimelineTable(block: Block): TableEntries | undefined {
  const table = readTable(block);
  const columns = columnsOf(table);
  if (!columns.includes('time')) return undefined;
  const drafts = table.rows.filter((row) => row.cells.some((cell) => cellText(cell) !== '')).map((row) => draftOfRow(row, columns, table));
  if (!drafts.some(({ when }) => when?.at ?? when?.offset !== undefined)) return undefined;
  const zone = table.header.flatMap((header, index) => (columns[index] === 'time' ? [zoneInHeader(cellText(header))] : [])).find(Boolean);
  return zone ? { drafts, zone } : { drafts };
}

function columnsOf(table: Table): Column[] {
  const named = table.header.map((header): Column => NAMES.find(([, pattern]) => pattern.test(columnName(header)))?.[0] ?? 'other');
  if (!named.includes('time')) {
    // Headers in another language or none at all: the first column whose cells are mostly times.
    const index = table.header.findIndex((_, column) => isMostlyTimes(table.rows, column));
    if (index >= 0) named[index] = 'time';
  }
  if (!named.includes('text')) {
    const last = Math.max(named.lastIndexOf('other'), named.lastIndexOf('kind'), named.lastIndexOf('who'));
    if (last >= 0) named[named.indexOf('other') >= 0 ? named.indexOf('other') : last] = 'text';
  }
  return named;
}

function isMostlyTimes(rows: readonly Row[], column: number): boolean {
  const cells = rows.map((row) => cellText(row.cells[column])).filter((text) => text !== '');
  return cells.length > 0 && cells.filter((text) => readWholeWhen(text)).length * 2 >= cells.length;
}

function draftOfRow(row: Row, columns: readonly Column[], table: Table): Draft {
  const of = (column: Column): Token[] => row.cells.filter((_, index) => columns[index] === column);
  const timeText = joined(of('time'));
  const when = timeText === '' ? undefined : withUntil(readWholeWhen(timeText), joined(of('until')));
  const kind = kindOf(joined(of('kind')));
  const children = textOf(row, columns, { table, isTimeRead: when !== undefined });
  const source = children.map((child) => child.content).join('');
  return withKind({
    ...(when && { when }),
    ...(kind && { kind }),
    words: { children, source, before: '', after: '' },
    blocks: [],
    line: row.line,
  });
}

function joined(cells: readonly Token[]): string {
  return cells
    .map(cellText)
    .filter((text) => text !== '')
    .join(' ');
}

function withUntil(when: When | undefined, text: string): When | undefined {
  const until = text === '' ? undefined : readWholeWhen(text)?.at;
  return when?.at && until?.clock && !when.until ? { ...when, until } : when;
}

interface RowFacts {
  readonly table: Table;
  readonly isTimeRead: boolean;
}

/** The words of the text columns; every other cell that became nothing else follows in brackets, under its header. */
function textOf(row: Row, columns: readonly Column[], { table, isTimeRead }: RowFacts): Token[] {
  const children: Token[] = [];
  const append = (cell: Token, before: string, after: string): void => {
    const words = trimmed(cell.children ?? []);
    if (words.length === 0) return;
    const lead = children.length > 0 ? ` ${before}` : before.trimStart();
    children.push(textLike(words[0] as Token, lead), ...words, textLike(words[0] as Token, after));
  };
  row.cells.forEach((cell, index) => {
    if (columns[index] === 'text' || (columns[index] === 'time' && !isTimeRead)) append(cell, '', '');
  });
  row.cells.forEach((cell, index) => {
    const column = columns[index];
    const isSpent = column === 'text' || column === 'time' || (column === 'kind' && kindOf(cellText(cell)) !== undefined);
    if (isSpent || (column === 'until' && isTimeRead && readWholeWhen(cellText(cell))?.at?.clock)) return;
    const header = table.header[index];
    const name = column === 'who' || !header ? '' : cellText(header);
    append(cell, name === '' ? '(' : `(${name}: `, ')');
  });
  return children.filter((child) => child.type !== 'text' || child.content !== '');
}
