// The day it is, in a zone and with the clock stopped.
import { afterEach, expect, test, vi } from 'vitest';
import { AppError } from '../../src/io/app-error.ts';
import { stopwatch, today } from '../../src/io/clock.ts';

afterEach(() => vi.unstubAllEnvs());

/** 2026-11-22T23:30:00Z */
const EVENING = String(Date.UTC(2026, 10, 22, 23, 30) / 1000);

test('SOURCE_DATE_EPOCH stops the clock, and the zone decides the day', () => {
  vi.stubEnv('SOURCE_DATE_EPOCH', EVENING);
  expect(today('UTC')).toBe('2026-11-22');
  expect(today('Europe/Copenhagen')).toBe('2026-11-23');
  expect(today('America/Los_Angeles')).toBe('2026-11-22');
  expect(today('UTC+1')).toBe('2026-11-23');
  expect(today('Mars/Olympus')).toBe('2026-11-22');
});

test('a SOURCE_DATE_EPOCH that is no number is refused', () => {
  vi.stubEnv('SOURCE_DATE_EPOCH', 'yesterday');
  expect(() => today('UTC')).toThrow(AppError);
});

test('without it the day is that of the machine', () => {
  vi.stubEnv('SOURCE_DATE_EPOCH', '');
  const machines = (): string => new Date().toISOString().slice(0, 10);
  const before = machines();
  const told = today('UTC');
  // Midnight may have come between.
  expect([before, machines()]).toContain(told);
});

test('a stopwatch never runs backwards', () => {
  const elapsed = stopwatch();
  expect(elapsed()).toBeGreaterThanOrEqual(0);
});
