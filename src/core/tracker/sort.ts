// Puts action items in the order that is asked for.
import type { Day } from '../model/timestamp.ts';
import type { Sort } from '../rows/list-query.ts';
import { fold } from '../rows/words.ts';
import type { CodedColumn } from './rows.ts';
import type { ActionColumn } from './state.ts';
import { type ActionTable, agesOf } from './table.ts';

export interface Order {
  readonly sort: Sort<ActionColumn>;
  readonly today: Day;
}

type Key = string | number | null;

/** What is not known stands last whichever way a column runs; equals keep the tracker's own order. */
export function sortActions(table: ActionTable, found: readonly number[], { sort, today }: Order): readonly number[] {
  const ranks = ranksOf(table);
  const byRank = (a: number, b: number) => (ranks[a] ?? 0) - (ranks[b] ?? 0);
  if (sort.column === 'due') return sort.descending ? backwards(table, [...found].sort(byRank)) : [...found].sort(byRank);
  const keys = keysOf(table, sort.column, today);
  const known = found.filter((row) => keys[row] !== null);
  const unknown = found.filter((row) => keys[row] === null);
  const direction = sort.descending ? -1 : 1;
  known.sort((a, b) => direction * compare(keys[a] ?? null, keys[b] ?? null) || byRank(a, b));
  return [...known, ...unknown.sort(byRank)];
}

const ranks = new WeakMap<ActionTable, readonly number[]>();

/** Where each row stands in the tracker's own order, which no day changes: two open items grow late alike. */
function ranksOf(table: ActionTable): readonly number[] {
  const known = ranks.get(table);
  if (known) return known;
  const order = Array.from({ length: table.size }, (_, row) => row).sort(trackerOrder(table));
  const made = new Array<number>(table.size);
  order.forEach((row, rank) => {
    made[row] = rank;
  });
  ranks.set(table, made);
  return made;
}

/** As `compareActions` of the archive: open before finished, the earliest due first, undated last, by priority; the latest done first. */
function trackerOrder({ rows, isOpen }: ActionTable): (a: number, b: number) => number {
  const { due, completed, priority } = rows;
  const last = priority.ids.length;
  const urgency = (row: number) => {
    const position = priority.rows[row] ?? -1;
    return position < 0 ? last : position;
  };
  const dueOf = (row: number) => (isOpen(row) ? (due[row] ?? Number.MAX_SAFE_INTEGER) : 0);
  const completedOf = (row: number) => completed[row] ?? Number.MIN_SAFE_INTEGER;
  return (a, b) =>
    Number(isOpen(b)) - Number(isOpen(a)) ||
    dueOf(a) - dueOf(b) ||
    urgency(a) - urgency(b) ||
    completedOf(b) - completedOf(a) ||
    // The newest incident first, and each one's items as it lists them.
    a - b;
}

/** The other way round, but what is open stays before what is finished, and what has a date before what has none. */
function backwards({ rows, isOpen }: ActionTable, sorted: readonly number[]): readonly number[] {
  const part = (row: number) => (isOpen(row) ? ((rows.due[row] ?? null) === null ? 1 : 0) : (rows.completed[row] ?? null) === null ? 3 : 2);
  return [0, 1, 2, 3].flatMap((number) => {
    const rowsOfPart = sorted.filter((row) => part(row) === number);
    return number % 2 === 0 ? rowsOfPart.reverse() : rowsOfPart;
  });
}

function keysOf(table: ActionTable, column: Exclude<ActionColumn, 'due'>, today: Day): readonly Key[] {
  const { rows, facets, incident } = table;
  switch (column) {
    case 'title':
      return rows.titles.map(fold);
    case 'owner':
    case 'team':
      return byName(rows[column]);
    case 'status':
    case 'priority':
    case 'severity':
      // Offered in their order.
      return facets[column].rows.map((values) => values[0] ?? null);
    case 'incident':
      return incident;
    case 'age':
      return agesOf(table, today);
  }
}

function byName({ names, rows }: CodedColumn): readonly Key[] {
  const folded = names.map(fold);
  return rows.map((position) => folded[position] ?? null);
}

function compare(a: Key, b: Key): number {
  return a === b ? 0 : (a ?? 0) < (b ?? 0) ? -1 : 1;
}
