// `search/index.json`: which files the index consists of. Fetched before every first query, so it has to be small.
import { SearchFileError } from './error.ts';
import { FORMAT } from './header.ts';
import { SEARCH_INDEX } from './paths.ts';

export interface SearchManifest {
  readonly format: typeof FORMAT;
  readonly documents: number;
  /** Of each shard the shortest text that is above every term of the shard before and not above its own first; '' for the first shard. */
  readonly boundaries: readonly string[];
  /** Hashes: names of files without folder and extension. One of each shard. */
  readonly terms: readonly string[];
  /** Of the file that names the files of positions, one of each shard. */
  readonly positions: string;
  /** One of every `IDS_PER_FILE` documents. */
  readonly ids: readonly string[];
  readonly words: string;
  readonly facts: string;
}

/** In the file lists are one string: hashes are of one length; boundaries are lines that begin with how much they share with the line before. */
interface ManifestJson {
  readonly format: number;
  readonly documents: number;
  readonly boundaries: string;
  readonly terms: string;
  readonly positions: string;
  readonly ids: string;
  readonly words: string;
  readonly facts: string;
}

/** Characters of a hash: 48 bits in base64url. */
export const HASH_LENGTH = 8;

const encoder = new TextEncoder();

export function encodeManifest(manifest: SearchManifest): Uint8Array<ArrayBuffer> {
  const { boundaries, terms, ids } = manifest;
  const json: ManifestJson = { ...manifest, boundaries: shorten(boundaries).join('\n'), terms: terms.join(''), ids: ids.join('') };
  return encoder.encode(`${JSON.stringify(json)}\n`);
}

export function decodeManifest(data: Uint8Array): SearchManifest {
  const json = parse(data);
  if (json.format !== FORMAT) throw new SearchFileError(SEARCH_INDEX, `it is of format ${json.format}, this program reads ${FORMAT}`);
  const { documents, boundaries, positions, words, facts } = json;
  const manifest = { format: FORMAT, documents, boundaries: lengthen(boundaries), positions, words, facts } as const;
  const [terms, ids] = [hashes(json.terms), hashes(json.ids)];
  const isWhole = Number.isInteger(documents) && terms.length === manifest.boundaries.length && [positions, words, facts].every(isHash);
  if (!isWhole) throw new SearchFileError(SEARCH_INDEX, 'it is damaged');
  return { ...manifest, terms, ids };
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
  if (typeof joined !== 'string') throw new SearchFileError(SEARCH_INDEX, 'it is damaged');
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
  throw new SearchFileError(SEARCH_INDEX, 'it is damaged');
}

function isHash(text: unknown): boolean {
  return typeof text === 'string' && /^[\w-]{8}$/.test(text);
}

function hashes(joined: unknown): string[] {
  if (typeof joined !== 'string' || !/^(?:[\w-]{8})*$/.test(joined)) throw new SearchFileError(SEARCH_INDEX, 'it is damaged');
  return joined.match(/.{8}/g) ?? [];
}
