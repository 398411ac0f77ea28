// Readings as weighed terms: what many incidents say weighs little, and what a template says, nothing.
import { NumberList } from '../search/build/number-list.ts';
import { rarityAmong } from '../text/rarity.ts';
import type { Reading } from './reading.ts';

/** What an incident is compared by: the weightiest first. */
export interface Vector {
  readonly terms: Int32Array;
  /** Whole numbers. */
  readonly weights: Int32Array;
  readonly length: number;
}

export interface Vectors {
  readonly all: readonly Vector[];
  /** 0 for what weighs nothing in this archive; else how rare it is, up to 1. */
  rarity(term: number): number;
}

/** A sentence in this share of the incidents, and in at least so many, is the template's. */
const TEMPLATE_SHARE = 0.15;
const TEMPLATE_LEAST = 6;
/** Below, a term is a commonplace of the archive. */
const FAINTEST = 0.25;
const TERMS_AT_MOST = 160;
/** What is said again, elsewhere, says a little more. */
const AGAIN = 1.2;
/**
 * Stands by in every incident's length, as if each spoke of something else besides: what two short texts have in common by chance would
 * otherwise be half of what they say.
 */
const UNSAID = 96;

/** What an earlier call worked out: a reading keeps its vector, the same object, while nothing that weighs in it has changed. */
export interface VectorMemory {
  last?: Last;
}

interface Last {
  readonly template: ReadonlySet<number>;
  readonly gathered: ReadonlyMap<Reading, Gathered>;
  readonly vectors: ReadonlyMap<Reading, Vector>;
  readonly rarities: Float64Array;
  readonly spread: Int32Array;
}

export function vectorsOf(readings: readonly Reading[], size: number, memory: VectorMemory = {}): Vectors {
  const template = templateOf(readings);
  const last = memory.last && isSame(memory.last.template, template) ? memory.last : undefined;
  const gather = makeGatherer(size);
  const gathered = readings.map((reading) => last?.gathered.get(reading) ?? gather(reading, template));
  const spread = new Int32Array(size);
  for (const { terms } of gathered) for (const term of terms) spread[term] = (spread[term] as number) + 1;
  const rarityIn = rarityAmong(readings.length);
  const rarities = Float64Array.from(spread, (count) => {
    const rarity = count === 0 ? 0 : rarityIn(count);
    return rarity < FAINTEST ? 0 : rarity;
  });
  const weighsAsBefore = (term: number): boolean =>
    last?.rarities[term] === rarities[term] && (last?.spread[term] as number) > 1 === (spread[term] as number) > 1;
  const all = gathered.map((one, at) => {
    const known = last?.vectors.get(readings[at] as Reading);
    return known !== undefined && one.terms.every(weighsAsBefore) ? known : sameOr(known, weigh(one, rarities, spread));
  });
  const byReading = <T>(values: readonly T[]): Map<Reading, T> => new Map(readings.map((reading, at) => [reading, values[at] as T]));
  memory.last = { template, gathered: byReading(gathered), vectors: byReading(all), rarities, spread };
  return { all, rarity: (term) => rarities[term] ?? 0 };
}

/** Most changes of a rarity are rounded away. */
function sameOr(known: Vector | undefined, vector: Vector): Vector {
  if (known === undefined || known.length !== vector.length || known.terms.length !== vector.terms.length) return vector;
  const isAsBefore = known.terms.every((term, at) => term === vector.terms[at] && known.weights[at] === vector.weights[at]);
  return isAsBefore ? known : vector;
}

function isSame(before: ReadonlySet<number>, now: ReadonlySet<number>): boolean {
  return before.size === now.size && [...before].every((hash) => now.has(hash));
}

/** Hashes of the sentences that stand in a large share of the incidents. */
function templateOf(readings: readonly Reading[]): Set<number> {
  const counts = new Map<number, number>();
  for (const { sentences } of readings) {
    const own = new Set<number>();
    for (let at = 0; at < sentences.length; at += 3 + (sentences[at + 2] as number)) own.add(sentences[at] as number);
    own.delete(0);
    for (const hash of own) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  const most = Math.max(TEMPLATE_LEAST, TEMPLATE_SHARE * readings.length);
  return new Set([...counts].filter(([, count]) => count >= most).map(([hash]) => hash));
}

interface Gathered {
  /** In the order of the text, each once. */
  readonly terms: Int32Array;
  readonly weights: Int32Array;
}

/** Each term with the weight of the weightiest place it stands in. */
function makeGatherer(size: number): (reading: Reading, template: ReadonlySet<number>) => Gathered {
  const best = new Int32Array(size);
  const last = new Int32Array(size).fill(-1);
  const isAgain = new Uint8Array(size);
  const terms = new NumberList();
  return ({ sentences }, template) => {
    terms.clear();
    for (let at = 0, end = 0; at < sentences.length; at = end) {
      const [hash, weight] = [sentences[at] as number, sentences[at + 1] as number];
      end = at + 3 + (sentences[at + 2] as number);
      if (template.has(hash)) continue;
      for (let n = at + 3; n < end; n++) {
        const term = sentences[n] as number;
        if (best[term] === 0) terms.push(term);
        else if (last[term] !== at) isAgain[term] = 1;
        last[term] = at;
        if (weight > (best[term] as number)) best[term] = weight;
      }
    }
    const own = terms.numbers.slice(0, terms.length);
    const weights = own.map((term) => Math.round((best[term] as number) * (isAgain[term] === 1 ? AGAIN : 1)));
    for (const term of own) {
      best[term] = isAgain[term] = 0;
      last[term] = -1;
    }
    return { terms: own, weights };
  };
}

/** Terms of one incident alone are in its length, and nowhere else. */
function weigh({ terms, weights }: Gathered, rarities: Float64Array, spread: Int32Array): Vector {
  const weighed = weights.map((weight, at) => Math.round(weight * (rarities[terms[at] as number] as number)));
  const order: number[] = [];
  for (let at = 0; at < terms.length; at++) if ((weighed[at] as number) > 0) order.push(at);
  order.sort((a, b) => (weighed[b] as number) - (weighed[a] as number) || a - b);
  const kept = order.slice(0, TERMS_AT_MOST);
  const squares = kept.reduce((sum, at) => sum + (weighed[at] as number) ** 2, UNSAID * UNSAID);
  const shared = kept.filter((at) => (spread[terms[at] as number] as number) > 1);
  return {
    terms: new Int32Array(shared.map((at) => terms[at] as number)),
    weights: new Int32Array(shared.map((at) => weighed[at] as number)),
    length: Math.sqrt(squares),
  };
}
