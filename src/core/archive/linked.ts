// Incidents and what they say of each other: as much of an archive as it takes to compare them.
import type { Archive } from '../model/archive.ts';
import type { Incident } from '../model/incident.ts';
import { collectBacklinks } from './backlinks.ts';

export type LinkedIncidents = Pick<Archive, 'incidents' | 'duplicates' | 'byId' | 'aliases' | 'backlinks'>;

/** `shown` newest first. */
export function linkIncidents(shown: readonly Incident[]): LinkedIncidents {
  const byId = new Map(shown.map((incident) => [incident.id, incident]));
  const aliases = new Map(shown.flatMap((incident) => incident.aliases.map((alias) => [alias, incident.id] as const)));
  const byFile = new Map(shown.map((incident) => [incident.file, incident]));
  return {
    incidents: shown.filter((incident) => incident.duplicateOf === undefined),
    duplicates: shown.filter((incident) => incident.duplicateOf !== undefined),
    byId,
    aliases,
    backlinks: collectBacklinks(shown, { byName: finderOf({ byId, aliases }), byFile: (path) => byFile.get(path) }),
  };
}

/** By id or by an old one. */
export function finderOf({ byId, aliases }: Pick<Archive, 'byId' | 'aliases'>): (name: string) => Incident | undefined {
  return (name) => byId.get(name) ?? byId.get(aliases.get(name) ?? '');
}
