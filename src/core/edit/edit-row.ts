// Ways to change one field of an action item that is a row of a table: in the column for it, or as a mark in the cell of the title.

import type { FieldContext } from '../body/action-fields.ts';
import { type Column, columnsOf } from '../body/action-table.ts';
import type { TableRow } from './body-item.ts';
import type { Change, FieldKey } from './changes.ts';
import { type Edit, waysForTitle, waysInLine } from './edit-marks.ts';
import { type SomeFields, valueSpellings } from './mark-spellings.ts';
import { fieldKey, marksInHead, valueFields } from './marks.ts';
import type { Region, Splice } from './splice.ts';

interface Row {
  readonly text: string;
  readonly columns: readonly Column[];
  /** What stands between the bars, blanks and all. */
  readonly cells: readonly Region[];
  readonly headCells: readonly Region[];
  readonly region: Region;
  readonly context: FieldContext;
}

interface RowChange {
  readonly change: Change;
  readonly context: FieldContext;
  /** The title as it reads now. */
  readonly title: string;
}

export function waysInRow(text: string, { region, header, headerLine }: TableRow, { change, context, title }: RowChange): Edit[] {
  const columns = columnsOf(header);
  const row: Row = { text, columns, region, context, cells: splitCells(text, region), headCells: splitCells(text, headerLine) };
  const cell = row.cells[columns.indexOf('title')];
  const inColumns = waysInColumns(row, change);
  if (!cell) return inColumns;
  const head = trimmed(text, cell);
  if (change.field === 'title')
    return change.value === undefined ? [] : waysForTitle({ text, head }, escapeBars(title), escapeBars(change.value));
  return [...inColumns, ...waysInLine({ text, head, write: escapeBars, ...marksInHead(text, head, context) }, change)];
}

function waysInColumns(row: Row, change: Change): Edit[] {
  const named = row.columns.flatMap((column, at) => (isField(column) && fieldKey(column) === change.field ? [at] : []));
  const saying = row.columns.flatMap((_, at) => (fieldsIn(row, at)?.[change.field] !== undefined ? [at] : []));
  const related = row.columns.flatMap((column, at) => (isRelated(column, change.field) ? [at] : []));
  return [...new Set([...saying, ...named, ...related])].flatMap((at) => waysInCell(row, at, change));
}

/** A column for the status says why, and since when, too. */
function isRelated(column: Column, field: FieldKey): boolean {
  return (column === 'status' && (field === 'reason' || field === 'completed')) || (column === 'completed' && field === 'status');
}

function isField(column: Column): column is Exclude<Column, 'title' | 'detail' | 'other'> {
  return column !== 'title' && column !== 'detail' && column !== 'other';
}

function fieldsIn(row: Row, at: number): SomeFields | undefined {
  const [column, cell] = [row.columns[at], row.cells[at]];
  return column && cell && isField(column) ? valueFields(column, contentOf(row, cell), row.context) : undefined;
}

function waysInCell(row: Row, at: number, { field, value }: Change): Edit[] {
  const column = row.columns[at];
  if (!column || !isField(column)) return [];
  const now = fieldsIn(row, at) ?? {};
  const wanted = { ...now, [field]: value };
  const cell = row.cells[at];
  if (Object.values(wanted).every((each) => each === undefined)) return cell ? [[fill(row, at, '')]] : [];
  const content = cell ? contentOf(row, cell) : '';
  const old = now[field];
  const literal =
    value !== undefined && old !== undefined && content.split(old).length === 2 && !/\][([]/.test(content)
      ? [content.replace(old, () => escapeBars(value))]
      : [];
  const spelt = valueSpellings(fieldKey(column), wanted).map(escapeBars);
  const inCase = /^\p{Lu}/u.test(content) && column === 'status' ? spelt.map(capitalised) : spelt;
  return [...literal, ...inCase].map((words) => [fill(row, at, words)]);
}

/** Puts words into a cell; a table whose bars stand below one another keeps them so where there is room. */
function fill({ text, cells, headCells, region }: Row, at: number, words: string): Splice {
  const cell = cells[at];
  const last = cells.at(-1);
  if (!cell) {
    const end = region.from + text.slice(region.from, region.to).trimEnd().length;
    const isClosed = last === undefined || end > last.to;
    const blank = ' |'.repeat(at - cells.length);
    return { from: end, to: end, text: isClosed ? `${blank} ${words} |` : ` |${blank} ${words}` };
  }
  const inside = text.slice(cell.from, cell.to);
  const content = inside.trim();
  const before = content === '' ? ' ' : inside.slice(0, inside.indexOf(content));
  const after = content === '' ? ' ' : inside.slice(inside.indexOf(content) + content.length);
  const width = (headCells[at]?.to ?? 0) - (headCells[at]?.from ?? 0);
  const isAligned = width === inside.length && cell.to < region.to;
  const written = words === '' ? ' ' : `${before}${words}${after === '' ? '' : ' '}`;
  const unaligned = words === '' ? ' ' : `${before}${words}${after}`;
  return { ...cell, text: isAligned ? written.padEnd(width) : unaligned };
}

function contentOf({ text }: Row, { from, to }: Region): string {
  return text.slice(from, to).trim();
}

function trimmed(text: string, { from, to }: Region): Region {
  const inside = text.slice(from, to);
  const start = from + (inside.length - inside.trimStart().length);
  return { from: start, to: Math.max(start, from + inside.trimEnd().length) };
}

/** Cells as markdown-it cuts them: at every bar without a backslash before it. */
function splitCells(text: string, { from, to }: Region): Region[] {
  const line = trimmed(text, { from, to });
  const cells: Region[] = [];
  let start = line.from;
  let isEscaped = false;
  for (let index = line.from; index <= line.to; index++) {
    const character = text[index];
    if (index === line.to || (character === '|' && !isEscaped)) {
      cells.push({ from: start, to: index });
      start = index + 1;
    }
    isEscaped = character === '\\';
  }
  const [first] = cells;
  if (first && first.from === first.to) cells.shift();
  const last = cells.at(-1);
  if (last && last.from === last.to) cells.pop();
  return cells;
}

function escapeBars(words: string): string {
  return words.replaceAll('|', '\\|');
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
