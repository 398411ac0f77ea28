// The hand-over of a team: days to the day, priorities by their names, and items that are its own wherever they were promised.
import { expect, test } from 'vitest';
import { handOverOf, isUrgent } from '../../../src/core/dossier/hand-over.ts';
import type { ActionItem } from '../../../src/core/model/action-item.ts';
import { archiveOf, at, incident } from '../api/sample-archive.ts';

function action(id: string, more: Partial<ActionItem>): ActionItem {
  return { id, title: { source: id, plain: id, html: id }, status: 'open', place: { line: 1 }, ...more };
}

const begun = (day: string) => ({ started: at(`${day}T12:00:00Z`) });
// Counted from 2026-11-22: 30 days back from it, itself among them, begin on 24 October, 90 on 25 August.
const OURS = ['2026-11-23', '2026-11-22', '2026-10-24', '2026-10-23', '2026-08-25', '2026-08-24'].map((day) =>
  incident(day, { teams: ['payments'], milestones: begun(day), signatures: day > '2026-10-23' ? ['E_PAY'] : [] }),
);
const WITH_ITEMS = incident('items', {
  teams: ['payments'],
  actionItems: [
    action('late', { priority: 'P1', due: '2026-01-01', owner: 'zoe' }),
    action('low', { priority: 'P3' }),
    action('none', {}),
    action('closed', { priority: 'P1', status: 'done' }),
  ],
});
const THEIRS = incident('theirs', {
  teams: ['identity'],
  actionItems: [action('ours', { priority: 'P0', owner: 'ana', due: '2025-12-01' })],
});
const archive = archiveOf([...OURS, WITH_ITEMS, THEIRS]);
const entry = archive.indexes.teams.find(({ slug }) => slug === 'payments');
const handOver = handOverOf(
  entry ?? { incidents: [], openActions: [] },
  archive.teams.find(({ slug }) => slug === 'payments'),
  archive.asOf,
);

test('the periods meet, and end on the day of the build', () => {
  expect(handOver.recent.map(({ id }) => id)).toEqual(['2026-11-22', '2026-10-24']);
  expect(handOver.before.map(({ id }) => id)).toEqual(['2026-10-23', '2026-08-25']);
  expect(handOver.undated).toBe(1);
});

test('what is urgent is open, the latest first, and once', () => {
  expect(handOver.urgent.map(({ item }) => item.id)).toEqual(['ours', 'late']);
  expect([handOver.open, handOver.unranked]).toEqual([4, 1]);
});

test('a signature comes back when a second incident has it', () => {
  expect(handOver.signatures.map(({ text, count }) => [text, count])).toEqual([['E_PAY', 3]]);
});

test.each([
  ['P1', true],
  ['p0', true],
  ['P2', false],
  ['P10', false],
  ['High', true],
  ['highland', false],
  [undefined, false],
])('%s is urgent: %s', (priority, expected) => {
  expect(isUrgent(priority)).toBe(expected);
});
