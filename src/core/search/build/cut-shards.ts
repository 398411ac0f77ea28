// Where a list of terms is cut into files. By hashes of terms, not by counting from the beginning: an edit then moves no cut but those
// beside it, and all other shards keep their names in every browser's cache.
import { numberHash } from '../../text/hash.ts';

export interface SizedTerm {
  readonly term: string;
  /** Of its postings, in bytes. */
  readonly bytes: number;
}

/**
 * Bytes of an average shard before gzip, a power of two. A query fetches one for each of its words, of some 0.6 of its bytes; every one is a file
 * more to write.
 */
export function shardSize(totalBytes: number): number {
  return 2 ** Math.max(11, Math.round(Math.log2(Math.sqrt(3 * totalBytes))));
}

/** Shards in an average directory: a query fetches one for each word, and the manifest names all. */
export const DIRECTORY_SIZE = 32;

/** Bytes of an average part of the dictionary before gzip. */
export const WORDS_SIZE = 2 ** 14;

/** Ranges of the list, each from its first term to before the next one's. At least one, none empty unless there is no term. */
export function cutShards(terms: readonly SizedTerm[], size: number): [from: number, to: number][] {
  const ranges: [number, number][] = [];
  let [from, bytes] = [0, 0];
  terms.forEach((sized, index) => {
    if (index > from && isCut(sized, { bytes, size, before: terms[index - 1]?.bytes ?? 0 })) {
      ranges.push([from, index]);
      [from, bytes] = [index, 0];
    }
    bytes += sized.bytes;
  });
  return [...ranges, [from, terms.length]];
}

interface Open {
  /** Of the shard so far, and of its last term. */
  readonly bytes: number;
  readonly before: number;
  readonly size: number;
}

/** A large term stands alone. Past half a shard's size the chance of a cut grows with every term's bytes; at twice its size there is one. */
function isCut({ term, bytes: own }: SizedTerm, { bytes, before, size }: Open): boolean {
  const half = size / 2;
  if (own >= half || before >= half || bytes + own > 2 * size) return true;
  return bytes >= half && numberHash(term) / 2 ** 32 < own / half;
}

/** The shortest beginning of `first` that is above `last`. */
export function boundaryBetween(last: string, first: string): string {
  let length = 1;
  while (first.slice(0, length) <= last) length++;
  return first.slice(0, length);
}
