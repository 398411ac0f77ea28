// What a document is worth to a query: lunr's score, times how much of the query it has; and how much it has to the letter.
import { FIELDS } from '../fields.ts';
import { idf, scoreTerms } from '../score.ts';
import { LEAST_OF_NAME } from './choices.ts';
import type { PhraseHits } from './phrases.ts';
import type { Wanted } from './wanted.ts';

/** Parallel arrays, in no order: `bestOf` has the first of them. */
export interface Ranked {
  readonly documents: Uint32Array;
  readonly scores: Float64Array;
  /** How much of the query's names each has to the letter. */
  readonly exact: Float64Array;
}

const NO_HITS: Ranked = { documents: new Uint32Array(), scores: new Float64Array(), exact: new Float64Array() };

export interface RankOptions {
  /** How many documents the index has. */
  readonly documents: number;
  /** Numbers of the fields looked in. */
  readonly fields: ReadonlySet<number>;
  /** Every result has all of them. */
  readonly phrases: readonly PhraseHits[];
  readonly isExcluded: (document: number) => boolean;
}

/** How much of the query each document has, and of its names to the letter. */
interface Coverage {
  readonly share: Float64Array;
  readonly exact: Float64Array;
}

/** Shares are sums of fractions. */
const ALL = 0.999;
/** A document with every word of the query stands above one that has some of them in more places. */
const WHOLE = 2;

/**
 * lunr's score times the share of the query that a document has. lunr squares a word's rarity, so that in a question the rarest word drowns the
 * others; boosts of one over its root leave rarity to the power of 1.5. Both were tried on judged queries, on questions made of them, and on
 * titles, summaries and tags looked for in the rest of their incidents; nearness, one field for all, and words that begin alike gained nothing.
 */
export function rank(wanted: readonly Wanted[], options: RankOptions): Ranked {
  const { documents, fields, phrases, isExcluded } = options;
  const asked = wanted.flatMap(({ choices }) => choices.map(({ postings, share }) => ({ postings, share })));
  const all = [...asked, ...phrases.flatMap(({ postings }) => postings.map((one) => ({ postings: one, share: 1 })))];
  if (all.length === 0) return NO_HITS;
  const names = FIELDS.filter((_, number) => fields.has(number));
  const terms = all.map(({ postings, share }) => ({ postings, boost: share / Math.sqrt(idf(postings, documents)), fields: names }));
  const scored = scoreTerms(terms, documents);
  const { share, exact } = coverageOf(wanted, options);
  const isFound = (document: number) =>
    share[document] !== 0 && !isExcluded(document) && phrases.every((phrase) => phrase.documents.has(document));
  const found: Ranked = {
    documents: new Uint32Array(scored.documents.length),
    scores: new Float64Array(scored.documents.length),
    exact: new Float64Array(scored.documents.length),
  };
  let count = 0;
  for (let n = 0; n < scored.documents.length; n++) {
    const document = scored.documents[n] as number;
    if (!isFound(document)) continue;
    const had = share[document] as number;
    found.documents[count] = document;
    found.scores[count] = (scored.scores[n] as number) * had * (had > ALL ? WHOLE : 1);
    found.exact[count++] = exact[document] as number;
  }
  return { documents: found.documents.slice(0, count), scores: found.scores.slice(0, count), exact: found.exact.slice(0, count) };
}

/** A word weighs what its rarity tells: log(1 + (N - n + ½) / (n + ½)), as lunr and BM25 have it. */
function coverageOf(wanted: readonly Wanted[], { documents, fields, phrases }: RankOptions): Coverage {
  const weightOf = (count: number) => Math.log(1 + (documents - count + 0.5) / (count + 0.5));
  // Phrases count as had: whoever lacks one is no result.
  let whole = phrases.reduce((sum, phrase) => sum + weightOf(phrase.documents.size), 0);
  const sums = new Float64Array(documents).fill(whole);
  const exact = new Float64Array(documents);
  for (const one of wanted) {
    const { isExact } = one;
    const shares = sharesOf(one, documents, fields);
    let count = 0;
    for (let document = 0; document < documents; document++) if ((shares[document] as number) > 0) count++;
    if (count === 0) continue;
    const weight = weightOf(count);
    whole += weight;
    add(sums, shares, weight);
    if (isExact) add(exact, shares.map(Math.floor), weight);
  }
  // Where no field that is looked in has any of it, nobody has a share.
  return { share: whole === 0 ? sums : sums.map((sum) => sum / whole), exact };
}

/** How much of one word each document has. Of a name's parts the shares add up, of other choices the largest counts. */
function sharesOf({ clause, choices }: Wanted, documents: number, fields: ReadonlySet<number>): Float64Array {
  const least = clause.word.isIdentifier ? LEAST_OF_NAME : 0;
  const parts = new Float64Array(documents);
  const others = new Float64Array(documents);
  for (const { postings, share, isPart } of choices) {
    const isMet = new Uint8Array(documents);
    for (let n = 0; n < postings.documents.length; n++) {
      const document = postings.documents[n] as number;
      if (isMet[document] === 1 || !fields.has(postings.fields[n] as number)) continue;
      isMet[document] = 1;
      if (isPart) parts[document] = (parts[document] as number) + share;
      else others[document] = Math.max(others[document] as number, share);
    }
  }
  for (let document = 0; document < documents; document++) {
    const ofParts = parts[document] as number;
    if (ofParts >= least) others[document] = Math.max(others[document] as number, ofParts);
  }
  return others;
}

function add(to: Float64Array, shares: Float64Array, weight: number): void {
  for (let n = 0; n < to.length; n++) to[n] = (to[n] as number) + weight * (shares[n] as number);
}
