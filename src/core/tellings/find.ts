// Which documents tell one incident. Only those are compared that share a day, or a stretch of text; the text itself is never merged.
import { SKETCH_SIZE, type Telling } from './telling.ts';

export interface Candidate {
  /** What it is called in the report. */
  readonly name: string;
  readonly telling: Telling;
}

export interface Twin {
  /** Of the list given: the later one, and the earlier one that tells the same. */
  readonly index: number;
  readonly of: number;
  /** In words, the weightiest first. */
  readonly reasons: readonly string[];
}

const ROWS = 4;

/** Documents of one day that are no twins of each other; more are not compared, so that ten thousand of one day stay affordable. */
const MOST_COMPARED = 60;

/** Each document is the twin of one other at most, and never of one that is a twin itself. */
export function findTwins(candidates: readonly Candidate[]): Twin[] {
  const weights = weightsOf(candidates);
  const masses = candidates.map(({ telling }) => weightOf(telling.words, weights));
  const buckets = new Map<string, number[]>();
  const twins: Twin[] = [];
  candidates.forEach(({ telling }, index) => {
    const keys = keysOf(telling);
    const near = new Set(keys.flatMap((key) => buckets.get(key) ?? []));
    const twin = bestTwin(candidates, { index, near: [...near].sort((a, b) => a - b), weights, masses });
    if (twin !== undefined) {
      twins.push(twin);
      return;
    }
    for (const key of keys) {
      const bucket = buckets.get(key) ?? [];
      if (bucket.length < MOST_COMPARED) bucket.push(index);
      buckets.set(key, bucket);
    }
  });
  return twins;
}

function keysOf({ started, sketch }: Telling): string[] {
  const bands = Array.from({ length: SKETCH_SIZE / ROWS }, (_, band) => `${band}:${sketch.slice(band * ROWS, (band + 1) * ROWS).join()}`);
  return [...(started === undefined ? [] : [`day ${started.slice(0, 10)}`]), ...(isEmpty(sketch) ? [] : bands)];
}

function isEmpty(sketch: readonly number[]): boolean {
  return sketch[0] === 0xffffffff;
}

interface Search {
  readonly index: number;
  readonly near: readonly number[];
  readonly weights: Weights;
  /** Of the words of each candidate. */
  readonly masses: readonly number[];
}

function bestTwin(candidates: readonly Candidate[], { index, near, weights, masses }: Search): Twin | undefined {
  const mine = candidates[index]?.telling;
  let best: { readonly twin: Twin; readonly score: number } | undefined;
  for (const other of near) {
    const theirs = candidates[other]?.telling;
    if (mine === undefined || theirs === undefined) continue;
    const found = compare(mine, theirs, () => {
      const least = Math.min(masses[index] as number, masses[other] as number);
      return least === 0 ? 0 : weightOfShared(mine.words, theirs.words, weights) / least;
    });
    if (found === undefined || found.score <= (best?.score ?? 0)) continue;
    best = { twin: { index, of: other, reasons: found.reasons }, score: found.score };
  }
  return best?.twin;
}

/** By a word's hash. */
type Weights = ReadonlyMap<number, number>;

/** Words that stand in few documents say more: the inverse document frequency. */
function weightsOf(candidates: readonly Candidate[]): Weights {
  const counts = new Map<number, number>();
  for (const { telling } of candidates) for (const word of telling.words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const total = candidates.length;
  return new Map(Array.from(counts, ([word, count]) => [word, Math.log(1 + (total + 1) / count)]));
}

function weightOf(words: Uint32Array, weights: Weights): number {
  let sum = 0;
  for (const word of words) sum += weights.get(word) ?? 0;
  return sum;
}

function weightOfShared(a: Uint32Array, b: Uint32Array, weights: Weights): number {
  let sum = 0;
  for (let n = 0, m = 0; n < a.length && m < b.length; ) {
    const [mine, theirs] = [a[n] as number, b[m] as number];
    if (mine === theirs) sum += weights.get(mine) ?? 0;
    if (mine <= theirs) n++;
    if (theirs <= mine) m++;
  }
  return sum;
}

/** What speaks for one incident, and how strongly; undefined where it is not enough, or where the times speak against it. */
function compare(
  a: Telling,
  b: Telling,
  /** The weight of the words that both have, of the weight of those that the one with fewer has. */
  sharedWords: () => number,
): { readonly reasons: readonly string[]; readonly score: number } | undefined {
  const alike = isEmpty(a.sketch) || isEmpty(b.sketch) ? 0 : a.sketch.filter((value, row) => value === b.sketch[row]).length / SKETCH_SIZE;
  const starts = compareTimes(a.started, b.started);
  const ends = compareTimes(a.resolved, b.resolved);
  if (starts === 'other' && alike < 0.95) return undefined;
  const shared = sharedWords();
  const services = a.services.filter((service) => b.services.includes(service));
  const isSameShare = a.impactPercent !== undefined && a.impactPercent === b.impactPercent;
  const reasons = [
    ...(starts === 'minute'
      ? [`both begin at ${sayTime(a.started)}`]
      : starts === 'day'
        ? [`both begin on ${a.started?.slice(0, 10)}`]
        : []),
    ...(ends === 'minute' ? [`both end at ${sayTime(a.resolved)}`] : []),
    ...(isSameShare ? [`both say ${a.impactPercent} %`] : []),
    ...(services.length > 0 ? [`both are about ${services.join(', ')}`] : []),
    ...(alike >= 0.3
      ? [`${Math.round(alike * 100)} % of the text is the same`]
      : [`${Math.round(shared * 100)} % of their words are shared`]),
  ];
  const score =
    alike * 2 +
    shared +
    (starts === 'minute' ? 0.6 : starts === 'day' ? 0.2 : 0) +
    (ends === 'minute' ? 0.5 : 0) +
    (isSameShare ? 0.2 : 0) +
    (services.length > 0 ? 0.15 : 0);
  return isEnough({ alike, shared, starts, ends }) || (starts === 'minute' && shared >= 0.25 && score >= 1.2)
    ? { reasons, score }
    : undefined;
}

type Sameness = 'minute' | 'day' | 'other' | 'unknown';

/** The same text; or times that agree at both ends and words that are about the same. */
function isEnough(found: { readonly alike: number; readonly shared: number; readonly starts: Sameness; readonly ends: Sameness }): boolean {
  const { alike, shared, starts, ends } = found;
  if (alike >= 0.6) return true;
  if (alike >= 0.3 && (starts === 'minute' || starts === 'day')) return true;
  if (starts === 'minute' && ends === 'minute') return shared >= 0.15;
  return starts === 'day' && shared >= 0.5;
}

function compareTimes(a: string | undefined, b: string | undefined): Sameness {
  if (a === undefined || b === undefined) return 'unknown';
  if (a.includes('T') && b.includes('T')) {
    if (minuteOf(a) === minuteOf(b)) return 'minute';
    if (Math.abs(minuteOf(a) - minuteOf(b)) <= 24 * 60) return 'day';
    return 'other';
  }
  return a.slice(0, 10) === b.slice(0, 10) ? 'day' : 'other';
}

/** Times without an offset are compared as if they were all of one zone. */
function minuteOf(iso: string): number {
  return Math.floor(Date.parse(/(?:Z|[+-]\d{2}:\d{2})$/.test(iso) ? iso : `${iso}Z`) / 60_000);
}

function sayTime(iso: string | undefined): string {
  return (iso ?? '').slice(0, 16).replace('T', ' ');
}
