// The index as a query sees it: files are fetched when they are first wanted, each once, and any that fail can be tried again.

import { decodeDirectory } from './files/directory.ts';
import { SearchFileError } from './files/error.ts';
import type { Facts } from './files/facts.ts';
import { decodeIds, IDS_PER_FILE } from './files/ids.ts';
import { decodeManifest, type SearchManifest } from './files/manifest.ts';
import { SEARCH_INDEX, type SearchKind, searchFilePath } from './files/paths.ts';
import { decodeShard, type Postings, type Shard } from './files/terms.ts';
import { type Dictionary, decodeWords, joinWords } from './files/words.ts';
import { loadPart } from './load-part.ts';

/** Bytes of a file of the site as they were before they were gzipped; rejects with a SearchFileError. `path` is from the site's root. */
export type Load = (path: string) => Promise<Uint8Array>;

/** Every function may reject with a SearchFileError; asked again, it tries again. */
export interface SearchIndex {
  manifest(): Promise<SearchManifest>;
  /** Undefined for a term that is in no document. */
  postings(term: string): Promise<Postings | undefined>;
  /** Where the term stands, entry by entry of its postings; of those that are wanted. */
  positions(postings: Postings, isWanted: (entry: number) => boolean): Promise<readonly (Uint32Array | undefined)[]>;
  /** All terms that begin so, among others: a part of the dictionary, or for '' the whole. The same object each time. */
  dictionary(beginning: string): Promise<Dictionary>;
  facts(): Promise<Facts>;
  /** Ids of documents, in the order asked. */
  ids(documents: readonly number[]): Promise<string[]>;
}

/** The commonest terms of 10,000 incidents take half a megabyte each. */
const KEPT_POSTINGS = 64;

export function openIndex(load: Load): SearchIndex {
  const kept = new Map<string, Promise<unknown>>();
  const once = <T>(path: string, decode: (data: Uint8Array) => T): Promise<T> => {
    const before = kept.get(path) as Promise<T> | undefined;
    if (before !== undefined) return before;
    const loaded = load(path).then(decode);
    kept.set(path, loaded);
    // What failed is not remembered: the next query tries again.
    loaded.catch(() => kept.delete(path));
    return loaded;
  };
  const file = <T>(kind: SearchKind, hash: string | undefined, decode: (path: string, data: Uint8Array) => T): Promise<T> => {
    if (hash === undefined) throw new SearchFileError(SEARCH_INDEX, `it names too few files of ${kind}`);
    const path = searchFilePath(kind, hash);
    return once(path, (data) => decode(path, data));
  };
  // Typing on asks for the same words again and again.
  const decoded = new Map<string, Postings>();
  const remember = (term: string, postings: Postings): void => {
    const [oldest] = decoded.keys();
    if (decoded.size >= KEPT_POSTINGS && oldest !== undefined) decoded.delete(oldest);
    decoded.set(term, postings);
  };
  const manifest = () => once(SEARCH_INDEX, decodeManifest);
  const shardOf = async (term: string): Promise<PlacedShard | undefined> => {
    const { directories, documents } = await manifest();
    const number = lastUpTo(directories.boundaries, term);
    if (number < 0) return undefined;
    const directory = await file('directories', directories.hashes[number], decodeDirectory);
    const place = lastUpTo(directory.boundaries, term);
    if (place < 0) return undefined;
    const shard = await file('terms', directory.terms[place], (path, data) => decodeShard(path, data, documents));
    return { shard, positions: directory.positions[place] };
  };
  const wordParts = new Map<string, Promise<Dictionary>>();
  return {
    manifest,
    postings: async (term) => {
      const known = decoded.get(term);
      if (known) return known;
      const found = await shardOf(term);
      const place = found ? placeOf(found.shard.terms, term) : -1;
      const postings = place < 0 ? undefined : found?.shard.postings(place);
      if (postings) remember(term, postings);
      return postings;
    },
    positions: async (postings, isWanted) => {
      const found = await shardOf(postings.term);
      const { decodePositions } = await loadPart(() => import('./files/positions.ts'));
      const positions = await file('positions', found?.positions, decodePositions);
      return positions.of(placeOf(found?.shard.terms ?? [], postings.term), postings, isWanted);
    },
    dictionary: async (beginning) => {
      const { boundaries, hashes } = (await manifest()).words;
      const from = Math.max(0, lastUpTo(boundaries, beginning));
      // No UTF-16 unit lies above this one.
      const to = beginning === '' ? boundaries.length : lastUpTo(boundaries, `${beginning}\uffff`) + 1;
      const key = `${from} ${to}`;
      const known = wordParts.get(key);
      if (known !== undefined) return known;
      const joined = Promise.all(hashes.slice(from, to).map((hash) => file('words', hash, decodeWords))).then(joinWords);
      wordParts.set(key, joined);
      joined.catch(() => wordParts.delete(key));
      return joined;
    },
    facts: async () => {
      const [{ decodeFacts }, { facts }] = await Promise.all([loadPart(() => import('./files/facts.ts')), manifest()]);
      return file('facts', facts, decodeFacts);
    },
    ids: async (documents) => {
      const { ids } = await manifest();
      return Promise.all(
        documents.map(async (document) => {
          const hash = ids[Math.floor(document / IDS_PER_FILE)];
          const id = (await file('ids', hash, decodeIds))[document % IDS_PER_FILE];
          if (id === undefined) throw new SearchFileError(searchFilePath('ids', hash ?? ''), `it has no document ${document}`);
          return id;
        }),
      );
    },
  };
}

interface PlacedShard {
  readonly shard: Shard;
  /** The hash of its positions. */
  readonly positions: string | undefined;
}

/** Position of the last text that is not above `wanted`; -1 where all are. Texts are in the order of `<`. */
function lastUpTo(sorted: readonly string[], wanted: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function placeOf(sorted: readonly string[], wanted: string): number {
  const place = lastUpTo(sorted, wanted);
  return sorted[place] === wanted ? place : -1;
}
