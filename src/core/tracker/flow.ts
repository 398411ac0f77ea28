// Promised against finished, month by month: what a burn-up is drawn from.
import { promisedOn } from '../archive/actions.ts';
import { type ActionItem, isOpen } from '../model/action-item.ts';
import type { Incident } from '../model/incident.ts';
import type { Day } from '../model/timestamp.ts';
import { pad2 } from '../time/calendar.ts';

/** As much of an action item as its days are told by. */
export interface FlowAction {
  readonly item: Pick<ActionItem, 'status' | 'created' | 'completed'>;
  readonly incident: Pick<Incident, 'milestones'>;
}

/** Where things stood at the end of a month, counted from the first promise on. */
export interface FlowMonth {
  /** `2026-11` */
  readonly month: string;
  readonly promised: number;
  /** Done or dropped. */
  readonly finished: number;
}

export interface Flow {
  /** Without a gap, the last one that of the day the list was tracked at; empty where too little is known to be drawn. */
  readonly months: readonly FlowMonth[];
  /** Items that are counted: the day of their promise is known, and if they are finished, that of their end. */
  readonly dated: number;
  readonly total: number;
  /** The last month counts up to this day. */
  readonly asOf: Day;
}

/** Fewer items, or a shorter time, show chance and not a course. */
export const FEWEST_ITEMS = 8;
export const FEWEST_MONTHS = 3;
/** What came before stands in the first of them. */
const MOST_MONTHS = 24;

/** In both lines only what is dated at both ends: else what lies between them would not be what is open. */
export function flowOf(actions: readonly FlowAction[], asOf: Day): Flow {
  const thisMonth = monthOf(asOf);
  const promised = new Map<string, number>();
  const finished = new Map<string, number>();
  let dated = 0;
  for (const { item, incident } of actions) {
    const start = promisedOn(item, incident);
    const end = isOpen(item) ? undefined : item.completed;
    if (start === undefined || (end === undefined && !isOpen(item))) continue;
    dated++;
    // What was done while the incident still ran was promised by then; what is dated in the future has its month when that is there.
    add(promised, earlier(monthOf(end !== undefined && end < start ? end : start), thisMonth));
    if (end !== undefined) add(finished, earlier(monthOf(end), thisMonth));
  }
  const first = [...promised.keys()].sort()[0] ?? thisMonth;
  const isEnough = dated >= FEWEST_ITEMS && monthNumber(thisMonth) - monthNumber(first) + 1 >= FEWEST_MONTHS;
  return { months: isEnough ? sumUp(monthsUpTo(thisMonth, first), promised, finished) : [], dated, total: actions.length, asOf };
}

/** Running totals; what lies before the first month counts from there on. */
function sumUp(months: readonly string[], promised: ReadonlyMap<string, number>, finished: ReadonlyMap<string, number>): FlowMonth[] {
  const [first = ''] = months;
  let [opened, closed] = [sumBefore(first, promised), sumBefore(first, finished)];
  return months.map((month) => {
    opened += promised.get(month) ?? 0;
    closed += finished.get(month) ?? 0;
    return { month, promised: opened, finished: closed };
  });
}

function sumBefore(first: string, counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [month, count] of counts) if (month < first) sum += count;
  return sum;
}

function monthsUpTo(last: string, first: string): string[] {
  const end = monthNumber(last);
  const start = Math.max(monthNumber(first), end - MOST_MONTHS + 1);
  return Array.from({ length: end - start + 1 }, (_, index) => monthName(start + index));
}

/** Months since the year 0. */
function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function monthName(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${pad2((number % 12) + 1)}`;
}

function monthOf(day: Day): string {
  return day.slice(0, 7);
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

function add(counts: Map<string, number>, month: string): void {
  counts.set(month, (counts.get(month) ?? 0) + 1);
}
