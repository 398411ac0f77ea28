// `search/index.json`: which files the index consists of. Fetched before every first query, so it has to be small.
import { SearchFileError } from './error.ts';
import { splitHashes } from './hashes.ts';
import { FORMAT } from './header.ts';
import { SEARCH_INDEX } from './paths.ts';

/** Files that were cut by term: each holds what stands from its boundary on and before the next one. Parallel lists. */
export interface Ranges {
  /** Rising; '' for the first file. */
  readonly boundaries: readonly string[];
  /** Hashes: names of files without folder and extension. */
  readonly hashes: readonly string[];
}

export interface SearchManifest {
  readonly format: typeof FORMAT;
  readonly documents: number;
  readonly directories: Ranges;
  readonly words: Ranges;
  /** One of every `IDS_PER_HASH` documents. */
  readonly ids: readonly string[];
  readonly facts: string;
  /** The same as the directories, and as the ids, in one file each; absent where there is but one of both. */
  readonly whole?: Whole;
}

/** Hashes. */
interface Whole {
  readonly directory: string;
  readonly ids: string;
}

/** In the file lists are one string: hashes are of one length; boundaries are lines that begin with how much they share with the line before. */
interface RangesJson {
  readonly boundaries: string;
  readonly hashes: string;
}

interface ManifestJson {
  readonly format: number;
  readonly documents: number;
  readonly directories: RangesJson;
  readonly words: RangesJson;
  readonly ids: string;
  readonly facts: string;
  readonly whole?: string;
}

const encoder = new TextEncoder();

export function encodeManifest(manifest: SearchManifest): Uint8Array<ArrayBuffer> {
  const { directories, words, ids, whole, ...rest } = manifest;
  const json: ManifestJson = {
    ...rest,
    ...{ directories: joinRanges(directories), words: joinRanges(words), ids: ids.join('') },
    ...(whole && { whole: whole.directory + whole.ids }),
  };
  return encoder.encode(`${JSON.stringify(json)}\n`);
}

export function decodeManifest(data: Uint8Array): SearchManifest {
  const json = parse(data);
  if (json.format !== FORMAT) throw new SearchFileError(SEARCH_INDEX, `it is of format ${json.format}, this program reads ${FORMAT}`);
  const { documents } = json;
  const [directories, words, ids] = [splitRanges(json.directories), splitRanges(json.words), splitHashes(json.ids)];
  const [[facts], whole] = [hashesOf(json.facts, 1), json.whole === undefined ? undefined : hashesOf(json.whole, 2)];
  if (!Number.isInteger(documents) || !ids || facts === undefined) throw damaged();
  const [directory, allIds] = whole ?? [];
  const isWhole = directory !== undefined && allIds !== undefined;
  return { ...{ format: FORMAT, documents, directories, words, ids, facts }, ...(isWhole && { whole: { directory, ids: allIds } }) };
}

/** Of a string that holds so many and no more. */
function hashesOf(joined: unknown, count: number): readonly string[] {
  const hashes = splitHashes(joined);
  if (hashes?.length !== count) throw damaged();
  return hashes;
}

function joinRanges({ boundaries, hashes }: Ranges): RangesJson {
  return { boundaries: shorten(boundaries).join('\n'), hashes: hashes.join('') };
}

function splitRanges(json: RangesJson | undefined): Ranges {
  const [boundaries, hashes] = [lengthen(json?.boundaries), splitHashes(json?.hashes)];
  if (hashes?.length !== boundaries.length) throw damaged();
  return { boundaries, hashes };
}

/** A digit of base 36. */
const MOST_SHARED = 35;

function shorten(lines: readonly string[]): string[] {
  return lines.map((line, index) => {
    const before = lines[index - 1] ?? '';
    let shared = 0;
    while (shared < MOST_SHARED && shared < before.length && before[shared] === line[shared]) shared++;
    return shared.toString(36) + line.slice(shared);
  });
}

function lengthen(joined: unknown): string[] {
  if (typeof joined !== 'string') throw damaged();
  let before = '';
  return joined.split('\n').map((line) => {
    before = before.slice(0, Number.parseInt(line[0] ?? '', 36)) + line.slice(1);
    return before;
  });
}

function parse(data: Uint8Array): ManifestJson {
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(data));
    if (typeof json === 'object' && json !== null) return json as ManifestJson;
  } catch (cause) {
    throw new SearchFileError(SEARCH_INDEX, 'it is not JSON', { cause });
  }
  throw damaged();
}

function damaged(): SearchFileError {
  return new SearchFileError(SEARCH_INDEX, 'it is damaged');
}
