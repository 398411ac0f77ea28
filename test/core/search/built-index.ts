// An index in memory, for tests: its files by path, and the few steps a reader takes to a term's postings.
import { createHash } from 'node:crypto';
import type { Archive } from '../../../src/core/model/archive.ts';
import { buildSearch, type SearchMemory } from '../../../src/core/search/build.ts';
import { type Directory, decodeDirectory } from '../../../src/core/search/files/directory.ts';
import { HASH_LENGTH } from '../../../src/core/search/files/hashes.ts';
import { decodeManifest, type SearchManifest } from '../../../src/core/search/files/manifest.ts';
import { SEARCH_INDEX, searchFilePath } from '../../../src/core/search/files/paths.ts';
import { decodeShard, type Postings, type Shard } from '../../../src/core/search/files/terms.ts';

export const nameOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url').slice(0, HASH_LENGTH);

/** Not gzipped, as `load` gives them. */
export function builtFiles(archive: Archive, memory?: SearchMemory): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const file of buildSearch(archive, { nameOf, ...(memory && { memory }) })) if (file !== undefined) files.set(file.path, file.bytes);
  return files;
}

export interface BuiltIndex {
  readonly documents: number;
  readonly shards: readonly Shard[];
  readonly postings: ReadonlyMap<string, Postings>;
}

type Files = ReadonlyMap<string, Uint8Array>;

/** All directories as one. */
export function wholeDirectory({ directories }: SearchManifest, files: Files): Directory {
  const parts = directories.hashes.map((hash) => {
    const path = searchFilePath('directories', hash);
    return decodeDirectory(path, files.get(path) as Uint8Array);
  });
  return {
    boundaries: parts.flatMap(({ boundaries }) => boundaries),
    terms: parts.flatMap(({ terms }) => terms),
    positions: parts.flatMap(({ positions }) => positions),
  };
}

export function readBuilt(files: Files): BuiltIndex {
  const manifest = decodeManifest(files.get(SEARCH_INDEX) as Uint8Array);
  const shards = wholeDirectory(manifest, files).terms.map((hash) => {
    const path = searchFilePath('terms', hash);
    return decodeShard(path, files.get(path) as Uint8Array, manifest.documents);
  });
  const postings = new Map(shards.flatMap((shard) => shard.terms.map((term, index) => [term, shard.postings(index)] as const)));
  return { documents: manifest.documents, shards, postings };
}
