import { expect, test } from 'vitest';
import { trackActions } from '../../../src/core/archive/actions.ts';
import type { Incident } from '../../../src/core/model/incident.ts';
import type { Ledger } from '../../../src/core/model/ledger.ts';
import { isBroken, judgeRecurrences } from '../../../src/core/promises/broken.ts';
import { day, incident, item } from './incidents.ts';

const NOTHING: Ledger = { isAvailable: false, reason: 'a test' };

function judge(newestFirst: readonly Incident[], ledger = NOTHING) {
  const byId = new Map(newestFirst.map((one) => [one.id, one]));
  return judgeRecurrences({ incidents: newestFirst, actions: trackActions(newestFirst, '2025-01-01'), ledger }, (id) => byId.get(id));
}

const say = (found: ReturnType<typeof judge>) =>
  found.map(({ later, earlier, actions }) => [
    later.id,
    earlier.id,
    ...actions.map(({ action, daysAfterPromise, stateThen }) => `${action.item.id} ${daysAfterPromise} ${stateThen}`),
  ]);

const FIRST = { milestones: { started: day('2024-01-01'), resolved: day('2024-01-02') } };
const again = (id: string, of: string, on: string) => incident(id, [], { recurrenceOf: of, milestones: { started: day(on) } });

test('what is open now was open then; what was closed later too; what was closed by then, or that very day, was not', () => {
  const items = [
    item('open', { id: 'AI-1' }),
    item('late', { id: 'AI-2', due: '2024-02-01' }),
    item('closed after', { id: 'AI-3', status: 'done', completed: '2024-02-13', due: '2024-03-01' }),
    item('closed on the day', { id: 'AI-4', status: 'done', completed: '2024-02-12' }),
    item('closed before', { id: 'AI-5', status: 'done', completed: '2024-01-20' }),
    item('promised after', { id: 'AI-6', created: '2024-03-01' }),
    item('dropped since', { id: 'AI-7', status: 'wont_do', completed: '2024-06-01' }),
  ];
  expect(say(judge([again('b', 'a', '2024-02-12'), incident('a', items, FIRST)]))).toEqual([
    ['b', 'a', 'AI-1 41 open', 'AI-2 41 overdue', 'AI-3 41 open', 'AI-7 41 open'],
  ]);
});

test('closed on a day nobody wrote down is unknown, and alone breaks nothing', () => {
  const found = judge([again('b', 'a', '2024-02-12'), incident('a', [item('x', { status: 'done' })], FIRST)]);
  expect(say(found)).toEqual([['b', 'a', 'AI-1 41 unknown']]);
  expect(found.map(isBroken)).toEqual([false]);
});

test('chains reach back to every predecessor, and a circle is left where it closes', () => {
  const open = () => [item('open')];
  const a = incident('a', open(), { ...FIRST, recurrenceOf: 'c' });
  const b = incident('b', open(), { recurrenceOf: 'a', milestones: { started: day('2024-03-01') } });
  const c = incident('c', [], { recurrenceOf: 'b', milestones: { started: day('2024-04-01') } });
  expect(say(judge([c, b, a]))).toEqual([
    ['c', 'b', 'AI-1 31 open'],
    ['c', 'a', 'AI-1 90 open'],
    ['b', 'a', 'AI-1 59 open'],
  ]);
});

test('without dates nothing is claimed', () => {
  const undated = incident('a', [item('open')]);
  expect(judge([again('b', 'a', '2024-02-12'), undated])).toEqual([]);
  expect(judge([incident('b', [], { recurrenceOf: 'a' }), incident('a', [item('open')], FIRST)])).toEqual([]);
  expect(judge([again('b', 'nobody', '2024-02-12')])).toEqual([]);
});

test('what no field dates, the ledger may', () => {
  const incidents = [again('b', 'a', '2024-02-12'), incident('a', [item('x', { status: 'done' })], FIRST)];
  const closed = (day: string, uncommitted: string[] = []): Ledger => ({
    isAvailable: true,
    entries: new Map([
      ['a/AI-1', { events: [{ kind: 'closed', day, commit: 'c' }], slips: 0, slippedDays: 0, revisions: 1, revised: day }],
    ]),
    uncommitted: new Set(uncommitted),
    began: 'b',
  });
  expect(say(judge(incidents, closed('2024-02-13')))).toEqual([['b', 'a', 'AI-1 41 open']]);
  expect(judge(incidents, closed('2024-02-12'))).toEqual([]);
  expect(say(judge(incidents, closed('2024-02-01', ['a/AI-1'])))).toEqual([['b', 'a', 'AI-1 41 unknown']]);
});
