// Time zones: which names there are, and how far each is from UTC at a moment. luxon knows; the answers are remembered by day.
import { IANAZone } from 'luxon';
import { DAY, MINUTE, pad2 } from './calendar.ts';

/** Clocks differ from UTC by quarters of an hour. */
const FIXED = /^(?:UTC|GMT)?([+\-\u2212])(\d{1,2})(?::?(00|15|30|45))?$/i;
const FARTHEST_WEST = 12 * 60;
const FARTHEST_EAST = 14 * 60;
const CACHE_LIMIT = 100_000;

const knownZones = new Map<string, boolean>();
const fixedOffsets = new Map<string, number | undefined>();
/** zone → day → its offset all day long, or `undefined` on days when the clocks change. */
const offsetsByDay = new Map<string, Map<number, number | undefined>>();

/** Minutes of `UTC+1`, `+05:30`, `UTC`, `Z`; undefined for names of places. */
export function fixedOffset(zone: string): number | undefined {
  if (fixedOffsets.has(zone)) return fixedOffsets.get(zone);
  const offset = readFixedOffset(zone);
  return remember(fixedOffsets, zone, offset);
}

/** Whether the name is one that times can be read in: an IANA name or a fixed offset. */
export function isZone(zone: string): boolean {
  if (fixedOffset(zone) !== undefined) return true;
  return knownZones.get(zone) ?? remember(knownZones, zone, IANAZone.isValidZone(zone));
}

/** Minutes east of UTC in this zone at this moment. The zone must be one. */
export function offsetAt(zone: string, epoch: number): number {
  const fixed = fixedOffset(zone);
  if (fixed !== undefined) return fixed;
  const day = Math.floor(epoch / DAY);
  const days = offsetsByDay.get(zone) ?? remember(offsetsByDay, zone, new Map<number, number | undefined>());
  if (!days.has(day)) remember(days, day, offsetOfDay(zone, day));
  return days.get(day) ?? IANAZone.create(zone).offset(epoch);
}

/** Name of a fixed offset as luxon spells it: `UTC`, `UTC+1`, `UTC-3:30`. */
export function offsetName(minutes: number): string {
  if (minutes === 0) return 'UTC';
  const size = Math.abs(minutes);
  const rest = size % 60;
  return `UTC${minutes < 0 ? '-' : '+'}${Math.floor(size / 60)}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
}

/** `+01:00`, `Z`: how ISO 8601 writes minutes from UTC. */
export function isoOffset(minutes: number): string {
  if (minutes === 0) return 'Z';
  const size = Math.round(Math.abs(minutes));
  return `${minutes < 0 ? '-' : '+'}${pad2(Math.floor(size / 60))}:${pad2(size % 60)}`;
}

export interface LocalReading {
  readonly epoch: number;
  readonly note?: 'skipped' | 'ambiguous';
}

/**
 * The moment a clock in the zone shows these fields, given as milliseconds as if they were UTC. A time the clocks jump over is moved on by
 * the jump, one they show twice is its first showing (as Temporal's `compatible`); the note says so, for luxon alone does both silently.
 */
export function readLocal(local: number, zone: string): LocalReading {
  const fixed = fixedOffset(zone);
  if (fixed !== undefined) return { epoch: local - fixed * MINUTE };
  const before = offsetAt(zone, local - DAY);
  const after = offsetAt(zone, local + DAY);
  if (before === after) return { epoch: local - before * MINUTE };
  const first = local - before * MINUTE;
  const second = local - after * MINUTE;
  const isFirst = offsetAt(zone, first) === before;
  const isSecond = offsetAt(zone, second) === after;
  if (isFirst && isSecond) return { epoch: Math.min(first, second), note: 'ambiguous' };
  if (isFirst || isSecond) return { epoch: isFirst ? first : second };
  return { epoch: first, note: 'skipped' };
}

function readFixedOffset(zone: string): number | undefined {
  if (/^(?:UTC|GMT|Z|Etc\/UTC)$/i.test(zone)) return 0;
  const match = FIXED.exec(zone);
  if (!match) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  if (match[1] === '+') return minutes > FARTHEST_EAST ? undefined : minutes;
  return minutes > FARTHEST_WEST ? undefined : -minutes || 0;
}

function offsetOfDay(zone: string, day: number): number | undefined {
  const iana = IANAZone.create(zone);
  const offset = iana.offset(day * DAY);
  return offset === iana.offset((day + 1) * DAY) ? offset : undefined;
}

function remember<K, V>(cache: Map<K, V>, key: K, value: V): V {
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(key, value);
  return value;
}
