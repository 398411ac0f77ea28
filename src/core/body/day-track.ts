// Turns the times of a timeline into moments: each borrows its day from the one before it, and its zone from what is said of all of them.
import type { Day, Milestones, Timestamp } from '../model/timestamp.ts';
import { DAY, dayAt, dayStart, HOUR, MINUTE } from '../time/calendar.ts';
import { inZone, type ParsedTimestamp, toTimestamp } from '../time/parse.ts';
import type { Clock } from './when/clock.ts';
import { type DateWords, resolveDate } from './when/date.ts';
import type { Moment, When } from './when/read-when.ts';
import { resolveZoneWords } from './when/zone-words.ts';

export interface TrackContext {
  readonly zone: string;
  readonly milestones: Milestones;
  readonly day?: Day;
}

type TrackFinding =
  | { readonly code: 'bad-time' | 'unclear-time'; readonly why: string }
  | { readonly code: 'skipped-local-time' | 'ambiguous-local-time'; readonly why: string };

interface Placed {
  readonly at?: Timestamp;
  readonly until?: Timestamp;
  readonly findings: readonly TrackFinding[];
}

export interface DayTrack {
  /** A heading or line that names a day; false where it cannot be one. */
  setDay(words: DateWords): boolean;
  /** "All times in CET". */
  setZone(words: string): void;
  place(when: When): Placed;
  /** A time that is known as a whole: those after it count on from it. */
  follow(at: Timestamp): void;
}

/** Going back by this much is a new day whatever else is known. */
const SURE_ROLL = 12 * HOUR;
/** Without the incident's end, and with it. */
const LIKELY_ROLL = 6 * HOUR;
const POSSIBLE_ROLL = 3 * HOUR;
/** Work goes on a little after the incident is over. */
const AFTERMATH = HOUR;

interface State {
  day: Day | undefined;
  /** Time of day of the entry before, in milliseconds; like the day, on the clocks of the timeline. */
  time: number | undefined;
  /** The zone of the timeline, where a heading or a sentence gives one. */
  zoneWords: string | undefined;
  isFirst: boolean;
}

export function trackDays(context: TrackContext): DayTrack {
  const { started } = context.milestones;
  const state: State = { day: undefined, time: undefined, zoneWords: undefined, isFirst: true };
  const zoneOf = (words: string | undefined): string =>
    (words && resolveZoneWords(words, context.zone, started?.epoch ?? 0)) || context.zone;
  /** The entry before the first is the start itself, on the clock the timeline goes by. */
  const begin = (zone: string): void => {
    if (!state.isFirst || state.day !== undefined) return;
    const local = started && inZone(started, zone);
    state.day = local?.iso.slice(0, 10) ?? context.day;
    state.time = local && local.precision !== 'date' ? timeOf(local) : undefined;
  };
  return {
    setDay: (words) => {
      begin(zoneOf(state.zoneWords));
      const resolved = resolveDate(words, near(state, context));
      if (!resolved || 'problem' in resolved) return false;
      Object.assign(state, { day: resolved.day, time: undefined, isFirst: false });
      return true;
    },
    setZone: (words) => {
      if (resolveZoneWords(words, context.zone, 0)) state.zoneWords = words;
    },
    place: (when) => {
      const usual = zoneOf(state.zoneWords);
      begin(usual);
      const words = when.at?.zone ?? when.until?.zone;
      const isNamed = words !== undefined && resolveZoneWords(words, context.zone, 0) !== undefined;
      const zone = isNamed ? zoneOf(words) : usual;
      // A zone beside a time is that of this one alone: the day is carried to its clocks, and back.
      const own = { ...state, ...onClocks(state, usual, zone) };
      const placed = placeWhen(when, { state: own, context, zone });
      Object.assign(state, own, onClocks(own, zone, usual));
      return placed;
    },
    follow: (at) => {
      const local = inZone(at, zoneOf(state.zoneWords));
      Object.assign(state, { day: local.iso.slice(0, 10), time: local.precision === 'date' ? undefined : timeOf(local), isFirst: false });
    },
  };
}

/** The day and time of day of one zone on the clocks of another; a day without a time stays the day it is. */
function onClocks({ day, time }: State, from: string, to: string): Pick<State, 'day' | 'time'> {
  if (from === to || day === undefined || time === undefined) return { day, time };
  const clock = { hour: Math.floor(time / HOUR), minute: Math.floor((time % HOUR) / MINUTE), second: Math.floor((time % MINUTE) / 1000) };
  const read = toTimestamp({ day, clock }, from);
  if ('problem' in read) return { day, time };
  const local = inZone(read.timestamp, to);
  return { day: local.iso.slice(0, 10), time: timeOf(local) };
}

interface Situation {
  readonly state: State;
  readonly context: TrackContext;
  readonly zone: string;
}

