// Everything the tracker's page shows for one state on one day, as values: the DOM code only copies it.
import type { Day } from '../../core/model/timestamp.ts';
import { readText } from '../../core/rows/list-query.ts';
import { countOf } from '../../core/text/count.ts';
import { formatDay } from '../../core/time/format.ts';
import { countFound, findActions, knownState } from '../../core/tracker/find.ts';
import { type ActionGroup, type Cut, groupActions, type Tally, tallyOf } from '../../core/tracker/group.ts';
import { ACTION_FACET_WORDS, ACTION_FACETS, ACTIONS_PER_PAGE, type PerActionFacet, perActionFacet } from '../../core/tracker/rows.ts';
import { hasRange, type Range, type TrackerState, toggleFacet, withoutFilters } from '../../core/tracker/state.ts';
import type { ActionTable } from '../../core/tracker/table.ts';
import { VIEW_WORDS, type View, viewsOn } from '../../core/tracker/views.ts';
import type { ListView } from '../list/list-page.ts';
import { type ChipView, nameOf, type OptionView, optionsOf, remediesOf } from '../list/option-view.ts';

/** A group, and those of its rows that fall on the page. */
interface ShownGroup {
  /** Absent where the list is not cut into groups. */
  readonly group?: ActionGroup;
  readonly rows: readonly number[];
}

export interface TrackerView extends ListView<TrackerState> {
  readonly table: ActionTable;
  readonly today: Day;
  readonly by?: Cut['by'] | undefined;
  readonly groups: readonly ShownGroup[];
  /** Of all that were found. */
  readonly tally: Tally;
  readonly options: PerActionFacet<readonly OptionView[]>;
  /** Beside each view: under the other filters. */
  readonly views: Readonly<Record<View, number>>;
  /** At the head of the page: of all action items. */
  readonly figures: Readonly<Record<View, number>>;
}

export function trackerView(table: ActionTable, asked: TrackerState, today: Day): TrackerView {
  const known = knownState(table, asked);
  const { rows, counts, views } = findActions(table, known, today);
  const by = known.group ?? (known.sort.column === 'due' ? ('state' as const) : undefined);
  const groups: readonly ShownGroup[] = by
    ? groupActions(table, rows, { by, today }).map((group) => ({ group, rows: group.rows }))
    : [{ rows }];
  // An item of two services is listed twice.
  const listed = groups.reduce((sum, group) => sum + group.rows.length, 0);
  const pages = Math.max(1, Math.ceil(listed / ACTIONS_PER_PAGE));
  const state = { ...known, page: Math.min(known.page, pages) };
  const chips = chipsOf(table, state);
  return {
    table,
    today,
    state,
    by,
    groups: onPage(groups, state.page),
    found: rows.length,
    pages,
    tally: tallyOf(table, rows, today),
    options: perActionFacet((facet) =>
      // Nobody ticks one of ten thousand incidents: these filters come with a link.
      facet === 'incident' || facet === 'promise'
        ? []
        : optionsOf({
            column: table.facets[facet],
            counts: counts[facet],
            values: state.filters[facet],
            none: ACTION_FACET_WORDS[facet].none,
          }),
    ),
    views,
    figures: viewsOn(table, today).counts,
    chips,
    remedies: rows.length > 0 ? [] : remediesOf(chips, (without) => countFound(table, without, today)),
    cleared: withoutFilters(state),
  };
}

/** The part of the groups, one after the other, that a page holds. */
function onPage(groups: readonly ShownGroup[], page: number): readonly ShownGroup[] {
  const first = (page - 1) * ACTIONS_PER_PAGE;
  let before = 0;
  return groups.flatMap((group) => {
    const start = first - before;
    before += group.rows.length;
    const rows = group.rows.slice(Math.max(0, start), Math.max(0, start + ACTIONS_PER_PAGE));
    return rows.length > 0 ? [{ ...group, rows }] : [];
  });
}

type Chip = ChipView<TrackerState>;

function chipsOf(table: ActionTable, state: TrackerState): readonly Chip[] {
  const chips: Chip[] = [];
  const add = (key: string, text: string, without: Partial<TrackerState>) =>
    chips.push({ key, text, without: { ...state, page: 1, ...without } });
  if (state.view !== 'everything') add('View', VIEW_WORDS[state.view], { view: 'everything' });
  if (state.q) add('Text', state.q, { q: '' });
  for (const facet of ACTION_FACETS) {
    const { title, none } = ACTION_FACET_WORDS[facet];
    for (const value of state.filters[facet]) add(title, nameOf(table.facets[facet], value, none), toggleFacet(state, facet, value));
  }
  if (hasRange(state.due)) add('Due', sayRange(state.due, formatDay, 'from'), { due: {} });
  if (hasRange(state.age))
    add(
      'Age',
      sayRange(state.age, (days) => countOf(days, 'day'), 'at least'),
      { age: {} },
    );
  return chips;
}

/** `1 Dec 2026 to 5 Dec 2026`, `from 1 Dec 2026`, `up to 5 Dec 2026`. */
function sayRange<T>({ from, to }: Range<T>, say: (end: T) => string, since: string): string {
  if (from === undefined) return to === undefined ? '' : `up to ${say(to)}`;
  return to === undefined ? `${since} ${say(from)}` : `${say(from)} to ${say(to)}`;
}

export function withText(state: TrackerState, q: string): TrackerState {
  return { ...state, q: readText(q), page: 1 };
}
