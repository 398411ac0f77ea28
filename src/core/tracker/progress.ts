// How far a list of promises has come. Every figure counts only what is known, and says how much that is: see docs/actions.md.
import { type ActionItem, isOpen } from '../model/action-item.ts';
import type { TrackedAction } from '../model/archive.ts';

/** As much of an action item as its progress is told by. */
export interface ProgressAction extends Pick<TrackedAction, 'ageDays' | 'overdueDays'> {
  readonly item: Pick<ActionItem, 'status' | 'due' | 'completed'>;
}

export interface Progress {
  readonly total: number;
  readonly done: number;
  /** Will not be done. */
  readonly dropped: number;
  readonly open: number;
  /** Open past their due day, on the day the list was tracked at. */
  readonly overdue: number;
  /** Days since they were promised: the middle one of the open items whose day is known; of two in the middle, their mean. Absent without any. */
  readonly medianAgeDays?: number;
  /** Open items it is taken from. */
  readonly aged: number;
  readonly onTime: OnTime;
}

/** Of the items that are done: whether they were by the day they were due, be it from the file or by policy. */
export interface OnTime {
  readonly kept: number;
  /** Done, with both days known: what `kept` is counted among. */
  readonly of: number;
  /** Done, and never due on a day. */
  readonly withoutDue: number;
  /** Done, and due on a day, but nobody wrote down when it was done. */
  readonly withoutCompleted: number;
}

/** Lists come in pages and in several files, all of which show the figures of the whole. */
const known = new WeakMap<readonly ProgressAction[], Progress>();

export function progressOf(actions: readonly ProgressAction[]): Progress {
  const progress = known.get(actions) ?? count(actions);
  known.set(actions, progress);
  return progress;
}

function count(actions: readonly ProgressAction[]): Progress {
  const open = actions.filter(({ item }) => isOpen(item));
  const done = actions.filter(({ item }) => item.status === 'done');
  const ages = open.flatMap(({ ageDays }) => (ageDays === undefined ? [] : Math.max(0, ageDays)));
  return {
    total: actions.length,
    done: done.length,
    dropped: actions.length - open.length - done.length,
    open: open.length,
    overdue: open.filter(({ overdueDays = 0 }) => overdueDays > 0).length,
    ...(ages.length > 0 && { medianAgeDays: medianOf(ages) }),
    aged: ages.length,
    onTime: countOnTime(done),
  };
}

/** `done` are items with that status. Needs no day of the build. */
export function countOnTime(done: readonly Pick<ProgressAction, 'item'>[]): OnTime {
  let [kept, of, withoutDue, withoutCompleted] = [0, 0, 0, 0];
  for (const { item } of done) {
    if (item.due === undefined) withoutDue++;
    else if (item.completed === undefined) withoutCompleted++;
    else {
      of++;
      if (item.completed <= item.due) kept++;
    }
  }
  return { kept, of, withoutDue, withoutCompleted };
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}
