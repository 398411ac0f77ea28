// Recurring and broken promises, and histories, as sentences.
import { isOpen } from '../model/action-item.ts';
import type { StateThen, TrackedAction } from '../model/archive.ts';
import type { ItemHistory, LedgerEvent } from '../model/ledger.ts';
import { countOf } from '../text/count.ts';
import { formatDay } from '../time/format.ts';

interface Fates {
  /** `3 incidents, 4 items` */
  readonly made: string;
  readonly open: number;
  /** `1 done; 1 dropped`; empty where all are open. */
  readonly finished: string;
}

export function fatesOf(actions: readonly TrackedAction[]): Fates {
  const count = (test: (action: TrackedAction) => boolean): number => actions.filter(test).length;
  const [done, dropped] = [count(({ item }) => item.status === 'done'), count(({ item }) => item.status === 'wont_do')];
  const incidents = new Set(actions.map(({ incident }) => incident)).size;
  return {
    made: `${countOf(incidents, 'incident')}, ${countOf(actions.length, 'item')}`,
    open: count(({ item }) => isOpen(item)),
    finished: [...(done > 0 ? [`${done} done`] : []), ...(dropped > 0 ? [`${dropped} dropped`] : [])].join('; '),
  };
}

/** `3 incidents, 4 items: 2 open; 1 done; 1 dropped`. What is late changes with the days, and is not among it. */
export function sayFates(actions: readonly TrackedAction[]): string {
  const { made, open, finished } = fatesOf(actions);
  return `${made}: ${[open > 0 && `${open} open`, finished].filter(Boolean).join('; ')}`;
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

/** `Slipped twice, 35 days; broken: happened again 41 days after this was promised`: empty where there is nothing to say. */
export function sayPast(history: string, brokenAfter: number | undefined): string {
  const broken = brokenAfter === undefined ? [] : [`broken: happened again ${countOf(brokenAfter, 'day')} after this was promised`];
  const said = [...(history === '' ? [] : [history]), ...broken].join('; ');
  return said.charAt(0).toUpperCase() + said.slice(1);
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
