// Action items written as a table: columns by header, and what has no field kept behind the title.
import type { Token } from 'markdown-it';
import type { ActionDraft } from './action-draft.ts';
import { groupFields } from './action-draft.ts';
import { type ActionFields, type FieldContext, type FieldName, fieldNamed, readField } from './action-fields.ts';
import type { ActionGroup } from './action-group.ts';
import { readActionText } from './action-text.ts';
import type { Block } from './blocks.ts';
import { linksIn, textLike, trimmed } from './inline.ts';
import { cellText, columnName, type Row, readTable } from './table.ts';

export interface ActionTable {
  readonly drafts: readonly ActionDraft[];
  /** Headers that stand for no field. */
  readonly unknown: readonly string[];
}

/** `detail`: a second text beside the title, kept behind it as `other` is, but nothing to warn of. */
export type Column = FieldName | 'title' | 'detail' | 'other';

/** What is to be done, by the surest name first. */
const TITLES = [
  /^(?:actions?|action items?|action to take|what|to ?do|measures?|follow ?ups?|remediations?|recommendations?|improvements?)$/,
  /^(?:tasks?|titles?|items?|summary|work)$/,
  /^(?:descriptions?|details?|notes?|comments?)$/,
];
/^(?:actions?|action items?|items?|what|tasks?|titles?|descriptions?|summary|to ?do|measures?|improvements?|follow ?ups?|remediations?|details?|action to take|recommendations?|work)$/;

/** The items of a table that has a column for what is to be done. */
export function readActionTable(block: Block, group: ActionGroup, context: FieldContext): ActionTable | undefined {
  const table = readTable(block);
  const columns = columnsOf(table.header);
  if (!columns.includes('title')) return undefined;
  const unknown = table.header.filter((header, index) => columns[index] === 'other' && cellText(header) !== '').map(cellText);
  const rows = table.rows.filter((row) => row.cells.some((cell) => cellText(cell) !== ''));
  return { drafts: rows.map((row) => draftOfRow(row, { columns, header: table.header, group, context })), unknown };
}

interface Reading {
  readonly columns: readonly Column[];
  readonly header: readonly Token[];
  readonly group: ActionGroup;
  readonly context: FieldContext;
}

/** What the columns of a table of action items stand for. */
export function columnsOf(header: readonly Token[]): Column[] {
  const names = header.map(columnName);
  const sure = TITLES.find((pattern) => names.some((name) => pattern.test(name)));
  const title = sure ? names.findIndex((name) => sure.test(name)) : names.findIndex((name) => name !== '' && !fieldNamed(name));
  const columns: Column[] = [];
  names.forEach((name, index) => {
    const field = fieldNamed(name);
    const isText = TITLES.some((pattern) => pattern.test(name));
    if (index === title) columns.push('title');
    else if (field && !columns.includes(field)) columns.push(field);
    else columns.push(isText ? 'detail' : 'other');
  });
  return columns;
}

function draftOfRow(row: Row, reading: Reading): ActionDraft {
  const { columns, header, group, context } = reading;
  const titleCell = row.cells[columns.indexOf('title')];
  const read = readActionText(titleCell?.children ?? [], titleCell?.content ?? '', context);
  let fields: ActionFields = { ...groupFields(group), ...read.fields };
  const problems = [...read.problems];
  const children = [...read.words.children];
  const keep = (words: readonly Token[], name: string): void => {
    const like = words[0];
    if (!like) return;
    children.push(textLike(like, `${children.length > 0 ? ' ' : ''}(${name === '' ? '' : `${name}: `}`), ...words, textLike(like, ')'));
  };
  row.cells.forEach((cell, index) => {
    const column = columns[index] ?? 'other';
    const text = cellText(cell);
    if (column === 'title' || text === '') return;
    const href = linksIn(cell.children ?? [])[0]?.href;
    const found = column === 'other' || column === 'detail' ? undefined : readField(column, { text, ...(href && { href }) }, context);
    // A state beside a ticket is worth less than one that stands for itself.
    const known = column === 'ticket' && fields.status ? { status: fields.status } : {};
    if (found && 'fields' in found) fields = { ...fields, ...found.fields, ...known };
    if (found && 'problem' in found) problems.push(found.problem);
    // A state in words of its own says why the item stands where it does.
    if (column === 'status' && !found) fields = { ...fields, reason: text };
    else if (!found || 'problem' in found) keep(trimmed(cell.children ?? []), cellText(header[index]));
    else for (const other of found.others ?? []) keep([textLike(cell, other)], cellText(header[index]));
  });
  for (const other of read.others) keep(other, '');
  if (titleCell && group.note !== undefined) keep([textLike(titleCell, group.note)], '');
  return { words: { ...read.words, children }, fields, problems, line: row.line, rest: [] };
}
