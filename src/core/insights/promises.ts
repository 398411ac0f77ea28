// The action items of the incidents, as the tracker counts them, and how old the open ones are.
import { isOpen } from '../model/action-item.ts';
import type { Day } from '../model/timestamp.ts';
import { daysBetween } from '../time/duration.ts';
import { type Flow, type FlowAction, flowOf } from '../tracker/flow.ts';
import { type Progress, type ProgressAction, progressOf } from '../tracker/progress.ts';
import type { InsightAction, InsightIncident } from './rows.ts';

export interface AgeGroup {
  /** Days since they were promised: both ends belong to it; the last one has no end. */
  readonly from: number;
  readonly to?: number;
  readonly open: number;
  readonly overdue: number;
  readonly withoutDue: number;
}

export interface PromiseFigures {
  readonly progress: Progress;
  readonly flow: Flow;
  readonly ages: readonly AgeGroup[];
}

const AGES = [0, 31, 91, 181, 366];

export function promiseFigures(incidents: readonly InsightIncident[], asOf: Day): PromiseFigures {
  const actions = incidents.flatMap((incident) => trackedOf(incident, asOf));
  return { progress: progressOf(actions), flow: flowOf(actions, asOf), ages: agesOf(actions) };
}

type Tracked = ProgressAction & FlowAction;

/** An incident is counted with its services and its teams, and with all of them. */
const known = new WeakMap<InsightIncident, { readonly asOf: Day; readonly tracked: readonly Tracked[] }>();

function trackedOf(incident: InsightIncident, asOf: Day): readonly Tracked[] {
  const before = known.get(incident);
  if (before?.asOf === asOf) return before.tracked;
  const tracked = (incident.actions ?? []).map((action) => track(action, asOf));
  known.set(incident, { asOf, tracked });
  return tracked;
}

function track({ status, promised, due, completed }: InsightAction, asOf: Day): Tracked {
  const days = { ...(due !== undefined && { due }), ...(completed !== undefined && { completed }) };
  return {
    item: { status, ...(promised !== undefined && { created: promised }), ...days },
    incident: { milestones: {} },
    ...(promised !== undefined && { ageDays: daysBetween(promised, completed ?? asOf) }),
    ...(isOpen({ status }) && due !== undefined && { overdueDays: daysBetween(due, asOf) }),
  };
}

/** Of the open items whose day is known. */
function agesOf(actions: readonly Tracked[]): AgeGroup[] {
  const groups = AGES.map((from, index) => {
    const next = AGES[index + 1];
    return { from, ...(next !== undefined && { to: next - 1 }), open: 0, overdue: 0, withoutDue: 0 };
  });
  for (const { item, ageDays, overdueDays } of actions) {
    if (!isOpen(item) || ageDays === undefined) continue;
    const group = groups[AGES.findLastIndex((from) => from <= Math.max(0, ageDays))];
    if (!group) continue;
    group.open++;
    if ((overdueDays ?? 0) > 0) group.overdue++;
    if (item.due === undefined) group.withoutDue++;
  }
  return groups;
}
