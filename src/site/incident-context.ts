// Everything an incident's page shows that does not stand in its own file, gathered in one place: what decides whether it must be rendered anew.
import type { Archive, Backlink } from '../core/model/archive.ts';
import type { Incident } from '../core/model/incident.ts';

/** Another incident as a link shows it. */
interface IncidentLink {
  readonly id: string;
  readonly title: string;
  /** `2026-11-20`, absent for an undated one. */
  readonly day?: string;
}

export interface IncidentContext {
  readonly earlier?: IncidentLink;
  readonly later?: IncidentLink;
  readonly duplicateOf?: IncidentLink;
  readonly recurrenceOf?: IncidentLink;
  readonly related: readonly IncidentLink[];
  readonly backlinks: readonly { readonly kind: Backlink['kind']; readonly from: IncidentLink; readonly section?: string }[];
}

/** Plain data: two contexts are the same when their JSON is. */
export function incidentContext(archive: Archive, incident: Incident): IncidentContext {
  const named = (id: string | undefined): IncidentLink | undefined => {
    if (id === undefined) return undefined;
    const found = archive.byId.get(id) ?? archive.byId.get(archive.aliases.get(id) ?? '');
    return found && linkTo(found);
  };
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
  };
}

function linkTo({ id, title, milestones }: Incident): IncidentLink {
  return { id, title, ...(milestones.started && { day: milestones.started.iso.slice(0, 10) }) };
}
