// What kind of work an archive promises most.
import { expect, test } from 'vitest';
import { kindsOf } from '../../../src/core/promises/kinds.ts';
import { incident, item } from './incidents.ts';

test('kinds of work by how many incidents promise them, under whatever name and however it goes on', () => {
  const done = item('Alarms for the disks of the ledger', { status: 'done' });
  const kinds = kindsOf(
    [
      incident('c', ['Run stress tests of the search', 'Load-test the mail relay', 'Write a runbook for the mail relay']),
      incident('b', ['Monitor the write queue, and alert on its length', 'Load tests at peak']),
      incident('a', ['Conduct periodic load testing: a stage for everybody', done]),
    ],
    () => undefined,
  );
  expect(kinds).toEqual([
    { name: 'load testing', incidents: 3, items: 4, open: 4 },
    { name: 'monitoring', incidents: 2, items: 2, open: 1 },
  ]);
});
