// Where the files of the search lie, from the site's root.

const SEARCH_KINDS = ['directories', 'terms', 'positions', 'words', 'ids', 'facts'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** The entry: JSON, the only file that keeps its name and is not gzipped. */
export const SEARCH_INDEX = 'search/index.json';

/** A gzipped file, named by a hash of what it holds, or of what it is a part of: it never changes. */
export function searchFilePath(kind: SearchKind, hash: string): string {
  return `search/${kind}/${hash}.bin`;
}
