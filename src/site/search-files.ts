// Writes `search/` and `triage/`: the archive as it is searched and compared, gzipped and named by content, so that any server sends few bytes and browsers keep what is unchanged.
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Incident } from '../core/model/incident.ts';
import type { SiteConfig } from '../core/model/site-config.ts';
import { buildSearch, indexDocuments, makeSearchReader, newSearchMemory, type SearchFile, type SearchHead } from '../core/search/build.ts';
import { HASH_LENGTH } from '../core/search/files/hashes.ts';
import { SEARCH_INDEX } from '../core/search/files/paths.ts';
import { buildTriage, TRIAGE_INDEX, type TriageMemory, triageFiles } from '../core/triage/files.ts';
import { makeRecordReader, type TriageRecord } from '../core/triage/record.ts';
import type { BuildJob } from './job.ts';
import type { NewFile } from './put-file.ts';
import type { SiteWriter } from './writer.ts';

/** What was read of incidents that are still there, for the next build in this process. */
const memory = newSearchMemory();
const triageMemory: TriageMemory = new WeakMap();

/** The files that keep their names: they name all others, and are neither known before nor gzipped. */
const ENTRIES: ReadonlySet<string> = new Set([SEARCH_INDEX, TRIAGE_INDEX]);

/** Files that an earlier build in this process left are not written again: their names say that they would be the same. */
export async function writeSearchFiles(job: BuildJob, writer: SiteWriter): Promise<void> {
  const { archive } = job.loaded;
  await writeIndex(buildSearch(archive, { nameOf, memory }), { job, writer });
  await writeIndex(buildTriage(archive, { nameOf, memory: triageMemory, vocabulary: memory.vocabulary }), { job, writer });
}

interface Into {
  readonly job: BuildJob;
  readonly writer: SiteWriter;
}

async function writeIndex(files: Iterable<SearchFile | undefined>, { job, writer }: Into): Promise<void> {
  for (const file of files) {
    const known = file && !ENTRIES.has(file.path) ? job.previous?.files.get(file.path) : undefined;
    if (file !== undefined && known !== undefined) job.kept.set(file.path, known);
    else if (file !== undefined) {
      const { path, content } = packed(file);
      writer.write(path, content);
    }
    await writer.turn();
  }
}

export interface IncidentReader {
  /** In place of what was read before under the same id. */
  read(incident: Incident): void;
  /** The files of both, of incidents that were read. All of them are forgotten then. */
  index(head: SearchHead): Iterable<NewFile>;
}

/** Reads incidents one by one, wherever they are at hand, and makes the same files of them once. */
export function makeIncidentReader(config: SiteConfig): IncidentReader {
  const own = newSearchMemory();
  const read = makeSearchReader(config, own);
  const recordOf = makeRecordReader(own.vocabulary);
  const found = new Map<string, { readonly terms: ReturnType<typeof read>; readonly record: TriageRecord }>();
  return {
    read: (incident) => {
      found.set(incident.id, { terms: read(incident), record: recordOf(incident) });
    },
    index: function* (head) {
      const all = head.ids.map((id) => {
        const own = found.get(id);
        if (own === undefined) throw new Error(`${id} was not read for the search`);
        return own;
      });
      found.clear();
      const documents = all.map(({ terms }) => terms);
      for (const file of indexDocuments(documents, head, { nameOf, memory: own })) if (file !== undefined) yield packed(file);
      const records = all.map(({ record }) => record);
      for (const file of triageFiles(records, { nameOf })) yield packed(file);
    },
  };
}

/** As it is written. */
export function packed({ path, bytes }: SearchFile): NewFile {
  return { path, content: ENTRIES.has(path) ? bytes : gzip(bytes) };
}

/** Of the bytes before gzip: another release of zlib may pack them differently. */
export function nameOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, HASH_LENGTH);
}

/** At 10,000 incidents level 9 takes four times as long as level 6 and saves half a per cent. */
const LEVEL = 6;
/** In the header: which system packed the file. 255 is "unknown", so that all pack the same. */
const SYSTEM = 9;

/** What gzip adds at most to a file that cannot be made smaller, and the least it takes. */
const MORE = 1024;

function gzip(bytes: Uint8Array): Uint8Array {
  // Into memory of the file's own size: zlib's own 16 KiB for each of thousands of small files make the collector run over the whole archive.
  const packed = gzipSync(bytes, { level: LEVEL, chunkSize: bytes.length + MORE });
  packed[SYSTEM] = 0xff;
  return packed;
}
