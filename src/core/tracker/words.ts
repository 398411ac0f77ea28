// What a row of the tracker says of its item, in words: pages and the browser both ask here, so that a filtered list reads like a page.
import type { ActionStatus } from '../model/action-item.ts';
import type { Day } from '../model/timestamp.ts';
import { countOf, sayCount } from '../text/count.ts';
import { dayNumber } from '../time/calendar.ts';
import type { Tally } from './group.ts';

type Urgency = 'late' | 'soon' | 'calm';

const SOON_DAYS = 7;

export interface DueWords {
  /** `in 7 days`, `today`, `1 day overdue`. */
  readonly text: string;
  readonly urgency: Urgency;
}

/** How far off the due day of an open item is. */
export function sayDue(due: Day, today: Day): DueWords {
  const left = dayNumber(due) - dayNumber(today);
  const count = countOf(Math.abs(left), 'day');
  return {
    text: left === 0 ? 'today' : left > 0 ? `in ${count}` : `${count} overdue`,
    urgency: left < 0 ? 'late' : left <= SOON_DAYS ? 'soon' : 'calm',
  };
}

/** `309 d`; what was promised today is new. */
export function sayAge(days: number): string {
  return days <= 0 ? 'new' : `${sayCount(days)} d`;
}

/** Why an item waits, or will not be done. */
export function sayReason(status: ActionStatus, reason: string): string {
  return `${REASON_WORDS[status] ?? 'Reason'}: ${reason}`;
}

const REASON_WORDS: Readonly<Partial<Record<ActionStatus, string>>> = { blocked: 'Blocked', wont_do: 'Why not' };

/** Beside an item of a recurring promise. */
export function sayTimes(times: number): string {
  return `promised ${times === 2 ? 'twice' : `${sayCount(times)} times`}`;
}

/** What a finished item is called beside its date. */
export function sayFinished(status: ActionStatus): string {
  return status === 'done' ? 'Done' : 'Closed';
}

/** Beside the name of a group, but for what is late: `3 open, 2 done or dropped`. */
export function sayTally({ items, open }: Tally): string {
  const finished = items - open;
  return [...(open > 0 ? [`${sayCount(open)} open`] : []), ...(finished > 0 ? [`${sayCount(finished)} done or dropped`] : [])].join(', ');
}

export interface ListCount {
  readonly found: number;
  readonly total: number;
  /** Of those found. */
  readonly open: number;
  readonly page: number;
  readonly pages: number;
}

/** After the number found: ` of 32 action items, 13 open; page 2 of 3`. */
export function sayListed({ found, total, open, page, pages }: ListCount): string {
  const of = found === total ? '' : ` of ${sayCount(total)}`;
  const noun = total === 1 ? 'action item' : 'action items';
  const state = open === found ? (found === 0 ? '' : ', all open') : `, ${sayCount(open)} open`;
  return `${of} ${noun}${state}${pages > 1 ? `; page ${sayCount(page)} of ${sayCount(pages)}` : ''}`;
}
