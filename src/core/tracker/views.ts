// The views a weekly review goes through: each a question about an item on one day. A row may be in several.

import type { Day } from '../model/timestamp.ts';
import type { FacetColumn } from '../rows/match-facets.ts';
import { DAY, dayNumber, midnight } from '../time/calendar.ts';
import type { ActionTable } from './table.ts';

/** In the order of the rail; also the values of `view` in the URL. */
export const VIEWS = ['everything', 'all-open', 'overdue', 'due-14', 'no-owner', 'no-due', 'blocked', 'done-quarter', 'recurring'] as const;
export type View = (typeof VIEWS)[number];

export const VIEW_WORDS: Readonly<Record<View, string>> = {
  everything: 'Everything',
  'all-open': 'All open',
  overdue: 'Overdue',
  'due-14': 'Due in 14 days',
  'no-owner': 'No owner',
  'no-due': 'No due date',
  blocked: 'Blocked',
  'done-quarter': 'Done this quarter',
  recurring: 'Recurring promises',
};

const SOON_DAYS = 14;

interface ViewsOfDay {
  readonly column: FacetColumn;
  /** How many action items each view has when nothing else is asked for. */
  readonly counts: Readonly<Record<View, number>>;
}

/** The views as one more column to match by, so that they are counted as facets are. */
export function viewsOn(table: ActionTable, today: Day): ViewsOfDay {
  const known = days.get(table);
  if (known?.today === today) return known.views;
  const column = makeColumn(table, today);
  const views = { column, counts: countViews(column) };
  days.set(table, { today, views });
  return views;
}

/** One day per table: nobody looks at two by turns. */
const days = new WeakMap<ActionTable, { readonly today: Day; readonly views: ViewsOfDay }>();

function countViews({ rows }: FacetColumn): ViewsOfDay['counts'] {
  const counts = VIEWS.map(() => 0);
  for (const views of rows) for (const view of views) counts[view] = (counts[view] ?? 0) + 1;
  return Object.fromEntries(VIEWS.map((view, position) => [view, counts[position] ?? 0])) as Record<View, number>;
}

function makeColumn(table: ActionTable, today: Day): FacetColumn {
  // Rows are alike in this: few combinations of views occur, and each is one list.
  const lists = new Map<number, readonly number[]>();
  const listOf = (views: number) => {
    const known = lists.get(views) ?? VIEWS.flatMap((_, position) => (views & (1 << position) ? [position] : []));
    lists.set(views, known);
    return known;
  };
  const belongs = membership(table, today);
  return {
    ids: VIEWS,
    names: VIEWS.map((view) => VIEW_WORDS[view]),
    rows: Array.from({ length: table.size }, (_, row) => listOf(belongs(row))),
  };
}

/** The views of a row as bits, by their positions. */
function membership({ rows, isOpen }: ActionTable, today: Day): (row: number) => number {
  const now = dayNumber(today);
  const [begin, end] = daysOfQuarter(today);
  const bits = Object.fromEntries(VIEWS.map((view, position) => [view, 1 << position])) as Record<View, number>;
  const blocked = rows.status.ids.indexOf('blocked');
  const done = rows.status.ids.indexOf('done');
  return (row) => {
    const always = bits.everything | ((rows.promise.rows[row] ?? -1) >= 0 ? bits.recurring : 0);
    const status = rows.status.rows[row] ?? -1;
    if (!isOpen(row)) {
      const completed = rows.completed[row] ?? null;
      const isRecent = status === done && completed !== null && completed >= begin && completed < end;
      return always | (isRecent ? bits['done-quarter'] : 0);
    }
    const left = daysLeft(rows.due[row] ?? null, now);
    return (
      always |
      bits['all-open'] |
      (left === undefined ? bits['no-due'] : left < 0 ? bits.overdue : left <= SOON_DAYS ? bits['due-14'] : 0) |
      ((rows.owner.rows[row] ?? -1) < 0 ? bits['no-owner'] : 0) |
      (status === blocked ? bits.blocked : 0)
    );
  };
}

function daysLeft(due: number | null, now: number): number | undefined {
  return due === null ? undefined : due - now;
}

/** The number of its first day, and of the first of the next. */
function daysOfQuarter(day: Day): readonly [begin: number, end: number] {
  const year = Number(day.slice(0, 4));
  const first = 3 * Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  return [midnight(year, first + 1, 1) / DAY, midnight(year, first + 4, 1) / DAY];
}

/** `2024-4` */
export function quarterOf(day: Day): string {
  return `${day.slice(0, 4)}-${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** `Q4 2024` */
export function sayQuarter(day: Day): string {
  const [year, quarter] = quarterOf(day).split('-');
  return `Q${quarter} ${year}`;
}
