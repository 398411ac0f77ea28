// Everything the archive's page shows for one state, as values: the DOM code only copies it.
import { type ArchiveRows, FACETS, type PerFacet, perFacet, ROWS_PER_PAGE } from '../../core/rows/archive-rows.ts';
import { FACET_WORDS } from '../../core/rows/facets.ts';
import { type RowView, rowView } from '../../core/rows/row-view.ts';
import type { ListView } from '../list/list-page.ts';
import { type ChipView, nameOf, type OptionView, optionsOf, remediesOf } from '../list/option-view.ts';
import { filterRows, knownFilters } from './filter-rows.ts';
import { sortRows } from './sort-rows.ts';
import { type ArchiveState, cleared, toggleValue, withText } from './state.ts';

export interface ArchiveView extends ListView<ArchiveState> {
  readonly rows: readonly RowView[];
  readonly total: number;
  readonly options: PerFacet<readonly OptionView[]>;
}

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
    options: perFacet((facet) =>
      optionsOf({
        column: rows.facets[facet],
        counts: matches.counts[facet],
        values: state.filters[facet],
        none: FACET_WORDS[facet].none,
      }),
    ),
    chips,
    remedies: found > 0 ? [] : remediesOf(chips, (without) => filterRows(rows, without).rows.length),
    cleared: cleared(state),
  };
}

function chipsOf(rows: ArchiveRows, state: ArchiveState): readonly ChipView<ArchiveState>[] {
  const chips: ChipView<ArchiveState>[] = state.q ? [{ key: 'Text', text: state.q, without: withText(state, '') }] : [];
  for (const facet of FACETS) {
    const { title, none } = FACET_WORDS[facet];
    for (const value of state.filters[facet]) {
      chips.push({ key: title, text: nameOf(rows.facets[facet], value, none), without: toggleValue(state, facet, value) });
    }
  }
  return chips;
}
