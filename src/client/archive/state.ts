// What the reader asked of the archive, read from the URL and written back to it: the URL is the only place where it is kept.
import { FACETS, type Facet, type PerFacet, perFacet } from '../../core/rows/archive-rows.ts';
import { readPage, readSort, readText, readValues, type Sort, toggled, writeSort } from '../../core/rows/list-query.ts';

export const COLUMNS = ['severity', 'title', 'started', 'lasted', 'detected', 'actions'] as const;
export type Column = (typeof COLUMNS)[number];

export type Filters = PerFacet<readonly string[]>;

export interface ArchiveState {
  /** Words that must all occur. */
  readonly q: string;
  /** One of the values of a facet, and that for every facet. An empty value stands for incidents that give none. */
  readonly filters: Filters;
  readonly sort: Sort<Column>;
  /** Counts from 1; may lie beyond the end. */
  readonly page: number;
}

const NEWEST_FIRST: Sort<Column> = { column: 'started', descending: true };

export const WHOLE_ARCHIVE: ArchiveState = { q: '', filters: perFacet(() => []), sort: NEWEST_FIRST, page: 1 };

/** Reads the query part of a URL. Unknown parameters and malformed values are passed over. */
export function readState(search: string): ArchiveState {
  const parameters = new URLSearchParams(search);
  return {
    q: readText(parameters.get('q')),
    filters: perFacet((facet) => readValues(parameters, facet)),
    sort: readSort(parameters.get('sort'), COLUMNS) ?? NEWEST_FIRST,
    page: readPage(parameters.get('page')),
  };
}

/** The query that stands for a state, with its question mark; empty for the whole archive, newest first. */
export function writeState(state: ArchiveState): string {
  const parameters = new URLSearchParams();
  for (const facet of FACETS) for (const value of state.filters[facet]) parameters.append(facet, value);
  if (state.q) parameters.set('q', state.q);
  if (!isNewestFirst(state.sort)) parameters.set('sort', writeSort(state.sort));
  if (state.page > 1) parameters.set('page', String(state.page));
  const query = parameters.toString();
  return query && `?${query}`;
}

export function isFiltered(state: ArchiveState): boolean {
  return state.q !== '' || FACETS.some((facet) => state.filters[facet].length > 0);
}

export function isNewestFirst(sort: Sort<Column>): boolean {
  return sort.column === NEWEST_FIRST.column && sort.descending === NEWEST_FIRST.descending;
}

/** Adds the value, or takes it away where it is in use. The list begins anew at its first page. */
export function toggleValue(state: ArchiveState, facet: Facet, value: string): ArchiveState {
  return { ...state, filters: { ...state.filters, [facet]: toggled(state.filters[facet], value) }, page: 1 };
}

export function withText(state: ArchiveState, q: string): ArchiveState {
  return { ...state, q: readText(q), page: 1 };
}

/** Everything again, in the order the reader chose. */
export function cleared(state: ArchiveState): ArchiveState {
  return { ...WHOLE_ARCHIVE, sort: state.sort };
}

/** A column's own order first (gravest, newest, longest, A to Z), the other way round when asked again. */
export function sortedBy(state: ArchiveState, column: Column): ArchiveState {
  const descending = state.sort.column === column ? !state.sort.descending : column !== 'severity' && column !== 'title';
  return { ...state, sort: { column, descending }, page: 1 };
}
