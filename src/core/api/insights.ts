// The insights for other programs: `api/insights.json`.
import type { LengthLane } from '../insights/lengths.ts';
import { countSeverities } from '../insights/months.ts';
import { insightsOf } from '../insights/of-archive.ts';
import type { PromiseFigures } from '../insights/promises.ts';
import type { RecurrenceFigures } from '../insights/recurrence.ts';
import { countQuarters } from '../insights/rhythm.ts';
import type { InsightIncident, InsightsRows } from '../insights/rows.ts';
import type { Trend } from '../insights/trend.ts';
import type { Archive } from '../model/archive.ts';
import type { InsightsJson } from './schema/insights.ts';

export function insightsJson(archive: Archive): InsightsJson {
  const { rows, whole } = insightsOf(archive);
  const { selection, months, detection, factors, gaps } = whole;
  return {
    period: selection.period && { ...selection.period },
    incident_count: selection.incidents.length,
    metrics: whole.lengths.map(({ metric: { id, from, to }, known, of, estimated, lanes }) => ({
      id,
      from,
      to,
      known,
      of,
      estimated,
      severities: lanes.map(laneJson),
    })),
    months: {
      known: months.dated,
      of: months.of,
      step: months.step,
      earlier: months.earlier.length,
      stretches: months.stretches.map(({ from, incidents }) => ({
        from,
        incident_count: incidents.length,
        by_severity: bySeverity(rows, incidents),
      })),
      trend: trendJson(months.trend),
    },
    causes: termsJson(whole.causes),
    triggers: termsJson(whole.triggers),
    services: termsJson(whole.services),
    detected_by: {
      known: detection.known,
      of: detection.of,
      sources: Object.fromEntries(detection.sources.map(({ source, incidents }) => [source, incidents.length])),
    },
    weekdays: whole.rhythm.weekdays.map(({ weekday, incidents }) => ({
      weekday: weekday + 1,
      incident_count: incidents.length,
      quarters: [...countQuarters(incidents)],
    })),
    factors: {
      support: factors.support,
      pairs: factors.pairs.map(({ factors: pair, incidents, lift }) => ({
        factors: pair.map(({ kind, term, count }) => ({ kind, name: term.name, incident_count: count })),
        incidents: incidents.map(idOf),
        lift: Number(lift.toFixed(3)),
      })),
    },
    actions: actionsJson(whole.promises),
    luck: whole.luck.map(({ incident, luck: { text, actions } }) => ({ incident: incident.id, text, actions: actions.map(idOf) })),
    causes_without_action: gaps.causes.map(({ term }) => term.name),
    detect_only: { known: gaps.detectOnly.known, of: gaps.detectOnly.of, incidents: gaps.detectOnly.incidents.map(idOf) },
  };
}

type MetricJson = InsightsJson['metrics'][number];

function laneJson({ severity, lengths, median, p85, outliers }: LengthLane): MetricJson['severities'][number] {
  return {
    severity: severity?.label,
    n: lengths.length,
    shortest_seconds: lengths[0]?.seconds,
    median_seconds: median,
    p85_seconds: p85,
    longest_seconds: lengths.at(-1)?.seconds,
    outliers: outliers.map(({ incident }) => incident.id),
  };
}

/** Without those that none has. Incidents without a severity stand under no name, so they are not among them. */
function bySeverity(rows: InsightsRows, incidents: readonly InsightIncident[]): Record<string, number> {
  const counts = countSeverities(rows, incidents);
  return Object.fromEntries(
    rows.severities.flatMap(({ label }, position) => ((counts[position] ?? 0) > 0 ? [[label, counts[position] ?? 0]] : [])),
  );
}

function termsJson({ known, of, recurring, once }: RecurrenceFigures): InsightsJson['causes'] {
  return {
    known,
    of,
    terms: [...recurring, ...once].map(({ term, incidents, gapDays, trend }) => ({
      name: term.name,
      incidents: incidents.map(idOf),
      last_came_back_after_days: gapDays,
      trend: trendJson(trend),
    })),
  };
}

function trendJson(trend: Trend | undefined): InsightsJson['months']['trend'] {
  return trend && { last_12_months: trend.recent, months_12_before: trend.before, verdict: trend.verdict };
}

function actionsJson({ progress, ages }: PromiseFigures): InsightsJson['actions'] {
  const { total, done, dropped, open, overdue, medianAgeDays, onTime } = progress;
  return {
    total,
    done,
    dropped,
    open,
    overdue,
    median_age_days: medianAgeDays,
    on_time: { kept: onTime.kept, of: onTime.of },
    ages: ages.map((group) => ({ from_days: group.from, to_days: group.to, open: group.open, overdue: group.overdue })),
  };
}

function idOf({ id }: { readonly id: string }): string {
  return id;
}
