// The action items a state asks for, in its order: what the page, its counts and the command line have in common.
import type { Day } from '../model/timestamp.ts';
import { type FacetMatches, knownValues, matchFacets } from '../rows/match-facets.ts';
import { wordsOf } from '../rows/words.ts';
import { dayNumber } from '../time/calendar.ts';
import { ACTION_FACETS, type PerActionFacet, perActionFacet } from './rows.ts';
import { sortActions } from './sort.ts';
import { ALL_ACTIONS, hasRange, type Range, type TrackerState } from './state.ts';
import { type ActionTable, ageOn } from './table.ts';
import { prepareTexts, rowsWith } from './text-match.ts';
import { VIEWS, type View, viewsOn } from './views.ts';

export interface FoundActions {
  /** Positions in the table, in the order asked for. */
  readonly rows: readonly number[];
  /** How many rows each value of a facet would show or add under all other filters; last, how many have none. */
  readonly counts: PerActionFacet<readonly number[]>;
  /** How many rows each view would show under all other filters. */
  readonly views: Readonly<Record<View, number>>;
}

/** The state with values spelled as the archive spells them: `sev1` and `Ana Silva` are taken for `SEV1` and `ana`. */
export function knownState({ facets }: ActionTable, state: TrackerState): TrackerState {
  return { ...state, filters: perActionFacet((facet) => knownValues(facets[facet], state.filters[facet])) };
}

/** `today` decides what is late, how old what is open is, and which quarter it is. */
export function findActions(table: ActionTable, state: TrackerState, today: Day): FoundActions {
  const { rows, counts } = match(table, state, today);
  return {
    rows: sortActions(table, rows, { sort: state.sort, today }),
    counts: perActionFacet((facet) => counts[ACTION_FACETS.indexOf(facet)] ?? []),
    views: Object.fromEntries(VIEWS.map((view, position) => [view, counts[ACTION_FACETS.length]?.[position] ?? 0])) as Record<View, number>,
  };
}

/** What any question needs is worked out once: better before the first one than while somebody waits for its answer. */
export function prepareTracker(table: ActionTable, today: Day): void {
  prepareTexts(table);
  findActions(table, ALL_ACTIONS, today);
}

/** How many a state asks for. */
export function countFound(table: ActionTable, state: TrackerState, today: Day): number {
  return match(table, state, today).rows.length;
}

/** The view is one more facet, of which one value is chosen. */
function match(table: ActionTable, state: TrackerState, today: Day): FacetMatches {
  const facets = ACTION_FACETS.map((facet) => ({ column: table.facets[facet], values: state.filters[facet] }));
  const view = { column: viewsOn(table, today).column, values: [state.view] };
  const tests = [
    ...wordsOf(state.q).map((word) => rowsWith(table, word)),
    ...dueTest(table, state.due),
    ...ageTest(table, state.age, today),
  ];
  return matchFacets([...facets, view], table.size, (row) => tests.every((holds) => holds(row)));
}

type Test = (row: number) => boolean;

function dueTest({ rows }: ActionTable, due: Range<Day>): readonly Test[] {
  if (!hasRange(due)) return [];
  const isWithin = within({ ...(due.from && { from: dayNumber(due.from) }), ...(due.to && { to: dayNumber(due.to) }) });
  return [(row) => isWithin(rows.due[row] ?? null)];
}

function ageTest(table: ActionTable, age: Range<number>, today: Day): readonly Test[] {
  if (!hasRange(age)) return [];
  const isWithin = within(age);
  const ageOf = ageOn(table, today);
  return [(row) => isWithin(ageOf(row))];
}

function within({ from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }: Range<number>): (value: number | null) => boolean {
  return (value) => value !== null && value >= from && value <= to;
}
