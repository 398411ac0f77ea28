// Two words of a query that are also written as one: data center, datacenter; failing over, failover. Documents that have the one have them both.
import type { Postings } from '../files/terms.ts';
import type { WordClause } from '../query.ts';
import type { SearchIndex } from '../reader.ts';
import { termOf } from '../terms.ts';
import { type Choice, choice } from './choices.ts';
import type { Wanted } from './wanted.ts';

/** Nearly as good as the words themselves. */
const WORTH = 0.9;
/** Shorter ones are too often chance: a b, my sql. */
const SHORTEST = 3;
/** Each pair may cost a file. */
const MOST_PAIRS = 3;
/** What is joined to the stem of a verb: timing out is a timeout, rolled back a rollback. */
const PARTICLES: ReadonlySet<string> = new Set(['back', 'down', 'off', 'out', 'over', 'up']);

/** A pair of words, and what they are as one. */
interface Joined {
  readonly words: readonly string[];
  readonly postings: readonly Postings[];
}

/** `clauses`: the words of the query in their order. */
export function findJoined(index: SearchIndex, clauses: readonly WordClause[]): Promise<readonly Joined[]> {
  const pairs = clauses.slice(1).flatMap((second, n) => {
    const first = clauses[n] as WordClause;
    return isPlain(first) && (isPlain(second) || PARTICLES.has(second.word.text)) ? [[first, second] as const] : [];
  });
  return Promise.all(
    pairs.slice(0, MOST_PAIRS).map(async ([first, second]) => ({
      words: [first.word.text, second.word.text],
      postings: await joinedPostings(index, first, second),
    })),
  );
}

/** What the words have come to, with a choice more for both words of a pair: it counts for documents that have not both of them anyway. */
export function withJoined(wanted: readonly Wanted[], joined: readonly Joined[]): readonly Wanted[] {
  const more = new Map<string, Choice[]>();
  for (const { words, postings } of joined) {
    if (postings.length === 0) continue;
    const both = wanted.filter(({ clause }) => words.includes(clause.word.text)).map(documentsOf);
    const others = postings.map((one) => leavingOut(one, (document) => both.length > 1 && both.every((having) => having.has(document))));
    const choices = others.filter(({ documents }) => documents.length > 0).map((one) => choice(one, WORTH));
    for (const word of words) more.set(word, [...(more.get(word) ?? []), ...choices]);
  }
  return wanted.map((one) => ({ ...one, choices: [...one.choices, ...(more.get(one.clause.word.text) ?? [])] }));
}

function documentsOf({ choices }: Wanted): ReadonlySet<number> {
  const documents = new Set<number>();
  for (const { postings } of choices) for (const document of postings.documents) documents.add(document);
  return documents;
}

function leavingOut({ term, first, fields, documents, frequencies }: Postings, isOut: (document: number) => boolean): Postings {
  const isIn = (_: number, n: number): boolean => !isOut(documents[n] as number);
  return { term, first, fields: fields.filter(isIn), documents: documents.filter(isIn), frequencies: frequencies.filter(isIn) };
}

async function joinedPostings(index: SearchIndex, first: WordClause, second: WordClause): Promise<readonly Postings[]> {
  const beginnings = new Set([first.word.text, ...(PARTICLES.has(second.word.text) ? [termOf(first.word.text, false) ?? ''] : [])]);
  const terms = new Set([...beginnings].map((beginning) => termOf(beginning + second.word.text, false) ?? ''));
  const found = await Promise.all([...terms].map((term) => index.postings(term)));
  return found.filter((postings) => postings !== undefined);
}

function isPlain({ word, negated }: WordClause): boolean {
  return !negated && !word.isIdentifier && word.parts.length === 0 && word.text.length >= SHORTEST && /^\p{L}+$/u.test(word.text);
}
