// The index as a query sees it: files are fetched when they are first wanted, each once, and any that fail can be tried again.

import { openCatalog, type ReadFile } from './catalog.ts';
import { SearchFileError } from './files/error.ts';
import type { Facts } from './files/facts.ts';
import { decodeManifest, type SearchManifest } from './files/manifest.ts';
import { SEARCH_INDEX, searchFilePath } from './files/paths.ts';
import { decodeShard, type Postings, type Shard } from './files/terms.ts';
import { type Dictionary, decodeWords, joinWords } from './files/words.ts';
import { loadPart } from './load-part.ts';
import { lastUpTo, placeOf } from './places.ts';

/**
 * Bytes of a file of the site as they were before they were gzipped; rejects with a SearchFileError. `path` is from the site's root. `isAhead`:
 * nobody waits for it.
 */
export type Load = (path: string, isAhead?: boolean) => Promise<Uint8Array>;

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
  /** Fetches ahead what spares later queries two of their rounds of fetching. Never rejects. */
  gather(): Promise<void>;
}

/** The commonest terms of 10,000 incidents take half a megabyte each. */
const KEPT_POSTINGS = 64;

export function openIndex(load: Load): SearchIndex {
  const kept = new Map<string, Promise<unknown>>();
  const once = <T>(path: string, decode: (data: Uint8Array) => T, isAhead = false): Promise<T> => {
    const before = kept.get(path) as Promise<T> | undefined;
    if (before !== undefined) return before;
    const loaded = load(path, isAhead).then(decode);
    kept.set(path, loaded);
    // What failed is not remembered: the next query tries again.
    loaded.catch(() => kept.delete(path));
    return loaded;
  };
  const file: ReadFile = ({ kind, hash, isAhead }, decode) => {
    if (hash === undefined) throw new SearchFileError(SEARCH_INDEX, `it names too few files of ${kind}`);
    const path = searchFilePath(kind, hash);
    return once(path, (data) => decode(path, data), isAhead);
  };
  // Typing on asks for the same words again and again.
  const decoded = new Map<string, Postings>();
  const remember = (term: string, postings: Postings): void => {
    const [oldest] = decoded.keys();
    if (decoded.size >= KEPT_POSTINGS && oldest !== undefined) decoded.delete(oldest);
    decoded.set(term, postings);
  };
  const manifest = () => once(SEARCH_INDEX, decodeManifest);
  const catalog = openCatalog(manifest, file);
  const readShard = async (hash: string | undefined): Promise<Shard> => {
    const { documents } = await manifest();
    return file({ kind: 'terms', hash }, (path, data) => decodeShard(path, data, documents));
  };
  const wordParts = new Map<string, Promise<Dictionary>>();
  return {
    manifest,
    postings: async (term) => {
      const known = decoded.get(term);
      if (known) return known;
      const names = await catalog.shardOf(term);
      if (!names) return undefined;
      const shard = await readShard(names.terms);
      const place = placeOf(shard.terms, term);
      const postings = place < 0 ? undefined : shard.postings(place);
      if (postings) remember(term, postings);
      return postings;
    },
    positions: async (postings, isWanted) => {
      const names = await catalog.shardOf(postings.term);
      const { decodePositions } = await loadPart(() => import('./files/positions.ts'));
      const [{ terms }, positions] = await Promise.all([
        readShard(names?.terms),
        file({ kind: 'positions', hash: names?.positions }, decodePositions),
      ]);
      return positions.of(placeOf(terms, postings.term), postings, isWanted);
    },
    dictionary: async (beginning) => {
      const { boundaries, hashes } = (await manifest()).words;
      const from = Math.max(0, lastUpTo(boundaries, beginning));
      // No UTF-16 unit lies above this one.
      const to = beginning === '' ? boundaries.length : lastUpTo(boundaries, `${beginning}\uffff`) + 1;
      const key = `${from} ${to}`;
      const known = wordParts.get(key);
      if (known !== undefined) return known;
      const joined = Promise.all(hashes.slice(from, to).map((hash) => file({ kind: 'words', hash }, decodeWords))).then(joinWords);
      wordParts.set(key, joined);
      joined.catch(() => wordParts.delete(key));
      return joined;
    },
    facts: async () => {
      const [{ decodeFacts }, { facts }] = await Promise.all([loadPart(() => import('./files/facts.ts')), manifest()]);
      return file({ kind: 'facts', hash: facts }, decodeFacts);
    },
    ids: catalog.ids,
    gather: catalog.gather,
  };
}
