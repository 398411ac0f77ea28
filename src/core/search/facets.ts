// What the results could be narrowed by, with counts: each group is counted with the filters of all other groups in force, but not its own.

import { DAY, dayAt } from '../time/calendar.ts';
import { FIELDS, type FieldName } from './fields.ts';
import { type FactColumn, type Facts, NO_DAY } from './files/facts.ts';
import { type FilterField, passes } from './filters.ts';
import { formatQuery } from './query/format.ts';
import { IN_NAMES } from './query/settings.ts';
import type { Filter, Query } from './query.ts';
import type { SearchIndex } from './reader.ts';
import { type SearchResult, search } from './search.ts';

interface FacetOption {
  /** What stands after the colon in a query. */
  readonly value: string;
  readonly name: string;
  readonly count: number;
  /** The filters of its group, where it has any, let it pass. */
  readonly isChosen: boolean;
}

export interface FacetGroup {
  readonly field: 'severity' | 'service' | 'team' | 'cause' | 'tag' | 'year' | 'in';
  readonly options: readonly FacetOption[];
}

const MOST_OPTIONS = 100;
const COLUMNS = { service: 'services', team: 'teams', cause: 'causes', tag: 'tags' } as const;

/** Severities by rank, years newest first, everything else commonest first. Groups of which no result has anything are left out. */
export async function facets(index: SearchIndex, result: SearchResult): Promise<readonly FacetGroup[]> {
  const facts = await index.facts();
  const { filters } = result.query;
  const all = [...result.matched.documents];
  const hitsWithout = (field: FilterField): number[] => {
    const others = filters.filter((filter) => filter.field !== field);
    return others.length === 0 ? all : all.filter(passes(facts, others));
  };
  const own = (field: FilterField): Filter[] => filters.filter((filter) => filter.field === field);
  const groups: FacetGroup[] = [
    { field: 'severity', options: severityOptions(facts, hitsWithout('severity'), own('severity')) },
    { field: 'in', options: await fieldOptions(index, result, passes(facts, filters)) },
    ...(['service', 'team', 'cause', 'tag'] as const).map((field) => ({
      field,
      options: columnOptions(facts, field, hitsWithout(field), own(field)),
    })),
    { field: 'year', options: yearOptions(facts, hitsWithout('year'), own('year')) },
  ];
  return groups.filter(({ options }) => options.some(({ count, isChosen }) => count > 0 || isChosen));
}

/** What a document of one value only would have: to ask the filters themselves which values they let pass. */
function isChosen(facts: Facts, own: readonly Filter[], value: Partial<Facts>): boolean {
  return own.length > 0 && passes({ ...facts, ...value }, own)(0);
}

/** All levels that occur in the archive, so that the scale is seen whole. */
function severityOptions(facts: Facts, hits: readonly number[], own: readonly Filter[]): FacetOption[] {
  const counts = countBy(hits, (document) => facts.severityRank[document] ?? 0);
  const occurring = new Set(facts.severityRank);
  return facts.severities.flatMap(({ id, name }, number) => {
    const rank = number + 1;
    if (!occurring.has(rank)) return [];
    return [{ value: id, name, count: counts.get(rank) ?? 0, isChosen: isChosen(facts, own, { severityRank: Uint8Array.of(rank) }) }];
  });
}

function columnOptions(facts: Facts, field: keyof typeof COLUMNS, hits: readonly number[], own: readonly Filter[]): FacetOption[] {
  const column = facts[COLUMNS[field]];
  const counts = new Uint32Array(column.names.length);
  const { starts, values } = column;
  for (const document of hits) {
    for (let at = starts[document] as number; at < (starts[document + 1] as number); at++) {
      const number = values[at] as number;
      counts[number] = (counts[number] as number) + 1;
    }
  }
  const options = column.names.map(({ id, name }, number) => {
    const only: FactColumn = { names: column.names, starts: Uint32Array.of(0, 1), values: Uint32Array.of(number) };
    return { value: id, name, count: counts[number] ?? 0, isChosen: isChosen(facts, own, { [COLUMNS[field]]: only }) };
  });
  return commonestFirst(options);
}

function yearOptions(facts: Facts, hits: readonly number[], own: readonly Filter[]): FacetOption[] {
  const yearOf = makeYears();
  const counts = countBy(hits, (document) => yearOf(facts.day[document] ?? NO_DAY));
  const years = new Set([...counts.keys(), ...own.filter(({ operator }) => operator === '=').map(({ value }) => value)]);
  years.delete('');
  const options = [...years].map((value) => {
    const day = Int32Array.of(Math.round(Date.UTC(Number(value), 0, 1) / DAY));
    return { value, name: value, count: counts.get(value) ?? 0, isChosen: isChosen(facts, own, { day }) };
  });
  return options.sort((a, b) => Number(b.value) - Number(a.value)).slice(0, MOST_OPTIONS);
}

/** Years of days: thousands of incidents lie on far fewer days. */
function makeYears(): (day: number) => string {
  const known = new Map<number, string>([[NO_DAY, '']]);
  return (day) => {
    const year = known.get(day) ?? dayAt(day * DAY).slice(0, 4);
    known.set(day, year);
    return year;
  };
}

/** Counted as if the query looked everywhere. */
async function fieldOptions(
  index: SearchIndex,
  { query, matched, terms }: SearchResult,
  isKept: (document: number) => boolean,
): Promise<FacetOption[]> {
  const { documents } = query.in === undefined ? matched : (await search(index, withoutFields(query), { limit: 0 })).matched;
  const masks = await fieldMasks(index, terms);
  const counts = new Uint32Array(FIELDS.length);
  for (const document of documents) {
    const mask = masks[document] ?? 0;
    if (mask === 0 || !isKept(document)) continue;
    for (let field = 0; field < FIELDS.length; field++) if (mask & (1 << field)) counts[field] = (counts[field] ?? 0) + 1;
  }
  const options = FIELDS.map((field, number) => {
    const value = nameOf(field);
    return { value, name: sayField(value), count: counts[number] ?? 0, isChosen: query.in?.includes(field) ?? false };
  });
  return commonestFirst(options);
}

/** By document: in which fields it has any of the terms; field n is bit n. */
async function fieldMasks(index: SearchIndex, terms: readonly string[]): Promise<Uint16Array> {
  const masks = new Uint16Array((await index.manifest()).documents);
  for (const postings of await Promise.all(terms.map((term) => index.postings(term)))) {
    if (!postings) continue;
    const { documents, fields } = postings;
    for (let n = 0; n < documents.length; n++) {
      const document = documents[n] as number;
      masks[document] = (masks[document] as number) | (1 << (fields[n] as number));
    }
  }
  return masks;
}

function withoutFields({ in: _, ...query }: Query): string {
  return formatQuery(query);
}

function nameOf(field: FieldName): string {
  return Object.keys(IN_NAMES).find((name) => IN_NAMES[name] === field) ?? field;
}

/** `root-cause` as people read it. */
function sayField(value: string): string {
  const words = value.replaceAll('-', ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function commonestFirst(options: readonly FacetOption[]): FacetOption[] {
  const shown = options.filter((option) => option.count > 0 || option.isChosen);
  return shown.sort((a, b) => Number(b.isChosen) - Number(a.isChosen) || b.count - a.count).slice(0, MOST_OPTIONS);
}

function countBy<T>(documents: readonly number[], keyOf: (document: number) => T): Map<T, number> {
  const counts = new Map<T, number>();
  for (const document of documents) {
    const key = keyOf(document);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
