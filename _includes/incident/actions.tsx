// What one incident promised: how much of it is still open or late, and every item.

import type { Surroundings } from '../../src/core/archive/surroundings.ts';
import { type ActionItem, isOpen } from '../../src/core/model/action-item.ts';
import type { Incident } from '../../src/core/model/incident.ts';
import { daysBetween } from '../../src/core/time/duration.ts';
import { countOnTime } from '../../src/core/tracker/progress.ts';
import { ActionTable } from '../ui/action-table.tsx';
import { CountedTo, canBeLate, isAnyLate, LateCount } from '../ui/lateness.tsx';
import type { View } from '../ui/view.ts';
import { Histories } from './promise.tsx';

export interface IncidentActionsProps {
  readonly incident: Incident;
  readonly surroundings: Pick<Surroundings, 'promises'>;
  readonly view: View;
  /** Ids that rows must not use as anchors. */
  readonly taken: ReadonlySet<string>;
}

/** Open ones first, by their due day; else in the author's order. */
export function IncidentActions({ incident, surroundings, view, taken }: IncidentActionsProps) {
  const items = [...incident.actionItems].sort(compareItems);
  const actions = items.map((item) => ({ item, incident }));
  return (
    <>
      <ActionTable actions={actions} view={view} caption="Action items of this incident" own={{ taken, promises: surroundings.promises }} />
      <Histories promises={surroundings.promises} view={view} />
    </>
  );
}

function compareItems(a: ActionItem, b: ActionItem): number {
  const [first, second] = [dueKey(a), dueKey(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Sorts after every day where there is none, and after all of those when it is finished. */
function dueKey(item: ActionItem): string {
  return isOpen(item) ? (item.due ?? 'none') : 'over';
}

/**
 * `1 of 5 open, 1 overdue on 22 Nov 2024`, then `3 done, 2 of 3 by their due day; 1 dropped`. The day is said only where it matters: pages
 * on which nothing can become late do not change with it.
 */
export function ActionTally({ incident, view }: Pick<IncidentActionsProps, 'incident' | 'view'>) {
  const { actionItems } = incident;
  const open = actionItems.filter(isOpen).length;
  const dated = actionItems.flatMap((item) => (isOpen(item) && item.due ? { overdueDays: daysBetween(item.due, view.asOf) } : []));
  return (
    <>
      {open === 0 ? (
        <p>{actionItems.length === 1 ? 'Closed' : `All ${actionItems.length} closed`}</p>
      ) : (
        <p>
          {open} of {actionItems.length} open
          {canBeLate(dated) && (
            <span data-late-part="" hidden={!isAnyLate(dated)}>
              ,{' '}
              <b class="late-word">
                <LateCount actions={dated} /> overdue
              </b>{' '}
              on <CountedTo view={view} />
            </span>
          )}
        </p>
      )}
      <FinishedTally items={actionItems} />
    </>
  );
}

/** None of it depends on the day of the build. */
function FinishedTally({ items }: { readonly items: readonly ActionItem[] }) {
  const done = items.filter(({ status }) => status === 'done');
  const dropped = items.filter(({ status }) => status === 'wont_do').length;
  const { kept, of } = countOnTime(done.map((item) => ({ item })));
  const parts = [
    done.length > 0 && `${done.length} done${of === 0 ? '' : `, ${kept} of ${of} by ${of === 1 ? 'its' : 'their'} due day`}`,
    dropped > 0 && `${dropped} dropped`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? null : <p>{parts.join('; ')}</p>;
}
