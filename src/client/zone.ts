// A written time as another clock shows it, in the words the pages use.
import type { Timestamp } from '../core/model/timestamp.ts';
import { formatDateTime, formatDay, formatDayTime, formatTime } from '../core/time/format.ts';

/** How much of a time an element shows, as its `data-show` says. */
export const SHOWN_PARTS = ['time', 'daytime', 'day', 'datetime'] as const;
export type ShownPart = (typeof SHOWN_PARTS)[number];

/** Minutes east of UTC at a moment. */
export type Clock = (epoch: number) => number;

export const utcClock: Clock = () => 0;
export const readersClock: Clock = (epoch) => -new Date(epoch).getTimezoneOffset();

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)$/;

/**
 * The text for this clock; undefined for a day without a time, which belongs to no clock and must never be shifted. A time of day that
 * falls on another day than the one it was written under says which.
 */
export function tellTime(datetime: string, part: ShownPart, clock: Clock): string | undefined {
  const at = readOn(clock, datetime);
  if (!at) return undefined;
  if (part === 'day') return formatDay(at);
  if (part === 'datetime') return formatDateTime(at);
  if (part === 'daytime') return formatDayTime(at);
  const isSameDay = at.iso.slice(0, 10) === datetime.slice(0, 10);
  return isSameDay ? formatTime(at) : formatDayTime(at);
}

function readOn(clock: Clock, datetime: string): Timestamp | undefined {
  const epoch = MOMENT.test(datetime) ? Date.parse(datetime) : Number.NaN;
  if (Number.isNaN(epoch)) return undefined;
  const iso = new Date(epoch + clock(epoch) * 60_000).toISOString();
  return { iso, epoch, zone: '', precision: 'second', approximate: false };
}
