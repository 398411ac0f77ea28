// Every promise of the archive in one list, with its age and lateness as of one day, by whom it was made and for which service.
import { type ActionItem, isOpen } from '../model/action-item.ts';
import type { Assignee, IndexEntry, TrackedAction } from '../model/archive.ts';
import type { Incident } from '../model/incident.ts';
import { type Person, personOf, type SiteConfig } from '../model/site-config.ts';
import type { Day } from '../model/timestamp.ts';
import type { FoundPromise } from '../promises/recurring.ts';
import type { Promised } from '../promises/statements.ts';
import { compareText } from '../text/compare.ts';
import { slugify } from '../text/slug.ts';
import { daysBetween } from '../time/duration.ts';

/** The day a promise is counted from: when it was written down, else when the incident ended or began. */
export function promisedOn(item: Pick<ActionItem, 'created'>, incident: Pick<Incident, 'milestones'>): Day | undefined {
  return item.created ?? (incident.milestones.resolved ?? incident.milestones.started)?.iso.slice(0, 10);
}

function track({ item, incident }: Promised, asOf: Day, recurring: string | undefined): TrackedAction {
  const promised = promisedOn(item, incident);
  return {
    item,
    incident,
    ...(promised !== undefined && { ageDays: daysBetween(promised, item.completed ?? asOf) }),
    ...(isOpen(item) && item.due !== undefined && { overdueDays: daysBetween(item.due, asOf) }),
    ...(recurring !== undefined && { recurring }),
  };
}

/** Open before finished; among the open the latest first, then those with a date before those without. */
function compareActions(a: TrackedAction, b: TrackedAction): number {
  return (
    Number(isOpen(b.item)) - Number(isOpen(a.item)) ||
    (b.overdueDays ?? Number.NEGATIVE_INFINITY) - (a.overdueDays ?? Number.NEGATIVE_INFINITY) ||
    comparePriority(a.item.priority, b.item.priority) ||
    compareText(b.item.completed ?? '', a.item.completed ?? '')
  );
}

/** Without one last: no sign that could stand for "none" sorts after every letter. */
function comparePriority(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a.localeCompare(b, 'en');
}

/** All action items of the incidents given, in the tracker's order; ties keep the order of the incidents. */
export function trackActions(newestFirst: readonly Incident[], asOf: Day, repeated: readonly FoundPromise[] = []): TrackedAction[] {
  const slugs = new Map(repeated.flatMap(({ slug, items }) => items.map((item) => [item, slug] as const)));
  return newestFirst
    .flatMap((incident) => incident.actionItems.map((item) => track({ item, incident }, asOf, slugs.get(item))))
    .sort(compareActions);
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
  return assignees('owner', actions, {
    idsOf: ({ item }) => (item.owner === undefined ? [] : [item.owner]),
    nameOf: (id) => personOf(config, id)?.name ?? id,
  });
}

/** Teams by what is theirs to do: the item's own team, else the team of its owner. */
export function groupByTeam(actions: readonly TrackedAction[], config: SiteConfig): Assignee[] {
  const names = new Map(config.vocabularies.teams.terms.map((term) => [term.id, term.name]));
  return assignees('team', actions, {
    idsOf: ({ item }) => {
      const team = actionTeam(item, config.people);
      return team === undefined ? [] : [team];
    },
    nameOf: (id) => names.get(id) ?? id,
  });
}

/** Services by what was promised after their incidents, under the names of their index. */
export function groupByService(actions: readonly TrackedAction[], services: readonly IndexEntry[]): Assignee[] {
  const known = new Map(services.map((entry) => [entry.slug, entry]));
  return assignees('service', actions, { idsOf: ({ incident }) => incident.services, nameOf: (id) => id }).map((service) => {
    const { id, name } = known.get(service.slug) ?? service;
    return { ...service, id, name };
  });
}

/** The team an action item belongs to, when the file or the owner's entry says so. */
export function actionTeam(item: ActionItem, people: Readonly<Record<string, Person>>): string | undefined {
  return item.team ?? (item.owner === undefined ? undefined : personOf({ people }, item.owner)?.team);
}

interface Assigning {
  idsOf(action: TrackedAction): readonly string[];
  nameOf(id: string): string;
}

/** Spellings with one slug are one assignee, under the spelling that comes first. */
function assignees(kind: Assignee['kind'], actions: readonly TrackedAction[], { idsOf, nameOf }: Assigning): Assignee[] {
  const groups = new Map<string, { id: string; actions: Set<TrackedAction> }>();
  for (const action of actions) {
    for (const id of idsOf(action)) {
      const slug = slugify(id);
      const group = groups.get(slug) ?? { id, actions: new Set() };
      groups.set(slug, group);
      group.actions.add(action);
    }
  }
  return [...groups]
    .map(([slug, { id, actions: found }]) => {
      const list = [...found];
      return { kind, slug, id, name: nameOf(id), actions: list, ...countActions(list) };
    })
    .sort((a, b) => b.openCount - a.openCount || compareText(a.slug, b.slug));
}
