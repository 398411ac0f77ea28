// How long incidents took to be detected, acknowledged, mitigated and resolved, by severity: every length, never their mean.
import type { MetricDefinition } from '../model/site-config.ts';
import { slugify } from '../text/slug.ts';
import { FEWEST_FOR_MEDIAN, FEWEST_FOR_TAIL, quantile, upperFence } from './quantile.ts';
import type { InsightIncident, InsightSeverity, InsightsRows } from './rows.ts';

export interface Length {
  readonly incident: InsightIncident;
  readonly seconds: number;
  /** One of the two times is the author's estimate. */
  readonly isEstimate: boolean;
}

export interface LengthLane {
  /** Absent for incidents without a severity. */
  readonly severity?: InsightSeverity;
  /** The shortest first. */
  readonly lengths: readonly Length[];
  /** Seconds; from three lengths on. */
  readonly median?: number;
  /** Seconds; the 85th percentile, from five lengths on. */
  readonly p85?: number;
  /** The longest first: those that lie far from the others of their severity. */
  readonly outliers: readonly Length[];
}

export interface LengthFigures {
  /** Of its section and its file, unique among the metrics. */
  readonly id: string;
  readonly metric: MetricDefinition;
  readonly known: number;
  readonly of: number;
  readonly estimated: number;
  /** A lane for every severity that incidents have, known lengths or not; the gravest first. */
  readonly lanes: readonly LengthLane[];
}

export function lengthFigures(rows: InsightsRows, incidents: readonly InsightIncident[]): readonly LengthFigures[] {
  const lanes = lanesOf(rows, incidents);
  const ids = lengthIds(rows.metrics);
  return rows.metrics.map((metric, index) => {
    const filled = lanes.map(({ severity, members }) => fillLane(severity, lengthsOf(members, index)));
    const lengths = filled.flatMap((lane) => lane.lengths);
    return {
      id: ids[index] ?? '',
      metric,
      known: lengths.length,
      of: incidents.length,
      estimated: lengths.filter(({ isEstimate }) => isEstimate).length,
      lanes: filled,
    };
  });
}

interface Lane {
  readonly severity: InsightSeverity | undefined;
  readonly members: InsightIncident[];
}

/** Those without a severity come last. */
function lanesOf({ severities }: InsightsRows, incidents: readonly InsightIncident[]): readonly Lane[] {
  const lanes: Lane[] = [...severities, undefined].map((severity) => ({ severity, members: [] }));
  for (const incident of incidents) lanes[incident.severity ?? severities.length]?.members.push(incident);
  return lanes.filter(({ members }) => members.length > 0);
}

function lengthsOf(incidents: readonly InsightIncident[], index: number): Length[] {
  return incidents
    .flatMap((incident) => {
      const seconds = incident.lengths[index];
      return typeof seconds === 'number' ? [{ incident, seconds, isEstimate: incident.estimated?.includes(index) ?? false }] : [];
    })
    .sort((a, b) => a.seconds - b.seconds);
}

function fillLane(severity: InsightSeverity | undefined, lengths: readonly Length[]): LengthLane {
  const seconds = lengths.map((length) => length.seconds);
  const fence = upperFence(seconds);
  return {
    ...(severity && { severity }),
    lengths,
    ...(seconds.length >= FEWEST_FOR_MEDIAN && { median: Math.round(quantile(seconds, 0.5)) }),
    ...(seconds.length >= FEWEST_FOR_TAIL && { p85: Math.round(quantile(seconds, 0.85)) }),
    outliers: lengths.filter((length) => length.seconds > fence).reverse(),
  };
}

/** `length-time-to-detect`; names that differ only in their signs are told apart by their position. */
export function lengthIds(metrics: readonly MetricDefinition[]): readonly string[] {
  const slugs = metrics.map(({ id }) => `length-${slugify(id)}`);
  return slugs.map((slug, index) => (slugs.indexOf(slug) === index ? slug : `${slug}-${index + 1}`));
}

/** `time_to_detect` as people say it. */
export function sayMetric(id: string): string {
  const words = id.replace(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
