// What the reader asked of the archive, read from the URL and written back to it: the URL is the only place where it is kept.
import { FACETS, type Facet, type PerFacet, perFacet } from '../../core/rows/archive-rows.ts';

export const COLUMNS = ['severity', 'title', 'started', 'lasted', 'detected', 'actions'] as const;
export type Column = (typeof COLUMNS)[number];

export interface Sort {
  readonly column: Column;
  readonly descending: boolean;
}

export type Filters = PerFacet<readonly string[]>;

export interface ArchiveState {
  /** Words that must all occur. */
  readonly q: string;
  /** One of the values of a facet, and that for every facet. An empty value stands for incidents that give none. */
  readonly filters: Filters;
  readonly sort: Sort;
  /** Counts from 1; may lie beyond the end. */
  readonly page: number;
}

const NEWEST_FIRST: Sort = { column: 'started', descending: true };

/** A URL is anyone's to write: what is longer than a reader would make it is cut. */
const MOST_VALUES = 50;
const LONGEST_VALUE = 300;

export const WHOLE_ARCHIVE: ArchiveState = { q: '', filters: perFacet(() => []), sort: NEWEST_FIRST, page: 1 };

/** Reads the query part of a URL. Unknown parameters and malformed values are passed over. */
export function readState(search: string): ArchiveState {
  const parameters = new URLSearchParams(search);
  const values = (facet: Facet) =>
    [...new Set(parameters.getAll(facet).map((value) => value.slice(0, LONGEST_VALUE)))].slice(0, MOST_VALUES);
  return {
    q: (parameters.get('q') ?? '').trim().slice(0, LONGEST_VALUE),
    filters: perFacet(values),
    sort: readSort(parameters.get('sort') ?? ''),
    page: readPage(parameters.get('page') ?? ''),
  };
}

/** The query that stands for a state, with its question mark; empty for the whole archive, newest first. */
export function writeState(state: ArchiveState): string {
  const parameters = new URLSearchParams();
  for (const facet of FACETS) for (const value of state.filters[facet]) parameters.append(facet, value);
  if (state.q) parameters.set('q', state.q);
  if (!isNewestFirst(state.sort)) parameters.set('sort', (state.sort.descending ? '-' : '') + state.sort.column);
  if (state.page > 1) parameters.set('page', String(state.page));
  const query = parameters.toString();
  return query && `?${query}`;
}

export function isFiltered(state: ArchiveState): boolean {
  return state.q !== '' || FACETS.some((facet) => state.filters[facet].length > 0);
}

export function isNewestFirst(sort: Sort): boolean {
  return sort.column === NEWEST_FIRST.column && sort.descending === NEWEST_FIRST.descending;
}

/** Adds the value, or takes it away where it is in use. The list begins anew at its first page. */
export function toggleValue(state: ArchiveState, facet: Facet, value: string): ArchiveState {
  const used = state.filters[facet];
  const values = used.includes(value) ? used.filter((other) => other !== value) : [...used, value];
  return { ...state, filters: { ...state.filters, [facet]: values }, page: 1 };
}

export function withText(state: ArchiveState, q: string): ArchiveState {
  return { ...state, q: q.trim().slice(0, LONGEST_VALUE), page: 1 };
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

function readSort(text: string): Sort {
  const descending = text.startsWith('-');
  const column = COLUMNS.find((name) => name === (descending ? text.slice(1) : text));
  return column ? { column, descending } : NEWEST_FIRST;
}

function readPage(text: string): number {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}
