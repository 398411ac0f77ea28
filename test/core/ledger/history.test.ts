import fc from 'fast-check';
import { expect, test } from 'vitest';
import { itemHistories } from '../../../src/core/ledger/history.ts';
import type { FileVersion, ItemSnapshot, LedgerEvent } from '../../../src/core/model/ledger.ts';
import { addDays, daysBetween } from '../../../src/core/time/duration.ts';

const item = (title: string, more: Partial<ItemSnapshot> = {}): ItemSnapshot => ({ id: 'AI-1', title, status: 'open', ...more });
const version = (day: string, items: readonly ItemSnapshot[]): FileVersion => ({ commit: `c${day}`, day, items });
const say = (events: readonly LedgerEvent[]) => events.map(({ kind, day, from = '', to = '' }) => `${day} ${kind} ${from}>${to}`);

test('puts off, hands on, closes and opens again', () => {
  const [history] = itemHistories([
    version('2024-01-01', [item('Run load tests', { due: '2024-02-01', owner: 'bo' })]),
    version('2024-02-02', [item('Run load tests', { due: '2024-02-15', owner: 'bo' })]),
    version('2024-02-20', [item('Run load tests', { due: '2024-03-08', owner: 'ana', priority: 'P1' })]),
    version('2024-03-01', [item('Run load tests', { due: '2024-03-01', owner: 'ana', priority: 'P1', status: 'done' })]),
    version('2024-03-05', [item('Run load tests', { due: '2024-03-01', owner: 'ana', priority: 'P1', status: 'in_progress' })]),
    version('2024-03-06', [item('Run load tests', { due: '2024-03-01', owner: 'ana', priority: 'P1', status: 'wont_do' })]),
  ]);
  expect(say(history?.events ?? [])).toEqual([
    '2024-01-01 added >2024-02-01',
    '2024-02-02 redated 2024-02-01>2024-02-15',
    '2024-02-20 redated 2024-02-15>2024-03-08',
    '2024-02-20 reassigned bo>ana',
    '2024-02-20 reprioritised >P1',
    '2024-03-01 redated 2024-03-08>2024-03-01',
    '2024-03-01 closed >',
    '2024-03-05 reopened >',
    '2024-03-06 dropped >',
  ]);
  // Moved nearer once, which is no slip.
  expect(history).toMatchObject({ slips: 2, slippedDays: 36, revisions: 5, revised: '2024-03-06' });
});

test('a revision is a commit that changes the item: its words too, its place and its neighbours not', () => {
  const [history] = itemHistories([
    version('2024-01-01', [item('Run load tests')]),
    version('2024-01-02', [item('Run load tests'), item('Rotate the keys', { id: 'AI-2' })]),
    version('2024-01-03', [item('Run load tests at peak'), item('Rotate the keys', { id: 'AI-2' })]),
    version('2024-01-04', [item('Run load tests at peak')]),
  ]);
  expect(history).toMatchObject({ revisions: 1, revised: '2024-01-03', events: [{ kind: 'added', day: '2024-01-01' }] });
});

test('an item put in above moves the numbers, not the histories', () => {
  const histories = itemHistories([
    version('2024-01-01', [item('Alert on refusals', { id: 'AI-1' }), item('Rotate the keys', { id: 'AI-2' })]),
    version('2024-01-02', [
      item('Freeze releases', { id: 'AI-1' }),
      item('Alert on refusals', { id: 'AI-2', status: 'done' }),
      item('Rotate the keys', { id: 'AI-3' }),
    ]),
  ]);
  expect(histories.map(({ events }) => say(events))).toEqual([
    ['2024-01-02 added >'],
    ['2024-01-01 added >', '2024-01-02 closed >'],
    ['2024-01-01 added >'],
  ]);
});

test('a reworded item keeps its history; one replaced under its number does not, where the list changed its length', () => {
  const reworded = itemHistories([
    version('2024-01-01', [item('Alert on refused payments')]),
    version('2024-01-02', [item('Alert on all refused card payments'), item('Something else', { id: 'AI-2' })]),
  ]);
  expect(reworded.map(({ events }) => events.length)).toEqual([1, 1]);
  expect(reworded[0]?.events[0]?.day).toBe('2024-01-01');
  const replaced = itemHistories([
    version('2024-01-01', [item('Alert on refused payments'), item('Buy chairs', { id: 'AI-2' })]),
    version('2024-01-02', [item('Freeze every release')]),
  ]);
  expect(replaced[0]?.events[0]?.day).toBe('2024-01-02');
});

/** An edit of a random history: what is done to which of the items there are. */
const edit = fc.record({
  kind: fc.constantFrom('insert', 'remove', 'close', 'reopen', 'put off', 'bring forward', 'hand on', 'move'),
  at: fc.nat(20),
  days: fc.integer({ min: 1, max: 40 }),
});

interface Known {
  readonly title: string;
  snapshot: ItemSnapshot;
  readonly events: string[];
  slips: number;
  slipped: number;
}

test('random edits give what somebody who watched them would have written down', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 40 }), (edits) => {
      let list: Known[] = [];
      const versions: FileVersion[] = [];
      let count = 0;
      let day = '2024-01-01';
      for (const { kind, at, days } of edits) {
        day = addDays(day, 1);
        const one = list[at % Math.max(1, list.length)];
        const change = (more: Partial<ItemSnapshot>, event?: string): void => {
          if (!one) return;
          one.snapshot = { ...one.snapshot, ...more };
          if (event) one.events.push(`${day} ${event}`);
        };
        if (kind === 'insert') {
          const title = `promise${count} word${count}a word${count}b`;
          const snapshot = { id: '', title, status: 'open' as const, due: '2024-06-01', owner: 'bo' };
          list.splice(at % (list.length + 1), 0, { title, snapshot, events: [`${day} added >2024-06-01`], slips: 0, slipped: 0 });
          count++;
        } else if (!one) continue;
        else if (kind === 'remove') list = list.filter((other) => other !== one);
        else if (kind === 'close' && one.snapshot.status === 'open') change({ status: 'done' }, 'closed >');
        else if (kind === 'reopen' && one.snapshot.status === 'done') change({ status: 'open' }, 'reopened >');
        else if (kind === 'put off' || kind === 'bring forward') {
          const due = addDays(one.snapshot.due ?? '', kind === 'put off' ? days : -days);
          if (kind === 'put off') {
            one.slips++;
            one.slipped += daysBetween(one.snapshot.due ?? '', due);
          }
          change({ due }, `redated ${one.snapshot.due}>${due}`);
        } else if (kind === 'hand on') {
          const owner = one.snapshot.owner === 'bo' ? 'ana' : 'bo';
          change({ owner }, `reassigned ${one.snapshot.owner}>${owner}`);
        } else if (kind === 'move') list = [...list.filter((other) => other !== one), one];
        versions.push(
          version(
            day,
            list.map(({ snapshot }, index) => ({ ...snapshot, id: `AI-${index + 1}` })),
          ),
        );
      }
      expect(itemHistories(versions).map(({ events, slips, slippedDays }) => ({ events: say(events), slips, slippedDays }))).toEqual(
        list.map(({ events, slips, slipped }) => ({ events, slips, slippedDays: slipped })),
      );
    }),
  );
});
