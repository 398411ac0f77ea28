// `search/directories/HASH.bin`: the names of the shards of a range of terms and of their positions. What every query would have to fetch
// whole, it fetches for its own words.
import { HASH_LENGTH, splitHashes } from './hashes.ts';
import { beginFile, openFile } from './header.ts';
import { readStrings, writeStrings } from './strings.ts';

/** Parallel lists with an entry for each shard. */
export interface Directory {
  /** The shortest text that is above every term of the shard before and not above its own first; '' for the first shard of all. */
  readonly boundaries: readonly string[];
  /** Hashes: names of files without folder and extension. */
  readonly terms: readonly string[];
  readonly positions: readonly string[];
}

export function encodeDirectory({ boundaries, terms, positions }: Directory): Uint8Array<ArrayBuffer> {
  const writer = beginFile('directories');
  writeStrings(writer, boundaries);
  writer.text([...terms, ...positions].join(''));
  return writer.done();
}

export function decodeDirectory(path: string, data: Uint8Array): Directory {
  const reader = openFile('directories', path, data);
  const boundaries = readStrings(reader);
  const hashes = splitHashes(reader.text());
  reader.end();
  const { length } = boundaries;
  if (hashes?.length !== 2 * length) return reader.fail(`it does not hold names of ${HASH_LENGTH} characters for ${length} shards`);
  return { boundaries, terms: hashes.slice(0, length), positions: hashes.slice(length) };
}
