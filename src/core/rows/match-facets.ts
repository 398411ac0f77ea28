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

/**
 * Rows that have one of the values of every facet. `admits` says which of the `size` rows are looked at, and counted, at all. Goes through
 * the list a column at a time: a loop over one of them costs a fraction of one that changes columns at every step.
 */
export function matchFacets(facets: readonly ChosenFacet[], size: number, admits: (row: number) => boolean): FacetMatches {
  const refused = new Int8Array(size);
  for (let row = 0; row < size; row++) refused[row] = admits(row) ? NONE : SEVERAL;
  facets.forEach((facet, index) => {
    if (facet.values.length > 0) refuse(refused, facet, index);
  });
  const found: number[] = [];
  for (let row = 0; row < size; row++) if (refused[row] === NONE) found.push(row);
  return { rows: found, counts: facets.map(({ column }, index) => count(refused, column, index)) };
}

/**
 * Values as the list spells them: `sev1` in a hand-written URL is `SEV1`. What it does not know stays as it is: it matches nothing, and
 * the reader is shown it.
 */
export function knownValues(column: FacetColumn, values: readonly string[]): readonly string[] {
  return values.length === 0 ? values : [...new Set(values.map((value) => spelled(column, value)))];
}

/** What keeps a row out: no facet, more than one, or else the facet's own index. */
const NONE = -1;
/** Then the row counts for no choice of a single facet. */
const SEVERAL = -2;

/** A column as a loop goes through it fast: for each row, which of the lists of values that occur in the column it has. */
interface Coded {
  readonly codes: Uint32Array;
  readonly lists: readonly (readonly number[])[];
}

const known = new WeakMap<FacetColumn, Coded>();

/** Worked out once for a column. Rows that share a list share its code: where thousands of rows have few lists, little is left to do. */
export function codedColumn(column: FacetColumn): Coded {
  const coded = known.get(column) ?? code(column);
  known.set(column, coded);
  return coded;
}

function code({ rows }: FacetColumn): Coded {
  const places = new Map<readonly number[], number>();
  const codes = Uint32Array.from(rows, (list) => {
    const place = places.get(list) ?? places.size;
    if (place === places.size) places.set(list, place);
    return place;
  });
  return { codes, lists: [...places.keys()] };
}

/** Notes which rows the facet keeps out. */
function refuse(refused: Int8Array, { column, values }: ChosenFacet, index: number): void {
  const { ids } = column;
  const { codes, lists } = codedColumn(column);
  const chosen = new Uint8Array(ids.length + 1);
  for (const value of values) {
    const position = value === '' ? ids.length : ids.indexOf(value);
    if (position >= 0) chosen[position] = 1;
  }
  const accepted = Uint8Array.from(lists, (list) => Number(accepts(list, chosen)));
  for (let row = 0; row < refused.length; row++) {
    if (refused[row] === SEVERAL || accepted[codes[row] ?? 0] === 1) continue;
    refused[row] = refused[row] === NONE ? index : SEVERAL;
  }
}

/** The last of those that may be chosen stands for "has none". */
function accepts(given: readonly number[], chosen: Uint8Array): boolean {
  if (given.length === 0) return chosen[chosen.length - 1] === 1;
  for (let index = 0; index < given.length; index++) if (chosen[given[index] ?? 0] === 1) return true;
  return false;
}

/** How often each value occurs among the rows that no other facet keeps out; last, how many have none. */
function count(refused: Int8Array, column: FacetColumn, index: number): readonly number[] {
  const none = column.ids.length;
  const { codes, lists } = codedColumn(column);
  const tallies = new Uint32Array(lists.length);
  for (let row = 0; row < refused.length; row++) {
    if (refused[row] !== NONE && refused[row] !== index) continue;
    const place = codes[row] ?? 0;
    tallies[place] = (tallies[place] ?? 0) + 1;
  }
  const counts = new Array<number>(none + 1).fill(0);
  lists.forEach((given, place) => {
    const rows = tallies[place] ?? 0;
    for (const value of given.length === 0 ? [none] : given) counts[value] = (counts[value] ?? 0) + rows;
  });
  return counts;
}

function spelled(column: FacetColumn, value: string): string {
  if (value === '' || column.ids.includes(value)) return value;
  const wanted = value.toLowerCase();
  return column.ids.find((id, position) => id.toLowerCase() === wanted || column.names[position]?.toLowerCase() === wanted) ?? value;
}
