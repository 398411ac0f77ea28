// Names of files, as they stand one after the other in the files that name them.

/** Characters of a hash: 48 bits in base64url. */
export const HASH_LENGTH = 8;

/** Undefined for what is no list of names. */
export function splitHashes(joined: unknown): string[] | undefined {
  if (typeof joined !== 'string' || !/^(?:[\w-]{8})*$/.test(joined)) return undefined;
  return joined.match(/.{8}/g) ?? [];
}
