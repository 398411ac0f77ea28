// What a reader of the insights asked for, read from the URL and written back to it: the URL is the only place where it is kept.
import type { Day } from '../model/timestamp.ts';
import { dayOf } from '../time/calendar.ts';
import { addDays } from '../time/duration.ts';
import type { InsightsRows } from './rows.ts';
import type { InsightsFilter } from './select.ts';

/** A URL is anyone's to write: what is longer than a reader would make it is cut. */
const MOST_VALUES = 50;
const LONGEST_VALUE = 300;

/** Reads the query part of a URL. Unknown parameters and days that are none are passed over; two days the wrong way round are turned. */
export function readInsightsState(search: string): InsightsFilter {
  const parameters = new URLSearchParams(search);
  const [from, to] = inOrder(readDay(parameters.get('from')), readDay(parameters.get('to')));
  const severities = parameters.getAll('severity').map((value) => value.slice(0, LONGEST_VALUE));
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    severities: [...new Set(severities)].slice(0, MOST_VALUES),
  };
}

/** The query that stands for a state, with its question mark; empty for everything. */
export function writeInsightsState({ from, to, severities }: InsightsFilter): string {
  const parameters = new URLSearchParams();
  if (from !== undefined) parameters.set('from', from);
  if (to !== undefined) parameters.set('to', to);
  for (const severity of severities) parameters.append('severity', severity);
  const query = parameters.toString();
  return query && `?${query}`;
}

export function isEverything({ from, to, severities }: InsightsFilter): boolean {
  return from === undefined && to === undefined && severities.length === 0;
}

export interface PeriodChoice {
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
}

const MOST_YEARS = 12;

/** What is asked for most: the time up to the day of the build, and each of the last years that has incidents. */
export function periodChoices(incidents: InsightsRows['incidents'], asOf: Day): readonly PeriodChoice[] {
  const found = new Set<string>();
  for (const { day } of incidents) if (day !== undefined) found.add(day.slice(0, 4));
  const years = [...found].sort().reverse();
  return [
    { name: 'Last 90 days', from: addDays(asOf, -89), to: asOf },
    { name: 'Last 12 months', from: addDays(asOf, -364), to: asOf },
    { name: 'Last 24 months', from: addDays(asOf, -729), to: asOf },
    ...years.slice(0, MOST_YEARS).map((year) => ({ name: year, from: `${year}-01-01`, to: `${year}-12-31` })),
  ];
}

function readDay(text: string | null): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text ?? '');
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

function inOrder(from: Day | undefined, to: Day | undefined): readonly [Day | undefined, Day | undefined] {
  return from !== undefined && to !== undefined && from > to ? [to, from] : [from, to];
}
