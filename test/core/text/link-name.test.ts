// A kind that is said beside a link is not said again in its name.
import { expect, test } from 'vitest';
import { linkName } from '../../../src/core/text/link-name.ts';

test.each([
  ['Runbook: cancel exports', 'Cancel exports'],
  ['runbook – Locks', 'Locks'],
  ['Runbooks of payments', 'Runbooks of payments'],
  ['Runbook:', 'Runbook:'],
])('%s is called %s where it is said to be a runbook', (title, expected) => {
  expect(linkName(title)).toBe(expected);
});
