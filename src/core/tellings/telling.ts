// What is compared of a document to find out whether another tells the same incident. Small, since there may be ten thousand of them.
import { addToHash, EMPTY_HASH } from '../text/hash.ts';

export interface Telling {
  readonly title: string;
  /** As written: a day, or a minute, with or without an offset. */
  readonly started?: string;
  readonly resolved?: string;
  readonly impactPercent?: number;
  readonly services: readonly string[];
  /** Hashes of its different words, in ascending order. */
  readonly words: Uint32Array;
  /** The least hashes of all runs of three words, by one function each: equal ones are as frequent as the texts are alike (Broder 1997). */
  readonly sketch: readonly number[];
}

/** Bands of rows: two texts that share half of their runs meet in some band with a certainty of 99 in 100. */
export const SKETCH_SIZE = 60;

/** A text this long is told from others by its beginning. */
const MOST_UNITS = 200_000;
const MOST_WORDS = 4000;
/** In code points; of a longer one, each part of such a length is one. */
const [SHORTEST_WORD, LONGEST_WORD] = [2, 40];
const SPACE = 32;

export function makeTelling(
  story: string,
  known: { readonly [K in 'started' | 'resolved']?: string | undefined } & {
    readonly title: string;
    readonly impactPercent?: number | undefined;
    readonly services: readonly string[];
  },
): Telling {
  const text = `${known.title}\n${story}`.slice(0, MOST_UNITS).toLowerCase();
  const places = wordPlaces(text);
  const { started, resolved, impactPercent } = known;
  return {
    title: known.title,
    services: known.services.map((service) => service.toLowerCase()),
    words: hashesOf(text, places),
    sketch: sketchOf(text, places),
    ...(started !== undefined && { started }),
    ...(resolved !== undefined && { resolved }),
    ...(impactPercent !== undefined && { impactPercent }),
  };
}

/** Where the words of a text begin and end, in turn. */
function wordPlaces(text: string): number[] {
  const places: number[] = [];
  let start = 0;
  let length = 0;
  for (let at = 0; at <= text.length && places.length < 2 * MOST_WORDS; ) {
    const point = text.codePointAt(at) ?? SPACE;
    const isPart = isLetterOrDigit(point);
    if (length > 0 && (!isPart || length === LONGEST_WORD)) {
      if (length >= SHORTEST_WORD) places.push(start, at);
      length = 0;
    }
    if (isPart && length++ === 0) start = at;
    at += point > 0xffff ? 2 : 1;
  }
  return places;
}

function isLetterOrDigit(point: number): boolean {
  if (point >= 0x80) return /[\p{L}\p{N}]/u.test(String.fromCodePoint(point));
  return (point >= 0x61 && point <= 0x7a) || (point >= 0x30 && point <= 0x39) || (point >= 0x41 && point <= 0x5a);
}

/** Ascending, each once. */
function hashesOf(text: string, places: readonly number[]): Uint32Array {
  const hashes = new Set<number>();
  for (let n = 0; n < places.length; n += 2) hashes.add(addToHash(EMPTY_HASH, text, places[n] as number, places[n + 1] as number) >>> 0);
  return Uint32Array.from(hashes).sort();
}

/** A multiplication by an odd number of its own makes another function of each row. */
const ROWS = Int32Array.from({ length: SKETCH_SIZE }, (_, row) => row * 0x9e3779b9);
const FACTORS = Int32Array.from({ length: SKETCH_SIZE }, (_, row) => 0x85ebca6b + 2 * row);

function sketchOf(text: string, places: readonly number[]): number[] {
  const least = new Uint32Array(SKETCH_SIZE).fill(0xffffffff);
  for (let at = 0; at + RUN <= places.length; at += 2) {
    const hash = hashOfRun(text, places, at);
    for (let row = 0; row < SKETCH_SIZE; row++) {
      let value = Math.imul(hash ^ (ROWS[row] as number), FACTORS[row] as number) >>> 0;
      value = (value ^ (value >>> 15)) >>> 0;
      if (value < (least[row] as number)) least[row] = value;
    }
  }
  return [...least];
}

/** Places of three words. */
const RUN = 6;

/** Of three words with a space between each two. */
function hashOfRun(text: string, places: readonly number[], from: number): number {
  let hash = EMPTY_HASH;
  for (let n = from; n < from + RUN; n += 2) {
    if (n > from) hash = addToHash(hash, ' ', 0, 1);
    hash = addToHash(hash, text, places[n] as number, places[n + 1] as number);
  }
  return hash;
}
