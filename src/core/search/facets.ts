// What the results could be narrowed by, with counts: each group is counted with the filters of all other groups in force, but not its own.

import { DAY, dayAt } from '../time/calendar.ts';
import { FIELDS, type FieldName } from './fields.ts';
import { type FactColumn, type Facts, NO_DAY } from './files/facts.ts';
import { COLUMN_OF, type FilterField, passes } from './filters.ts';
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
const COLUMN_FIELDS = ['service', 'team', 'cause', 'tag'] as const;

/** Severities by rank, years newest first, everything else commonest first. Groups of which no result has anything are left out. */
export async function facets(index: SearchIndex, result: SearchResult): Promise<readonly FacetGroup[]> {
  const facts = await index.facts();
  const { filters } = result.query;
  const all = result.matched.documents;
  const hitsWithout = (field: FilterField): Uint32Array => {
    const others = filters.filter((filter) => filter.field !== field);
    return others.length === 0 ? all : all.filter(passes(facts, others));
  };
  const own = (field: FilterField): Filter[] => filters.filter((filter) => filter.field === field);
  const groups: FacetGroup[] = [
    { field: 'severity', options: severityOptions(facts, hitsWithout('severity'), own('severity')) },
    { field: 'in', options: await fieldOptions(index, result, passes(facts, filters)) },
    ...COLUMN_FIELDS.map((field) => ({
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
function severityOptions(facts: Facts, hits: Uint32Array, own: readonly Filter[]): FacetOption[] {
  const counts = countBy(hits, facts.severityRank, facts.severities.length + 1);
  return facts.severities.flatMap(({ id, name }, number) => {
    const rank = number + 1;
    if (!facts.severityRank.includes(rank)) return [];
    return [{ value: id, name, count: counts[rank] ?? 0, isChosen: isChosen(facts, own, { severityRank: Uint8Array.of(rank) }) }];
  });
}

function columnOptions(facts: Facts, field: (typeof COLUMN_FIELDS)[number], hits: Uint32Array, own: readonly Filter[]): FacetOption[] {
  const column = facts[COLUMN_OF[field]];
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
    return { value: id, name, count: counts[number] ?? 0, isChosen: isChosen(facts, own, { [COLUMN_OF[field]]: only }) };
  });
  return commonestFirst(options);
}

function yearOptions(facts: Facts, hits: Uint32Array, own: readonly Filter[]): FacetOption[] {
  const { names, numbers } = yearsOf(facts);
  const counts = countBy(hits, numbers, names.length);
  const found = new Map(names.map((name, number) => [name, counts[number] ?? 0]));
  const asked = own.filter(({ operator }) => operator === '=').map(({ value }) => value);
  const years = new Set([...names.filter((name) => found.get(name) !== 0), ...asked]);
  years.delete('');
  const options = [...years].map((value) => {
    const day = Int32Array.of(Math.round(Date.UTC(Number(value), 0, 1) / DAY));
    return { value, name: value, count: found.get(value) ?? 0, isChosen: isChosen(facts, own, { day }) };
  });
  return options.sort((a, b) => Number(b.value) - Number(a.value)).slice(0, MOST_OPTIONS);
}

/** The years there are, '' for none, and the number of each document's. */
interface Years {
  readonly names: readonly string[];
  readonly numbers: Uint16Array;
}

/** The same for every query. */
const knownYears = new WeakMap<Facts, Years>();

function yearsOf(facts: Facts): Years {
  const before = knownYears.get(facts);
  if (before) return before;
  const days = new Map<number, string>([[NO_DAY, '']]);
  const names = new Map<string, number>();
  const numbers = Uint16Array.from(facts.day, (day) => {
    const year = days.get(day) ?? dayAt(day * DAY).slice(0, 4);
    days.set(day, year);
    const number = names.get(year) ?? names.size;
    names.set(year, number);
    return number;
  });
  const years = { names: [...names.keys()], numbers };
  knownYears.set(facts, years);
  return years;
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

/** How many documents have each number below `size`. */
function countBy(documents: Uint32Array, numbers: Uint8Array | Uint16Array, size: number): Uint32Array {
  const counts = new Uint32Array(size);
  for (const document of documents) {
    const number = numbers[document] ?? 0;
    counts[number] = (counts[number] ?? 0) + 1;
  }
  return counts;
}
