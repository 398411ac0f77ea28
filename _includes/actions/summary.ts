// The figures at the head of a list of promises.
import { isOpen } from '../../src/core/model/action-item.ts';
import type { TrackedAction } from '../../src/core/model/archive.ts';
import type { Day } from '../../src/core/model/timestamp.ts';
import { quarterOf } from '../../src/core/tracker/views.ts';

export interface ActionSummary {
  readonly open: number;
  readonly overdue: number;
  /** Completed in the calendar quarter the day lies in. */
  readonly doneThisQuarter: number;
  readonly openWithoutOwner: number;
  /** Done or dropped. */
  readonly finished: number;
}

/** Lists come in pages, and every page of a list shows the figures of the whole. */
const known = new WeakMap<readonly TrackedAction[], ActionSummary>();

/** `actions` is the whole list, as of the day it was tracked at. */
export function summarize(actions: readonly TrackedAction[], asOf: Day): ActionSummary {
  const summary = known.get(actions) ?? count(actions, asOf);
  known.set(actions, summary);
  return summary;
}

function count(actions: readonly TrackedAction[], asOf: Day): ActionSummary {
  const open = actions.filter(({ item }) => isOpen(item));
  const quarter = quarterOf(asOf);
  return {
    open: open.length,
    overdue: open.filter(({ overdueDays = 0 }) => overdueDays > 0).length,
    doneThisQuarter: actions.filter(
      ({ item }) => item.status === 'done' && item.completed !== undefined && quarterOf(item.completed) === quarter,
    ).length,
    openWithoutOwner: open.filter(({ item }) => item.owner === undefined).length,
    finished: actions.length - open.length,
  };
}
