// What a review of promises asks of a stretch of time: what has become late, what is due next, what was closed, what is new.
import { promisedOn } from '../archive/actions.ts';
import { isOpen } from '../model/action-item.ts';
import type { RecurringPromise, TrackedAction } from '../model/archive.ts';
import type { Day } from '../model/timestamp.ts';
import { daysBetween } from '../time/duration.ts';

/** From the day after `after` to `asOf`, both ends of which count. */
export interface Period {
  readonly after: Day;
  readonly asOf: Day;
}

/** Something that happened to an item, and what says on which day. */
export interface Happened {
  readonly action: TrackedAction;
  readonly day: Day;
  /** `incident`: the item says no day, and is counted from the end of its incident, else from its beginning. */
  readonly by: 'item' | 'incident';
}

export interface Review {
  readonly open: number;
  readonly overdue: number;
  /** Due before the end of the stretch, and not before its beginning: the latest first. */
  readonly newlyOverdue: readonly TrackedAction[];
  /** The next first. */
  readonly dueSoon: readonly TrackedAction[];
  /** The latest first, as those below. */
  readonly closed: readonly Happened[];
  readonly promised: readonly Happened[];
  /** How many may belong there: nothing says on which day they were closed, or promised. */
  readonly undated: { readonly closed: number; readonly promised: number };
}

export const SOON_DAYS = 14;

/** Promises made again and again of which something is still open, and that these action items have a part in. */
export function openRecurring(recurring: readonly RecurringPromise[], actions: readonly TrackedAction[]): RecurringPromise[] {
  const own = new Set(actions.flatMap((action) => action.recurring ?? []));
  return recurring.filter((promise) => own.has(promise.slug) && promise.actions.some(({ item }) => isOpen(item)));
}

/** `actions` as of the end of the stretch. */
export function reviewOf(actions: readonly TrackedAction[], period: Period): Review {
  const length = daysBetween(period.after, period.asOf);
  const late = actions.filter(({ overdueDays = 0 }) => overdueDays > 0);
  const finished = actions.filter(({ item }) => !isOpen(item));
  const dated = actions.flatMap((action) => promiseOf(action) ?? []);
  return {
    open: actions.length - finished.length,
    overdue: late.length,
    newlyOverdue: late.filter(({ overdueDays = 0 }) => overdueDays <= length).sort(byLateness),
    dueSoon: actions
      .filter(({ overdueDays }) => overdueDays !== undefined && overdueDays <= 0 && overdueDays >= -SOON_DAYS)
      .sort(byLateness),
    closed: within(
      finished.flatMap((action) =>
        action.item.completed === undefined ? [] : [{ action, day: action.item.completed, by: 'item' as const }],
      ),
      period,
    ),
    promised: within(dated, period),
    undated: {
      closed: finished.filter(({ item }) => item.completed === undefined).length,
      promised: actions.length - dated.length,
    },
  };
}

function promiseOf(action: TrackedAction): Happened | undefined {
  const { item, incident } = action;
  const day = promisedOn(item, incident);
  return day === undefined ? undefined : { action, day, by: item.created === undefined ? 'incident' : 'item' };
}

/** Equals keep their order. */
function within(happened: readonly Happened[], { after, asOf }: Period): Happened[] {
  return happened.filter(({ day }) => day > after && day <= asOf).sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1));
}

function byLateness(a: TrackedAction, b: TrackedAction): number {
  return (b.overdueDays ?? 0) - (a.overdueDays ?? 0);
}
