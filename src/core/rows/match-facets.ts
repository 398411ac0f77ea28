// Which rows match, and how many would under every other choice: one pass over a list, whatever it lists.

export interface FacetColumn {
  /** As they stand in the URL, in the order in which they are offered: severities by rank. */
  readonly ids: readonly string[];
  /** What a reader sees, one for each id. */
  readonly names: readonly string[];
  /** For each row, which values it has, as positions in `ids`; empty where it has none. */
  readonly rows: readonly (readonly number[])[];
}

/** A column, and the values of it that are asked for: none of them means all rows. An empty value stands for rows that have none. */
export interface ChosenFacet {
  readonly column: FacetColumn;
  readonly values: readonly string[];
}

export interface FacetMatches {
  /** Positions of the rows, in the order of the list. */
  readonly rows: readonly number[];
  /**
   * For each facet and each of its values, how many rows have it under the filters of all other facets: what choosing it would show or
   * add. The last entry, after those of `ids`, counts the rows that have none.
   */
  readonly counts: readonly (readonly number[])[];
}

/** Rows that have one of the values of every facet. `admits` says which of the `size` rows are looked at, and counted, at all. */
export function matchFacets(facets: readonly ChosenFacet[], size: number, admits: (row: number) => boolean): FacetMatches {
  const columns = facets.map(workingColumn);
  const found: number[] = [];
  for (let row = 0; row < size; row++) {
    if (!admits(row)) continue;
    const refused = refusals(columns, row);
    if (refused === NONE) found.push(row);
    if (refused !== SEVERAL) count(columns, row, refused);
  }
  return { rows: found, counts: columns.map((column) => column.counts) };
}

/**
 * Values as the list spells them: `sev1` in a hand-written URL is `SEV1`. What it does not know stays as it is: it matches nothing, and
 * the reader is shown it.
 */
export function knownValues(column: FacetColumn, values: readonly string[]): readonly string[] {
  return values.length === 0 ? values : [...new Set(values.map((value) => spelled(column, value)))];
}

interface WorkingColumn {
  readonly values: FacetColumn['rows'];
  /** Is the facet in use, and which positions were chosen. */
  readonly used: boolean;
  readonly chosen: Uint8Array;
  readonly counts: number[];
  /** Position that stands for "has none". */
  readonly none: number;
}

const NONE = -1;
const SEVERAL = -2;

function workingColumn({ column, values }: ChosenFacet): WorkingColumn {
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
