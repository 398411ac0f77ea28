// A written time on another clock: shifted, said in the site's words, and never more than was written.
import { expect, test } from 'vitest';
import { type Clock, readersClock, tellTime, utcClock } from '../../src/client/zone.ts';

const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');
const tokyo: Clock = () => 9 * 60;

test('a time of day moves to the clock asked for', () => {
  expect(tellTime('2024-07-15T14:00:00+02:00', 'time', utcClock)).toBe('12:00');
  expect(tellTime('2024-07-15T14:00:30+02:00', 'time', utcClock)).toBe('12:00:30');
  expect(tellTime('2024-01-15T14:00Z', 'time', tokyo)).toBe('23:00');
});

test('a time that falls on another day than its heading says so', () => {
  expect(plain(tellTime('2024-01-15T20:00:00Z', 'time', tokyo))).toBe('16 Jan, 05:00');
  expect(plain(tellTime('2024-01-15T00:30:00+01:00', 'time', utcClock))).toBe('14 Jan, 23:30');
});

test('a time among other days always says its own', () => {
  expect(plain(tellTime('2024-01-15T14:00:00Z', 'daytime', utcClock))).toBe('15 Jan, 14:00');
  expect(plain(tellTime('2024-01-15T20:00:00Z', 'daytime', tokyo))).toBe('16 Jan, 05:00');
});

test('days and full times follow, over the end of a year too', () => {
  expect(plain(tellTime('2024-12-31T20:00:00Z', 'day', tokyo))).toBe('1 Jan 2025');
  expect(plain(tellTime('2024-09-15T14:00:00+02:00', 'datetime', utcClock))).toBe('15 Sep 2024, 12:00');
});

test('a day without a time belongs to no clock', () => {
  expect(tellTime('2024-01-15', 'day', tokyo)).toBeUndefined();
  expect(tellTime('2024-01-15', 'datetime', tokyo)).toBeUndefined();
});

test('what is not a moment is left alone', () => {
  expect(tellTime('', 'time', utcClock)).toBeUndefined();
  expect(tellTime('soon', 'time', utcClock)).toBeUndefined();
  // Without an offset no clock is known.
  expect(tellTime('2024-01-15T14:00:00', 'time', utcClock)).toBeUndefined();
  expect(tellTime('2024-13-45T99:00:00Z', 'time', utcClock)).toBeUndefined();
});

test("the reader's clock is the browser's", () => {
  const epoch = Date.UTC(2024, 0, 15, 12);
  expect(new Date(epoch + readersClock(epoch) * 60_000).getUTCHours()).toBe(new Date(epoch).getHours());
});
