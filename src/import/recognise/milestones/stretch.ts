// A stretch of time in words, set on the calendar: its day, zone and half of the day are often said once, at one of its ends.
import { type Found, findMoments } from '../times/find.ts';
import { placeEnd, placeMoment } from '../times/place.ts';
import type { How, Situation, Span } from './situation.ts';

/** A stretch with both ends on the clock; or two moments, one after the other. */
export function spanIn(text: string, situation: Situation, how: How): Span | undefined {
  const found = findMoments(text);
  const range = found.find(({ until, clock }) => until?.clock && clock);
  if (range?.until) return placeSpan(range, range.until, { situation, how, near: dayBefore(found, range, situation) });
  const timed = found.filter(({ clock }) => clock);
  const [first, second] = timed;
  if (first && second && timed.length === 2 && text.length < 160)
    return placeSpan(first, second, { situation, how, near: dayBefore(found, first, situation) });
  return undefined;
}

/** "On September 29, 2025, it was down, from 16:58 to 18:46": the day stands further ahead in the sentence. */
export function dayBefore(found: readonly Found[], range: Found, { clocks }: Situation): string | undefined {
  if (range.date) return undefined;
  if (range.until?.date) return clocks.calendar.dayOf(range.until.date);
  const dated = found.filter(({ date, start }) => date && start < range.start).at(-1) ?? found.find(({ date }) => date);
  return dated?.date && clocks.calendar.dayOf(dated.date);
}

interface SpanContext {
  readonly situation: Situation;
  readonly how: How;
  readonly near: string | undefined;
}

export function placeSpan(first: Found, second: Parameters<typeof placeEnd>[0], { situation, how, near }: SpanContext): Span | undefined {
  // The half of the day and the zone are often said once, at the end.
  const zone = first.zone ?? second.zone;
  const start = placeMoment({ ...halved(first, second), ...(zone && { zone }) }, situation.clocks, near);
  const zoned = zone ? { ...second, zone: second.zone ?? zone } : second;
  const written = start && placeEnd(zoned, start, situation.clocks);
  // "From 22:30 to 00:30 on 1 April": the day is that of the beginning.
  const { date, ...undated } = zoned;
  const isNight = start && written && date && !first.date && written.local < start.local;
  const end = isNight ? placeEnd(undated, start, situation.clocks) : written;
  return start && end && { start: { ...how, at: start }, end: { ...how, at: end } };
}

function halved(first: Found, second: { readonly isHalf?: true; readonly clock?: Found['clock'] }): Found {
  const { clock } = first;
  if (!clock || first.isHalf || !second.isHalf || !second.clock || clock.hour >= 12 || second.clock.hour < 12) return first;
  return clock.hour + 12 <= second.clock.hour ? { ...first, clock: { ...clock, hour: clock.hour + 12 } } : first;
}
