// What a calendar wants to know of an event's past, and never from the clock: when it was last revised, and how often.
import { promisedOn } from '../../core/archive/actions.ts';
import { historyOf } from '../../core/ledger/dated.ts';
import { actionKey } from '../../core/ledger/ledger.ts';
import type { TrackedAction } from '../../core/model/archive.ts';
import type { Ledger } from '../../core/model/ledger.ts';
import type { Day } from '../../core/model/timestamp.ts';

export interface Revision {
  readonly revised: Day;
  readonly sequence: number;
}

/** Of an item that neither a commit nor its file dates: any day, but always the same. */
const NO_DAY = '2020-01-01';

/**
 * A calendar keeps of two versions the one with the higher SEQUENCE, and of equals that with the later DTSTAMP, which without a METHOD says when the
 * event was revised (RFC 5545, 3.8.7.2). With a history each commit that changed the item counts one, and what is not committed is the next. No text
 * alone can tell how often it was changed, so that without one SEQUENCE stays 0 and never falls: whoever subscribes gets what stands in the file.
 */
export function revisionOf(action: TrackedAction, ledger: Ledger): Revision {
  const history = historyOf(action, ledger);
  if (history === undefined || !ledger.isAvailable) return { revised: dayInFile(action), sequence: 0 };
  const { revised, revisions } = history;
  const isChanged = ledger.uncommitted.has(actionKey(action.incident.id, action.item.id));
  return { revised, sequence: revisions + (isChanged ? 1 : 0) };
}

function dayInFile({ item, incident }: TrackedAction): Day {
  const promised = promisedOn(item, incident) ?? NO_DAY;
  return item.completed !== undefined && item.completed > promised ? item.completed : promised;
}
