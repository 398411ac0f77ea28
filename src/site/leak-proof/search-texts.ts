// The strings in the packed files of search and triage: each begins as the one before it did, so that no search of the bytes would find them.
import { decodeDirectory } from '../../core/search/files/directory.ts';
import { decodeIds } from '../../core/search/files/ids.ts';
import { decodeManifest } from '../../core/search/files/manifest.ts';
import { SEARCH_INDEX } from '../../core/search/files/paths.ts';
import { decodeShard } from '../../core/search/files/terms.ts';
import { decodeWords } from '../../core/search/files/words.ts';
import { decodeTriageIndex, TRIAGE_INDEX } from '../../core/triage/files.ts';
import { decodePart } from '../../core/triage/part-file.ts';

/** Undefined for files that hold their strings as they are. */
export function searchTexts(path: string, bytes: Uint8Array): readonly string[] | 'damaged' | undefined {
  const read = readerOf(path);
  if (read === undefined) return undefined;
  try {
    return read(path, bytes);
  } catch {
    return 'damaged';
  }
}

type ReadStrings = (path: string, bytes: Uint8Array) => readonly string[];

function readerOf(path: string): ReadStrings | undefined {
  if (path === SEARCH_INDEX) return (_, bytes) => Object.values(decodeManifest(bytes)).flatMap((value) => boundariesOf(value));
  if (path === TRIAGE_INDEX) return (_, bytes) => (decodeTriageIndex(bytes) ? [] : []);
  if (!path.endsWith('.bin')) return undefined;
  const [top, kind] = path.split('/');
  if (top === 'triage') return triageStrings;
  return top === 'search' ? KINDS[kind ?? ''] : undefined;
}

function boundariesOf(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null && 'boundaries' in value ? (value.boundaries as readonly string[]) : [];
}

const MOST_DOCUMENTS = 2 ** 31;

const KINDS: Readonly<Record<string, ReadStrings>> = {
  terms: (path, bytes) => decodeShard(path, bytes, MOST_DOCUMENTS).terms,
  words: (path, bytes) => {
    const { terms, spellings } = decodeWords(path, bytes);
    return [...terms, ...spellings.flat()];
  },
  directories: (path, bytes) => decodeDirectory(path, bytes).boundaries,
  ids: decodeIds,
};

function triageStrings(path: string, bytes: Uint8Array): readonly string[] {
  return decodePart(path, bytes).flatMap(({ id, terms, signatures }) => [id, ...terms, ...signatures.map(({ text }) => text)]);
}
