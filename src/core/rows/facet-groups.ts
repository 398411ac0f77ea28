// The rail of the archive before anybody has filtered: the commonest values of each facet, counted over the whole archive.
import type { Archive } from '../model/archive.ts';
import { termPath } from '../text/urls.ts';
import { type ArchiveRows, FACETS, type Facet } from './archive-rows.ts';
import { FACET_INDEX, FACET_WORDS, facetEntries, OPTIONS_SHOWN } from './facets.ts';

export interface FacetOption {
  /** As it stands in the URL. */
  readonly value: string;
  readonly name: string;
  readonly count: number;
  /** The value's own page, from the site's root. */
  readonly path?: string;
}

export interface FacetGroup {
  /** The name of its parameter in the URL. */
  readonly facet: string;
  readonly title: string;
  readonly options: readonly FacetOption[];
  /** How many more there are. */
  readonly more: number;
  /** The index of all of them. */
  readonly path?: string;
}

/** In the order of the rail; facets that no incident of the archive has are left out. */
export function facetGroups(archive: Archive, rows: ArchiveRows): readonly FacetGroup[] {
  return FACETS.map((facet) => groupOf(facet, archive, rows)).filter((group) => group.options.length > 0);
}

function groupOf(facet: Facet, archive: Archive, rows: ArchiveRows): FacetGroup {
  const options = facet === 'status' ? statusOptions(rows) : entryOptions(facet, archive);
  const hasNone = rows.facets[facet].rows.some((values) => values.length === 0);
  return {
    facet,
    title: FACET_WORDS[facet].title,
    options: options.slice(0, OPTIONS_SHOWN),
    more: Math.max(0, options.length + Number(hasNone) - OPTIONS_SHOWN),
    ...(facet !== 'status' && { path: `${FACET_INDEX[facet]}/` }),
  };
}

function entryOptions(facet: Exclude<Facet, 'status'>, archive: Archive): readonly FacetOption[] {
  return facetEntries(archive, facet).map((entry) => ({
    value: entry.id,
    name: entry.name,
    count: entry.incidents.length,
    path: termPath(entry.kind, entry.slug),
  }));
}

function statusOptions({ facets: { status } }: ArchiveRows): readonly FacetOption[] {
  return status.ids.map((value, position) => ({
    value,
    name: status.names[position] ?? value,
    count: status.rows.filter((values) => values.includes(position)).length,
  }));
}
