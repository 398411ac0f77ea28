// Recurring and broken promises, and histories, as sentences.
import { isOpen } from '../model/action-item.ts';
import type { StateThen, TrackedAction } from '../model/archive.ts';
import type { ItemHistory, LedgerEvent } from '../model/ledger.ts';
import { countOf } from '../text/count.ts';
import { formatDay } from '../time/format.ts';

/** `3 incidents, 4 items: 2 open, 1 of them overdue; 1 done; 1 dropped` */
export function sayFates(actions: readonly TrackedAction[]): string {
  const count = (test: (action: TrackedAction) => boolean): number => actions.filter(test).length;
  const [open, overdue] = [count(({ item }) => isOpen(item)), count(({ overdueDays = 0 }) => overdueDays > 0)];
  const [done, dropped] = [count(({ item }) => item.status === 'done'), count(({ item }) => item.status === 'wont_do')];
  const fates = [
    ...(open > 0 ? [`${open} open${overdue > 0 ? `, ${overdue} of them overdue` : ''}`] : []),
    ...(done > 0 ? [`${done} done`] : []),
    ...(dropped > 0 ? [`${dropped} dropped`] : []),
  ];
  const incidents = new Set(actions.map(({ incident }) => incident)).size;
  return `${countOf(incidents, 'incident')}, ${countOf(actions.length, 'item')}: ${fates.join('; ')}`;
}

const THEN: Readonly<Record<StateThen, string>> = {
  open: 'was still open',
  overdue: 'was still open, and overdue',
  unknown: 'is closed by now, and nothing says since when',
};

/** `41 days after AI-3 was promised; it was still open` */
export function sayBroken(action: { readonly id: string; readonly daysAfterPromise: number; readonly stateThen: StateThen }): string {
  return `${countOf(action.daysAfterPromise, 'day')} after ${action.id} was promised; it ${THEN[action.stateThen]}`;
}

/** `slipped twice, 35 days; reassigned from bo to ana`: empty where nothing happened but that it was added. */
export function sayHistory({ slips, slippedDays, events }: ItemHistory, nameOf: (owner: string) => string): string {
  const handed = events.filter(({ kind }) => kind === 'reassigned');
  const [first, last] = [handed[0], handed.at(-1)];
  const reopened = events.filter(({ kind }) => kind === 'reopened').length;
  return [
    ...(slips > 0 ? [`slipped ${times(slips)}, ${countOf(slippedDays, 'day')}`] : []),
    ...(first && last ? [`reassigned from ${owner(first.from, nameOf)} to ${owner(last.to, nameOf)}`] : []),
    ...(reopened > 0 ? [`reopened ${times(reopened)}`] : []),
  ].join('; ');
}

/** One line of the history. */
export function sayEvent({ kind, day, from, to }: LedgerEvent, nameOf: (owner: string) => string): string {
  const on = formatDay(day);
  switch (kind) {
    case 'added':
      return `${on}: added`;
    case 'redated':
      return `${on}: due ${from === undefined ? 'never' : formatDay(from)} before, ${to === undefined ? 'never' : formatDay(to)} since`;
    case 'reassigned':
      return `${on}: from ${owner(from, nameOf)} to ${owner(to, nameOf)}`;
    case 'reprioritised':
      return `${on}: priority ${from ?? 'none'} before, ${to ?? 'none'} since`;
    default:
      return `${on}: ${kind}`;
  }
}

function owner(id: string | undefined, nameOf: (owner: string) => string): string {
  return id === undefined ? 'nobody' : nameOf(id);
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}
