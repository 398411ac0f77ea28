// Every promise of the archive in one list, with its age and lateness as of one day, and by whom it was made.
import { type ActionItem, isOpen } from '../model/action-item.ts';
import type { Assignee, TrackedAction } from '../model/archive.ts';
import type { Incident } from '../model/incident.ts';
import type { Person, SiteConfig } from '../model/site-config.ts';
import type { Day } from '../model/timestamp.ts';
import { slugify } from '../text/slug.ts';
import { daysBetween } from '../time/duration.ts';

/** The day a promise is counted from: when it was written down, else when the incident ended or began. */
function promisedOn(item: ActionItem, incident: Incident): Day | undefined {
  return item.created ?? (incident.milestones.resolved ?? incident.milestones.started)?.iso.slice(0, 10);
}

function track(item: ActionItem, incident: Incident, asOf: Day): TrackedAction {
  const promised = promisedOn(item, incident);
  return {
    item,
    incident,
    ...(promised !== undefined && { ageDays: daysBetween(promised, item.completed ?? asOf) }),
    ...(isOpen(item) && item.due !== undefined && { overdueDays: daysBetween(item.due, asOf) }),
  };
}

/** Open before finished; among the open the latest first, then those with a date before those without. */
function compareActions(a: TrackedAction, b: TrackedAction): number {
  return (
    Number(isOpen(b.item)) - Number(isOpen(a.item)) ||
    (b.overdueDays ?? Number.NEGATIVE_INFINITY) - (a.overdueDays ?? Number.NEGATIVE_INFINITY) ||
    (a.item.priority ?? '~').localeCompare(b.item.priority ?? '~', 'en') ||
    compareText(b.item.completed ?? '', a.item.completed ?? '')
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** All action items of the incidents given, in the tracker's order; ties keep the order of the incidents. */
export function trackActions(newestFirst: readonly Incident[], asOf: Day): TrackedAction[] {
  return newestFirst.flatMap((incident) => incident.actionItems.map((item) => track(item, incident, asOf))).sort(compareActions);
}

/** Open and late counts of a list of promises; lateness is counted to the day the list was tracked at. */
export function countActions(actions: readonly TrackedAction[]): { openCount: number; overdueCount: number } {
  let openCount = 0;
  let overdueCount = 0;
  for (const action of actions) {
    if (isOpen(action.item)) openCount++;
    if ((action.overdueDays ?? 0) > 0) overdueCount++;
  }
  return { openCount, overdueCount };
}

/** Whoever owns an action item, most open items first. The order of each one's items is the tracker's. */
export function groupByOwner(actions: readonly TrackedAction[], config: SiteConfig): Assignee[] {
  return assignees(
    'owner',
    actions,
    (action) => action.item.owner,
    (id) => config.people[id]?.name ?? id,
  );
}

/** Teams by what is theirs to do: the item's own team, else the team of its owner. */
export function groupByTeam(actions: readonly TrackedAction[], config: SiteConfig): Assignee[] {
  const names = new Map(config.vocabularies.teams.terms.map((term) => [term.id, term.name]));
  return assignees(
    'team',
    actions,
    (action) => actionTeam(action.item, config.people),
    (id) => names.get(id) ?? id,
  );
}

/** The team an action item belongs to, when the file or the owner's entry says so. */
function actionTeam(item: ActionItem, people: Readonly<Record<string, Person>>): string | undefined {
  return item.team ?? (item.owner === undefined ? undefined : people[item.owner]?.team);
}

function assignees(
  kind: Assignee['kind'],
  actions: readonly TrackedAction[],
  idOf: (action: TrackedAction) => string | undefined,
  nameOf: (id: string) => string,
): Assignee[] {
  const groups = new Map<string, { id: string; actions: TrackedAction[] }>();
  for (const action of actions) {
    const id = idOf(action);
    if (id === undefined) continue;
    const slug = slugify(id);
    const group = groups.get(slug) ?? { id, actions: [] };
    groups.set(slug, group);
    group.actions.push(action);
  }
  return [...groups]
    .map(([slug, group]) => ({ kind, slug, id: group.id, name: nameOf(group.id), actions: group.actions, ...countActions(group.actions) }))
    .sort((a, b) => b.openCount - a.openCount || compareText(a.slug, b.slug));
}
