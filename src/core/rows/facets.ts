// What the archive is narrowed by: what each facet is called, which index it belongs to, and which of its values are offered first.
import type { Archive, IndexEntry, IndexKind } from '../model/archive.ts';
import { DOCUMENT_STATUSES, type DocumentStatus } from '../model/incident.ts';
import type { Facet, PerFacet } from './archive-rows.ts';

interface FacetWords {
  readonly title: string;
  /** The option for incidents that give no value. */
  readonly none: string;
}

export const FACET_WORDS: PerFacet<FacetWords> = {
  severity: { title: 'Severity', none: 'No severity' },
  year: { title: 'Year', none: 'Undated' },
  service: { title: 'Service', none: 'None named' },
  team: { title: 'Team', none: 'None named' },
  cause: { title: 'Cause', none: 'None named' },
  tag: { title: 'Tag', none: 'Untagged' },
  status: { title: 'Status', none: 'None given' },
};

/** A facet whose values have pages of their own; a document's status has none. */
export type IndexedFacet = Exclude<Facet, 'status'>;

export const FACET_INDEX: Readonly<Record<IndexedFacet, IndexKind>> = {
  severity: 'severities',
  year: 'years',
  service: 'services',
  team: 'teams',
  cause: 'causes',
  tag: 'tags',
};

/** The other way round: `/incidents/?service=…` for an entry of the index of services. */
export const INDEX_FACET: Readonly<Record<IndexKind, IndexedFacet>> = {
  severities: 'severity',
  years: 'year',
  services: 'service',
  teams: 'team',
  causes: 'cause',
  tags: 'tag',
};

/** The finished ones first: they are what a reader is usually after. */
export const STATUS_ORDER: readonly DocumentStatus[] = [...DOCUMENT_STATUSES].reverse();

/** How many values of a facet show before "more" is asked for. */
export const OPTIONS_SHOWN = 5;

/** The values of a facet that at least one incident has, in the order of their index. */
export function facetEntries(archive: Pick<Archive, 'indexes'>, facet: IndexedFacet): readonly IndexEntry[] {
  return archive.indexes[FACET_INDEX[facet]].filter((entry) => entry.incidents.length > 0);
}
