// Which other entries of an index the incidents of one entry also have.
import type { IndexEntry, IndexKind } from '../../src/core/model/archive.ts';
import type { Incident } from '../../src/core/model/incident.ts';

export interface Companion {
  readonly id: string;
  readonly count: number;
}

/** An incident has one severity and one year, so those have no companions. */
const VALUES: Readonly<Partial<Record<IndexKind, (incident: Incident) => readonly string[]>>> = {
  tags: (incident) => incident.tags,
  services: (incident) => incident.services,
  teams: (incident) => incident.teams,
  causes: (incident) => incident.rootCauses,
};

const MOST = 8;

/** The commonest first. One pass over the entry's own incidents. */
export function usuallyWith({ kind, id, incidents }: IndexEntry): readonly Companion[] {
  const valuesOf = VALUES[kind];
  if (!valuesOf) return [];
  const counts = new Map<string, number>();
  for (const incident of incidents) for (const value of valuesOf(incident)) counts.set(value, (counts.get(value) ?? 0) + 1);
  counts.delete(id);
  return [...counts]
    .map(([other, count]) => ({ id: other, count }))
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
    .slice(0, MOST);
}
