// Recurring promises: the same action promised in more than one incident.
import type { ActionItem } from '../model/action-item.ts';
import type { RecurringPromise, TrackedAction } from '../model/archive.ts';
import type { Incident } from '../model/incident.ts';
import { slugify } from '../text/slug.ts';
import type { FindIncident } from './chain.ts';
import { type Group, gather } from './groups.ts';
import { findLikeness } from './likeness.ts';
import { type NameOf, reasonsOf } from './reasons.ts';
import { type Promised, statementsOf } from './statements.ts';

/** A group before its items are tracked. */
export interface FoundPromise extends Omit<RecurringPromise, 'actions' | 'tellings'> {
  readonly items: readonly ActionItem[];
}

export interface PromiseContext {
  readonly find: FindIncident;
  readonly nameOf: NameOf;
}

/**
 * The strongest first. `incidents` newest first, without second tellings: who tells an incident twice has not promised twice. What two items
 * have in common is weighed by how rare it is among the promises of this archive, so that the same archive gives the same groups.
 */
export function findRecurring(incidents: readonly Incident[], context: PromiseContext): FoundPromise[] {
  const statements = statementsOf(incidents, context.find);
  const position = new Map(incidents.map((incident, index) => [incident, index]));
  const oldestFirst = (a: Promised, b: Promised): number => (position.get(b.incident) ?? 0) - (position.get(a.incident) ?? 0);
  const slugs = new Set<string>();
  return gather(statements, findLikeness(statements)).map((group) => {
    const promised = group.members.flatMap((member) => member.promised).sort(oldestFirst);
    return {
      slug: slugOf(promised, slugs),
      title: titleOf(group),
      reasons: reasonsOf(group, context),
      items: promised.map(({ item }) => item),
    };
  });
}

interface Tracked {
  readonly actions: readonly TrackedAction[];
  readonly duplicates: readonly Incident[];
}

/** The groups with their items as the tracker has them. */
export function trackRecurring(found: readonly FoundPromise[], { actions, duplicates }: Tracked, find: FindIncident): RecurringPromise[] {
  const tracked = new Map(actions.map((action) => [action.item, action]));
  const told = duplicates.map((telling) => ({ telling, of: find(telling.duplicateOf ?? '') }));
  return found.map(({ items, ...promise }) => {
    const own = items.flatMap((item) => tracked.get(item) ?? []);
    const incidents = new Set(own.map(({ incident }) => incident));
    return { ...promise, actions: own, tellings: told.flatMap(({ telling, of }) => (of && incidents.has(of) ? telling : [])) };
  });
}

/** Named by the oldest promise: that name stays while others join. */
function slugOf(promised: readonly Promised[], taken: Set<string>): string {
  const first = promised[0];
  const name = slugify(`${first?.incident.id} ${first?.item.id}`);
  let slug = name;
  for (let count = 2; taken.has(slug); count++) slug = `${name}-${count}`;
  taken.add(slug);
  return slug;
}

const TITLE_AT_MOST = 140;

/** The first sentence of the leader. */
function titleOf({ leader }: Group): string {
  const text = leader.promised[0]?.item.title.plain.trim() ?? '';
  const sentence = /^.{12,}?[.!?](?=\s)/s.exec(text)?.[0].slice(0, -1) ?? text;
  if (sentence.length <= TITLE_AT_MOST) return sentence;
  const cut = sentence.slice(0, TITLE_AT_MOST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), TITLE_AT_MOST / 2)).trimEnd()}…`;
}
