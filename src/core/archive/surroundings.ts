// Everything an incident's page and twins show that does not stand in its own file, gathered in one place: a page is made from its incident and
// this alone, so that it can be made in another thread, and has to be made again only when one of the two changed.
import { actionKey } from '../ledger/ledger.ts';
import type { ActionItem } from '../model/action-item.ts';
import { type Archive, type Backlink, INDEX_KINDS, type IndexKind, type StateThen } from '../model/archive.ts';
import type { Incident } from '../model/incident.ts';
import type { ItemHistory } from '../model/ledger.ts';
import { chainsOf } from '../resemblance/chains.ts';
import type { ResemblanceMemory } from '../resemblance/compare.ts';
import { slugify } from '../text/slug.ts';
import { assigneePath, termPath } from '../text/urls.ts';
import { daysBetween } from '../time/duration.ts';
import { type IncidentLink, type Likeness, likenessesIn, linkTo } from './likeness.ts';
import { finderOf } from './linked.ts';

/** A chain of recurrences, as far as a page shows it. */
export interface RecurrenceChain {
  readonly links: readonly ChainLink[];
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

interface ChainLink extends IncidentLink {
  readonly isThis: boolean;
  /** Since the one before it, where both have a day. */
  readonly daysAfter?: number;
}

export interface LinkHere {
  readonly kind: Backlink['kind'];
  readonly from: IncidentLink;
  readonly section?: string;
}

/** Plain data: two are the same when their JSON is. */
export interface Surroundings {
  readonly earlier?: IncidentLink;
  readonly later?: IncidentLink;
  readonly duplicateOf?: IncidentLink;
  readonly recurrenceOf?: IncidentLink;
  /** Those that are in the archive. */
  readonly related: readonly IncidentLink[];
  readonly backlinks: readonly LinkHere[];
  readonly similar: readonly Likeness[];
  /** Of an incident that recurs, or has recurred. */
  readonly chain?: RecurrenceChain;
  /** By id of an action item: where else it was promised, and what its history tells. */
  readonly promises: Readonly<Record<string, PromiseAround>>;
  /** Incidents before this one whose promises were open when it happened, and later ones that its own promises did not prevent. */
  readonly broken: readonly BrokenAround[];
  /** Paths of pages it would link to and that are not there: lists leave a second telling out, so its terms and owners may have none. */
  readonly missing: readonly string[];
}

export interface PromiseAround {
  /** Of the recurring promise it belongs to. */
  readonly recurring?: string;
  /** The nearest incidents that promised it before and after, at most three each: more would change with every incident that joins. */
  readonly before: readonly IncidentLink[];
  readonly after: readonly IncidentLink[];
  readonly history?: ItemHistory;
  readonly isUncommitted?: true;
}

interface BrokenAround {
  readonly isLater: boolean;
  /** The later incident where this one is the earlier, and the other way round. */
  readonly other: IncidentLink;
  readonly actions: readonly { readonly id: string; readonly daysAfterPromise: number; readonly stateThen: StateThen }[];
}

/** Maker of surroundings for the incidents of one archive. `memory`: of the archive as it was before. */
export function surroundingsOf(archive: Archive, memory?: ResemblanceMemory): (incident: Incident) => Surroundings {
  const around = surroundingsWith(archive);
  const similar = likenessesIn(archive, memory);
  return (incident) => around(incident, similar(incident));
}

/** The same where it is known, from elsewhere, what each incident is like. */
export function surroundingsWith(archive: Archive): (incident: Incident, similar: readonly Likeness[]) => Surroundings {
  const pages = listPages(archive);
  const find = finderOf(archive);
  const named = (id: string | undefined): IncidentLink | undefined => {
    const found = id === undefined ? undefined : find(id);
    return found && linkTo(found);
  };
  const promises = promisesAround(archive);
  const broken = brokenAround(archive);
  const chainOf = chainsOf(archive);
  return (incident, similar) => {
    const chain = chainOf(incident);
    const { earlier, later } = archive.neighbours.get(incident.id) ?? {};
    const [duplicateOf, recurrenceOf] = [named(incident.duplicateOf), named(incident.recurrenceOf)];
    return {
      ...(earlier && { earlier: linkTo(earlier) }),
      ...(later && { later: linkTo(later) }),
      ...(duplicateOf && { duplicateOf }),
      ...(recurrenceOf && { recurrenceOf }),
      related: incident.related.flatMap((id) => named(id) ?? []),
      backlinks: (archive.backlinks.get(incident.id) ?? []).map(({ kind, from, section }) => ({
        kind,
        from: linkTo(from),
        ...(section !== undefined && { section }),
      })),
      similar,
      ...(chain && {
        chain: { links: chainLinks(chain.members, incident), isCutBefore: chain.isCutBefore, isCutAfter: chain.isCutAfter },
      }),
      promises: promises(incident),
      broken: broken.get(incident) ?? [],
      missing: incident.duplicateOf === undefined ? [] : linkedPages(incident).filter((path) => !pages.has(path)),
    };
  };
}

const LINKS_AT_MOST = 3;

function promisesAround({ recurring, ledger }: Archive): (incident: Incident) => Record<string, PromiseAround> {
  const groups = new Map<ActionItem, { slug: string; incidents: readonly Incident[] }>();
  for (const { slug, actions } of recurring) {
    const incidents = [...new Set(actions.map((action) => action.incident))];
    for (const { item } of actions) groups.set(item, { slug, incidents });
  }
  return (incident) => {
    const around: Record<string, PromiseAround> = {};
    for (const item of incident.actionItems) {
      const group = groups.get(item);
      const key = actionKey(incident.id, item.id);
      const history = ledger.isAvailable ? ledger.entries.get(key) : undefined;
      if (group === undefined && history === undefined) continue;
      const at = group?.incidents.indexOf(incident) ?? -1;
      around[item.id] = {
        ...(group && { recurring: group.slug }),
        before: group?.incidents.slice(Math.max(0, at - LINKS_AT_MOST), at).map(linkTo) ?? [],
        after: group?.incidents.slice(at + 1, at + 1 + LINKS_AT_MOST).map(linkTo) ?? [],
        ...(history && { history }),
        ...(ledger.isAvailable && ledger.uncommitted.has(key) && { isUncommitted: true as const }),
      };
    }
    return around;
  };
}

function brokenAround({ broken, unproven }: Archive): Map<Incident, BrokenAround[]> {
  const around = new Map<Incident, BrokenAround[]>();
  for (const { later, earlier, actions } of [...broken, ...unproven]) {
    const told = actions.map(({ action, daysAfterPromise, stateThen }) => ({ id: action.item.id, daysAfterPromise, stateThen }));
    around.set(later, [...(around.get(later) ?? []), { isLater: false, other: linkTo(earlier), actions: told }]);
    around.set(earlier, [...(around.get(earlier) ?? []), { isLater: true, other: linkTo(later), actions: told }]);
  }
  return around;
}

function chainLinks(members: readonly Incident[], of: Incident): ChainLink[] {
  const links = members.map((member) => ({ ...linkTo(member), isThis: member === of }));
  return links.map((link, at) => {
    const [before, day] = [links[at - 1]?.day, link.day];
    return before === undefined || day === undefined ? link : { ...link, daysAfter: daysBetween(before, day) };
  });
}

/** Paths of the pages of terms, owners, teams, and of services by what was promised for them. */
export function listPages({ indexes, owners, teams, services }: Pick<Archive, 'indexes' | 'owners' | 'teams' | 'services'>): Set<string> {
  const terms = INDEX_KINDS.flatMap((kind) => indexes[kind].map(({ slug }) => termPath(kind, slug)));
  return new Set([...terms, ...[...owners, ...teams, ...services].map(({ kind, slug }) => assigneePath(kind, slug))]);
}

function linkedPages({ services, teams, tags, rootCauses, actionItems }: Incident): string[] {
  const terms = (kind: IndexKind, ids: readonly string[]): string[] => ids.map((id) => termPath(kind, slugify(id)));
  const owner = (kind: 'owner' | 'team', id: string | undefined): string[] => (id === undefined ? [] : [assigneePath(kind, slugify(id))]);
  return [
    ...terms('services', services),
    ...terms('teams', teams),
    ...terms('tags', tags),
    ...terms('causes', rootCauses),
    ...actionItems.flatMap((item) => [...owner('owner', item.owner), ...owner('team', item.team)]),
  ];
}
