// What a review of promises asks of a stretch of time: what has become late, what is due next, what was closed, what is new, what was moved.
import { closingOf, type Happened, historyOf, isOfFirst, promiseOf } from '../ledger/dated.ts';
import { actionKey } from '../ledger/ledger.ts';
import { type Move, moveOf, type Period, reopeningOf, wasOverdue } from '../ledger/moves.ts';
import { isOpen } from '../model/action-item.ts';
import type { RecurringPromise, TrackedAction } from '../model/archive.ts';
import type { ItemHistory, Ledger } from '../model/ledger.ts';
import type { Day } from '../model/timestamp.ts';
import { daysBetween } from '../time/duration.ts';

/** A day or an owner that a commit changed. */
export interface Moved extends Move {
  readonly action: TrackedAction;
  readonly history: ItemHistory;
}

export interface Review {
  readonly open: number;
  readonly overdue: number;
  /** Late at the end of the stretch and not at its beginning: the latest first. */
  readonly newlyOverdue: readonly TrackedAction[];
  /** The next first. */
  readonly dueSoon: readonly TrackedAction[];
  /** The latest first, as those below. */
  readonly closed: readonly Happened[];
  readonly promised: readonly Happened[];
  /** Open items alone; empty without a history. A day given for the first time is no move, a day taken away is one. */
  readonly redated: readonly Moved[];
  readonly reassigned: readonly Moved[];
  readonly reopened: readonly { readonly action: TrackedAction; readonly day: Day }[];
  /** How many may belong there: nothing says on which day they were closed, or promised. */
  readonly undated: { readonly closed: number; readonly promised: number };
  /** How many are other than their last commit, or in none. */
  readonly uncommitted: number;
}

export const SOON_DAYS = 14;

/** Promises made again and again of which something is still open, and that these action items have a part in. */
export function openRecurring(recurring: readonly RecurringPromise[], actions: readonly TrackedAction[]): RecurringPromise[] {
  const own = new Set(actions.flatMap((action) => action.recurring ?? []));
  return recurring.filter((promise) => own.has(promise.slug) && promise.actions.some(({ item }) => isOpen(item)));
}

/** `actions` as of the end of the stretch. */
export function reviewOf(actions: readonly TrackedAction[], period: Period, ledger: Ledger): Review {
  const late = actions.filter(({ overdueDays = 0 }) => overdueDays > 0);
  const open = actions.filter(({ item }) => isOpen(item));
  const closed = actions.flatMap((action) => closingOf(action, ledger) ?? []);
  const promised = actions.flatMap((action) => promiseOf(action, ledger) ?? []);
  return {
    open: open.length,
    overdue: late.length,
    newlyOverdue: late.filter((action) => !wasLate(action, period, ledger)).sort(byLateness),
    dueSoon: actions
      .filter(({ overdueDays }) => overdueDays !== undefined && overdueDays <= 0 && overdueDays >= -SOON_DAYS)
      .sort(byLateness),
    closed: within(closed, period),
    promised: within(promised, period),
    ...movesOf(open, period, ledger),
    undated: { closed: actions.length - open.length - closed.length, promised: actions.length - promised.length },
    uncommitted: ledger.isAvailable
      ? actions.filter(({ item, incident }) => ledger.uncommitted.has(actionKey(incident.id, item.id))).length
      : 0,
  };
}

/** An item that came in that time, or was opened again, or whose day was put into the past, has become late in it. */
function wasLate(action: TrackedAction, { after, asOf }: Period, ledger: Ledger): boolean {
  const history = historyOf(action, ledger);
  const byFile = (action.overdueDays ?? 0) > daysBetween(after, asOf);
  const added = history?.events[0];
  if (history === undefined || added === undefined || (isOfFirst(added.commit, ledger) && added.day > after)) return byFile;
  // A day that policy gives stands in no file.
  return action.item.dueFrom === 'policy' && added.day <= after ? byFile : wasOverdue(history, after);
}

function movesOf(open: readonly TrackedAction[], period: Period, ledger: Ledger): Pick<Review, 'redated' | 'reassigned' | 'reopened'> {
  const known = open.flatMap((action) => {
    const history = historyOf(action, ledger);
    return history === undefined ? [] : [{ action, history }];
  });
  const moved = (kind: 'redated' | 'reassigned'): Moved[] =>
    byDay(
      known.flatMap(({ action, history }) => {
        const move = moveOf(history, kind, period);
        return move === undefined ? [] : [{ action, history, ...move }];
      }),
    );
  const reopened = known.flatMap(({ action, history }) => {
    const day = reopeningOf(history, period)?.day;
    return day === undefined ? [] : [{ action, day }];
  });
  return { redated: moved('redated').filter(({ from }) => from !== undefined), reassigned: moved('reassigned'), reopened: byDay(reopened) };
}

function within(happened: readonly Happened[], { after, asOf }: Period): Happened[] {
  return byDay(happened.filter(({ day }) => day > after && day <= asOf));
}

/** The latest first; equals keep their order. */
function byDay<T extends { readonly day: Day }>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1));
}

function byLateness(a: TrackedAction, b: TrackedAction): number {
  return (b.overdueDays ?? 0) - (a.overdueDays ?? 0);
}
