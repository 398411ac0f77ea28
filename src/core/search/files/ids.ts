// `search/ids/NAME.bin`: the ids of so many consecutive documents, or of all.
import { beginFile, openFile } from './header.ts';
import { readStrings, writeStrings } from './strings.ts';

/** Ten hits mostly lie in ten files: the fewer ids in each, the fewer bytes. */
export const IDS_PER_FILE = 32;

/** One for each file of a hash. */
const ENDS = 'ABCDEFGHIJKLMNOP';

/** So many documents have one hash, of all their ids: a hash for every file would make the manifest a third larger. */
export const IDS_PER_HASH = ENDS.length * IDS_PER_FILE;

/**
 * The name of the file that has the document's id at entry `document % IDS_PER_FILE`. In place of the hash's last character stands which file it is: servers
 * know what never changes by the length of its name.
 */
export function idFileName(hash: string, document: number): string {
  return hash.slice(0, -1) + ENDS.charAt(Math.floor((document % IDS_PER_HASH) / IDS_PER_FILE));
}

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
