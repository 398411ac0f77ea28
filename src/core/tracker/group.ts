// Cuts a list of action items into groups with a tally each, in an order that puts first what is most behind.
import type { Day } from '../model/timestamp.ts';
import { codedColumn } from '../rows/match-facets.ts';
import { dayNumber, numberedDay } from '../time/calendar.ts';
import { formatDay } from '../time/format.ts';
import { ACTION_FACET_WORDS } from './rows.ts';
import type { Grouping } from './state.ts';
import { type ActionTable, NEVER } from './table.ts';

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
    const values = valuesOf(row);
    for (let place = 0; place < values.length; place++) {
      const value = values[place] as number;
      const group = groups.get(value);
      if (group) group.push(row);
      else groups.set(value, [row]);
    }
  }
  const counted = [...groups].map(([value, own]): Placed => ({ value, rows: own, tally: tallyOf(table, own, today) }));
  return counted.sort(ORDERS[by] ?? mostBehind).map(({ value, rows, tally: { items, open, overdue } }) => {
    const { id, name } = nameOf(table, by, value);
    return { id, name, rows, items, open, overdue };
  });
}

/** How many are open and how many of those are late. */
export function tallyOf({ open, due }: ActionTable, of: readonly number[], today: Day): Tally {
  const now = dayNumber(today);
  let [left, overdue] = [0, 0];
  for (const row of of) {
    if (open[row] !== 1) continue;
    left++;
    if ((due[row] ?? NEVER) < now) overdue++;
  }
  return { items: of.length, open: left, overdue };
}

/** Stands for "has none", and after everything else. */
const NONE = Number.MAX_SAFE_INTEGER;
const NO_VALUE: readonly number[] = [NONE];
/** The places of the two in `STATES`. */
const [OPEN, FINISHED]: readonly (readonly number[])[] = [[0], [1]];
/** 1 January 1970 was a Thursday. */
const THURSDAY = 3;

/** Lists are shared between rows: one for each of fifty thousand would cost more than all the rest. */
function valuesBy({ facets, open, due }: ActionTable, by: Cut['by']): (row: number) => readonly number[] {
  if (by === 'state') return (row) => (open[row] === 1 ? OPEN : FINISHED) ?? NO_VALUE;
  if (by === 'week') {
    const weeks = new Map<number, readonly number[]>([[NEVER, NO_VALUE]]);
    return (row) => {
      const day = due[row] ?? NEVER;
      const week = weeks.get(day) ?? [mondayOf(day)];
      weeks.set(day, week);
      return week;
    };
  }
  const { codes, lists } = codedColumn(facets[by]);
  const values = lists.map((list) => (list.length === 0 ? NO_VALUE : list));
  return (row) => values[codes[row] ?? -1] ?? NO_VALUE;
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

interface Placed {
  readonly value: number;
  readonly rows: readonly number[];
  readonly tally: Tally;
}

const inOrder = (a: Placed, b: Placed): number => a.value - b.value;

/** Weeks as they come, incidents from the newest. */
const ORDERS: Readonly<Partial<Record<Cut['by'], typeof inOrder>>> = { week: inOrder, incident: inOrder, state: inOrder };

function mostBehind(a: Placed, b: Placed): number {
  const [one, other] = [a.tally, b.tally];
  return Number(a.value === NONE) - Number(b.value === NONE) || other.overdue - one.overdue || other.open - one.open || inOrder(a, b);
}
