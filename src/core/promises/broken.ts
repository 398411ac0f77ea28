// Broken promises: an incident happened again while something promised after it was still open.
import { promisedOn } from '../archive/actions.ts';
import { closedOn } from '../ledger/history.ts';
import { actionKey } from '../ledger/ledger.ts';
import { isOpen } from '../model/action-item.ts';
import type { BrokenAction, BrokenPromise, StateThen, TrackedAction } from '../model/archive.ts';
import type { Incident } from '../model/incident.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Day } from '../model/timestamp.ts';
import { daysBetween } from '../time/duration.ts';
import { type FindIncident, predecessorsOf } from './chain.ts';

/** What an archive knows of its promises. */
interface Evidence {
  /** Newest first. */
  readonly incidents: readonly Incident[];
  readonly actions: readonly TrackedAction[];
  readonly ledger: Ledger;
}

/**
 * Every recurrence with what was open, or may have been open, of what any incident before it promised; in the order of the incidents, the nearest
 * predecessor first. An incident without a date, or a promise without one, proves nothing and is left out.
 */
export function judgeRecurrences({ incidents, actions, ledger }: Evidence, find: FindIncident): BrokenPromise[] {
  const byItem = new Map(actions.map((action) => [action.item, action]));
  return incidents.flatMap((later) => {
    const day = later.milestones.started?.iso.slice(0, 10);
    if (day === undefined || later.recurrenceOf === undefined) return [];
    return predecessorsOf(later, find).flatMap((earlier) => {
      const broken = earlier.actionItems.flatMap((item) => judge(byItem.get(item), day, ledger) ?? []);
      return broken.length > 0 ? [{ later, earlier, actions: broken }] : [];
    });
  });
}

/** Something was open for certain. */
export function isBroken({ actions }: BrokenPromise): boolean {
  return actions.some(({ stateThen }) => stateThen !== 'unknown');
}

function judge(action: TrackedAction | undefined, day: Day, ledger: Ledger): BrokenAction | undefined {
  if (action === undefined) return undefined;
  const promised = promisedOn(action.item, action.incident);
  if (promised === undefined || promised > day) return undefined;
  const stateThen = stateOn(action, day, ledger);
  return stateThen && { action, daysAfterPromise: daysBetween(promised, day), stateThen };
}

/** Closed on the very day counts as in time: nobody wrote down the hour. */
function stateOn({ item, incident }: TrackedAction, day: Day, ledger: Ledger): StateThen | undefined {
  if (!isOpen(item)) {
    const closed = item.completed ?? closedByLedger(actionKey(incident.id, item.id), ledger);
    if (closed === undefined) return 'unknown';
    if (closed <= day) return undefined;
  }
  return item.due !== undefined && item.due < day ? 'overdue' : 'open';
}

/** The day a commit closed it for good; not where it is closed in the working tree only. */
function closedByLedger(key: string, ledger: Ledger): Day | undefined {
  const last = ledger.isAvailable && !ledger.uncommitted.has(key) ? ledger.entries.get(key) : undefined;
  const event = last && closedOn(last);
  return event?.kind === 'reopened' ? undefined : event?.day;
}
