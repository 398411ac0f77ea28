// Finds what a query asks for: the words in the index, the filters in the facts, and the page of results that is wanted.
import type { Postings } from './files/terms.ts';
import { loadPart } from './load-part.ts';
import { type Clause, isPhrase, isWord, MOST_TYPED, parseQuery, type Query, type WordClause } from './query.ts';
import { fieldNumbers } from './rank/field-numbers.ts';
import { contentWords } from './rank/function-words.ts';
import { findJoined, withJoined } from './rank/joined.ts';
import { pageOf } from './rank/page.ts';
import type { MendedPhrase } from './rank/phrases.ts';
import { type Ranked, rank } from './rank/rank.ts';
import { type Correction, type Wanted, wantWord } from './rank/wanted.ts';
import type { SearchIndex } from './reader.ts';
import { termsOf } from './terms.ts';
import type { Word } from './words.ts';

export interface SearchOptions {
  readonly limit: number;
  readonly offset?: number;
  /** The last word may not be finished: words that begin like it count as well. */
  readonly asTyped?: boolean;
}

interface Hit {
  readonly id: string;
  readonly document: number;
  /** The higher the better; 0 where nothing but filters was asked. */
  readonly score: number;
}

export interface SearchResult {
  readonly query: Query;
  readonly total: number;
  readonly hits: readonly Hit[];
  /** What was looked for in place of words that are nowhere. */
  readonly corrections: readonly Correction[];
  /** Words that are nowhere, and that nothing stands in for. */
  readonly missing: readonly string[];
  /** To mark in texts, as termsOf() has them. */
  readonly terms: readonly string[];
  /** Terms of the quoted phrases, word by word. */
  readonly phrases: readonly (readonly string[])[];
  /** Of all that match the words, whatever the filters say: to count what other filters would leave. */
  readonly matched: Ranked;
}

/** The same for the page and the terminal. Rejects with a SearchFileError where the index is not whole. */
export async function search(index: SearchIndex, text: string, options: SearchOptions): Promise<SearchResult> {
  const query = parseQuery(text);
  const found = await findWords(index, query, { text, asTyped: options.asTyped ?? false });
  const { limit, offset = 0 } = options;
  const { shown, total } = await pageOf(index, query, found.matched, offset + limit);
  const page = shown.slice(offset);
  const ids = await index.ids(page.map(({ document }) => document));
  return { query, total, hits: page.map((hit, n) => ({ ...hit, id: ids[n] ?? '' })), ...found };
}

type FoundWords = Pick<SearchResult, 'corrections' | 'missing' | 'terms' | 'phrases' | 'matched'>;

/** Of very many words the first have to do. */
const MOST_WORDS = 256;

/** `text` is the query as typed. */
type Typed = Required<Pick<SearchOptions, 'asTyped'>> & { readonly text: string };

async function findWords(index: SearchIndex, { clauses, filters, in: inFields }: Query, { text, asTyped }: Typed): Promise<FoundWords> {
  const { documents } = await index.manifest();
  const fields = fieldNumbers(inFields);
  const positive = clauses.filter((clause) => !clause.negated);
  const given = distinct(positive.filter(isWord));
  // Stop words alone ask for nothing, but the last one may become a word.
  const content = contentWords(given);
  const asked = content.length === 0 && positive.length === given.length ? given.slice(-1) : content;
  const isPasted = asked.length > MOST_TYPED;
  const [wanted, joined, phrases, excluded] = await Promise.all([
    Promise.all(asked.map((clause) => wantWord(index, clause, { isTyped: asTyped && clause.isLast, isPasted, fields }))),
    findJoined(index, isPasted ? [] : positive.filter(isWord)),
    Promise.all(positive.filter(isPhrase).map(async ({ words }) => (await phraseSearch()).findMended(index, words, fields))),
    excludedBy(index, clauses, fields),
  ]);
  const words = withJoined(
    wanted.filter((one) => one !== undefined),
    joined,
  );
  const required = phrases.filter((one) => one !== undefined);
  const isExcluded = (document: number) => excluded.has(document);
  const isAsked = words.length + required.length > 0;
  const onlyConditions = !isAsked && positive.length === 0 && clauses.length + filters.length > 0;
  const matched = isAsked
    ? rank(words, { documents, fields, phrases: required, isExcluded })
    : allOf(onlyConditions ? documents : 0, isExcluded);
  return { ...sayWords(words, required, (word) => text.slice(word.start, word.end)), matched };
}

/** A word said twice is asked once; the last one, which may not be finished, stands for itself. */
function distinct(clauses: readonly WordClause[]): readonly WordClause[] {
  return [...new Map(clauses.map((clause) => [clause.word.text, clause])).values()].slice(0, MOST_WORDS);
}

/** Filters and exclusions alone: everything that is left; of equal worth, so that the newest come first. */
function allOf(documents: number, isExcluded: (document: number) => boolean): Ranked {
  const all = Uint32Array.from({ length: documents }, (_, n) => n).filter((document) => !isExcluded(document));
  return { documents: all, scores: new Float64Array(all.length), exact: new Float64Array(all.length) };
}

/** Documents that have what the query excludes: a name only as a whole, whatever else has a part of it. */
async function excludedBy(index: SearchIndex, clauses: readonly Clause[], fields: ReadonlySet<number>): Promise<ReadonlySet<number>> {
  const sets = await Promise.all(
    clauses
      .filter(({ negated }) => negated)
      .map(async (clause) => {
        if (clause.kind === 'phrase') return phraseDocuments(index, clause.words, fields);
        if (!clause.word.isIdentifier && clause.word.parts.length > 0) {
          const whole = await documentsOf(index, termsOf(clause.word)[0], fields);
          return [...whole, ...(await phraseDocuments(index, [clause.word], fields))];
        }
        return documentsOf(index, termsOf(clause.word)[0], fields);
      }),
  );
  return new Set(sets.flat());
}

/** Most queries have none. */
function phraseSearch() {
  return loadPart(() => import('./rank/phrases.ts'));
}

async function phraseDocuments(index: SearchIndex, words: readonly Word[], fields: ReadonlySet<number>): Promise<readonly number[]> {
  const { findPhrase } = await phraseSearch();
  return [...((await findPhrase(index, words, fields))?.documents ?? [])];
}

async function documentsOf(index: SearchIndex, term: string | undefined, fields: ReadonlySet<number>): Promise<number[]> {
  const postings = term === undefined ? undefined : await index.postings(term);
  return [...(postings?.documents ?? [])].filter((_, n) => fields.has(postings?.fields[n] ?? -1));
}

type AsTyped = (word: Word) => string;

function sayWords(words: readonly Wanted[], phrases: readonly MendedPhrase[], asTyped: AsTyped): Omit<FoundWords, 'matched'> {
  const choices: Postings[] = words.flatMap((one) => one.choices.map(({ postings }) => postings));
  const missing = [
    ...words.filter((one) => one.choices.length === 0).map(({ clause }) => clause.text),
    ...phrases.flatMap((one) => one.missing.map(asTyped)),
  ];
  return {
    corrections: [
      ...words.flatMap(({ correction }) => (correction ? [correction] : [])),
      ...phrases.flatMap(({ corrections }) => corrections.map(({ word, to }) => ({ from: asTyped(word), to }))),
    ],
    missing: [...new Set(missing)].slice(0, MOST_TYPED),
    terms: [...new Set([...choices, ...phrases.flatMap(({ postings }) => postings)].map(({ term }) => term))],
    phrases: phrases.map((phrase) => phrase.words.flatMap((word) => termsOf(word).slice(0, 1))),
  };
}
