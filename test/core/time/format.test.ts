// How times are written on pages.
import { expect, it } from 'vitest';
import type { Timestamp } from '../../../src/core/model/timestamp.ts';
import { formatDateTime, formatDay, formatDayLong, formatDayTime, formatMonth, formatTime } from '../../../src/core/time/format.ts';

const at: Timestamp = { iso: '2024-01-15T14:00:00+01:00', epoch: 0, zone: 'Europe/Copenhagen', precision: 'minute', approximate: false };
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

it('says a time on the clock of its zone', () => {
  expect(plain(formatDay(at))).toBe('15 Jan 2024');
  expect(plain(formatDayLong(at))).toBe('Monday, 15 January 2024');
  expect(formatTime(at)).toBe('14:00');
  expect(plain(formatDateTime(at))).toBe('15 Jan 2024, 14:00');
  expect(plain(formatDayTime(at))).toBe('15 Jan, 14:00');
  expect(plain(formatMonth(at))).toBe('January 2024');
});

it('says no more than the text says', () => {
  const day: Timestamp = { ...at, iso: '2024-01-05', precision: 'date' };
  expect(formatTime(day)).toBe('');
  expect(formatDateTime(day)).toBe('5\u00a0Jan\u00a02024');
  expect(formatTime({ ...at, iso: '2024-01-15T14:00:07+01:00', precision: 'second' })).toBe('14:00:07');
  expect(plain(formatDayLong('2000-02-29'))).toBe('Tuesday, 29 February 2000');
});