function placeWhen(when: When, at: Situation): Placed {
  if (when.offset !== undefined) return placeElapsed(when, when.offset, at);
  if (!when.at) return { findings: [] };
  const first = placeMoment(when.at, at);
  if (!('timestamp' in first)) return { findings: [first] };
  at.state.isFirst = false;
  const findings = noteOf(first, at.zone);
  const shown = show(first.timestamp, when.approximate, at.context.zone);
  if (!when.until?.clock) return { at: shown, findings };
  const second = placeMoment(when.until, { ...at, state: { ...at.state } });
  if (!('timestamp' in second)) return { at: shown, findings: [...findings, second] };
  return { at: shown, until: show(second.timestamp, when.approximate, at.context.zone), findings };
}

function placeElapsed(when: When, minutes: number, { state, context, zone }: Situation): Placed {
  const { started } = context.milestones;
  if (!started || started.precision === 'date')
    return { findings: [{ code: 'unclear-time', why: 'it counts from a start that is not given' }] };
  const precision = Number.isInteger(minutes) ? 'minute' : 'second';
  const moved = inZone({ ...started, epoch: started.epoch + Math.round(minutes * MINUTE), zone: '', precision }, zone);
  Object.assign(state, { day: moved.iso.slice(0, 10), time: timeOf(moved), isFirst: false });
  return { at: show(moved, when.approximate, context.zone), findings: [] };
}

function placeMoment(moment: Moment, at: Situation): ParsedTimestamp | TrackFinding {
  if (moment.fault) return { code: 'bad-time', why: moment.fault };
  const { state, context, zone } = at;
  const time = moment.clock && timeOfClock(moment.clock);
  const day = moment.date ? resolveDate(moment.date, near(state, context)) : dayFor(time ?? 0, at);
  if (!day) return { code: 'unclear-time', why: moment.date ? 'it does not say which day is meant' : 'no day is given for it' };
  if ('problem' in day) return { code: 'bad-time', why: day.problem };
  state.day = day.day;
  state.time = time;
  const { clock } = moment;
  const midnightAfter = clock?.hour === 24;
  const local = midnightAfter ? { day: dayAfter(day.day), clock: { hour: 0, minute: 0 } } : { day: day.day, ...(clock && { clock }) };
  if (midnightAfter) Object.assign(state, { day: local.day, time: 0 });
  const parsed = toTimestamp(local, zone);
  return 'problem' in parsed ? { code: 'bad-time', why: parsed.problem } : parsed;
}

/** The day of a time of day: that of the entry before, or the next one when the clock has gone back past midnight. */
function dayFor(time: number, { state, context, zone }: Situation): { day: Day } | undefined {
  const { day, time: before } = state;
  if (day === undefined) return undefined;
  if (before === undefined) return { day };
  const { resolved } = context.milestones;
  const end = resolved && resolved.epoch + AFTERMATH + (resolved.precision === 'date' ? DAY : 0);
  const isBeforeEnd = (candidate: Day): boolean => {
    const parsed = toTimestamp(
      { day: candidate, clock: { hour: Math.floor(time / HOUR) % 24, minute: Math.floor((time % HOUR) / MINUTE) } },
      zone,
    );
    return end !== undefined && 'timestamp' in parsed && parsed.timestamp.epoch <= end;
  };
  const back = before - time;
  if (back >= SURE_ROLL) return { day: dayAfter(day) };
  if (end === undefined ? back >= LIKELY_ROLL : back >= POSSIBLE_ROLL && isBeforeEnd(dayAfter(day))) return { day: dayAfter(day) };
  // What led to an incident that began after midnight is told from the evening before.
  if (state.isFirst && -back >= SURE_ROLL && end !== undefined && !isBeforeEnd(day)) return { day: dayAt(dayStart(day) - DAY) };
  return { day };
}

function near(state: State, context: TrackContext): { near?: Day; started?: Day } {
  const started = context.milestones.started?.iso.slice(0, 10);
  const day = state.day ?? context.day;
  return { ...(day && { near: day }), ...(started && { started }) };
}

function noteOf(read: ParsedTimestamp, zone: string): TrackFinding[] {
  if (read.note === undefined) return [];
  return [{ code: read.note === 'skipped' ? 'skipped-local-time' : 'ambiguous-local-time', why: zone }];
}

function show(timestamp: Timestamp, approximate: boolean, zone: string): Timestamp {
  const shown = inZone(timestamp, zone);
  return approximate ? { ...shown, approximate } : shown;
}

function timeOf(local: Timestamp): number {
  return Number(local.iso.slice(11, 13)) * HOUR + Number(local.iso.slice(14, 16)) * MINUTE + Number(local.iso.slice(17, 19)) * 1000;
}

function timeOfClock({ hour, minute, second }: Clock): number {
  return hour * HOUR + minute * MINUTE + (second ?? 0) * 1000;
}

function dayAfter(day: Day): Day {
  return dayAt(dayStart(day) + DAY);
}
