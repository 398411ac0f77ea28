// The incidents like one another as pages show them: plain data, made in whatever thread has the time.
import type { Incident } from '../model/incident.ts';
import type { SiteConfig } from '../model/site-config.ts';
import type { ResemblanceMemory } from '../resemblance/compare.ts';
import type { Difference, Reason } from '../resemblance/reasons.ts';
import type { Relation } from '../resemblance/relations.ts';
import { type Resembling, similarIn } from '../resemblance/similar.ts';
import type { LinkedIncidents } from './linked.ts';

/** Another incident as a link shows it. */
export interface IncidentLink {
  readonly id: string;
  readonly title: string;
  /** `2026-11-20`, absent for an undated one. */
  readonly day?: string;
}

/** An incident like this one, with why that is said. Neither a score nor a place in the archive: those would change with every other incident. */
export interface Likeness extends IncidentLink {
  readonly severity?: string;
  /** From its start to its end. */
  readonly durationMs?: number;
  readonly relation: Relation;
  /** Of a stated relation: this incident says so, not the other one. */
  readonly isOwn: boolean;
  readonly reasons: readonly Reason[];
  readonly differences: readonly Difference[];
}

/** Of each incident at most five: what people have stated first, then the most alike. `memory`: of the archive as it was before. */
export function likenessesIn(
  archive: LinkedIncidents & { readonly config: SiteConfig },
  memory?: ResemblanceMemory,
): (incident: Incident) => Likeness[] {
  const similar = similarIn(archive, memory);
  return (incident) => similar(incident).map(likenessOf);
}

function likenessOf({ incident, ...found }: Resembling): Likeness {
  const { severity, milestones } = incident;
  const { started, resolved } = milestones;
  const isTimed = started !== undefined && resolved !== undefined && started.precision !== 'date' && resolved.precision !== 'date';
  return {
    ...linkTo(incident),
    ...(severity !== undefined && { severity }),
    ...(isTimed && { durationMs: resolved.epoch - started.epoch }),
    ...found,
  };
}

export function linkTo({ id, title, milestones }: Incident): IncidentLink {
  return { id, title, ...(milestones.started && { day: milestones.started.iso.slice(0, 10) }) };
}
