// Finds incidents of the archive by any of their names, for the checks that compare them.
import type { Incident } from '../model/incident.ts';
import type { Entry } from './rule.ts';
import { makeGuesser } from './say.ts';

export interface Directory {
  /** Any file, also one that could not be read further, by id or alias. */
  entry(name: string): Entry | undefined;
  incident(name: string): Incident | undefined;
  entryOfFile(file: string): Entry | undefined;
  guess(name: string): string | undefined;
}

export function makeDirectory(entries: readonly Entry[], incidents: readonly Incident[]): Directory {
  const byName = new Map<string, Entry>();
  const byFile = new Map(entries.map((entry) => [entry.file, entry]));
  const readable = new Map(incidents.map((incident) => [incident.file, incident]));
  for (const entry of entries) if (!byName.has(entry.id)) byName.set(entry.id, entry);
  for (const entry of entries) for (const alias of entry.aliases) if (!byName.has(alias)) byName.set(alias, entry);
  const guess = makeGuesser();
  return {
    entry: (name) => byName.get(name),
    entryOfFile: (file) => byFile.get(file),
    incident: (name) => readable.get(byName.get(name)?.file ?? ''),
    guess: (name) => guess(name, byName.keys()),
  };
}
