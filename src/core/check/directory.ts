// The names of an archive, worked out once for all checks that compare incidents.
import type { Incident } from '../model/incident.ts';
import { slugify } from '../text/slug.ts';
import type { Entry } from './rule.ts';
import { makeGuesser } from './say.ts';

export interface Directory {
  /** Any file, also one that could not be read further, by id or alias. */
  entry(name: string): Entry | undefined;
  incident(name: string): Incident | undefined;
  entryOfFile(file: string): Entry | undefined;
  /** The first file whose id is this one once both are made safe for an address. */
  holder(id: string): Entry | undefined;
  guess(name: string): string | undefined;
}

export function makeDirectory(entries: readonly Entry[], incidents: readonly Incident[]): Directory {
  const byName = new Map<string, Entry>();
  const byFile = new Map(entries.map((entry) => [entry.file, entry]));
  const bySlug = new Map<string, Entry>();
  const readable = new Map(incidents.map((incident) => [incident.file, incident]));
  for (const entry of entries) {
    if (!byName.has(entry.id)) byName.set(entry.id, entry);
    const slug = slugOf(entry.id);
    if (!bySlug.has(slug)) bySlug.set(slug, entry);
  }
  for (const entry of entries) for (const alias of entry.aliases) if (!byName.has(alias)) byName.set(alias, entry);
  const guess = makeGuesser();
  return {
    entry: (name) => byName.get(name),
    entryOfFile: (file) => byFile.get(file),
    incident: (name) => readable.get(byName.get(name)?.file ?? ''),
    holder: (id) => bySlug.get(slugOf(id)),
    guess: (name) => guess(name, byName.keys()),
  };
}

/** Nearly every id is its own slug: telling so is ten times faster than making it. */
export function slugOf(id: string): string {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) && id.length <= 80 && id.length > 4 ? id : slugify(id);
}
