// Which incidents are most alike, found through an index of their terms: the work grows with the archive and no faster.
import { ASKED_AT_MOST, type Found, type Index, type Indexed, keptNeighbours } from './kept-neighbours.ts';
import type { Vector } from './vectors.ts';

/** `to` is the position of the other; `score` from 0 to 1. */
export interface Neighbour {
  readonly to: number;
  readonly score: number;
}

/** Of the incidents with one term those are looked at that make most of it. */
const POSTINGS_AT_MOST = 192;
/** Of what is found, so many are compared in full. */
const COMPARED_AT_MOST = 24;

export interface Bounds {
  /** No number of a term is as large. */
  readonly size: number;
  /** How many of the vectors, from the first on, may be found. */
  readonly candidates: number;
}

/**
 * What an earlier call found: for vectors that are the same objects, and near none that has come, gone or changed, it is not looked for again. A vector
 * that may be found once may always be.
 */
export interface NeighbourMemory {
  last?: Indexed & { readonly found: ReadonlyMap<Vector, Found> };
}

/** For each vector its nearest, the nearest first; between equals the order given decides. */
export function findNeighbours(
  vectors: readonly Vector[],
  { size, candidates }: Bounds,
  memory: NeighbourMemory = {},
): (at: number) => Neighbour[] {
  const index = indexOf(vectors.slice(0, candidates), size);
  const known = memory.last === undefined ? new Map<Vector, Found>() : keptNeighbours(memory.last, { vectors, index });
  memory.last = { vectors, index, found: known };
  const positions = new Map(vectors.map((vector, at) => [vector, at]));
  const find = makeFinder(vectors, index, size);
  return (at) => {
    const own = vectors[at] as Vector;
    const found = known.get(own) ?? find(at);
    known.set(own, found);
    return found.near.map(({ vector, score }) => ({ to: positions.get(vector) as number, score }));
  };
}

function makeFinder(vectors: readonly Vector[], index: Index, size: number): (at: number) => Found {
  const sums = new Float64Array(vectors.length);
  const dense = new Int32Array(size);
  return (at) => {
    const own = vectors[at] as Vector;
    const touched: number[] = [];
    const asked = Math.min(own.terms.length, ASKED_AT_MOST);
    for (let n = 0; n < asked; n++) {
      const [term, weight] = [own.terms[n] as number, own.weights[n] as number];
      for (let p = index.starts[term] as number; p < (index.starts[term + 1] as number); p++) {
        const to = index.documents[p] as number;
        if (sums[to] === 0) touched.push(to);
        sums[to] = (sums[to] as number) + weight * (index.weights[p] as number);
      }
    }
    const best = takeBest(touched, { at, sums, vectors });
    for (let n = 0; n < own.terms.length; n++) dense[own.terms[n] as number] = own.weights[n] as number;
    const scored = best.map(({ to }) => {
      const vector = vectors[to] as Vector;
      return { to, vector, score: dot(vector, dense) / (own.length * vector.length) };
    });
    for (const term of own.terms) dense[term] = 0;
    scored.sort((a, b) => b.score - a.score || a.to - b.to);
    const last = best.length < COMPARED_AT_MOST ? undefined : best.at(-1);
    return { near: scored.map(({ vector, score }) => ({ vector, score })), least: last?.sum ?? 0 };
  };
}

interface Touched {
  readonly at: number;
  readonly sums: Float64Array;
  readonly vectors: readonly Vector[];
}

/** Clears the sums. */
function takeBest(touched: readonly number[], { at, sums, vectors }: Touched): { readonly to: number; readonly sum: number }[] {
  const scores = touched.map((to) => ({ to, sum: to === at ? 0 : (sums[to] as number) / (vectors[to] as Vector).length }));
  for (const to of touched) sums[to] = 0;
  return scores
    .filter(({ sum }) => sum > 0)
    .sort((a, b) => b.sum - a.sum || a.to - b.to)
    .slice(0, COMPARED_AT_MOST);
}

/** Of whole numbers: the order does not matter. */
function dot({ terms, weights }: Vector, dense: Int32Array): number {
  let sum = 0;
  for (let n = 0; n < terms.length; n++) sum += (weights[n] as number) * (dense[terms[n] as number] as number);
  return sum;
}

function indexOf(vectors: readonly Vector[], size: number): Index {
  const counts = new Int32Array(size + 1);
  for (const { terms } of vectors) for (const term of terms) counts[term] = (counts[term] as number) + 1;
  const cuts = cutsOf(vectors, counts);
  const starts = new Int32Array(size + 1);
  for (let term = 0; term < size; term++) starts[term + 1] = (starts[term] as number) + Math.min(counts[term] as number, POSTINGS_AT_MOST);
  const next = starts.slice();
  const documents = new Int32Array(starts[size] as number);
  const weights = new Int32Array(documents.length);
  const put = (term: number, at: number, weight: number): void => {
    const place = next[term] as number;
    if (place >= (starts[term + 1] as number)) return;
    documents[place] = at;
    weights[place] = weight;
    next[term] = place + 1;
  };
  // First those above the cut, then, while there is room, those at it.
  for (const isAbove of [true, false]) {
    for (const [at, { terms, weights: own }] of vectors.entries()) {
      for (const [n, term] of terms.entries()) {
        const cut = cuts.get(term) ?? 0;
        const weight = own[n] as number;
        if (isAbove ? weight > cut : weight === cut) put(term, at, weight);
      }
    }
  }
  return { starts, documents, weights };
}

/** Of a term that too many have: the weight that as many reach as may be. */
function cutsOf(vectors: readonly Vector[], counts: Int32Array): Map<number, number> {
  const weights = new Map<number, number[]>();
  for (const { terms, weights: own } of vectors) {
    for (const [n, term] of terms.entries()) {
      if ((counts[term] as number) <= POSTINGS_AT_MOST) continue;
      const list = weights.get(term);
      if (list) list.push(own[n] as number);
      else weights.set(term, [own[n] as number]);
    }
  }
  return new Map([...weights].map(([term, list]) => [term, list.sort((a, b) => b - a)[POSTINGS_AT_MOST - 1] ?? 0]));
}
