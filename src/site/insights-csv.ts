// The figures of the insights as tables for spreadsheets: one file for each chart, of the whole archive.
import { stringify } from 'csv-stringify/sync';
import type { Insights } from '../core/insights/figures.ts';
import { lengthIds } from '../core/insights/lengths.ts';
import { countSeverities } from '../core/insights/months.ts';
import type { TermFigures } from '../core/insights/recurrence.ts';
import { countQuarters } from '../core/insights/rhythm.ts';
import type { InsightIncident, InsightsRows, TermKind } from '../core/insights/rows.ts';
import { pad2, WEEKDAYS } from '../core/time/calendar.ts';

export interface CsvFile {
  /** From the folder of the insights. */
  readonly path: string;
  readonly write: (rows: InsightsRows, insights: Insights) => string;
}

type Row = readonly (string | number | undefined)[];

/** `metrics` as the site configures them. */
export function insightsCsvFiles(metrics: InsightsRows['metrics']): readonly CsvFile[] {
  return [
    ...lengthIds(metrics).map((id, index) => file(id, LENGTH_HEAD, (rows) => lengthRows(rows, index))),
    { path: 'months.csv', write: (rows, { months }) => toCsv(monthHead(rows), monthRows(rows, months.stretches)) },
    ...RECURRENCES.map((kind) =>
      file(kind, TERM_HEAD, (_, insights) => [...insights[kind].recurring, ...insights[kind].once].map(termRow)),
    ),
    file('detection', ['found_by', 'incidents'], (_, { detection }) => [
      ...detection.sources.map(({ source, incidents }) => [source, incidents.length]),
      ['not recorded', detection.of - detection.known],
    ]),
    file('rhythm', ['weekday', '00_to_06', '06_to_12', '12_to_18', '18_to_24', 'incidents'], (_, { rhythm }) =>
      rhythm.weekdays.map(({ weekday, incidents }) => [WEEKDAYS[(weekday + 1) % 7], ...countQuarters(incidents), incidents.length]),
    ),
    file('factors', ['kind_1', 'factor_1', 'incidents_1', 'kind_2', 'factor_2', 'incidents_2', 'together', 'lift'], (_, { factors }) =>
      factors.pairs.map(({ factors: pair, incidents, lift }) => [
        ...pair.flatMap(({ kind, term, count }) => [kind, term.name, count]),
        incidents.length,
        lift.toFixed(2),
      ]),
    ),
    file('actions', ['month', 'promised', 'finished', 'open'], (_, { promises }) =>
      promises.flow.months.map(({ month, promised, finished }) => [month, promised, finished, promised - finished]),
    ),
    file('ages', ['from_days', 'to_days', 'open', 'overdue', 'without_due'], (_, { promises }) =>
      promises.ages.map(({ from, to, open, overdue, withoutDue }) => [from, to, open, overdue, withoutDue]),
    ),
    file('luck', ['incident', 'started', 'severity', 'luck', 'actions', 'title'], (rows, { luck }) =>
      luck.map(({ incident, luck: { text, actions } }) => [
        ...headOf(rows, incident),
        text,
        actions.map(({ id }) => id).join(' '),
        incident.title,
      ]),
    ),
    file('causes-without-action', TERM_HEAD, (_, { gaps }) => gaps.causes.map(termRow)),
    file('detect-only', ['incident', 'started', 'severity', 'title'], (rows, { gaps }) =>
      gaps.detectOnly.incidents.map((incident) => [...headOf(rows, incident), incident.title]),
    ),
  ];
}

const RECURRENCES = ['causes', 'triggers', 'services'] as const satisfies readonly TermKind[];
const LENGTH_HEAD = ['incident', 'started', 'severity', 'seconds', 'estimate', 'title'];
const TERM_HEAD = ['name', 'incidents', 'last_came_back_after_days', 'last_12_months', '12_months_before', 'incident_ids'];

function file(name: string, head: readonly string[], rowsOf: (rows: InsightsRows, insights: Insights) => readonly Row[]): CsvFile {
  return { path: `${name}.csv`, write: (rows, insights) => toCsv(head, rowsOf(rows, insights)) };
}

function lengthRows(rows: InsightsRows, index: number): Row[] {
  return rows.incidents.flatMap((incident) => {
    const seconds = incident.lengths[index];
    if (typeof seconds !== 'number') return [];
    return [[...headOf(rows, incident), seconds, incident.estimated?.includes(index) ? 'yes' : 'no', incident.title]];
  });
}

function monthHead({ severities }: InsightsRows): string[] {
  return ['from', 'to', ...severities.map(({ label }) => label), 'none', 'all'];
}

function monthRows(rows: InsightsRows, stretches: Insights['months']['stretches']): Row[] {
  return stretches.map(({ from, to, incidents }) => [
    from.slice(0, 7),
    to.slice(0, 7),
    ...countSeverities(rows, incidents),
    incidents.length,
  ]);
}

function termRow({ term, incidents, gapDays, trend }: TermFigures): Row {
  return [term.name, incidents.length, gapDays, trend?.recent, trend?.before, incidents.map(({ id }) => id).join(' ')];
}

/** The day with the time of day, where that is known, in the incident's own zone. */
function headOf({ severities }: InsightsRows, { id, day, minute, severity }: InsightIncident): Row {
  const time = minute === undefined ? '' : `T${pad2(Math.floor(minute / 60))}:${pad2(minute % 60)}`;
  return [id, day === undefined ? undefined : day + time, severity === undefined ? undefined : severities[severity]?.label];
}

/** As the tracker's: RFC 4180, everything quoted, and an apostrophe before what a spreadsheet would take for a formula. */
function toCsv(head: readonly string[], rows: readonly Row[]): string {
  return stringify([head, ...rows] as unknown[][], { quoted: true, quoted_empty: false, escape_formulas: true, record_delimiter: '\r\n' });
}
