// Times of a document as the draft writes them: on the clock they were written by, with an offset only where a zone is stated.
import { trackDays } from '../../../core/body/day-track.ts';
import type { Moment } from '../../../core/body/when/read-when.ts';
import { resolveZoneWords } from '../../../core/body/when/zone-words.ts';
import type { Milestones, Timestamp } from '../../../core/model/timestamp.ts';
import { DAY, dayStart, HOUR, MINUTE, pad2 } from '../../../core/time/calendar.ts';
import { addDays } from '../../../core/time/duration.ts';
import { parseTimestamp } from '../../../core/time/parse.ts';
import type { DraftTime } from '../../model.ts';
import type { Calendar } from './calendar.ts';
import type { Entry } from './entry.ts';
import { offsetIn } from './zone.ts';

/** A time that has its day. */
export interface Placed {
  readonly iso: DraftTime;
  readonly day: string;
  readonly hasClock: boolean;
  /** Milliseconds on the clock it was written by, as if that were UTC. */
  readonly local: number;
}

export interface PlacedEntry {
  readonly entry: Entry;
  /** Absent where no day is known. */
  readonly at?: Placed;
  readonly until?: Placed;
  /** `14:05`, where the day is not known. */
  readonly clock?: string;
}

export interface Clocks {
  readonly calendar: Calendar;
  /** The document's zone, if it states one. */
  readonly zone?: string;
}

/** A moment of prose or of a label: on its own day, or on the one given. */
export function placeMoment(moment: Moment, { calendar, zone }: Clocks, near?: string): Placed | undefined {
  const day = moment.date ? calendar.dayOf(moment.date, near) : (near ?? calendar.incident?.day);
  if (day === undefined) return undefined;
  if (!moment.clock) return { iso: day, day, hasClock: false, local: dayStart(day) };
  const { hour, minute, second } = moment.clock;
  const own = moment.zone === undefined || /^local/i.test(moment.zone) ? undefined : resolveZoneWords(moment.zone, 'UTC', dayStart(day));
  return onClock(hour === 24 ? addDays(day, 1) : day, { hour: hour % 24, minute, ...(second !== undefined && { second }) }, own ?? zone);
}

/** The end of a stretch: on the day of its beginning, or the next where the clock has gone back past midnight. */
export function placeEnd(until: Moment, start: Placed, clocks: Clocks): Placed | undefined {
  const end = placeMoment(until, clocks, start.day);
  if (!end || until.date || !start.hasClock || end.local >= start.local) return end;
  return placeMoment(until, clocks, addDays(start.day, 1));
}

function onClock(day: string, clock: { hour: number; minute: number; second?: number }, zone: string | undefined): Placed {
  const local = dayStart(day) + clock.hour * HOUR + clock.minute * MINUTE + (clock.second ?? 0) * 1000;
  const seconds = clock.second === undefined ? '' : `:${pad2(clock.second)}`;
  const iso = `${day}T${pad2(clock.hour)}:${pad2(clock.minute)}${seconds}${zone === undefined ? '' : offsetIn(zone, local)}`;
  return { iso, day, hasClock: true, local };
}

/** The entries of a timeline, each with its day: the site's own way of counting on from one to the next. */
export function placeEntries(entries: readonly Entry[], clocks: Clocks, known: { start?: Placed; end?: Placed }): PlacedEntry[] {
  const { calendar, zone } = clocks;
  const track = trackDays({
    zone: zone ?? 'UTC',
    milestones: milestones(known, zone),
    day: known.start?.day ?? calendar.incident?.day ?? NO_DAY,
  });
  const hasDay = calendar.incident !== undefined || known.start !== undefined;
  let isDated = hasDay;
  let near = known.start?.day ?? calendar.incident?.day;
  return entries.map((entry) => {
    const whole = withDate(entry, calendar, near);
    const { at, until } = whole.when.at || whole.when.offset !== undefined ? track.place(whole.when) : {};
    if (!at) return { entry };
    // A date that cannot be dates nothing: it was not placed.
    if (whole.date?.kind === 'date' && whole.date.year !== undefined) isDated = true;
    near = isDated ? at.iso.slice(0, 10) : near;
    if (!isDated) return at.precision === 'date' ? { entry } : { entry, clock: at.iso.slice(11, 16) };
    const isZoned = zone !== undefined || entry.when.at?.zone !== undefined;
    const end = until && shown(until, isZoned);
    return { entry, at: shown(at, isZoned), ...(end && { until: end }) };
  });
}

/** Stands for the day of a document that has none: only the times of day are then used. */
const NO_DAY = '2000-01-01';

/** The entry with its numeric or yearless date made whole, as the document has them. */
function withDate(entry: Entry, calendar: Calendar, near: string | undefined) {
  const { when } = entry;
  const words = when.at?.date;
  const day = words && (words.kind === 'numbers' || words.kind === 'date') ? calendar.dayOf(words, near) : undefined;
  if (!when.at || day === undefined) return { when, date: words };
  const date = { kind: 'date', year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8)) } as const;
  return { when: { ...when, at: { ...when.at, date } }, date };
}

function milestones({ start, end }: { start?: Placed; end?: Placed }, zone: string | undefined): Milestones {
  const read = (placed: Placed | undefined): Timestamp | undefined => {
    const parsed = placed && parseTimestamp(placed.iso, zone ?? 'UTC');
    return parsed && 'timestamp' in parsed ? parsed.timestamp : undefined;
  };
  const [started, resolved] = [read(start), read(end)];
  return { ...(started && { started }), ...(resolved && { resolved }) };
}

function shown(at: Timestamp, isZoned: boolean): Placed {
  const day = at.iso.slice(0, 10);
  if (at.precision === 'date') return { iso: day, day, hasClock: false, local: dayStart(day) };
  const seconds = Number(at.iso.slice(17, 19));
  const local = dayStart(day) + Number(at.iso.slice(11, 13)) * HOUR + Number(at.iso.slice(14, 16)) * MINUTE + seconds * 1000;
  const clock = at.iso.slice(0, seconds === 0 ? 16 : 19);
  return { iso: isZoned ? `${clock}${at.iso.slice(19)}` : clock, day, hasClock: true, local };
}

/** Whole days between two places in time; used to tell what led up to an incident from the incident. */
export function daysApart(a: Placed, b: Placed): number {
  return Math.abs(a.local - b.local) / DAY;
}
