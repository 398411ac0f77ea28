// Which neighbours stand as an earlier search found them, after a few vectors have changed: an edit of one incident moves few lists of others.
import type { Vector } from './vectors.ts';

/** Of one incident's terms, those that find others. */
export const ASKED_AT_MOST = 64;

/** Of each term the documents it finds, and their weights. */
export interface Index {
  readonly starts: Int32Array;
  readonly documents: Int32Array;
  readonly weights: Int32Array;
}

export interface Indexed {
  readonly vectors: readonly Vector[];
  readonly index: Index;
}

/** The nearest of one vector. */
export interface Found {
  /** The nearest first. */
  readonly near: readonly { readonly vector: Vector; readonly score: number }[];
  /** What another one has to reach, by the terms asked alone, to be compared in full; 0 where there is room. */
  readonly least: number;
}

/** Above this share of all, it is as fast to look for everything. */
const MOVED_AT_MOST = 1 / 16;

/** By vector: what of the last search would be found again. */
export function keptNeighbours(last: Indexed & { readonly found: ReadonlyMap<Vector, Found> }, now: Indexed): Map<Vector, Found> {
  const kept = new Map<Vector, Found>();
  const [before, there] = [new Set(last.vectors), new Set(now.vectors)];
  const stayed = now.vectors.filter((vector) => before.has(vector));
  const stayedBefore = last.vectors.filter((vector) => there.has(vector));
  // The order decides between equals.
  if (stayed.some((vector, at) => vector !== stayedBefore[at])) return kept;
  const come = now.vectors.filter((vector) => !before.has(vector));
  const gone = last.vectors.filter((vector) => !there.has(vector));
  const moved = new Set([...come, ...displaced([...come, ...gone], last, now)]);
  if (moved.size > now.vectors.length * MOVED_AT_MOST) return kept;
  const reach = reachOf(moved, now);
  for (const [at, vector] of now.vectors.entries()) {
    const found = last.found.get(vector);
    if (found === undefined || found.near.some((near) => !there.has(near.vector) || moved.has(near.vector))) continue;
    const reached = reach[at] as number;
    if (reached === 0 || reached < found.least) kept.set(vector, found);
  }
  return kept;
}

/** Vectors that are themselves as before, but that some term finds now and did not find before, or the other way round. */
function displaced(changed: readonly Vector[], last: Indexed, now: Indexed): Vector[] {
  const found: Vector[] = [];
  for (const term of new Set(changed.flatMap(({ terms }) => [...terms]))) {
    const [before, after] = [new Set(foundBy(term, last)), new Set(foundBy(term, now))];
    for (const vector of before) if (!after.has(vector)) found.push(vector);
    for (const vector of after) if (!before.has(vector)) found.push(vector);
  }
  const there = new Set(now.vectors);
  return found.filter((vector) => there.has(vector));
}

function foundBy(term: number, { vectors, index: { starts, documents } }: Indexed): Vector[] {
  // A term may be younger than the index.
  return [...documents.subarray(starts[term] ?? 0, starts[term + 1] ?? 0)].map((at) => vectors[at] as Vector);
}

/** For each vector: the most that one of those moved makes of the terms it asks for. */
function reachOf(moved: ReadonlySet<Vector>, now: Indexed): Float64Array {
  const { vectors } = now;
  const asking = askersOf(new Set([...moved].flatMap(({ terms }) => [...terms])), vectors);
  const [reach, sums] = [new Float64Array(vectors.length), new Float64Array(vectors.length)];
  for (const [at, vector] of vectors.entries()) {
    if (!moved.has(vector)) continue;
    for (const [n, term] of vector.terms.entries()) {
      if (!foundBy(term, now).includes(vector)) continue;
      for (const { from, weight } of asking.get(term) ?? []) {
        if (from !== at) sums[from] = (sums[from] as number) + weight * (vector.weights[n] as number);
      }
    }
    for (let from = 0; from < sums.length; from++) reach[from] = Math.max(reach[from] as number, (sums[from] as number) / vector.length);
    sums.fill(0);
  }
  return reach;
}

interface Asker {
  readonly from: number;
  readonly weight: number;
}

function askersOf(terms: ReadonlySet<number>, vectors: readonly Vector[]): Map<number, Asker[]> {
  const askers = new Map<number, Asker[]>();
  for (const [from, { terms: own, weights }] of vectors.entries()) {
    for (let n = 0; n < Math.min(own.length, ASKED_AT_MOST); n++) {
      const term = own[n] as number;
      if (!terms.has(term)) continue;
      const list = askers.get(term) ?? [];
      list.push({ from, weight: weights[n] as number });
      askers.set(term, list);
    }
  }
  return askers;
}
