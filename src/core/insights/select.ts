// Which incidents a reader's choice of period, severities and service or team leaves.
import type { Day } from '../model/timestamp.ts';
import type { InsightIncident, InsightsRows, ScopeKind } from './rows.ts';

export interface Scope {
  readonly kind: ScopeKind;
  readonly slug: string;
}

export interface InsightsFilter {
  /** First and last day on which an incident may have begun. */
  readonly from?: Day;
  readonly to?: Day;
  /** Labels; none of them leaves all. An empty one stands for incidents without a severity. */
  readonly severities: readonly string[];
  readonly scope?: Scope;
}

export const WHOLE: InsightsFilter = { severities: [] };

export interface Selection {
  /** Newest first, undated last. */
  readonly incidents: readonly InsightIncident[];
  /** Left out because a period was asked for and nobody wrote down when they began. */
  readonly undated: number;
  /** All there are, before a period or severities were asked for: within the service or team. */
  readonly total: number;
  /** The days the figures stand for: those asked for, else from the first incident to the day of the build; absent where nothing is dated. */
  readonly period?: { readonly from: Day; readonly to: Day };
}

export function selectIncidents(rows: InsightsRows, filter: InsightsFilter): Selection {
  const { from, to, scope } = filter;
  const within = scope === undefined ? rows.incidents : inScope(rows, scope);
  const severities = new Set(filter.severities);
  const graded = severities.size === 0 ? within : within.filter(({ severity }) => severities.has(labelOf(rows, severity)));
  const isOpen = from === undefined && to === undefined;
  const incidents = isOpen ? graded : graded.filter(({ day }) => day !== undefined && (!from || day >= from) && (!to || day <= to));
  const undated = isOpen ? 0 : graded.filter(({ day }) => day === undefined).length;
  const period = periodOf(incidents, filter, rows.asOf);
  return { incidents, undated, total: within.length, ...(period && { period }) };
}

/** By kind and position of the term: every service and team of an archive may have insights of its own. */
const members = new WeakMap<InsightsRows, Map<ScopeKind, readonly (readonly InsightIncident[])[]>>();

function inScope(rows: InsightsRows, { kind, slug }: Scope): readonly InsightIncident[] {
  const known = members.get(rows) ?? new Map<ScopeKind, readonly (readonly InsightIncident[])[]>();
  members.set(rows, known);
  const ofKind = known.get(kind) ?? membersOf(rows, kind);
  known.set(kind, ofKind);
  return ofKind[rows.terms[kind].findIndex((term) => term.slug === slug)] ?? [];
}

function membersOf({ terms, incidents }: InsightsRows, kind: ScopeKind): readonly (readonly InsightIncident[])[] {
  const found = terms[kind].map((): InsightIncident[] => []);
  for (const incident of incidents) for (const position of incident[kind]) found[position]?.push(incident);
  return found;
}

function labelOf({ severities }: InsightsRows, position: number | undefined): string {
  return position === undefined ? '' : (severities[position]?.label ?? '');
}

function periodOf(newestFirst: readonly InsightIncident[], { from, to }: InsightsFilter, asOf: Day): Selection['period'] {
  const newest = newestFirst[0]?.day;
  const first = from ?? newestFirst.findLast(({ day }) => day !== undefined)?.day;
  if (first === undefined) return undefined;
  return { from: first, to: to ?? (newest !== undefined && newest > asOf ? newest : asOf) };
}
