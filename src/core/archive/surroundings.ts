// Everything an incident's page and twins show that does not stand in its own file, gathered in one place: a page is made from its incident and
// this alone, so that it can be made in another thread, and has to be made again only when one of the two changed.
import { type Archive, type Backlink, INDEX_KINDS, type IndexKind } from '../model/archive.ts';
import type { Incident } from '../model/incident.ts';
import { slugify } from '../text/slug.ts';
import { assigneePath, termPath } from '../text/urls.ts';

/** Another incident as a link shows it. */
export interface IncidentLink {
  readonly id: string;
  readonly title: string;
  /** `2026-11-20`, absent for an undated one. */
  readonly day?: string;
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
  /** Paths of pages it would link to and that are not there: lists leave a second telling out, so its terms and owners may have none. */
  readonly missing: readonly string[];
}

/** Maker of surroundings for the incidents of one archive. */
export function surroundingsOf(archive: Archive): (incident: Incident) => Surroundings {
  const pages = listPages(archive);
  const named = (id: string | undefined): IncidentLink | undefined => {
    if (id === undefined) return undefined;
    const found = archive.byId.get(id) ?? archive.byId.get(archive.aliases.get(id) ?? '');
    return found && linkTo(found);
  };
  return (incident) => {
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
      missing: incident.duplicateOf === undefined ? [] : linkedPages(incident).filter((path) => !pages.has(path)),
    };
  };
}

function linkTo({ id, title, milestones }: Incident): IncidentLink {
  return { id, title, ...(milestones.started && { day: milestones.started.iso.slice(0, 10) }) };
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
