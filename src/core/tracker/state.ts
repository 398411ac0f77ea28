// What is asked of the tracker, read from a URL and written back to it: the URL is the only place where a page keeps it.
import type { Day } from '../model/timestamp.ts';
import { readPage, readSort, readText, readValues, type Sort, toggled, writeSort } from '../rows/list-query.ts';
import { dayOf } from '../time/calendar.ts';
import { ACTION_FACETS, type ActionFacet, type PerActionFacet, perActionFacet } from './rows.ts';
import { VIEWS, type View } from './views.ts';

export const ACTION_COLUMNS = ['status', 'title', 'owner', 'team', 'priority', 'severity', 'incident', 'age', 'due'] as const;
export type ActionColumn = (typeof ACTION_COLUMNS)[number];

export const GROUPINGS = ['owner', 'team', 'service', 'incident', 'week', 'promise'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Both ends belong to it; an end that is not given is open. */
export interface Range<T> {
  readonly from?: T;
  readonly to?: T;
}

export interface TrackerState {
  /** Words that must all occur. */
  readonly q: string;
  /** One of the values of a facet, and that for every facet. An empty value stands for items that have none. */
  readonly filters: PerActionFacet<readonly string[]>;
  readonly view: View;
  readonly due: Range<Day>;
  /** In days. */
  readonly age: Range<number>;
  readonly sort: Sort<ActionColumn>;
  readonly group?: Grouping | undefined;
  /** Counts from 1; may lie beyond the end. */
  readonly page: number;
}

/** What is open first, the most overdue on top; then what is finished, the latest on top. */
const MOST_OVERDUE_FIRST: Sort<ActionColumn> = { column: 'due', descending: false };

export const ALL_ACTIONS: TrackerState = {
  q: '',
  filters: perActionFacet(() => []),
  view: 'everything',
  due: {},
  age: {},
  sort: MOST_OVERDUE_FIRST,
  page: 1,
};

/** Reads the query part of a URL. Unknown parameters and malformed values are passed over. */
export function readTrackerState(search: string): TrackerState {
  const parameters = new URLSearchParams(search);
  const given = (name: string) => parameters.get(name) ?? '';
  return {
    q: readText(parameters.get('q')),
    filters: perActionFacet((facet) => readValues(parameters, facet)),
    view: VIEWS.find((view) => view === given('view')) ?? 'everything',
    due: range(readDay(given('due-from')), readDay(given('due-to'))),
    age: range(readDays(given('age-from')), readDays(given('age-to'))),
    sort: readSort(given('sort'), ACTION_COLUMNS) ?? MOST_OVERDUE_FIRST,
    group: GROUPINGS.find((group) => group === given('group')),
    page: readPage(given('page')),
  };
}

/** The query that stands for a state, with its question mark; empty for everything in its usual order. */
export function writeTrackerState(state: TrackerState): string {
  const parameters = new URLSearchParams();
  const set = (name: string, value: string | number | undefined) => {
    if (value !== undefined && value !== '') parameters.set(name, String(value));
  };
  if (state.view !== 'everything') set('view', state.view);
  for (const facet of ACTION_FACETS) for (const value of state.filters[facet]) parameters.append(facet, value);
  set('due-from', state.due.from);
  set('due-to', state.due.to);
  set('age-from', state.age.from);
  set('age-to', state.age.to);
  set('q', state.q);
  set('group', state.group);
  if (!isMostOverdueFirst(state.sort)) set('sort', writeSort(state.sort));
  if (state.page > 1) set('page', state.page);
  const query = parameters.toString();
  return query && `?${query}`;
}

/** Fewer than all action items are asked for. */
export function isNarrowed(state: TrackerState): boolean {
  const { q, view, filters, due, age } = state;
  return q !== '' || view !== 'everything' || hasRange(due) || hasRange(age) || ACTION_FACETS.some((facet) => filters[facet].length > 0);
}

export function hasRange({ from, to }: Range<unknown>): boolean {
  return from !== undefined || to !== undefined;
}

export function isMostOverdueFirst(sort: Sort<ActionColumn>): boolean {
  return sort.column === MOST_OVERDUE_FIRST.column && sort.descending === MOST_OVERDUE_FIRST.descending;
}

/** Adds the value, or takes it away where it is in use. The list begins anew at its first page. */
export function toggleFacet(state: TrackerState, facet: ActionFacet, value: string): TrackerState {
  return { ...state, filters: { ...state.filters, [facet]: toggled(state.filters[facet], value) }, page: 1 };
}

/** Everything again, in the order and the groups the reader chose. */
export function withoutFilters({ sort, group }: TrackerState): TrackerState {
  return { ...ALL_ACTIONS, sort, group };
}

/** A column's own order first (gravest, most urgent, oldest, A to Z), the other way round when asked again. */
export function sortedByColumn(state: TrackerState, column: ActionColumn): TrackerState {
  const descending = state.sort.column === column ? !state.sort.descending : column === 'age';
  return { ...state, sort: { column, descending }, page: 1 };
}

/** `undefined` for what is no day of the calendar. */
export function readDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** A number of days. */
export function readDays(text: string): number | undefined {
  return /^\d{1,5}$/.test(text) ? Number(text) : undefined;
}

export function range<T>(from: T | undefined, to: T | undefined): Range<T> {
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}
