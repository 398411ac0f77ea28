// The action items of an archive that a question asks for, in the order of the tracker's page.
import type { Archive, TrackedAction } from '../../core/model/archive.ts';
import { buildActionRows, itemsInOrder } from '../../core/tracker/build-rows.ts';
import { findActions } from '../../core/tracker/find.ts';
import { groupActions } from '../../core/tracker/group.ts';
import { ACTION_FACETS } from '../../core/tracker/rows.ts';
import type { TrackerState } from '../../core/tracker/state.ts';
import { type ActionTable, tableOf } from '../../core/tracker/table.ts';
import type { View } from '../../core/tracker/views.ts';
import { meantState } from './meant-state.ts';
import type { ActionQuery } from './query.ts';

export interface ActionGroupList {
  /** The facet's value, or the Monday of a week; empty for items that have none. */
  readonly id: string;
  readonly name: string;
  readonly open: number;
  readonly overdue: number;
  readonly actions: readonly TrackedAction[];
}

export interface SelectedActions {
  /** What was asked for, as the archive spells it. */
  readonly state: TrackerState;
  readonly actions: readonly TrackedAction[];
  /** Where groups are asked for. */
  readonly groups?: readonly ActionGroupList[];
  /** Of the whole archive. */
  readonly total: number;
  /** What was asked for, is known and no item has. */
  readonly remarks: readonly string[];
}

/** Throws for a name that nothing in the archive has. */
export function selectActions(archive: Archive, { state: asked, views }: ActionQuery): SelectedActions {
  const table = tableOf(buildActionRows(archive));
  const state = meantState(archive, table, asked);
  const tracked = new Map(archive.actions.map((action) => [action.item, action]));
  const items = itemsInOrder(archive);
  const rows = rowsOf(table, { state, views, today: archive.asOf });
  const actionsOf = (of: readonly number[]): TrackedAction[] => of.flatMap((row) => tracked.get(items[row]?.item ?? NO_ITEM) ?? []);
  const groups = state.group && groupActions(table, rows, { by: state.group, today: archive.asOf });
  return {
    state,
    actions: actionsOf(rows),
    ...(groups && { groups: groups.map(({ rows: own, items: _items, ...group }) => ({ ...group, actions: actionsOf(own) })) }),
    total: table.size,
    remarks: remarksOn(table, state),
  };
}

const NO_ITEM = {} as TrackedAction['item'];

interface Asked {
  readonly state: TrackerState;
  readonly views: readonly View[];
  readonly today: string;
}

function rowsOf(table: ActionTable, { state, views, today }: Asked): readonly number[] {
  const [first = state.view, ...others] = views;
  const { rows } = findActions(table, { ...state, view: first }, today);
  return others.reduce((left, view) => {
    const also = new Set(findActions(table, { ...state, view }, today).rows);
    return left.filter((row) => also.has(row));
  }, rows);
}

function remarksOn({ facets }: ActionTable, { filters }: TrackerState): string[] {
  return ACTION_FACETS.flatMap((facet) => {
    const { ids } = facets[facet];
    return filters[facet]
      .filter((value) => value !== '' && !ids.includes(value))
      .map(
        (value) =>
          `No action item has ${facet} "${value}".${facet === 'priority' && ids.length > 0 ? ` They have ${ids.join(', ')}.` : ''}`,
      );
  });
}
