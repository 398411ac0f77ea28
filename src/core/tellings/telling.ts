// What is compared of a document to find out whether another tells the same incident. Small, since there may be ten thousand of them.
import { addToHash, EMPTY_HASH } from '../text/hash.ts';

export interface Telling {
  readonly title: string;
  /** As written: a day, or a minute, with or without an offset. */
  readonly started?: string;
  readonly resolved?: string;
  readonly impactPercent?: number;
  readonly services: readonly string[];
  /** Different words, without those of every text. */
  readonly words: readonly string[];
  /** The least hashes of all runs of three words, by one function each: equal ones are as frequent as the texts are alike (Broder 1997). */
  readonly sketch: readonly number[];
}

/** Bands of rows: two texts that share half of their runs meet in some band with a certainty of 99 in 100. */
export const SKETCH_SIZE = 60;

/** A text this long is told from others by its beginning. */
const MOST_WORDS = 4000;

export function makeTelling(
  text: string,
  known: { readonly [K in 'started' | 'resolved']?: string | undefined } & {
    readonly title: string;
    readonly impactPercent?: number | undefined;
    readonly services: readonly string[];
  },
): Telling {
  const words = wordsOf(`${known.title}\n${text}`);
  const { started, resolved, impactPercent } = known;
  return {
    title: known.title,
    services: known.services.map((service) => service.toLowerCase()),
    words: [...new Set(words)],
    sketch: sketchOf(words),
    ...(started !== undefined && { started }),
    ...(resolved !== undefined && { resolved }),
    ...(impactPercent !== undefined && { impactPercent }),
  };
}

function wordsOf(text: string): string[] {
  return (
    text
      .slice(0, 200_000)
      .toLowerCase()
      .match(/[\p{L}\p{N}]{2,40}/gu)
      ?.slice(0, MOST_WORDS) ?? []
  );
}

/** A multiplication by an odd number of its own makes another function of each row. */
const ROWS = Int32Array.from({ length: SKETCH_SIZE }, (_, row) => row * 0x9e3779b9);
const FACTORS = Int32Array.from({ length: SKETCH_SIZE }, (_, row) => 0x85ebca6b + 2 * row);

function sketchOf(words: readonly string[]): number[] {
  const least = new Uint32Array(SKETCH_SIZE).fill(0xffffffff);
  for (let index = 0; index + 2 < words.length; index++) {
    const hash = hashOfRun(words, index);
    for (let row = 0; row < SKETCH_SIZE; row++) {
      let value = Math.imul(hash ^ (ROWS[row] as number), FACTORS[row] as number) >>> 0;
      value = (value ^ (value >>> 15)) >>> 0;
      if (value < (least[row] as number)) least[row] = value;
    }
  }
  return [...least];
}

/** Of three words with a space between each two. */
function hashOfRun(words: readonly string[], from: number): number {
  let hash = addToHash(EMPTY_HASH, words[from] as string);
  for (let n = 1; n < 3; n++) hash = addToHash(addToHash(hash, ' '), words[from + n] as string);
  return hash;
}
