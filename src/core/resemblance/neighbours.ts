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
  const touched = new Int32Array(vectors.length);
  const lengths = Float64Array.from(vectors, ({ length }) => length);
  const dense = new Int32Array(size);
  return (at) => {
    const own = vectors[at] as Vector;
    const count = addUp(own, { index, sums, touched });
    sums[at] = 0;
    const best = takeBest(touched.subarray(0, count), sums, lengths);
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

interface Sums {
  readonly index: Index;
  /** By document; nothing but zeros between two searches. */
  readonly sums: Float64Array;
  /** Documents that have a sum. */
  readonly touched: Int32Array;
}

/** Gives how many were touched. */
function addUp({ terms, weights }: Vector, { index, sums, touched }: Sums): number {
  const { starts, documents, weights: others } = index;
  const asked = Math.min(terms.length, ASKED_AT_MOST);
  let count = 0;
  for (let n = 0; n < asked; n++) {
    const [term, weight] = [terms[n] as number, weights[n] as number];
    const end = starts[term + 1] as number;
    for (let p = starts[term] as number; p < end; p++) {
      const to = documents[p] as number;
      const sum = sums[to] as number;
      if (sum === 0) touched[count++] = to;
      sums[to] = sum + weight * (others[p] as number);
    }
  }
  return count;
}

interface Summed {
  readonly to: number;
  readonly sum: number;
}

/** Those that have most for their length; between equals the order decides. Clears the sums. Sorts no more than it gives: of thousands, most fall at once. */
function takeBest(touched: Int32Array, sums: Float64Array, lengths: Float64Array): Summed[] {
  const best: Summed[] = [];
  for (let n = 0; n < touched.length; n++) {
    const to = touched[n] as number;
    const sum = (sums[to] as number) / (lengths[to] as number);
    sums[to] = 0;
    const last = best.length < COMPARED_AT_MOST ? undefined : best[COMPARED_AT_MOST - 1];
    if (sum === 0 || (last !== undefined && (sum < last.sum || (sum === last.sum && to > last.to)))) continue;
    if (last !== undefined) best.pop();
    let place = best.length;
    for (; place > 0; place--) {
      const before = best[place - 1] as Summed;
      if (before.sum > sum || (before.sum === sum && before.to < to)) break;
    }
    best.splice(place, 0, { to, sum });
  }
  return best;
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
