import { expect, test } from 'vitest';
import { assembleArchive } from '../../../src/core/archive/assemble.ts';
import type { ItemHistory, Ledger, LedgerEvent } from '../../../src/core/model/ledger.ts';
import { pastOf } from '../../../src/core/promises/past.ts';
import { buildActionRows } from '../../../src/core/tracker/build-rows.ts';
import { packActionRows, unpackActionRows } from '../../../src/core/tracker/rows-file.ts';
import { tableOf } from '../../../src/core/tracker/table.ts';
import { archive } from '../rows/archives.ts';
import { day, incident, item } from './incidents.ts';

const CONFIG = { ...archive([]).config, people: { bo: { id: 'bo', name: 'Bo Berg' } } };

const event = (kind: LedgerEvent['kind'], from?: string, to?: string): LedgerEvent => ({
  ...{ kind, day: '2024-02-01', commit: 'c0ffee' },
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
});
const history = (events: readonly LedgerEvent[], slips = 0, slippedDays = 0): ItemHistory => ({
  ...{ events: [event('added'), ...events], slips, slippedDays, revisions: events.length, revised: '2024-02-01' },
});

const INCIDENTS = [
  incident('c', [], { recurrenceOf: 'a', milestones: { started: day('2024-05-01') } }),
  incident('b', [item('first')], { recurrenceOf: 'a', milestones: { started: day('2024-02-12') } }),
  incident('a', [item('first'), item('second', { id: 'AI-2', status: 'done', completed: '2024-01-20' }), item('third', { id: 'AI-3' })], {
    milestones: { started: day('2024-01-01'), resolved: day('2024-01-02') },
  }),
];
const LEDGER: Ledger = {
  isAvailable: true,
  entries: new Map([
    ['a/AI-1', history([event('redated', '2024-02-01', '2024-03-01'), event('redated', '2024-03-01', '2024-03-07')], 2, 35)],
    ['a/AI-2', history([event('reassigned', 'ana', 'bo')])],
    ['b/AI-1', history([])],
  ]),
  uncommitted: new Set(),
  began: 'c0ffee',
};

test('says of each item that it was put off, handed on, and the first time that it was broken', () => {
  const archive = assembleArchive(INCIDENTS, { config: CONFIG, asOf: '2024-06-01', ledger: LEDGER });
  expect([...pastOf(archive)].sort()).toEqual([
    ['a/AI-1', 'Slipped twice, 35 days; broken: happened again 41 days after this was promised'],
    ['a/AI-2', 'Reassigned from ana to Bo Berg'],
    ['a/AI-3', 'Broken: happened again 41 days after this was promised'],
  ]);
});

test('without a history only what the files prove is said', () => {
  const archive = assembleArchive(INCIDENTS, { config: CONFIG, asOf: '2024-06-01' });
  expect([...pastOf(archive).keys()].sort()).toEqual(['a/AI-1', 'a/AI-3']);
});

test('stands in the rows of the tracker, and comes back from its file', () => {
  const archive = assembleArchive(INCIDENTS, { config: CONFIG, asOf: '2024-06-01', ledger: LEDGER });
  const table = tableOf(unpackActionRows(JSON.parse(JSON.stringify(packActionRows(buildActionRows(archive))))));
  expect([0, 1, 2, 3].map(table.past)).toEqual([
    undefined,
    'Slipped twice, 35 days; broken: happened again 41 days after this was promised',
    'Reassigned from ana to Bo Berg',
    'Broken: happened again 41 days after this was promised',
  ]);
});
