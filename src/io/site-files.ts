// Reads files of a built site, as a browser gets them from a server: what is gzipped inside is inflated.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { SearchFileError } from '../core/search/files/error.ts';
import { errorCode } from './system-error.ts';

/** For `openIndex`; paths are from the site's root. Rejects with a SearchFileError. */
export function siteReader(folder: string): (path: string) => Promise<Uint8Array> {
  return async (path) => inflate(await read(join(folder, path), path), path);
}

async function read(file: string, path: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    const code = errorCode(cause);
    throw new SearchFileError(path, code === 'ENOENT' || code === 'ENOTDIR' ? 'it is not there' : `it cannot be read (${code})`, { cause });
  }
}

function inflate(bytes: Uint8Array, path: string): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes);
  } catch (cause) {
    throw new SearchFileError(path, 'it is damaged or cut off', { cause });
  }
}
