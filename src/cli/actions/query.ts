// The options of `hindsight actions list` as the question that the page of the tracker asks.
import { statusOf, typeOf } from '../../core/body/action-fields.ts';
import { ACTION_STATUSES, ACTION_TYPES } from '../../core/model/action-item.ts';
import type { Day } from '../../core/model/timestamp.ts';
import { readSort } from '../../core/rows/list-query.ts';
import { closest } from '../../core/text/closest.ts';
import { addDays } from '../../core/time/duration.ts';
import { type ActionFacet, perActionFacet } from '../../core/tracker/rows.ts';
import { ACTION_COLUMNS, ALL_ACTIONS, type Grouping, type TrackerState } from '../../core/tracker/state.ts';
import type { View } from '../../core/tracker/views.ts';
import { AppError } from '../../io/app-error.ts';
import { visible } from '../report/visible.ts';

/** One of the values, or `false` for `--no-owner`; each option may be given several times. */
type FacetOptions = { readonly [F in ActionFacet]?: readonly string[] | false };

export interface QueryOptions extends FacetOptions {
  readonly dueBefore?: Day;
  readonly dueAfter?: Day;
  readonly olderThan?: number;
  readonly text?: string;
  readonly view?: View;
  readonly overdue?: boolean;
  /** `false` for `--no-due`. */
  readonly due?: boolean;
  readonly blocked?: boolean;
  readonly recurring?: boolean;
  readonly sort?: string;
  readonly group?: Grouping;
}

export interface ActionQuery {
  readonly state: TrackerState;
  /** All of them hold; the page has one at a time. */
  readonly views: readonly View[];
}

/** Throws for values that no action item can have. */
export function queryOf(options: QueryOptions): ActionQuery {
  const { dueBefore, dueAfter, olderThan, text = '', group } = options;
  const state: TrackerState = {
    ...ALL_ACTIONS,
    q: text,
    filters: perActionFacet((facet) => valuesOf(options, facet)),
    due: { ...(dueAfter && { from: addDays(dueAfter, 1) }), ...(dueBefore && { to: addDays(dueBefore, -1) }) },
    age: olderThan === undefined ? {} : { from: olderThan + 1 },
    sort: sortOf(options.sort),
    ...(group && { group }),
  };
  return { state, views: viewsOf(options) };
}

function viewsOf({ view, overdue, owner, due, blocked, recurring }: QueryOptions): View[] {
  const asked: (readonly [View, boolean])[] = [
    ['overdue', overdue === true],
    ['no-owner', owner === false],
    ['no-due', due === false],
    ['blocked', blocked === true],
    ['recurring', recurring === true],
  ];
  return [...new Set([...(view === undefined ? [] : [view]), ...asked.flatMap(([name, isAsked]) => (isAsked ? [name] : []))])];
}

function valuesOf(options: FacetOptions, facet: ActionFacet): readonly string[] {
  const values = (options[facet] || []).flatMap((value) => value.split(',')).map((value) => value.trim());
  if (facet === 'status') return values.map((value) => known(value, statusOf(value), { facet, all: ACTION_STATUSES }));
  return facet === 'type' ? values.map((value) => known(value, typeOf(value), { facet, all: ACTION_TYPES })) : values;
}

interface Allowed {
  readonly facet: ActionFacet;
  readonly all: readonly string[];
}

/** The page passes over what no item can have; somebody who typed it wants to know. */
function known(value: string, meant: string | undefined, { facet, all }: Allowed): string {
  const found = all.find((each) => each === value) ?? meant;
  if (found !== undefined || value === '') return found ?? '';
  const near = closest(value, all);
  throw new AppError('usage', `"${visible(value)}" is no ${facet} of an action item.`, {
    hint: near === undefined ? `It is one of ${all.join(', ')}.` : `Did you mean ${near}?`,
  });
}

function sortOf(text: string | undefined): TrackerState['sort'] {
  if (text === undefined) return ALL_ACTIONS.sort;
  const sort = readSort(text, ACTION_COLUMNS);
  if (sort) return sort;
  const near = closest(text.replace(/^-/, ''), ACTION_COLUMNS);
  throw new AppError('usage', `There is no column "${visible(text)}" to sort by.`, {
    hint: near === undefined ? `Columns are ${ACTION_COLUMNS.join(', ')}; -age runs down.` : `Did you mean ${near}?`,
  });
}
