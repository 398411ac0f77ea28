// The order of results: lunr's scores, times how much of the query a document has; names that match to the letter above those that do in part.
import { FIELDS } from '../fields.ts';
import type { Postings } from '../files/terms.ts';
import { idf, scoreTerms } from '../score.ts';
import type { PhraseHits } from './phrases.ts';
import type { Wanted } from './wanted.ts';

/** Documents and their scores, the best first. */
export interface Ranked {
  readonly documents: Uint32Array;
  readonly scores: Float64Array;
  /** In which fields each has words of the query: field n is bit n. */
  readonly fields: Uint16Array;
}

const NO_HITS: Ranked = { documents: new Uint32Array(), scores: new Float64Array(), fields: new Uint16Array() };

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
  const coverage = coverageOf(wanted, options);
  const found: Found[] = [];
  scored.documents.forEach((document, n) => {
    const [share = 0, exact = 0] = [coverage.share[document], coverage.exact[document]];
    if (share === 0 || isExcluded(document) || !phrases.every((phrase) => phrase.documents.has(document))) return;
    found.push({ document, exact, score: (scored.scores[n] ?? 0) * share * (share > ALL ? WHOLE : 1) });
  });
  return withFields(inOrder(found), terms, documents);
}

interface Found {
  readonly document: number;
  readonly exact: number;
  readonly score: number;
}

/** Exact names first, then the best, then the newest. Scores are scaled so that they fall from first to last. */
function inOrder(found: Found[]): Omit<Ranked, 'fields'> {
  found.sort((a, b) => b.exact - a.exact || b.score - a.score || b.document - a.document);
  const scores = new Float64Array(found.length);
  let scale = 1;
  found.forEach(({ exact, score }, n) => {
    const before = found[n - 1];
    const least = scores[n - 1] ?? 0;
    if (before && before.exact !== exact && score * scale >= least) scale = score === 0 ? 0 : (least * 0.99) / score;
    scores[n] = score * scale;
  });
  return { documents: Uint32Array.from(found, ({ document }) => document), scores };
}

function withFields(ranked: Omit<Ranked, 'fields'>, terms: readonly { readonly postings: Postings }[], documents: number): Ranked {
  const masks = new Uint16Array(documents);
  for (const { postings } of terms) {
    postings.documents.forEach((document, n) => {
      masks[document] = (masks[document] ?? 0) | (1 << (postings.fields[n] ?? 0));
    });
  }
  return { ...ranked, fields: Uint16Array.from(ranked.documents, (document) => masks[document] ?? 0) };
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
    const count = shares.reduce((sum, share) => sum + (share > 0 ? 1 : 0), 0);
    if (count === 0) continue;
    const weight = weightOf(count);
    whole += weight;
    add(sums, shares, weight);
    if (isExact) add(exact, shares.map(Math.floor), weight);
  }
  return { share: sums.map((sum) => sum / whole), exact };
}

/** How much of one word each document has. Of a name's parts the shares add up, of other choices the largest counts. */
function sharesOf({ clause, choices }: Wanted, documents: number, fields: ReadonlySet<number>): Float64Array {
  // Half a name is a hint, less is chance: of ERR_4012, whatever else has an ERR in it.
  const least = clause.word.isIdentifier ? choices.reduce((sum, { isPart, share }) => sum + (isPart ? share / 2 : 0), 0) : 0;
  const parts = new Float64Array(documents);
  const others = new Float64Array(documents);
  for (const { postings, share, isPart } of choices) {
    const isMet = new Uint8Array(documents);
    postings.documents.forEach((document, n) => {
      if (!fields.has(postings.fields[n] ?? -1) || isMet[document] === 1) return;
      isMet[document] = 1;
      if (isPart) parts[document] = (parts[document] ?? 0) + share;
      else others[document] = Math.max(others[document] ?? 0, share);
    });
  }
  return others.map((share, document) => {
    const ofParts = parts[document] ?? 0;
    return Math.max(share, ofParts < least ? 0 : ofParts);
  });
}

function add(to: Float64Array, shares: Float64Array, weight: number): void {
  for (let n = 0; n < to.length; n++) to[n] = (to[n] ?? 0) + weight * (shares[n] ?? 0);
}
