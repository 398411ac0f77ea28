// Filtering, counting, sorting and grouping the tracker: on a small archive by hand, and against the archive's own order.
import { describe, expect, it } from 'vitest';
import { buildActionRows, itemsInOrder } from '../../../src/core/tracker/build-rows.ts';
import { countFound, findActions, knownState } from '../../../src/core/tracker/find.ts';
import { groupActions } from '../../../src/core/tracker/group.ts';
import { readTrackerState } from '../../../src/core/tracker/state.ts';
import { type ActionTable, tableOf } from '../../../src/core/tracker/table.ts';
import { AS_OF, action, archive, at, incident, largeArchive, smallArchive } from '../rows/archives.ts';

const small = tableOf(buildActionRows(smallArchive()));
const large = tableOf(buildActionRows(largeArchive(2000)));

const keyOf = ({ rows, incident: of }: ActionTable, row: number): string =>
  `${rows.incidents.ids[of[row] ?? -1]?.slice(5, 7)}/${rows.ids.ids[rows.ids.rows[row] ?? -1]}`;

function find(search: string, { table = small, today = AS_OF } = {}) {
  return findActions(table, knownState(table, readTrackerState(search)), today);
}

const keys = (search: string, today = AS_OF): string[] => find(search, { today }).rows.map((row) => keyOf(small, row));

describe('filters', () => {
  it.each([
    ['?status=open', ['11/AI-1', '11/AI-2']],
    ['?status=done&status=wont_do', ['06/AI-1', '06/AI-3']],
    ['?owner=ana', ['11/AI-1']],
    ['?owner=Ana+Lindqvist', ['11/AI-1']],
    ['?owner=', ['11/AI-2', '06/AI-3']],
    ['?team=payments', ['11/AI-1', '06/AI-1']],
    ['?service=reports&status=blocked', ['06/AI-2']],
    ['?severity=sev3', ['11/AI-1', '11/AI-2']],
    ['?tag=database&owner=emil', ['06/AI-2', '06/AI-1']],
    ['?incident=2024-11-19-certificate', ['11/AI-1', '11/AI-2']],
    ['?priority=P1', ['11/AI-1']],
    ['?type=prevent', []],
    ['?due-from=2024-10-01', ['11/AI-1']],
    ['?due-from=2024-09-30&due-to=2024-09-30', ['06/AI-2']],
    ['?due-to=2024-09-29', []],
    ['?age-from=100&status=blocked', ['06/AI-2']],
    ['?age-to=3', ['11/AI-1', '11/AI-2']],
    ['?q=driver', ['06/AI-2']],
    ['?q=half-renewed+AI-2', ['11/AI-2']],
    ['?q=06-18-pool%2Fai-3', ['06/AI-3']],
    ['?q=%22emil+S%C3%B8rensen%22', ['06/AI-2', '06/AI-1']],
    ['?q=checkout+zzz', []],
  ])('%s', (search, found) => {
    expect(keys(search)).toEqual(found);
  });
});

describe('views', () => {
  it.each([
    ['everything', AS_OF, 5],
    ['all-open', AS_OF, 3],
    ['overdue', AS_OF, 1],
    ['overdue', '2024-09-30', 0],
    ['overdue', '2024-12-05', 2],
    ['due-14', AS_OF, 1],
    ['due-14', '2024-11-19', 0],
    ['due-14', '2024-12-04', 1],
    ['no-owner', AS_OF, 1],
    ['no-due', AS_OF, 1],
    ['blocked', AS_OF, 1],
    ['done-quarter', AS_OF, 1],
    ['done-quarter', '2025-01-01', 0],
    ['recurring', AS_OF, smallArchive().actions.filter(({ recurring }) => recurring !== undefined).length],
  ] as const)('%s on %s', (view, today, count) => {
    expect(find(`?view=${view}`, { today }).rows).toHaveLength(count);
    expect(find('?group=team', { today }).views[view]).toBe(count);
  });

  it('are counted under the other filters, not under the one that is chosen', () => {
    expect(find('?view=overdue&owner=emil').views).toMatchObject({
      everything: 2,
      overdue: 1,
      blocked: 1,
      'done-quarter': 1,
      'no-owner': 0,
    });
  });
});

