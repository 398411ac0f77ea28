// Writes `search/`: the index of the archive, gzipped and named by content, so that any server sends few bytes and browsers keep what is unchanged.
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { buildSearch, newSearchMemory } from '../core/search/build.ts';
import { HASH_LENGTH } from '../core/search/files/hashes.ts';
import { SEARCH_INDEX } from '../core/search/files/paths.ts';
import type { BuildJob } from './job.ts';
import type { SiteWriter } from './writer.ts';

/** What was read of incidents that are still there, for the next build in this process. */
const memory = newSearchMemory();

/** Files that an earlier build in this process left are not written again: their names say that they would be the same. */
export async function writeSearchFiles(job: BuildJob, writer: SiteWriter): Promise<void> {
  for (const file of buildSearch(job.loaded.archive, { nameOf, memory })) {
    const known = file && file.path !== SEARCH_INDEX ? job.previous?.files.get(file.path) : undefined;
    if (file !== undefined && known !== undefined) job.kept.set(file.path, known);
    else if (file !== undefined) writer.write(file.path, file.path === SEARCH_INDEX ? file.bytes : gzip(file.bytes));
    await writer.turn();
  }
}

/** Of the bytes before gzip: another release of zlib may pack them differently. */
function nameOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, HASH_LENGTH);
}

/** At 10,000 incidents level 9 takes four times as long as level 6 and saves half a per cent. */
const LEVEL = 6;
/** In the header: which system packed the file. 255 is "unknown", so that all pack the same. */
const SYSTEM = 9;

function gzip(bytes: Uint8Array): Uint8Array {
  const packed = gzipSync(bytes, { level: LEVEL });
  packed[SYSTEM] = 0xff;
  return packed;
}
