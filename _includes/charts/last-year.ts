// Where the incidents of the last twelve months stand on a line, in per cent of its length.
import type { Incident } from '../../src/core/model/incident.ts';
import type { Day } from '../../src/core/model/timestamp.ts';
import { addDays, daysBetween } from '../../src/core/time/duration.ts';

const DAYS = 366;

export interface Dated {
  readonly incident: Incident;
  readonly day: Day;
  /** 0 to 100. */
  readonly x: number;
}

export function firstDay(asOf: Day): Day {
  return addDays(asOf, 1 - DAYS);
}

/** The incidents that began in the twelve months up to `asOf`, as they are ordered: newest first. */
export function ofLastYear(newestFirst: readonly Incident[], asOf: Day): Dated[] {
  const from = firstDay(asOf);
  const found: Dated[] = [];
  for (const incident of newestFirst) {
    const day = incident.milestones.started?.iso.slice(0, 10);
    // The undated come last, so everything after the first old one is old or undated.
    if (day === undefined || day < from) break;
    if (day <= asOf) found.push({ incident, day, x: positionOf(day, asOf) });
  }
  return found;
}

/** Those of one day of the build: hundreds of lines stand on a large site, all of the same few days. */
const known = { asOf: '', positions: new Map<Day, number>() };

/** The middle of a day. */
export function positionOf(day: Day, asOf: Day): number {
  if (known.asOf !== asOf) Object.assign(known, { asOf, positions: new Map<Day, number>() });
  const position = known.positions.get(day) ?? round(((daysBetween(firstDay(asOf), day) + 0.5) / DAYS) * 100);
  known.positions.set(day, position);
  return position;
}

/** Two decimals are less than a tenth of a pixel. */
export function round(percent: number): number {
  return Math.round(percent * 100) / 100;
}

/** How many fall into each of `parts` equal stretches of the year. */
export function countByPart(dated: readonly Dated[], parts: number): number[] {
  const counts = new Array<number>(parts).fill(0);
  for (const { x } of dated) {
    const part = Math.min(parts - 1, Math.floor((x / 100) * parts));
    counts[part] = (counts[part] ?? 0) + 1;
  }
  return counts;
}
