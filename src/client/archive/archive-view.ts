// Everything the archive's page shows for one state, as values: the DOM code only copies it.
import { type ArchiveRows, FACETS, type Facet, type PerFacet, perFacet, ROWS_PER_PAGE } from '../../core/rows/archive-rows.ts';
import { FACET_WORDS } from '../../core/rows/facets.ts';
import { type RowView, rowView } from '../../core/rows/row-view.ts';
import { filterRows, knownFilters, type Matches } from './filter-rows.ts';
import { sortRows } from './sort-rows.ts';
import { type ArchiveState, toggleValue, withText } from './state.ts';

export interface OptionView {
  readonly value: string;
  readonly name: string;
  readonly count: number;
  readonly chosen: boolean;
}

/** A filter in use, and the state without it. */
export interface ChipView {
  readonly key: string;
  readonly text: string;
  readonly without: ArchiveState;
}

export interface ArchiveView {
  /** The state asked for, with values spelled as the archive spells them and a page that exists. */
  readonly state: ArchiveState;
  readonly rows: readonly RowView[];
  readonly found: number;
  readonly total: number;
  readonly pages: number;
  readonly options: PerFacet<readonly OptionView[]>;
  readonly chips: readonly ChipView[];
  /** When nothing was found: how many incidents there are with one filter less. */
  readonly remedies: readonly { readonly chip: ChipView; readonly found: number }[];
}

/** Each costs a pass over the archive, and a longer list would help nobody. */
const MOST_REMEDIES = 8;

export function archiveView(rows: ArchiveRows, asked: ArchiveState): ArchiveView {
  const known = { ...asked, filters: knownFilters(rows, asked.filters) };
  const matches = filterRows(rows, known);
  const found = matches.rows.length;
  const pages = Math.max(1, Math.ceil(found / ROWS_PER_PAGE));
  const state = { ...known, page: Math.min(known.page, pages) };
  const first = (state.page - 1) * ROWS_PER_PAGE;
  const shown = sortRows(rows, matches.rows, state.sort).slice(first, first + ROWS_PER_PAGE);
  const chips = chipsOf(rows, state);
  return {
    state,
    rows: shown.flatMap((row) => rowView(rows, row) ?? []),
    found,
    total: rows.ids.length,
    pages,
    options: perFacet((facet) => optionsOf(rows, facet, { state, matches })),
    chips,
    remedies: found > 0 ? [] : chips.slice(0, MOST_REMEDIES).map((chip) => ({ chip, found: filterRows(rows, chip.without).rows.length })),
  };
}

function optionsOf(rows: ArchiveRows, facet: Facet, { state, matches }: { state: ArchiveState; matches: Matches }): readonly OptionView[] {
  const column = rows.facets[facet];
  const chosen = new Set(state.filters[facet]);
  const counts = matches.counts[facet];
  const options = column.ids.map((value, position) => ({
    value,
    name: column.names[position] ?? value,
    count: counts[position] ?? 0,
    chosen: chosen.has(value),
  }));
  if (chosen.has('') || column.rows.some((values) => values.length === 0)) {
    options.push({ value: '', name: FACET_WORDS[facet].none, count: counts[column.ids.length] ?? 0, chosen: chosen.has('') });
  }
  return options;
}

function chipsOf(rows: ArchiveRows, state: ArchiveState): readonly ChipView[] {
  const chips: ChipView[] = state.q ? [{ key: 'Text', text: state.q, without: withText(state, '') }] : [];
  for (const facet of FACETS) {
    const { ids, names } = rows.facets[facet];
    const { title, none } = FACET_WORDS[facet];
    for (const value of state.filters[facet]) {
      chips.push({
        key: title,
        text: value === '' ? none : (names[ids.indexOf(value)] ?? value),
        without: toggleValue(state, facet, value),
      });
    }
  }
  return chips;
}
