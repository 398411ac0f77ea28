// Whatever is asked, the tracker finds what a reader would find who went through every action item by hand.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { actionTeam } from '../../../src/core/archive/actions.ts';
import { isOpen, isOverdue } from '../../../src/core/model/action-item.ts';
import type { Archive } from '../../../src/core/model/archive.ts';
import { addDays, daysBetween } from '../../../src/core/time/duration.ts';
import { buildActionRows, itemsInOrder, type PromisedItem } from '../../../src/core/tracker/build-rows.ts';
import { findActions } from '../../../src/core/tracker/find.ts';
import { ACTION_FACETS, type ActionFacet, perActionFacet } from '../../../src/core/tracker/rows.ts';
import { ALL_ACTIONS, type TrackerState } from '../../../src/core/tracker/state.ts';
import { tableOf } from '../../../src/core/tracker/table.ts';
import { VIEWS, type View } from '../../../src/core/tracker/views.ts';
import { action, archive, at, incident } from '../rows/archives.ts';

const days = fc.integer({ min: -60, max: 60 }).map((n) => addDays('2024-11-22', n));
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const some = (...names: string[]) => fc.uniqueArray(fc.constantFrom(...names), { maxLength: 2 });

const items = fc.record({
  title: fc.constantFrom('Alert on the queue', 'Test the ÜBERLAUF', 'Renew by hand'),
  status: fc.constantFrom('open', 'in_progress', 'blocked', 'done', 'wont_do'),
  type: optional(fc.constantFrom('prevent', 'detect')),
  priority: optional(fc.constantFrom('P1', 'P2')),
  owner: optional(fc.constantFrom('ana', 'emil')),
  team: optional(fc.constantFrom('web', 'payments')),
  created: optional(days),
  due: optional(days),
  completed: optional(days),
});

const archives: fc.Arbitrary<Archive> = fc
  .array(
    fc.record({
      severity: optional(fc.constantFrom('SEV1', 'SEV2')),
      services: some('checkout', 'login'),
      tags: some('dns', 'deploy'),
      actions: fc.array(items, { maxLength: 4 }),
    }),
    { maxLength: 6 },
  )
  .map((incidents) =>
    archive(
      incidents.map(({ severity, services, tags, actions }, n) =>
        incident({
          id: `2024-10-0${n + 1}`,
          milestones: { started: at(`2024-10-0${n + 1}`) },
          ...(severity && { severity }),
          services,
          tags,
          actionItems: actions.map(({ title, ...fields }, index) =>
            action({ id: `AI-${index}`, title: { source: title, plain: title, html: title }, ...defined(fields) }),
          ),
        }),
      ),
    ),
  );

function defined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

const VALUES: Readonly<Record<ActionFacet, readonly string[]>> = {
  status: ['open', 'blocked', 'done', 'wont_do'],
  owner: ['ana', 'emil', ''],
  team: ['payments', 'web', ''],
  service: ['checkout', 'login', ''],
  priority: ['P1', ''],
  type: ['prevent', ''],
  severity: ['SEV1', ''],
  tag: ['dns', ''],
  incident: ['2024-10-01', '2024-10-03', 'nowhere'],
  promise: [''],
};

const states: fc.Arbitrary<TrackerState> = fc.record({
  q: fc.constantFrom('', '', 'alert', 'uberlauf', 'ana', 'checkout hand'),
  filters: fc
    .tuple(fc.constantFrom(...ACTION_FACETS), fc.constantFrom(...ACTION_FACETS), fc.nat(3), fc.nat(3))
    .map(([one, other, n, m]) =>
      perActionFacet((facet) => [
        ...(facet === one ? [VALUES[one][n] ?? []].flat() : []),
        ...(facet === other ? [VALUES[other][m] ?? []].flat() : []),
      ]),
    ),
  view: fc.constantFrom('everything' as const, ...VIEWS),
  due: fc.record({ from: days, to: days }, { requiredKeys: [] }),
  age: fc.record({ from: fc.nat(40) }, { requiredKeys: [] }),
  sort: fc.constant(ALL_ACTIONS.sort),
  page: fc.constant(1),
});

function valuesOf({ item, incident: of }: PromisedItem, kb: Archive): Readonly<Record<ActionFacet, readonly (string | undefined)[]>> {
  return {
    status: [item.status],
    owner: [item.owner],
    team: [actionTeam(item, kb.config.people)],
    service: of.services,
    priority: [item.priority],
    type: [item.type],
    severity: [of.severity],
    tag: of.tags,
    incident: [of.id],
    promise: [kb.actions.find((tracked) => tracked.item === item)?.recurring],
  };
}

function isIn(view: View, { item }: PromisedItem, { kb, today }: { kb: Archive; today: string }): boolean {
  const left = item.due === undefined ? undefined : daysBetween(today, item.due);
  switch (view) {
    case 'everything':
      return true;
    case 'all-open':
      return isOpen(item);
    case 'overdue':
      return isOverdue(item, today);
    case 'due-14':
      return isOpen(item) && left !== undefined && left >= 0 && left <= 14;
    case 'no-owner':
      return isOpen(item) && item.owner === undefined;
    case 'no-due':
      return isOpen(item) && item.due === undefined;
    case 'blocked':
      return item.status === 'blocked';
    case 'done-quarter': {
      const quarter = (day: string) => day.slice(0, 4) + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
      return item.status === 'done' && item.completed !== undefined && quarter(item.completed) === quarter(today);
    }
    case 'recurring':
      return kb.recurring.some(({ actions }) => actions.some((tracked) => tracked.item === item));
  }
}

function isFound(promised: PromisedItem, { kb, state, today }: { kb: Archive; state: TrackerState; today: string }): boolean {
  const { item, incident: of } = promised;
  const values = valuesOf(promised, kb);
  const people = kb.config.people;
  const text = [item.title.plain, item.owner, people[item.owner ?? '']?.name, ...values.team, of.title, ...of.services, ...of.tags]
    .join(' ')
    .replace('ÜBERLAUF', 'uberlauf')
    .toLowerCase();
  const begun = item.created ?? of.milestones.started?.iso.slice(0, 10) ?? '';
  const age = daysBetween(begun, item.completed ?? today);
  return (
    state.q.split(' ').every((word) => text.includes(word)) &&
    ACTION_FACETS.every((facet) => {
      const given = values[facet].filter((value) => value !== undefined);
      const asked = state.filters[facet];
      return asked.length === 0 || (given.length === 0 ? asked.includes('') : given.some((value) => asked.includes(value)));
    }) &&
    isIn(state.view, promised, { kb, today }) &&
    (state.due.from === undefined || (item.due !== undefined && item.due >= state.due.from)) &&
    (state.due.to === undefined || (item.due !== undefined && item.due <= state.due.to)) &&
    (state.age.from === undefined || age >= state.age.from)
  );
}

it('finds what a reader would find by hand', () => {
  fc.assert(
    fc.property(archives, states, days, (kb, state, today) => {
      const table = tableOf(buildActionRows(kb));
      const byHand = itemsInOrder(kb).flatMap((promised, row) => (isFound(promised, { kb, state, today }) ? [row] : []));
      expect([...findActions(table, state, today).rows].sort((a, b) => a - b)).toEqual(byHand);
    }),
    { numRuns: 400 },
  );
});
