// Which incidents match, and how many would under every other choice.
import { type ArchiveRows, FACETS, type PerFacet, perFacet } from '../../core/rows/archive-rows.ts';
import { knownValues, matchFacets } from '../../core/rows/match-facets.ts';
import { wordsOf } from '../../core/rows/words.ts';
import type { ArchiveState, Filters } from './state.ts';
import { searchTexts } from './text-filter.ts';

export interface Matches {
  /** Positions of the rows, in the order of the archive. */
  readonly rows: readonly number[];
  /** As `matchFacets` counts them. */
  readonly counts: PerFacet<readonly number[]>;
}

export function filterRows(rows: ArchiveRows, state: Pick<ArchiveState, 'q' | 'filters'>): Matches {
  const words = wordsOf(state.q);
  const texts = words.length > 0 ? searchTexts(rows) : [];
  const facets = FACETS.map((facet) => ({ column: rows.facets[facet], values: state.filters[facet] }));
  const found = matchFacets(facets, rows.ids.length, (row) => words.every((word) => texts[row]?.includes(word)));
  return { rows: found.rows, counts: perFacet((facet) => found.counts[FACETS.indexOf(facet)] ?? []) };
}

export function knownFilters(rows: ArchiveRows, filters: Filters): Filters {
  return perFacet((facet) => knownValues(rows.facets[facet], filters[facet]));
}
