// The index as a query sees it: files are fetched when they are first wanted, each once, and any that fail can be tried again.

import { SearchFileError } from './files/error.ts';
import { decodeFacts, type Facts } from './files/facts.ts';
import { decodeIds, IDS_PER_FILE } from './files/ids.ts';
import { decodeManifest, type SearchManifest } from './files/manifest.ts';
import { SEARCH_INDEX, type SearchKind, searchFilePath } from './files/paths.ts';
import { decodePositionHashes, decodePositions } from './files/positions.ts';
import { decodeShard, type Postings, type Shard } from './files/terms.ts';
import { type Dictionary, decodeWords } from './files/words.ts';

/** Bytes of a file of the site as they were before they were gzipped; rejects with a SearchFileError. `path` is from the site's root. */
export type Load = (path: string) => Promise<Uint8Array>;

/** Every function may reject with a SearchFileError; asked again, it tries again. */
export interface SearchIndex {
  manifest(): Promise<SearchManifest>;
  /** Undefined for a term that is in no document. */
  postings(term: string): Promise<Postings | undefined>;
  /** Of terms that begin so, those in the file where such a term would stand: no other file is fetched. */
  neighbours(beginning: string): Promise<readonly Postings[]>;
  /** Where the term stands, entry by entry of its postings; of those that are wanted. */
  positions(postings: Postings, isWanted: (entry: number) => boolean): Promise<readonly (Uint32Array | undefined)[]>;
  dictionary(): Promise<Dictionary>;
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
  const shardOf = async (term: string): Promise<{ shard: Shard; number: number } | undefined> => {
    const { boundaries, terms, documents } = await manifest();
    const number = lastUpTo(boundaries, term);
    if (number < 0) return undefined;
    return { shard: await file('terms', terms[number], (path, data) => decodeShard(path, data, documents)), number };
  };
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
    neighbours: async (beginning) => {
      const shard = (await shardOf(beginning))?.shard;
      return (shard?.terms ?? []).flatMap((term, place) => (shard && term.startsWith(beginning) ? [shard.postings(place)] : []));
    },
    positions: async (postings, isWanted) => {
      const found = await shardOf(postings.term);
      const hashes = await file('positions', (await manifest()).positions, decodePositionHashes);
      const positions = await file('positions', hashes[found?.number ?? -1], decodePositions);
      return positions.of(placeOf(found?.shard.terms ?? [], postings.term), postings, isWanted);
    },
    dictionary: async () => file('words', (await manifest()).words, decodeWords),
    facts: async () => file('facts', (await manifest()).facts, decodeFacts),
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
