// `search/ids/HASH.bin`: the ids of so many consecutive documents.
import { beginFile, openFile } from './header.ts';
import { readStrings, writeStrings } from './strings.ts';

/**
 * The id of document n is entry `n % IDS_PER_FILE` of file `Math.floor(n / IDS_PER_FILE)`. Ten hits mostly lie in ten files: with so many in each,
 * their bytes and those of the names in the manifest are together least.
 */
export const IDS_PER_FILE = 64;

export function encodeIds(ids: readonly string[]): Uint8Array<ArrayBuffer> {
  const writer = beginFile('ids');
  writeStrings(writer, ids);
  return writer.done();
}

export function decodeIds(path: string, data: Uint8Array): string[] {
  const reader = openFile('ids', path, data);
  const ids = readStrings(reader);
  reader.end();
  return ids;
}
