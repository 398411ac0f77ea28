// Who noticed: our own monitoring, or somebody whom it should have spared the trouble.
import { DETECTION_SOURCES, type DetectionSource } from '../model/incident.ts';
import type { InsightIncident } from './rows.ts';

export interface DetectionFigures {
  readonly known: number;
  readonly of: number;
  readonly sources: readonly { readonly source: DetectionSource; readonly incidents: readonly InsightIncident[] }[];
  /** Per cent of the known ones that monitoring found; from five known ones on. */
  readonly monitoredPercent?: number;
}

/** Fewer incidents have no share worth a per cent. */
export const FEWEST_FOR_SHARE = 5;

export function detectionFigures(incidents: readonly InsightIncident[]): DetectionFigures {
  const found = new Map<DetectionSource, InsightIncident[]>(DETECTION_SOURCES.map((source) => [source, []]));
  let known = 0;
  for (const incident of incidents) {
    if (incident.foundBy === undefined) continue;
    found.get(incident.foundBy)?.push(incident);
    known++;
  }
  const monitored = found.get('monitoring')?.length ?? 0;
  return {
    known,
    of: incidents.length,
    sources: [...found].map(([source, own]) => ({ source, incidents: own })),
    ...(known >= FEWEST_FOR_SHARE && { monitoredPercent: Math.round((monitored / known) * 100) }),
  };
}
