// Which rows match, and how many would under every other choice: one pass over the archive.
import { type ArchiveRows, FACETS, type FacetColumn, type PerFacet, perFacet } from '../../core/rows/archive-rows.ts';
import type { ArchiveState, Filters } from './state.ts';
import { searchTexts, wordsOf } from './text-filter.ts';

export interface Matches {
  /** Positions of the rows, in the order of the archive. */
  readonly rows: readonly number[];
  /**
   * For each value of a facet, how many rows have it under the text and the filters of all other facets: what choosing it would
   * show or add. The last entry, after those of `ids`, counts the rows that give none.
   */
  readonly counts: PerFacet<readonly number[]>;
}

export function filterRows(rows: ArchiveRows, state: Pick<ArchiveState, 'q' | 'filters'>): Matches {
  const words = wordsOf(state.q);
  const texts = words.length > 0 ? searchTexts(rows) : [];
  const columns = FACETS.map((facet) => workingColumn(rows.facets[facet], state.filters[facet]));
  const found: number[] = [];
  for (let row = 0; row < rows.ids.length; row++) {
    const text = texts[row] ?? '';
    if (!words.every((word) => text.includes(word))) continue;
    const refused = refusals(columns, row);
    if (refused === NONE) found.push(row);
    if (refused !== SEVERAL) count(columns, row, refused);
  }
  return { rows: found, counts: perFacet((facet) => columns[FACETS.indexOf(facet)]?.counts ?? []) };
}

/**
 * Values as the archive spells them: `sev1` in a hand-written URL is `SEV1`. What it does not know stays as it is: it matches nothing,
 * and the reader is shown it.
 */
export function knownFilters(rows: ArchiveRows, filters: Filters): Filters {
  return perFacet((facet) => [...new Set(filters[facet].map((value) => spelled(rows.facets[facet], value)))]);
}

interface WorkingColumn {
  readonly values: FacetColumn['rows'];
  /** Is the facet in use, and which positions were chosen. */
  readonly used: boolean;
  readonly chosen: Uint8Array;
  readonly counts: number[];
  /** Position that stands for "gives none". */
  readonly none: number;
}

const NONE = -1;
const SEVERAL = -2;

function workingColumn(column: FacetColumn, values: readonly string[]): WorkingColumn {
  const none = column.ids.length;
  const chosen = new Uint8Array(none + 1);
  for (const value of values) {
    const position = value === '' ? none : column.ids.indexOf(value);
    if (position >= 0) chosen[position] = 1;
  }
  return { values: column.rows, used: values.length > 0, chosen, counts: new Array<number>(none + 1).fill(0), none };
}

/** The one facet that keeps the row out, `NONE`, or `SEVERAL`: then the row counts for no choice of a single facet. */
function refusals(columns: readonly WorkingColumn[], row: number): number {
  let refused = NONE;
  for (let index = 0; index < columns.length; index++) {
    const column = columns[index];
    if (!column?.used || accepts(column, row)) continue;
    if (refused !== NONE) return SEVERAL;
    refused = index;
  }
  return refused;
}

function accepts({ values, chosen, none }: WorkingColumn, row: number): boolean {
  const given = values[row];
  if (!given || given.length === 0) return chosen[none] === 1;
  for (const value of given) if (chosen[value] === 1) return true;
  return false;
}

function count(columns: readonly WorkingColumn[], row: number, only: number): void {
  for (let index = 0; index < columns.length; index++) {
    const column = columns[index];
    if (!column || (only !== NONE && only !== index)) continue;
    const given = column.values[row];
    if (!given || given.length === 0) column.counts[column.none] = (column.counts[column.none] ?? 0) + 1;
    else for (const value of given) column.counts[value] = (column.counts[value] ?? 0) + 1;
  }
}

function spelled(column: FacetColumn, value: string): string {
  if (value === '' || column.ids.includes(value)) return value;
  const wanted = value.toLowerCase();
  return column.ids.find((id, position) => id.toLowerCase() === wanted || column.names[position]?.toLowerCase() === wanted) ?? value;
}
