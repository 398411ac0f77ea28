// The files of triage: `triage/index.json` names the parts, a part holds what is compared of so many incidents.
import type { Archive } from '../model/archive.ts';
import type { Incident } from '../model/incident.ts';
import type { Vocabulary } from '../search/build/vocabulary.ts';
import { inSearchOrder, type SearchFile } from '../search/build.ts';
import { SearchFileError } from '../search/files/error.ts';
import { splitHashes } from '../search/files/hashes.ts';
import { encodePart, FORMAT, partPath } from './part-file.ts';
import { makeRecordReader, type TriageRecord } from './record.ts';

/** The entry: JSON, the only file that keeps its name and is not gzipped. */
export const TRIAGE_INDEX = 'triage/index.json';

/** An edit renews one part; all of them are fetched, whatever is pasted, so that no request says anything about it. */
export const INCIDENTS_A_PART = 250;

/** What an earlier build read: incidents that are the same objects are not read again. */
export type TriageMemory = WeakMap<Incident, TriageRecord>;

/** Every file, the index last; between them `undefined`, after each few milliseconds of work. */
export function* buildTriage(
  { incidents }: Pick<Archive, 'incidents'>,
  { nameOf, memory, vocabulary }: BuildOptions,
): Generator<SearchFile | undefined> {
  const records: TriageRecord[] = [];
  const read = makeRecordReader(vocabulary);
  for (const incident of inSearchOrder(incidents)) {
    const known = memory.get(incident);
    const record = known ?? read(incident);
    if (!known) memory.set(incident, record);
    if (records.push(record) % BREATH === 0 && !known) yield;
  }
  yield* triageFiles(records, { nameOf });
}

const BREATH = 8;

interface TriageOptions {
  /** A hash of a file's bytes, of `HASH_LENGTH` characters. */
  readonly nameOf: (bytes: Uint8Array) => string;
}

interface BuildOptions extends TriageOptions {
  readonly memory: TriageMemory;
  /** Where the same incidents are read for the search as well. */
  readonly vocabulary?: Vocabulary;
}

/** Of records in the order of the search. */
export function* triageFiles(records: readonly TriageRecord[], { nameOf }: TriageOptions): Generator<SearchFile> {
  const hashes: string[] = [];
  for (let from = 0; from < records.length; from += INCIDENTS_A_PART) {
    const bytes = encodePart(records.slice(from, from + INCIDENTS_A_PART));
    const hash = nameOf(bytes);
    hashes.push(hash);
    yield { path: partPath(hash), bytes };
  }
  const index = { format: FORMAT, incidents: records.length, parts: hashes.join('') };
  yield { path: TRIAGE_INDEX, bytes: new TextEncoder().encode(`${JSON.stringify(index)}\n`) };
}

export interface TriageManifest {
  readonly incidents: number;
  /** Paths from the site's root. */
  readonly parts: readonly string[];
}

/** Throws a SearchFileError where it is not what was written. */
export function decodeTriageIndex(data: Uint8Array): TriageManifest {
  const json = parse(data) as { readonly format?: unknown; readonly incidents?: unknown; readonly parts?: unknown } | null;
  if (json?.format !== FORMAT) throw new SearchFileError(TRIAGE_INDEX, `it is of format ${json?.format}, this program reads ${FORMAT}`);
  const hashes = splitHashes(json.parts);
  const { incidents } = json;
  if (!hashes || typeof incidents !== 'number' || hashes.length !== Math.ceil(incidents / INCIDENTS_A_PART))
    throw new SearchFileError(TRIAGE_INDEX, 'it is damaged');
  return { incidents, parts: hashes.map(partPath) };
}

function parse(data: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(data));
  } catch (cause) {
    throw new SearchFileError(TRIAGE_INDEX, 'it is not JSON', { cause });
  }
}
