// Cuts a list of action items into groups with a tally each, in an order that puts first what is most behind.
import type { Day } from '../model/timestamp.ts';
import { dayNumber, numberedDay } from '../time/calendar.ts';
import { formatDay } from '../time/format.ts';
import { ACTION_FACET_WORDS } from './rows.ts';
import type { Grouping } from './state.ts';
import type { ActionTable } from './table.ts';

export interface Tally {
  readonly items: number;
  readonly open: number;
  readonly overdue: number;
}

export interface ActionGroup extends Tally {
  /** The facet's value, or the Monday of a week; empty for items that have none. */
  readonly id: string;
  readonly name: string;
  /** In the order of the list they were cut from. */
  readonly rows: readonly number[];
}

/** What is still promised, and what is done or dropped: how the list stands when nothing else is asked for. */
const STATES = ['open', 'finished'] as const;

export interface Cut {
  readonly by: Grouping | 'state';
  readonly today: Day;
}

/** An item of several services is in the group of each of them: a group is everything that is promised there. */
export function groupActions(table: ActionTable, rows: readonly number[], { by, today }: Cut): readonly ActionGroup[] {
  const valuesOf = valuesBy(table, by);
  const groups = new Map<number, number[]>();
  for (const row of rows) {
    for (const value of valuesOf(row)) {
      const group = groups.get(value);
      if (group) group.push(row);
      else groups.set(value, [row]);
    }
  }
  const named = [...groups].map(([value, own]) => ({ value, ...nameOf(table, by, value), rows: own, ...tallyOf(table, own, today) }));
  return named.sort(ORDERS[by] ?? mostBehind).map(({ value, ...group }) => group);
}

/** How many are open and how many of those are late. */
export function tallyOf({ rows, isOpen }: ActionTable, of: readonly number[], today: Day): Tally {
  const now = dayNumber(today);
  let open = 0;
  let overdue = 0;
  for (const row of of) {
    if (!isOpen(row)) continue;
    open++;
    const due = rows.due[row] ?? null;
    if (due !== null && due < now) overdue++;
  }
  return { items: of.length, open, overdue };
}

/** Stands for "has none", and after everything else. */
const NONE = Number.MAX_SAFE_INTEGER;
const NO_VALUE: readonly number[] = [NONE];
/** 1 January 1970 was a Thursday. */
const THURSDAY = 3;

function valuesBy({ rows, facets, isOpen }: ActionTable, by: Cut['by']): (row: number) => readonly number[] {
  if (by === 'state') return (row) => [isOpen(row) ? 0 : 1];
  if (by === 'week') {
    return (row) => {
      const due = rows.due[row] ?? null;
      return due === null ? NO_VALUE : [mondayOf(due)];
    };
  }
  const column = facets[by].rows;
  return (row) => {
    const values = column[row];
    return values === undefined || values.length === 0 ? NO_VALUE : values;
  };
}

/** Weeks begin on Mondays (ISO 8601). */
function mondayOf(day: number): number {
  return day - ((((day + THURSDAY) % 7) + 7) % 7);
}

function nameOf({ facets }: ActionTable, by: Cut['by'], value: number): { readonly id: string; readonly name: string } {
  if (by === 'state') return { id: STATES[value] ?? '', name: value === 0 ? 'Open' : 'Finished' };
  if (by === 'week') {
    if (value === NONE) return { id: '', name: 'No due date' };
    const monday = numberedDay(value);
    return { id: monday, name: `Due in the week of ${formatDay(monday)}` };
  }
  const { ids, names } = facets[by];
  return value === NONE ? { id: '', name: ACTION_FACET_WORDS[by].none } : { id: ids[value] ?? '', name: names[value] ?? '' };
}

interface Placed extends Tally {
  readonly value: number;
}

const inOrder = (a: Placed, b: Placed): number => a.value - b.value;

/** Weeks as they come, incidents from the newest. */
const ORDERS: Readonly<Partial<Record<Cut['by'], typeof inOrder>>> = { week: inOrder, incident: inOrder, state: inOrder };

function mostBehind(a: Placed, b: Placed): number {
  return Number(a.value === NONE) - Number(b.value === NONE) || b.overdue - a.overdue || b.open - a.open || inOrder(a, b);
}
