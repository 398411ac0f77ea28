// Where things of the index lie: which shard has a term, which document has which id. Read in parts, as the first queries want them; then
// whole, so that later ones begin with the shards themselves.
import { type Directory, decodeDirectory } from './files/directory.ts';
import { SearchFileError } from './files/error.ts';
import { decodeIds, IDS_PER_FILE, IDS_PER_HASH, idFileName } from './files/ids.ts';
import type { SearchManifest } from './files/manifest.ts';
import { type SearchKind, searchFilePath } from './files/paths.ts';
import { lastUpTo } from './places.ts';

export interface Catalog {
  /** The names of the shard that has the term where any has it, and of the positions of its terms. */
  shardOf(term: string): Promise<ShardNames | undefined>;
  /** In the order asked. */
  ids(documents: readonly number[]): Promise<string[]>;
  /** Fetches ahead what is there whole. Never rejects: the parts do as well. */
  gather(): Promise<void>;
}

interface ShardNames {
  readonly terms: string | undefined;
  readonly positions: string | undefined;
}

/** Reads a file of the index, once. `isAhead`: nobody waits for it. */
export type ReadFile = <T>(
  named: { readonly kind: SearchKind; readonly hash: string | undefined; readonly isAhead?: boolean },
  decode: (path: string, data: Uint8Array) => T,
) => Promise<T>;

export function openCatalog(manifest: () => Promise<SearchManifest>, file: ReadFile): Catalog {
  const whole: { directory?: Directory; ids?: readonly string[]; isAsked?: boolean } = {};
  const directoryOf = async (term: string): Promise<Directory | undefined> => {
    if (whole.directory) return whole.directory;
    const { boundaries, hashes } = (await manifest()).directories;
    const number = lastUpTo(boundaries, term);
    return number < 0 ? undefined : file({ kind: 'directories', hash: hashes[number] }, decodeDirectory);
  };
  const idOf = async (document: number): Promise<string> => {
    const hash = (await manifest()).ids[Math.floor(document / IDS_PER_HASH)];
    const name = hash && idFileName(hash, document);
    const id = (await file({ kind: 'ids', hash: name }, decodeIds))[document % IDS_PER_FILE];
    if (id === undefined) throw new SearchFileError(searchFilePath('ids', name ?? ''), `it has no document ${document}`);
    return id;
  };
  return {
    shardOf: async (term) => {
      const directory = await directoryOf(term);
      const place = lastUpTo(directory?.boundaries ?? [], term);
      return directory && place >= 0 ? { terms: directory.terms[place], positions: directory.positions[place] } : undefined;
    },
    ids: async (documents) => Promise.all(documents.map(async (document) => whole.ids?.[document] ?? idOf(document))),
    gather: async () => {
      const hashes = (await manifest()).whole;
      if (!hashes || whole.isAsked) return;
      whole.isAsked = true;
      const [directory, ids] = await Promise.allSettled([
        file({ kind: 'directories', hash: hashes.directory, isAhead: true }, decodeDirectory),
        file({ kind: 'ids', hash: hashes.ids, isAhead: true }, decodeIds),
      ]);
      if (directory.status === 'fulfilled') whole.directory = directory.value;
      if (ids.status === 'fulfilled') whole.ids = ids.value;
    },
  };
}
