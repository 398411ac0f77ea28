// Causes, triggers and services: how often each was named, how often it came back, and after how long.
import { daysBetween } from '../time/duration.ts';
import type { InsightIncident, InsightsRows, InsightTerm, TermKind } from './rows.ts';
import type { Selection } from './select.ts';
import { type Trend, trendOf } from './trend.ts';

export interface TermFigures {
  readonly term: InsightTerm;
  /** Newest first, undated last. */
  readonly incidents: readonly InsightIncident[];
  /** Days from the start of the last incident but one to that of the last; absent where fewer than two are dated. */
  readonly gapDays?: number;
  readonly trend?: Trend;
}

export interface RecurrenceFigures {
  readonly kind: TermKind;
  /** Incidents that name at least one. */
  readonly known: number;
  readonly of: number;
  /** Named by more than one incident, the commonest first. */
  readonly recurring: readonly TermFigures[];
  readonly once: readonly TermFigures[];
}

export function recurrenceFigures(rows: InsightsRows, { incidents, period }: Selection, kind: TermKind): RecurrenceFigures {
  const figures = [...membersOf(incidents, kind)].flatMap(([position, own]): readonly TermFigures[] => {
    const term = rows.terms[kind][position];
    return term === undefined ? [] : [figuresOf(term, own, period)];
  });
  return {
    kind,
    known: incidents.filter((incident) => incident[kind].length > 0).length,
    of: incidents.length,
    recurring: figures.filter((term) => term.incidents.length > 1).sort(commonestFirst),
    once: figures.filter((term) => term.incidents.length === 1).sort(commonestFirst),
  };
}

/** By the position of the term: of ten thousand triggers, the incidents of one service name a hundred. */
function membersOf(incidents: readonly InsightIncident[], kind: TermKind): ReadonlyMap<number, readonly InsightIncident[]> {
  const members = new Map<number, InsightIncident[]>();
  for (const incident of incidents) {
    for (const position of incident[kind]) {
      const own = members.get(position);
      if (own === undefined) members.set(position, [incident]);
      else own.push(incident);
    }
  }
  return members;
}

function figuresOf(term: InsightTerm, incidents: readonly InsightIncident[], period: Selection['period']): TermFigures {
  const days = incidents.flatMap(({ day }) => day ?? []);
  const trend = period && trendOf(days, period);
  return {
    term,
    incidents,
    ...(days[0] !== undefined && days[1] !== undefined && { gapDays: daysBetween(days[1], days[0]) }),
    ...(trend && { trend }),
  };
}

/** Incidents whose author says that they repeat an earlier one, with its id. */
export function statedRecurrences(incidents: readonly InsightIncident[]): readonly { incident: InsightIncident; of: string }[] {
  return incidents.flatMap((incident) => (incident.recurrenceOf === undefined ? [] : [{ incident, of: incident.recurrenceOf }]));
}

function commonestFirst(a: TermFigures, b: TermFigures): number {
  return b.incidents.length - a.incidents.length || (a.term.slug < b.term.slug ? -1 : 1);
}
