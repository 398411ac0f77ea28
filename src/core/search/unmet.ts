// Filters that nothing can meet: of names that the archive does not have, or about what none of its incidents has.
import { closest } from '../text/closest.ts';
import { FACT_FLAGS, type FactFlag, type Facts, type FactValue, NO_DAY } from './files/facts.ts';
import { COLUMN_OF, fold, matching } from './filters.ts';
import type { Filter, Query } from './query.ts';
import type { SearchIndex } from './reader.ts';

const FLAG_WORDS: Readonly<Record<FactFlag, string>> = {
  'open-action': 'has an action item that is not done',
  overdue: 'has an action item past its due date',
  timeline: 'has a timeline',
  recurrence: 'says which earlier one it repeats',
};

export interface Unmet {
  /** Filters on a service, team, tag, cause, owner or severity that the archive does not have. */
  readonly unknown: readonly { readonly filter: string; readonly nearest?: string }[];
  /** A sentence for each: `No incident of this archive has a severity.` */
  readonly lacking: readonly string[];
}

/** Whatever else the query finds. */
export async function unmetIn(index: SearchIndex, { filters }: Query): Promise<Unmet> {
  if (filters.length === 0) return { unknown: [], lacking: [] };
  const facts = await index.facts();
  const lacks = filters.flatMap((filter) => (filter.negated ? [] : (lackOf(facts, filter) ?? [])));
  return {
    unknown: filters.flatMap((filter) => unknownValue(facts, filter)),
    lacking: [...new Set(lacks)].map((words) => `No incident of this archive ${words}.`),
  };
}

function unknownValue(facts: Facts, { field, operator, value, text }: Filter): { filter: string; nearest?: string }[] {
  const names = namesOf(facts, field);
  if (!names || matching(names, value).length > 0) return [];
  // Levels are also called by their number.
  if (field === 'severity' && /^\d+$/.test(value) && (operator !== '=' || (Number(value) > 0 && Number(value) <= names.length))) return [];
  const known = names.flatMap(({ id, name }) => [id, name]);
  const nearest = closest(value, known) ?? known.find((one) => fold(value).length > 2 && fold(one).startsWith(fold(value)));
  return [{ filter: text, ...(nearest !== undefined && { nearest }) }];
}

function namesOf(facts: Facts, field: Filter['field']): readonly FactValue[] | undefined {
  if (field === 'severity') return hasSeverities(facts) ? facts.severities : undefined;
  return field in COLUMN_OF ? facts[COLUMN_OF[field as keyof typeof COLUMN_OF]].names : undefined;
}

function hasSeverities({ severityRank }: Facts): boolean {
  return severityRank.some((rank) => rank !== 0);
}

function lackOf(facts: Facts, { field, value }: Filter): string | undefined {
  const { day, flags } = facts;
  if (field === 'severity') return hasSeverities(facts) ? undefined : 'has a severity';
  if (field === 'year' || field === 'before' || field === 'after') return day.some((one) => one !== NO_DAY) ? undefined : 'has a date';
  if (field !== 'has') return undefined;
  const flag = fold(value) as FactFlag;
  return flags.some((own) => (own & (FACT_FLAGS[flag] ?? 0)) !== 0) ? undefined : FLAG_WORDS[flag];
}
