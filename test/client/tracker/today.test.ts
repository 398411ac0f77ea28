// Which day it is, for a site in one zone and a reader in any.
import { expect, it } from 'vitest';
import { todayIn } from '../../../src/client/tracker/today.ts';

const NIGHT = Date.parse('2026-11-26T23:30:00Z');

it.each([
  ['UTC', '2026-11-26'],
  ['0', '2026-11-26'],
  ['Europe/Copenhagen', '2026-11-27'],
  ['America/Los_Angeles', '2026-11-26'],
  ['Pacific/Kiritimati', '2026-11-27'],
  ['330', '2026-11-27'],
  ['-720', '2026-11-26'],
])('in %s', (zone, day) => {
  expect(todayIn(zone, NIGHT)).toBe(day);
});

it('is the reader’s own in a zone the browser does not know', () => {
  expect(todayIn('Middle/Earth', NIGHT)).toMatch(/^2026-11-2[67]$/);
});
