// Incidents by the month they began, and by severity; quarters or years where months would be too many to see.
import type { Day } from '../model/timestamp.ts';
import { pad2 } from '../time/calendar.ts';
import type { InsightIncident, InsightsRows } from './rows.ts';
import type { Selection } from './select.ts';
import { type Trend, trendOf } from './trend.ts';

export interface Stretch {
  /** First day of its first and of its last month. */
  readonly from: Day;
  readonly to: Day;
  /** Newest first. */
  readonly incidents: readonly InsightIncident[];
}

export interface MonthFigures {
  readonly dated: number;
  readonly of: number;
  /** Months in each stretch: 1, 3 or 12. */
  readonly step: number;
  /** The oldest first, without a gap. */
  readonly stretches: readonly Stretch[];
  /** Newest first: those that began before the first stretch, where even years would be too many to see. */
  readonly earlier: readonly InsightIncident[];
  readonly trend?: Trend;
}

const MOST_STRETCHES = 48;
/** Months, quarters, years. */
const STEPS = [1, 3, 12];
const LONGEST_STEP = 12;

export function monthFigures({ incidents, period }: Selection): MonthFigures {
  const dated = incidents.filter(({ day }) => day !== undefined);
  if (period === undefined) return { dated: 0, of: incidents.length, step: 1, stretches: [], earlier: [] };
  const trend = trendOf(
    dated.map(({ day = '' }) => day),
    period,
  );
  const last = monthNumber(period.to);
  const first = Math.min(monthNumber(period.from), last);
  const step = STEPS.find((months) => Math.floor(last / months) - Math.floor(first / months) < MOST_STRETCHES) ?? LONGEST_STEP;
  const start = Math.max(Math.floor(first / step), Math.floor(last / step) - MOST_STRETCHES + 1);
  const stretches = Array.from({ length: Math.floor(last / step) - start + 1 }, (_, index) => stretchAt((start + index) * step, step));
  const earlier: InsightIncident[] = [];
  for (const incident of dated) {
    const stretch = stretches[Math.floor(monthNumber(incident.day ?? '') / step) - start];
    (stretch?.incidents ?? earlier).push(incident);
  }
  return { dated: dated.length, of: incidents.length, step, stretches, earlier, ...(trend && { trend }) };
}

/** How many of them have each severity, those without one last. */
export function countSeverities({ severities }: InsightsRows, incidents: readonly InsightIncident[]): number[] {
  const counts = new Array<number>(severities.length + 1).fill(0);
  for (const { severity } of incidents) counts[severity ?? severities.length] = (counts[severity ?? severities.length] ?? 0) + 1;
  return counts;
}

function stretchAt(month: number, step: number): Stretch & { incidents: InsightIncident[] } {
  return { from: firstOf(month), to: firstOf(month + step - 1), incidents: [] };
}

/** Months since the year 0. */
function monthNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function firstOf(month: number): Day {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${pad2((month % 12) + 1)}-01`;
}
