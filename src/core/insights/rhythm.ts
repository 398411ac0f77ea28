// Weekdays and hours at which incidents began, on the clocks of their own zone.
import { dayStart } from '../time/calendar.ts';
import type { InsightIncident } from './rows.ts';

interface WeekdayFigures {
  /** 0 is Monday. */
  readonly weekday: number;
  /** Newest first; also those of which only the day is known. */
  readonly incidents: readonly InsightIncident[];
}

export interface RhythmFigures {
  /** Incidents whose day is known, and those whose time of day is known too. */
  readonly dated: number;
  readonly timed: number;
  /** Of the timed ones, those at 00:00 sharp: so many that the time may stand for none. */
  readonly midnights?: number;
  readonly of: number;
  readonly weekdays: readonly WeekdayFigures[];
}

/** One minute of 1,440 has few incidents, unless it is what people write who know the day alone. */
const SUSPECT_MIDNIGHTS = 5;
const SUSPECT_SHARE = 0.05;

export function rhythmFigures(incidents: readonly InsightIncident[]): RhythmFigures {
  const weekdays = Array.from({ length: 7 }, (_, weekday) => ({ weekday, incidents: [] as InsightIncident[] }));
  let [dated, timed, midnights] = [0, 0, 0];
  for (const incident of incidents) {
    if (incident.day === undefined) continue;
    dated++;
    if (incident.minute !== undefined) timed++;
    if (incident.minute === 0) midnights++;
    weekdays[(new Date(dayStart(incident.day)).getUTCDay() + 6) % 7]?.incidents.push(incident);
  }
  const isSuspect = midnights >= SUSPECT_MIDNIGHTS && midnights > timed * SUSPECT_SHARE;
  return { dated, timed, of: incidents.length, weekdays, ...(isSuspect && { midnights }) };
}

/** How many began in each quarter of the day, from midnight. */
export function countQuarters(incidents: readonly InsightIncident[]): readonly number[] {
  const counts = [0, 0, 0, 0];
  for (const { minute } of incidents) {
    if (minute === undefined) continue;
    const quarter = Math.floor(minute / (6 * 60));
    counts[quarter] = (counts[quarter] ?? 0) + 1;
  }
  return counts;
}
