// The order of results: lunr's scores, times how much of the query a document has; names that match to the letter above those that do in part.
import { FIELDS } from '../fields.ts';
import type { Postings } from '../files/terms.ts';
import { idf, scoreTerms } from '../score.ts';
import type { Wanted } from './wanted.ts';

/** Documents and their scores, the best first. */
export interface Ranked {
  readonly documents: Uint32Array;
  readonly scores: Float64Array;
  /** In which fields each has words of the query: field n is bit n. */
  readonly fields: Uint16Array;
}

export const NO_HITS: Ranked = { documents: new Uint32Array(), scores: new Float64Array(), fields: new Uint16Array() };

/**
 * Two judgements about queries of several words, tried on judged queries, questions made of them, and titles, summaries and tags looked for in
 * the rest of their incidents: having all of a query counts (anywhere to this power, and within one field up to twice), and a rare word
 * counts by its rarity to the power of 1.5, where lunr squares it: so each term's boost is one over the root of its idf.
 */
const COVERAGE = 0.75;

export interface RankOptions {
  /** How many documents the index has. */
  readonly documents: number;
  /** Numbers of the fields looked in. */
  readonly fields: ReadonlySet<number>;
  /** Whether a document may be among the results: phrases and exclusions. */
  readonly isAllowed: (document: number) => boolean;
  /** Words of phrases: they count for the score; that a document has them is known. */
  readonly phrasePostings: readonly Postings[];
}

/** How much of the query each document has: anywhere, at best in one field, and of its names to the letter. */
interface Coverage {
  readonly anywhere: Float64Array;
  readonly inOneField: Float64Array;
  readonly exact: Float64Array;
}

export function rank(wanted: readonly Wanted[], options: RankOptions): Ranked {
  const { documents, fields, isAllowed, phrasePostings } = options;
  const asked = wanted.flatMap(({ choices }) => choices.map(({ postings, share }) => ({ postings, share })));
  const all = [...asked, ...phrasePostings.map((postings) => ({ postings, share: 1 }))];
  if (all.length === 0) return NO_HITS;
  const names = FIELDS.filter((_, number) => fields.has(number));
  const terms = all.map(({ postings, share }) => ({ postings, boost: share / Math.sqrt(idf(postings, documents)), fields: names }));
  const scored = scoreTerms(terms, documents);
  const coverage = coverageOf(wanted, options);
  const found: Found[] = [];
  scored.documents.forEach((document, n) => {
    if (!isAllowed(document)) return;
    const [anywhere = 1, inOneField = 1, exact = 0] = [
      coverage.anywhere[document],
      coverage.inOneField[document],
      coverage.exact[document],
    ];
    found.push({ document, exact, score: (scored.scores[n] ?? 0) * anywhere ** COVERAGE * (1 + inOneField) });
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
function coverageOf(wanted: readonly Wanted[], { documents, fields }: RankOptions): Coverage {
  const anywhere = new Float64Array(documents);
  const exact = new Float64Array(documents);
  const byField = FIELDS.map(() => new Float64Array(documents));
  let whole = 0;
  for (const { choices, isExact } of wanted) {
    const shares = sharesOf(choices, documents, fields);
    const count = shares.anywhere.reduce((sum, share) => sum + (share > 0 ? 1 : 0), 0);
    if (count === 0) continue;
    const weight = Math.log(1 + (documents - count + 0.5) / (count + 0.5));
    whole += weight;
    add(anywhere, shares.anywhere, weight);
    shares.byField.forEach((share, field) => {
      if (share) add(byField[field] as Float64Array, share, weight);
    });
    if (isExact) add(exact, shares.anywhere.map(Math.floor), weight);
  }
  // Nothing but phrases was asked: every document that is left has all of it.
  if (whole === 0) return { anywhere: anywhere.fill(1), inOneField: new Float64Array(documents).fill(1), exact };
  const inOneField = new Float64Array(documents);
  for (const sums of byField) raise(inOneField, sums);
  return { anywhere: anywhere.map((sum) => sum / whole), inOneField: inOneField.map((sum) => sum / whole), exact };
}

interface Shares {
  readonly anywhere: Float64Array;
  readonly byField: (Float64Array | undefined)[];
}

/** How much of one word each document has. Of a name's parts the shares add up, of other choices the largest counts. */
function sharesOf(choices: Wanted['choices'], documents: number, fields: ReadonlySet<number>): Shares {
  const byField: (Float64Array | undefined)[] = FIELDS.map(() => undefined);
  const parts: Float64Array = new Float64Array(documents);
  const anywhere = new Float64Array(documents);
  for (const { postings, share, isPart } of choices) {
    const isMet = new Uint8Array(documents);
    postings.documents.forEach((document, n) => {
      const field = postings.fields[n] ?? -1;
      if (!fields.has(field)) return;
      const own = byField[field] ?? new Float64Array(documents);
      byField[field] = own;
      own[document] = isPart ? Math.min(1, (own[document] ?? 0) + share) : Math.max(own[document] ?? 0, share);
      if (isPart && isMet[document] === 0) parts[document] = (parts[document] ?? 0) + share;
      if (!isPart) anywhere[document] = Math.max(anywhere[document] ?? 0, share);
      isMet[document] = 1;
    });
  }
  return { anywhere: anywhere.map((share, document) => Math.max(share, parts[document] ?? 0)), byField };
}

function raise(to: Float64Array, sums: Float64Array): void {
  for (let n = 0; n < to.length; n++) if ((sums[n] ?? 0) > (to[n] ?? 0)) to[n] = sums[n] ?? 0;
}

function add(to: Float64Array, shares: Float64Array, weight: number): void {
  for (let n = 0; n < to.length; n++) to[n] = (to[n] ?? 0) + weight * (shares[n] ?? 0);
}