describe('order', () => {
  it('is that of the archive when nothing else is asked for', () => {
    const whole = largeArchive(400);
    const items = itemsInOrder(whole);
    const { rows } = find('', { table: tableOf(buildActionRows(whole)) });
    expect(rows.map((row) => items[row]?.item)).toEqual(whole.actions.map(({ item }) => item));
  });

  it('is that of the archive for items with and without due day, priority and date of completion', () => {
    const fields = [undefined, '2024-01-01', '2024-12-01'].flatMap((day) =>
      [undefined, 'P1', 'P2', 'urgent'].flatMap((priority) =>
        (['open', 'done'] as const).map((status, n) => ({
          id: `AI-${day}-${priority}-${n}`,
          status,
          ...(day && { due: day }),
          ...(day && status === 'done' && { completed: day }),
          ...(priority && { priority }),
        })),
      ),
    );
    const incidents = ['a', 'b'].map((id, n) =>
      incident({ id, milestones: { started: at(`2024-01-0${n + 1}`) }, actionItems: fields.map(action) }),
    );
    const whole = archive(incidents);
    const items = itemsInOrder(whole);
    const { rows } = find('', { table: tableOf(buildActionRows(whole)) });
    const names = whole.actions.map(({ item, incident: of }) => `${of.id}/${item.id}`);
    expect(rows.map((row) => `${items[row]?.incident.id}/${items[row]?.item.id}`)).toEqual(names);
  });

  it.each([
    ['?sort=due', ['06/AI-2', '11/AI-1', '11/AI-2', '06/AI-1', '06/AI-3']],
    ['?sort=-due', ['11/AI-1', '06/AI-2', '11/AI-2', '06/AI-1', '06/AI-3']],
    ['?sort=status', ['11/AI-1', '11/AI-2', '06/AI-2', '06/AI-1', '06/AI-3']],
    ['?sort=owner', ['11/AI-1', '06/AI-2', '06/AI-1', '11/AI-2', '06/AI-3']],
    ['?sort=-owner', ['06/AI-2', '06/AI-1', '11/AI-1', '11/AI-2', '06/AI-3']],
    ['?sort=severity', ['06/AI-2', '06/AI-1', '06/AI-3', '11/AI-1', '11/AI-2']],
    ['?sort=-age&status=open&status=blocked', ['06/AI-2', '11/AI-1', '11/AI-2']],
    ['?sort=incident', ['11/AI-1', '11/AI-2', '06/AI-2', '06/AI-1', '06/AI-3']],
  ])('%s', (search, order) => {
    expect(keys(search)).toEqual(order);
  });
});

describe('groups', () => {
  const groups = (by: 'owner' | 'team' | 'service' | 'incident' | 'week' | 'state') =>
    groupActions(small, find('').rows, { by, today: AS_OF }).map(({ name, items, open, overdue }) => [name, items, open, overdue]);

  it('put first who is most behind, and last what has no value', () => {
    expect(groups('owner')).toEqual([
      ['Emil S\u00f8rensen', 2, 1, 1],
      ['Ana Lindqvist', 1, 1, 0],
      ['No owner', 2, 1, 0],
    ]);
  });

  it('hold an item of two services twice', () => {
    expect(groups('service').map(([name, items]) => [name, items])).toEqual([
      ['Checkout', 3],
      ['reports', 3],
      ['market-data', 2],
      ['notifications', 2],
    ]);
  });

  it('are weeks from Monday to Sunday', () => {
    expect(groups('week').map(([name]) => name)).toEqual([
      'Due in the week of 30\u00a0Sep\u00a02024',
      'Due in the week of 2\u00a0Dec\u00a02024',
      'No due date',
    ]);
  });

  it('are what is open and what is finished', () => {
    expect(groups('state')).toEqual([
      ['Open', 3, 3, 1],
      ['Finished', 2, 0, 0],
    ]);
  });
});

describe('counts', () => {
  it('say what a further choice would show', () => {
    const search = '?severity=SEV1&status=open&status=in_progress&q=queue&age-from=400';
    const state = readTrackerState(search);
    const { counts } = find(search, { table: large });
    for (const facet of ['status', 'owner', 'service', 'priority', 'tag'] as const) {
      large.facets[facet].ids.slice(0, 6).forEach((value, position) => {
        const only = { ...state, filters: { ...state.filters, [facet]: [value] } };
        expect(counts[facet][position]).toBe(countFound(large, only, AS_OF));
      });
    }
  });
});

it('holds an empty archive', () => {
  expect(find('?view=overdue&q=x', { table: tableOf(buildActionRows(archive([]))) })).toMatchObject({ rows: [], views: { everything: 0 } });
});
