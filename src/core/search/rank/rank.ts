// What a document is worth to a query: lunr's score, times how much of the query it has; and how much it has to the letter.
import { fieldRuns } from '../field-runs.ts';
import { FIELDS } from '../fields.ts';
import { idf, scoreTerms } from '../score.ts';
import { type Choice, LEAST_OF_NAME } from './choices.ts';
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

/** What each document has of the query, of `whole` that it may have, and of its names to the letter. */
interface Coverage {
  readonly sums: Float64Array;
  readonly whole: number;
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
  const { sums, whole, exact } = coverageOf(wanted, options);
  // Where no field that is looked in has any of it, nobody has a share.
  if (whole === 0) return NO_HITS;
  const isFound = (document: number) =>
    sums[document] !== 0 && !isExcluded(document) && phrases.every((phrase) => phrase.documents.has(document));
  const found: Ranked = {
    documents: new Uint32Array(scored.documents.length),
    scores: new Float64Array(scored.documents.length),
    exact: new Float64Array(scored.documents.length),
  };
  let count = 0;
  for (let n = 0; n < scored.documents.length; n++) {
    const document = scored.documents[n] as number;
    if (!isFound(document)) continue;
    const had = (sums[document] as number) / whole;
    found.documents[count] = document;
    found.scores[count] = (scored.scores[n] as number) * had * (had > ALL ? WHOLE : 1);
    found.exact[count++] = exact[document] as number;
  }
  return { documents: found.documents.subarray(0, count), scores: found.scores.subarray(0, count), exact: found.exact.subarray(0, count) };
}

/** A word weighs what its rarity tells: log(1 + (N - n + ½) / (n + ½)), as lunr and BM25 have it. */
function coverageOf(wanted: readonly Wanted[], { documents, fields, phrases }: RankOptions): Coverage {
  const weightOf = (count: number) => Math.log(1 + (documents - count + 0.5) / (count + 0.5));
  // Phrases count as had: whoever lacks one is no result.
  let whole = phrases.reduce((sum, phrase) => sum + weightOf(phrase.documents.size), 0);
  const sums = new Float64Array(documents).fill(whole);
  const exact = new Float64Array(documents);
  for (const one of wanted) {
    const shares = sharesOf(one, documents, fields);
    let count = 0;
    for (let document = 0; document < documents; document++) if (shares[document] !== 0) count++;
    if (count === 0) continue;
    const weight = weightOf(count);
    whole += weight;
    for (let document = 0; document < documents; document++) {
      const share = shares[document] as number;
      if (share === 0) continue;
      sums[document] = (sums[document] as number) + weight * share;
      if (one.isExact) exact[document] = (exact[document] as number) + weight * Math.floor(share);
    }
  }
  return { sums, whole, exact };
}

/** How much of one word each document has. Of a name's parts the shares add up, of other choices the largest counts. */
function sharesOf({ clause, choices }: Wanted, documents: number, fields: ReadonlySet<number>): Float64Array {
  const shares = new Float64Array(documents);
  for (const { postings, share } of choices.filter(({ isPart }) => !isPart)) {
    for (const run of fieldRuns(postings).filter(({ field }) => fields.has(field))) {
      for (let n = run.from; n < run.to; n++) {
        const document = postings.documents[n] as number;
        if ((shares[document] as number) < share) shares[document] = share;
      }
    }
  }
  const least = clause.word.isIdentifier ? LEAST_OF_NAME : 0;
  const ofParts = choices.filter(({ isPart }) => isPart);
  if (ofParts.length === 0) return shares;
  const sums = sumsOf(ofParts, documents, fields);
  for (let document = 0; document < documents; document++) {
    const sum = sums[document] as number;
    if (sum >= least && sum > (shares[document] as number)) shares[document] = sum;
  }
  return shares;
}

/** Of the parts that each document has, each counted once. */
function sumsOf(parts: readonly Choice[], documents: number, fields: ReadonlySet<number>): Float64Array {
  const sums = new Float64Array(documents);
  for (const { postings, share } of parts) {
    const isMet = new Uint8Array(documents);
    for (const run of fieldRuns(postings).filter(({ field }) => fields.has(field))) {
      for (let n = run.from; n < run.to; n++) {
        const document = postings.documents[n] as number;
        if (isMet[document] === 1) continue;
        isMet[document] = 1;
        sums[document] = (sums[document] as number) + share;
      }
    }
  }
  return sums;
}
