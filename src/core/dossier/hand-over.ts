// What a team hands on with the pager: what happened lately, what of high priority it has not done, and which messages came back.
import { isOpen } from '../model/action-item.ts';
import type { Assignee, IndexEntry, TrackedAction } from '../model/archive.ts';
import type { Incident } from '../model/incident.ts';
import type { Day } from '../model/timestamp.ts';
import { addDays } from '../time/duration.ts';
import { type CountedSignature, countSignatures } from './counts.ts';

export const RECENT_DAYS = 30;
export const LATELY_DAYS = 90;

export interface HandOver {
  /** Begun in the last 30 days, the day of the build among them. Newest first, as all here. */
  readonly recent: readonly Incident[];
  /** Begun in the 60 days before those. */
  readonly before: readonly Incident[];
  readonly undated: number;
  /** Open and of high priority: promised after the team's incidents, or the team's to do wherever it was promised. The latest first. */
  readonly urgent: readonly TrackedAction[];
  /** How many of those that are open have no priority. */
  readonly unranked: number;
  /** How many of either are open in all. */
  readonly open: number;
  /** In more than one of its incidents. */
  readonly signatures: readonly CountedSignature[];
}

export function handOverOf(entry: TeamEntry, assignee: Pick<Assignee, 'actions'> | undefined, asOf: Day): HandOver {
  const { incidents } = entry;
  const [recentFrom, beforeFrom] = [addDays(asOf, 1 - RECENT_DAYS), addDays(asOf, 1 - LATELY_DAYS)];
  const [recent, before]: [Incident[], Incident[]] = [[], []];
  let undated = 0;
  for (const incident of incidents) {
    const day = incident.milestones.started?.iso.slice(0, 10);
    if (day === undefined) undated++;
    else if (day >= recentFrom && day <= asOf) recent.push(incident);
    else if (day >= beforeFrom && day < recentFrom) before.push(incident);
  }
  const own = assignee?.actions.filter(({ item }) => isOpen(item)) ?? [];
  const open = [...new Set([...entry.openActions, ...own])].sort(latestFirst);
  return {
    ...{ recent, before, undated },
    urgent: open.filter(({ item }) => isUrgent(item.priority)),
    unranked: open.filter(({ item }) => item.priority === undefined).length,
    open: open.length,
    signatures: countSignatures(incidents).filter(({ count }) => count > 1),
  };
}

type TeamEntry = Pick<IndexEntry, 'incidents' | 'openActions'>;

/** As the tracker has them: what has no due day comes last. */
function latestFirst(a: TrackedAction, b: TrackedAction): number {
  const late = a.overdueDays ?? Number.NEGATIVE_INFINITY;
  const later = b.overdueDays ?? Number.NEGATIVE_INFINITY;
  return late === later ? 0 : later - late;
}

/** P0 and P1, and the words other tools have for them. */
export function isUrgent(priority: string | undefined): boolean {
  return priority !== undefined && /^(?:p?[01]|critical|highest|high|urgent)$/i.test(priority.trim());
}
