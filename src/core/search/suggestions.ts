// Where to go on from a query: what to ask instead when nothing matches, and the exact phrase where several words were asked.

import { closest } from '../text/closest.ts';
import { type Facts, type FactValue, valuesOf } from './files/facts.ts';
import { COLUMN_OF, fold } from './filters.ts';
import { formatQuery } from './query/format.ts';
import { type Clause, isPhrase, parseQuery, type Query, unquoted } from './query.ts';
import { contentWords } from './rank/function-words.ts';
import type { SearchIndex } from './reader.ts';
import { type SearchResult, search } from './search.ts';
import { termsOf } from './terms.ts';
import { fold as foldWord } from './words/fold.ts';

export interface OtherQuery {
  /** As text, for the box. */
  readonly query: string;
  readonly total: number;
}

interface NearValue {
  readonly value: string;
  readonly name: string;
  /** Incidents that have it. */
  readonly count: number;
}

export interface Suggestions {
  /** Those that sound like the words asked for, the nearest first. */
  readonly tags: readonly NearValue[];
  readonly services: readonly NearValue[];
  readonly teams: readonly NearValue[];
  readonly causes: readonly NearValue[];
  readonly owners: readonly NearValue[];
  /**
   * The same query without one of its words, phrases, filters or places (`in:`), without quotation marks, or without all that narrows it: those that
   * find something, the most first.
   */
  readonly withFewerConditions: readonly OtherQuery[];
}

const MOST = 5;
/** Each is a query of its own. */
const MOST_CONDITIONS = 8;

/** For a query that found nothing. */
export async function suggestions(index: SearchIndex, { query, corrections }: SearchResult): Promise<Suggestions> {
  const facts = await index.facts();
  const asked = askedNames(query);
  return {
    tags: nearValues(facts, 'tags', asked),
    services: nearValues(facts, 'services', asked),
    teams: nearValues(facts, 'teams', asked),
    causes: nearValues(facts, 'causes', asked),
    owners: nearValues(facts, 'owners', asked),
    withFewerConditions: await withLess(index, query, corrections),
  };
}

/** Words are as they were looked for, so that a slip is not offered again. */
async function withLess(index: SearchIndex, query: Query, corrections: SearchResult['corrections']): Promise<OtherQuery[]> {
  const { in: places, ...anywhere } = query;
  const { clauses, filters } = query;
  const conditions = clauses.length + filters.length + (places ? 1 : 0);
  const mended = clauses.map((clause) => mend(clause, corrections));
  const loose = { ...query, clauses: unquoted(mended.flat()) };
  const bare = { clauses: mended.flat(), filters: [], sort: query.sort };
  const less = [
    ...(places ? [{ ...anywhere, clauses: mended.flat() }] : []),
    ...filters.map((_, n) => ({ ...query, clauses: mended.flat(), filters: filters.toSpliced(n, 1) })),
    ...clauses.map((_, n) => ({ ...query, clauses: mended.toSpliced(n, 1).flat() })),
  ];
  const isOne = conditions >= 2 && conditions <= MOST_CONDITIONS;
  const isNarrowed = clauses.length > 0 && conditions - clauses.length > 1;
  const fewer = [...(clauses.some(isPhrase) ? [loose] : []), ...(isNarrowed ? [bare] : []), ...(isOne ? less : [])];
  const others = await Promise.all(
    [...new Set(fewer.map(formatQuery))].map(async (text) => ({ query: text, total: (await search(index, text, { limit: 0 })).total })),
  );
  return others
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total)
    .slice(0, MOST);
}

function mend(clause: Clause, corrections: SearchResult['corrections']): readonly Clause[] {
  if (clause.negated) return [clause];
  const insteadOf = (text: string): string | undefined => corrections.find(({ from }) => foldWord(from) === foldWord(text))?.to;
  if (clause.kind === 'word') {
    const to = insteadOf(clause.text);
    return to === undefined ? [clause] : parseQuery(to).clauses;
  }
  if (!clause.words.some(({ text }) => insteadOf(text) !== undefined)) return [clause];
  return parseQuery(`"${clause.words.map(({ text }) => insteadOf(text) ?? text).join(' ')}"`).clauses;
}

/** What may be the name of something: words, and values of filters that ask for a name. */
function askedNames({ clauses, filters }: Query): readonly string[] {
  const values = filters.filter(({ field, negated }) => field in COLUMN_OF && !negated).map(({ value }) => fold(value));
  return [...clauses.flatMap(wordsOf), ...values].filter((word) => word.length > 2);
}

/** Values whose id or name has a word of the query in it, or is spelt like one. */
function nearValues(facts: Facts, column: (typeof COLUMN_OF)[keyof typeof COLUMN_OF], asked: readonly string[]): NearValue[] {
  const { names } = facts[column];
  const counts = new Uint32Array(names.length);
  for (let n = 0; n < facts.documents; n++) for (const value of valuesOf(facts[column], n)) counts[value] = (counts[value] ?? 0) + 1;
  const near = names.flatMap((value, n) => {
    const likeness = Math.max(0, ...asked.map((word) => likenessOf(value, word)));
    return likeness > 0 && (counts[n] ?? 0) > 0 ? [{ value: value.id, name: value.name, count: counts[n] ?? 0, likeness }] : [];
  });
  near.sort((a, b) => b.likeness - a.likeness || b.count - a.count);
  return near.slice(0, MOST).map(({ value, name, count }) => ({ value, name, count }));
}

function wordsOf(clause: Clause): string[] {
  if (clause.negated) return [];
  const words = clause.kind === 'word' ? [clause.word] : clause.words;
  return words.filter((word) => termsOf(word).length > 0).map(({ text }) => text);
}

/** 3 the same, 2 one within the other from its beginning, 1 spelt alike. */
function likenessOf({ id, name, aliases }: FactValue, word: string): number {
  const words = [id, name, ...aliases].flatMap((one) => [fold(one), ...fold(one).split('-')]);
  if (words.includes(word)) return 3;
  if (words.some((one) => one.length > 2 && (one.startsWith(word) || word.startsWith(one)))) return 2;
  return closest(word, words) === undefined ? 0 : 1;
}

/** Entries of postings whose places are fetched only to offer a phrase that nobody asked for: of common words they are hundreds of kilobytes. */
const MOST_ENTRIES = 30_000;

/** The same query with its words between quotation marks, where some but not all results have them so. Not for words that are everywhere. */
export async function exactPhrase(index: SearchIndex, { query, total }: SearchResult): Promise<OtherQuery | undefined> {
  const words = query.clauses.flatMap((clause) => (clause.kind === 'word' && !clause.negated ? [clause] : []));
  const isPlain = words.length === query.clauses.length && words.length >= 2 && words.length <= MOST_CONDITIONS;
  if (!isPlain || contentWords(words).length < words.length) return undefined;
  const postings = await Promise.all(words.map(({ word }) => index.postings(termsOf(word)[0] ?? '')));
  if (postings.reduce((sum, one) => sum + (one?.documents.length ?? 0), 0) > MOST_ENTRIES) return undefined;
  const text = words.map((clause) => clause.text).join(' ');
  const quoted = formatQuery({
    ...query,
    clauses: [{ kind: 'phrase', words: words.map(({ word }) => word), texts: [], text, negated: false }],
  });
  const found = (await search(index, quoted, { limit: 0 })).total;
  return found > 0 && found < total ? { query: quoted, total: found } : undefined;
}
