// An incident as it stood at the end of a day, as far as the dates in its own file tell: what they put after that day had not happened yet.
import type { ActionItem } from '../model/action-item.ts';
import type { Incident, TimelineEntry } from '../model/incident.ts';
import { type Day, MILESTONES, type Milestones, type Timestamp } from '../model/timestamp.ts';
import { DAY, dayStart } from '../time/calendar.ts';
import { readLocal } from '../time/zone.ts';

export interface LastMoment {
  readonly day: Day;
  /** Milliseconds: the first moment of the next day in the zone of the site. */
  readonly before: number;
}

export interface Stood {
  /** Absent where the incident had not begun. */
  readonly incident?: Incident;
  /** How many action items were closed later, and are open here. */
  readonly reopened: number;
  /** Whether anything at all is other than in the file. */
  readonly isOther: boolean;
}

export function lastMomentOf(day: Day, zone: string): LastMoment {
  return { day, before: readLocal(dayStart(day) + DAY, zone).epoch };
}

/** The very same object where nothing in it is later. Words, and what no date belongs to, are as they are in the file. */
export function asItStood(incident: Incident, last: LastMoment): Stood {
  const { milestones, timeline, actionItems } = incident;
  const first = MILESTONES.map((name) => milestones[name]).find((at) => at !== undefined);
  if (first && isAfter(first, last)) return { reopened: 0, isOther: true };
  const known = MILESTONES.filter((name) => milestones[name] !== undefined && !isAfter(milestones[name], last));
  const isWithoutLater = MILESTONES.every((name) => milestones[name] === undefined || known.includes(name));
  const items = actionItems.filter(({ created }) => created === undefined || created <= last.day);
  const isLaterClosed = ({ completed }: ActionItem): boolean => completed !== undefined && completed > last.day;
  const reopened = items.filter(isLaterClosed).length;
  const entries = timeline.flatMap((entry) => entryThen(entry, last));
  const isSame =
    isWithoutLater && reopened === 0 && items.length === actionItems.length && entries.every((entry, at) => entry === timeline[at]);
  if (isSame && entries.length === timeline.length) return { incident, reopened: 0, isOther: false };
  const then: Incident = {
    ...incident,
    milestones: Object.fromEntries(known.map((name) => [name, milestones[name]])) as Milestones,
    approximate: incident.approximate.filter((name) => known.includes(name)),
    timeline: entries,
    actionItems: items.map((item) => (isLaterClosed(item) ? openAgain(item) : item)),
  };
  return { incident: then, reopened, isOther: true };
}

/** A day is later as a day; a moment as a moment, wherever it was written. */
function isAfter(at: Timestamp, { day, before }: LastMoment): boolean {
  return at.precision === 'date' ? at.iso.slice(0, 10) > day : at.epoch >= before;
}

/** What lasted into the next day had begun. */
function entryThen(entry: TimelineEntry, last: LastMoment): TimelineEntry[] {
  const { at, until, ...rest } = entry;
  if (at !== undefined && isAfter(at, last)) return [];
  if (until === undefined || !isAfter(until, last)) return [entry];
  return [{ ...rest, ...(at && { at }) }];
}

/** What is said of its end was not known either. */
function openAgain({ completed: _day, evidence: _proof, reason: _why, ...item }: ActionItem): ActionItem {
  return { ...item, status: 'open' };
}
