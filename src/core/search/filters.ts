// Which documents have the facts a query asks for.
import { DOCUMENT_STATUSES } from '../model/incident.ts';
import { DAY, midnight } from '../time/calendar.ts';
import { FACT_FLAGS, type FactColumn, type FactFlag, type Facts, type FactValue, NO_DAY, valuesOf } from './files/facts.ts';
import type { Filter } from './query.ts';

export type FilterField = Filter['field'];
type Test = (document: number) => boolean;

export const COLUMN_OF = { service: 'services', team: 'teams', tag: 'tags', cause: 'causes', owner: 'owners' } as const;

/**
 * Filters of one field without a minus mean any of them, those of different fields and those with a minus mean all. Bounds of one field
 * (severity:>1 severity:<4, before:, after:) mean all as well.
 */
export function passes(facts: Facts, filters: readonly Filter[]): Test {
  const tests: Test[] = [];
  const choices = new Map<FilterField, Test[]>();
  for (const filter of filters) {
    const test = testOf(facts, filter);
    if (filter.negated) tests.push((document) => !test(document));
    else if (!isChoice(filter)) tests.push(test);
    else choices.set(filter.field, [...(choices.get(filter.field) ?? []), test]);
  }
  for (const any of choices.values()) tests.push((document) => any.some((test) => test(document)));
  return (document) => tests.every((test) => test(document));
}

/** Of several of these on one field, a document needs to meet only one. */
function isChoice({ field, operator }: Filter): boolean {
  return operator === '=' && field !== 'before' && field !== 'after' && field !== 'has';
}

function testOf(facts: Facts, filter: Filter): Test {
  const { field, value } = filter;
  switch (field) {
    case 'service':
    case 'team':
    case 'tag':
    case 'cause':
    case 'owner':
      return hasValue(facts[COLUMN_OF[field]], value);
    case 'severity':
      return hasSeverity(facts, filter);
    case 'status': {
      const wanted = fold(value);
      const number = DOCUMENT_STATUSES.findIndex((status) => fold(status) === wanted);
      return (document) => facts.status[document] === number;
    }
    case 'year':
      return isIn(facts, filter);
    case 'before':
      return isIn(facts, { ...filter, operator: '<' });
    case 'after':
      return isIn(facts, { ...filter, operator: '>=' });
    case 'has': {
      const flag = FACT_FLAGS[fold(value) as FactFlag] ?? 0;
      return (document) => ((facts.flags[document] ?? 0) & flag) !== 0;
    }
  }
}

function hasValue(column: FactColumn, value: string): Test {
  const wanted = new Set(matching(column.names, value));
  return (document) => valuesOf(column, document).some((number) => wanted.has(number));
}

/** Positions of what is called so: by id, by name, or by another name. */
export function matching(values: readonly FactValue[], value: string): number[] {
  const wanted = fold(value);
  return values.flatMap(({ id, name, aliases }, number) => ([id, name, ...aliases].some((one) => fold(one) === wanted) ? [number] : []));
}

/** `2` is the second gravest level, `SEV2` the level of that name; `<=2` is that and graver. */
function hasSeverity({ severities, severityRank }: Facts, { operator, value }: Filter): Test {
  const named = matching(severities, value)[0];
  const rank = named === undefined ? Number(/^\d+$/.test(value) ? value : Number.NaN) : named + 1;
  return (document) => {
    const own = severityRank[document] ?? 0;
    return own !== 0 && compares(own, operator, rank);
  };
}

/** By the day it began; of a year or month the whole of it. Without a day, no document is in any year. */
function isIn({ day }: Facts, { operator, value }: Filter): Test {
  const period = periodOf(value);
  if (!period) return () => false;
  const [from, to] = period;
  return (document) => {
    const own = day[document] ?? NO_DAY;
    if (own === NO_DAY) return false;
    switch (operator) {
      case '=':
        return own >= from && own < to;
      case '<':
        return own < from;
      case '<=':
        return own < to;
      case '>':
        return own >= to;
      case '>=':
        return own >= from;
    }
  };
}

/** Days from 1970-01-01 of a year, month or day: its first, and the first after it. */
function periodOf(text: string): [number, number] | undefined {
  const [, year, month, date] = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text.trim()) ?? [];
  if (year === undefined) return undefined;
  const [y, m, d] = [Number(year), Number(month ?? 1), Number(date ?? 1)];
  if (m < 1 || m > 12 || d < 1 || d > 31) return undefined;
  const number = (monthOf: number, dateOf: number) => Math.round(midnight(y, monthOf, dateOf) / DAY);
  if (date !== undefined) return [number(m, d), number(m, d) + 1];
  return month !== undefined ? [number(m, 1), number(m + 1, 1)] : [number(1, 1), number(13, 1)];
}

function compares(a: number, operator: Filter['operator'], b: number): boolean {
  switch (operator) {
    case '=':
      return a === b;
    case '<=':
      return a <= b;
    case '>=':
      return a >= b;
    case '<':
      return a < b;
    case '>':
      return a > b;
  }
}

/** Case, accents and the kind of separator make no difference. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .trim()
    .replace(/[\s_-]+/gu, '-');
}
