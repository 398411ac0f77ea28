// What stands beside a list for one state, as values: the choices of its facets, and the filters in use.
import type { FacetColumn } from '../../core/rows/match-facets.ts';

export interface OptionView {
  readonly value: string;
  readonly name: string;
  readonly count: number;
  readonly chosen: boolean;
}

/** A filter in use, and the state without it. */
export interface ChipView<State> {
  readonly key: string;
  readonly text: string;
  readonly without: State;
}

/** When nothing was found: how many there are with one filter less. */
export interface Remedy<State> {
  readonly chip: ChipView<State>;
  readonly found: number;
}

export interface Counted {
  readonly column: FacetColumn;
  /** As `matchFacets` counts them. */
  readonly counts: readonly number[];
  readonly values: readonly string[];
  /** What the option for rows that have no value is called. */
  readonly none: string;
}

/** "None" is offered where some row has no value, or where it was asked for. */
export function optionsOf({ column, counts, values, none }: Counted): readonly OptionView[] {
  const chosen = new Set(values);
  const options = column.ids.map((value, position) => ({
    value,
    name: column.names[position] ?? value,
    count: counts[position] ?? 0,
    chosen: chosen.has(value),
  }));
  if (chosen.has('') || hasNone(column)) {
    options.push({ value: '', name: none, count: counts[column.ids.length] ?? 0, chosen: chosen.has('') });
  }
  return options;
}

const known = new WeakMap<FacetColumn, boolean>();

/** Looked for once: it takes a pass over the list where every row has a value. */
function hasNone(column: FacetColumn): boolean {
  const some = known.get(column) ?? column.rows.some((given) => given.length === 0);
  known.set(column, some);
  return some;
}

/** Each costs a pass over the list, and a longer list of them would help nobody. */
const MOST_REMEDIES = 8;

export function remediesOf<State>(chips: readonly ChipView<State>[], count: (state: State) => number): readonly Remedy<State>[] {
  return chips.slice(0, MOST_REMEDIES).map((chip) => ({ chip, found: count(chip.without) }));
}

/** A value as its facet names it; one that the list does not know as it was given. */
export function nameOf({ ids, names }: FacetColumn, value: string, none: string): string {
  return value === '' ? none : (names[ids.indexOf(value)] ?? value);
}
