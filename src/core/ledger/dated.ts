// On which day an item was promised and closed, and what says so: a commit, else the item's own fields, else its incident.
import { promisedOn } from '../archive/actions.ts';
import { isOpen } from '../model/action-item.ts';
import type { TrackedAction } from '../model/archive.ts';
import type { ItemHistory, Ledger } from '../model/ledger.ts';
import type { Day } from '../model/timestamp.ts';
import { closedOn } from './history.ts';
import { actionKey } from './ledger.ts';

/** Something that happened to an item, and what says on which day. */
export interface Happened {
  readonly action: TrackedAction;
  readonly day: Day;
  /** `incident`: neither a commit nor the item says it, and it is counted from the end of its incident, else from its beginning. */
  readonly by: 'commit' | 'item' | 'incident';
}

/** Undefined where there is no history, or none of this item. */
export function historyOf({ item, incident }: TrackedAction, ledger: Ledger): ItemHistory | undefined {
  return ledger.isAvailable ? ledger.entries.get(actionKey(incident.id, item.id)) : undefined;
}

/**
 * The day it came into the archive. Not for what came with the archive's first commit: that is the day on which old files were put under git, and the
 * files themselves know better.
 */
export function promiseOf(action: TrackedAction, ledger: Ledger): Happened | undefined {
  const { item, incident } = action;
  const added = historyOf(action, ledger)?.events[0];
  if (added !== undefined && !isOfFirst(added.commit, ledger)) return { action, day: added.day, by: 'commit' };
  const day = promisedOn(item, incident);
  return day === undefined ? undefined : { action, day, by: item.created === undefined ? 'incident' : 'item' };
}

/**
 * The day its end was recorded, so that whoever asks week after week misses nothing that is written down late. What was closed when it came, or is not
 * committed yet, goes by the item.
 */
export function closingOf(action: TrackedAction, ledger: Ledger): Happened | undefined {
  const { item } = action;
  if (isOpen(item)) return undefined;
  const history = historyOf(action, ledger);
  const last = history && closedOn(history);
  if (last !== undefined && last.kind !== 'reopened') return { action, day: last.day, by: 'commit' };
  return item.completed === undefined ? undefined : { action, day: item.completed, by: 'item' };
}

export function isOfFirst(commit: string, ledger: Ledger): boolean {
  return ledger.isAvailable && ledger.began === commit;
}
