// The archive as columns of short values: what `/incidents/rows.json` holds, so that a browser can filter and sort without the pages.
import type { Day } from '../model/timestamp.ts';
import type { FacetColumn } from './match-facets.ts';

/** What a reader narrows the archive by, in the order of the rail. Also the names of the parameters in the URL. */
export const FACETS = ['severity', 'year', 'service', 'team', 'cause', 'tag', 'status'] as const;
export type Facet = (typeof FACETS)[number];

/** One thing for each facet. */
export type PerFacet<T> = Readonly<Record<Facet, T>>;

export function perFacet<T>(make: (facet: Facet) => T): PerFacet<T> {
  return Object.fromEntries(FACETS.map((facet) => [facet, make(facet)])) as Record<Facet, T>;
}

/** One entry per incident in every column, newest first, undated last: the order of the archive. */
export interface ArchiveRows {
  /** Changes with the shape: a page left open over a release must not misread a newer file. */
  readonly version: 1;
  /** The day `overdue` was counted to. */
  readonly asOf: Day;
  readonly ids: readonly string[];
  readonly titles: readonly string[];
  /** Empty where there is none; at most 200 characters. */
  readonly summaries: readonly string[];
  /** Error strings and alert names, one per line. */
  readonly signatures: readonly string[];
  /** The day the incident began, in its own zone. */
  readonly started: readonly (Day | null)[];
  /** Milliseconds from start to resolution; null where one of the two is not known to the minute. */
  readonly lasted: readonly (number | null)[];
  readonly detected: readonly (number | null)[];
  /** Which lengths rest on an estimate: 1 for `lasted`, 2 for `detected`, 3 for both. */
  readonly estimated: readonly number[];
  readonly openActions: readonly number[];
  readonly allActions: readonly number[];
  readonly overdueActions: readonly number[];
  readonly facets: PerFacet<FacetColumn>;
}

export const ESTIMATED_LASTED = 1;
export const ESTIMATED_DETECTED = 2;

/** Incidents on one page of the archive, in the files as in the browser. */
export const ROWS_PER_PAGE = 100;
