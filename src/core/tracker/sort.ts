// Puts action items in the order that is asked for. Orders are worked out once for all rows; a list then takes one pass.
import type { Day } from '../model/timestamp.ts';
import type { Sort } from '../rows/list-query.ts';
import { fold } from '../rows/words.ts';
import type { CodedColumn } from './rows.ts';
import type { ActionColumn } from './state.ts';
import { type ActionTable, ageOn } from './table.ts';
import { allTexts } from './word-texts.ts';

export interface Order {
  readonly sort: Sort<ActionColumn>;
  readonly today: Day;
}

/** What is not known stands last whichever way a column runs; equals keep the tracker's own order. */
export function sortActions(table: ActionTable, found: readonly number[], { sort, today }: Order): readonly number[] {
  const isFound = new Uint8Array(table.size);
  for (const row of found) isFound[row] = 1;
  const rows: number[] = [];
  for (const row of ownOrder(table)) if (isFound[row] === 1) rows.push(row);
  if (sort.column === 'due') return sort.descending ? backwards(table, rows) : rows;
  const { places, count } = placesOf(table, sort.column, today);
  return byPlace(
    rows,
    (row) => {
      const place = places[row] ?? UNKNOWN;
      return place === UNKNOWN ? count : sort.descending ? count - 1 - place : place;
    },
    count + 1,
  );
}

/** Counts what stands in each place, then puts every row behind those before it: equals keep their order, however many places there are. */
function byPlace(rows: readonly number[], placeOf: (row: number) => number, count: number): readonly number[] {
  const next = new Uint32Array(count + 1);
  for (const row of rows) next[placeOf(row) + 1] = (next[placeOf(row) + 1] ?? 0) + 1;
  for (let place = 1; place <= count; place++) next[place] = (next[place] ?? 0) + (next[place - 1] ?? 0);
  const sorted = new Array<number>(rows.length);
  for (const row of rows) {
    const position = next[placeOf(row)] ?? 0;
    sorted[position] = row;
    next[placeOf(row)] = position + 1;
  }
  return sorted;
}

const orders = new WeakMap<ActionTable, readonly number[]>();

/** The tracker's own order, which no day changes: two open items grow late alike. */
function ownOrder(table: ActionTable): readonly number[] {
  const order = orders.get(table) ?? orderRows(table);
  orders.set(table, order);
  return order;
}

/**
 * As `compareActions` of the archive: open before finished, the earliest due first, undated last, by priority; the latest done first; then
 * the newest incident first, and each one's items as it lists them, which is how the rows stand. What decides least is put in order first.
 */
function orderRows({ size, rows, isOpen }: ActionTable): readonly number[] {
  const { due, completed, priority } = rows;
  const [completions, days] = [spanOf(completed), spanOf(due)];
  let order: readonly number[] = Array.from({ length: size }, (_, row) => row);
  order = byPlace(order, (row) => completions.last - (completed[row] ?? completions.first - 1), completions.count + 1);
  order = byPlace(order, (row) => (priority.rows[row] ?? -1) + 1 || priority.ids.length + 1, priority.ids.length + 2);
  order = byPlace(order, (row) => (isOpen(row) ? (due[row] ?? days.last + 1) - days.first : 0), days.count + 1);
  return byPlace(order, (row) => (isOpen(row) ? 0 : 1), 2);
}

function spanOf(days: readonly (number | null)[]): { readonly first: number; readonly last: number; readonly count: number } {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const day of days) {
    if (day === null) continue;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return first > last ? { first: 0, last: -1, count: 0 } : { first, last, count: last - first + 1 };
}

/** The other way round, but what is open stays before what is finished, and what has a date before what has none. */
function backwards({ rows, isOpen }: ActionTable, sorted: readonly number[]): readonly number[] {
  const part = (row: number) => (isOpen(row) ? ((rows.due[row] ?? null) === null ? 1 : 0) : (rows.completed[row] ?? null) === null ? 3 : 2);
  const parts: number[][] = [[], [], [], []];
  for (const row of sorted) parts[part(row)]?.push(row);
  const [due = [], undated = [], finished = [], rest = []] = parts;
  return [...due.reverse(), ...undated, ...finished.reverse(), ...rest];
}

type OtherColumn = Exclude<ActionColumn, 'due'>;

const UNKNOWN = -1;

/** Where each row stands in a column, equals in the same place; `UNKNOWN` where the column is not known. */
interface Places {
  readonly places: Int32Array;
  /** How many places there are. */
  readonly count: number;
}

const known = new WeakMap<ActionTable, Map<string, Places>>();

function placesOf(table: ActionTable, column: OtherColumn, today: Day): Places {
  const columns = known.get(table) ?? new Map<string, Places>();
  known.set(table, columns);
  // Of all columns, age alone depends on the day.
  const key = column === 'age' ? `${column} ${today}` : column;
  const places = columns.get(key) ?? ranked(keysOf(table, column, today));
  columns.set(key, places);
  return places;
}

type Key = string | number | null;

function ranked(keys: readonly Key[]): Places {
  const distinct = inKeyOrder([...new Set(keys)].filter((key) => key !== null));
  const places = new Map<Key, number>(distinct.map((key, place) => [key, place]));
  return { places: Int32Array.from(keys, (key) => places.get(key) ?? UNKNOWN), count: distinct.length };
}

/** Without a function to compare them, texts are put in the same order several times faster. */
function inKeyOrder(keys: (string | number)[]): readonly (string | number)[] {
  return keys.every((key) => typeof key === 'string') ? keys.sort() : keys.sort((a, b) => (a < b ? -1 : 1));
}

function keysOf(table: ActionTable, column: OtherColumn, today: Day): readonly Key[] {
  const { rows, facets, incident } = table;
  const ageOf = ageOn(table, today);
  switch (column) {
    case 'title':
      return allTexts(rows.titles).map(fold);
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
      return incident.map((_, row) => ageOf(row));
  }
}

function byName({ names, rows }: CodedColumn): readonly Key[] {
  const folded = names.map(fold);
  return rows.map((position) => folded[position] ?? null);
}
