// What points at each incident: facts first (another telling, a recurrence), then mentions in the text.
import type { Backlink } from '../model/archive.ts';
import type { Incident } from '../model/incident.ts';

const STRENGTH: Readonly<Record<Backlink['kind'], number>> = { duplicate: 0, recurrence: 1, related: 2, mention: 3 };

/** How an id or a file named by an incident is turned into the incident meant; `undefined` when there is none. */
export interface Lookup {
  byName(idOrAlias: string): Incident | undefined;
  byFile(path: string): Incident | undefined;
}

/** Canonical id → what points at it, strongest kind first, newest first within a kind. One entry per incident that points. */
export function collectBacklinks(newestFirst: readonly Incident[], lookup: Lookup): Map<string, Backlink[]> {
  const found = new Map<string, Map<string, Backlink>>();
  for (const from of newestFirst) {
    for (const { target, link } of outgoing(from, lookup)) {
      if (target === undefined || target === from) continue;
      const links = found.get(target.id) ?? new Map<string, Backlink>();
      found.set(target.id, links);
      const known = links.get(from.id);
      if (known === undefined || STRENGTH[link.kind] < STRENGTH[known.kind]) links.set(from.id, link);
    }
  }
  // Stable sort: the incidents came newest first.
  return new Map([...found].map(([id, links]) => [id, [...links.values()].sort((a, b) => STRENGTH[a.kind] - STRENGTH[b.kind])]));
}

function* outgoing(from: Incident, lookup: Lookup): Iterable<{ target: Incident | undefined; link: Backlink }> {
  if (from.duplicateOf !== undefined) yield { target: lookup.byName(from.duplicateOf), link: { kind: 'duplicate', from } };
  if (from.recurrenceOf !== undefined) yield { target: lookup.byName(from.recurrenceOf), link: { kind: 'recurrence', from } };
  for (const id of from.related) yield { target: lookup.byName(id), link: { kind: 'related', from } };
  for (const reference of from.references) {
    if (reference.kind !== 'incident' && reference.kind !== 'file') continue;
    const target = reference.kind === 'incident' ? lookup.byName(reference.id) : lookup.byFile(reference.path);
    yield { target, link: { kind: 'mention', from, ...(reference.section && { section: reference.section }) } };
  }
}
