// The files that are cut by term: shards, their positions, the directories that name both, in parts and whole, and the dictionary of all terms.
import { FIELDS } from '../fields.ts';
import { type Directory, encodeDirectory } from '../files/directory.ts';
import type { Ranges } from '../files/manifest.ts';
import type { SearchKind } from '../files/paths.ts';
import { encodePositions } from '../files/positions.ts';
import { encodeShard, type Postings } from '../files/terms.ts';
import { type Dictionary, encodeWords } from '../files/words.ts';
import { boundaryBetween, cutShards, DIRECTORY_SIZE, shardSize, WORDS_SIZE } from './cut-shards.ts';
import type { Inverted } from './invert.ts';
import type { Vocabulary } from './vocabulary.ts';

interface NamedFile {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly hash: string;
}

/** `hash`: where it is known. Then the bytes are made only when they are asked for. */
type MakeFile = (kind: SearchKind, encode: () => Uint8Array<ArrayBuffer>, hash?: string) => NamedFile;

/** A term by its number in the vocabulary. */
interface Entry {
  readonly term: string;
  readonly number: number;
  readonly bytes: number;
}

/** Hashes of shards by the terms they hold, and which terms have changed since. */
export interface KnownShards {
  readonly hashes: ReadonlyMap<string, ShardHashes>;
  readonly touched: ReadonlySet<number>;
}

type ShardHashes = readonly [terms: string, positions: string];

interface ShardOptions {
  readonly file: MakeFile;
  readonly known?: KnownShards;
}

/** Yields the files and returns what the manifest says of them, and the hashes for the next time. */
export function* shardFiles(vocabulary: Vocabulary, inverted: Inverted, { file, known }: ShardOptions) {
  const entries = sortedEntries(vocabulary.terms, inverted);
  const size = shardSize(entries.reduce((sum, { bytes }) => sum + bytes, 0));
  const boundaries: string[] = [];
  const hashes = new Map<string, ShardHashes>();
  for (const [from, to] of cutShards(entries, size)) {
    const some = entries.slice(from, to);
    const key = JSON.stringify([some[0]?.term, some.at(-1)?.term, some.length]);
    const isSame = known !== undefined && !some.some(({ number }) => known.touched.has(number));
    const [shardHash, positionsHash] = (isSame ? known.hashes.get(key) : undefined) ?? [];
    const shard = file('terms', () => encodeShard(some.map((entry) => postingsOf(entry, inverted))), shardHash);
    const positions = file('positions', () => encodePositions(some.map(({ number }) => positionsOf(number, inverted))), positionsHash);
    yield shard;
    yield positions;
    hashes.set(key, [shard.hash, positions.hash]);
    boundaries.push(boundaryAt(entries, from));
  }
  const directories = yield* directoryFiles(boundaries, [...hashes.values()], file);
  const directory = file('directories', () => encodeDirectory(directoryOf(boundaries, [...hashes.values()])));
  if (directories.hashes.length > 1) yield directory;
  const words = yield* wordFiles(entries, dictionaryOf(entries, vocabulary, inverted), file);
  return { names: { directories, words }, directory: directory.hash, hashes };
}

function* directoryFiles(boundaries: readonly string[], hashes: readonly ShardHashes[], file: MakeFile): Generator<NamedFile, Ranges> {
  const directories = { boundaries: [] as string[], hashes: [] as string[] };
  for (const [from, to] of cutShards(
    boundaries.map((term) => ({ term, bytes: 1 })),
    DIRECTORY_SIZE,
  )) {
    const directory = file('directories', () => encodeDirectory(directoryOf(boundaries.slice(from, to), hashes.slice(from, to))));
    yield directory;
    directories.boundaries.push(boundaries[from] ?? '');
    directories.hashes.push(directory.hash);
  }
  return directories;
}

function directoryOf(boundaries: readonly string[], hashes: readonly ShardHashes[]): Directory {
  return { boundaries, terms: hashes.map(([terms]) => terms), positions: hashes.map(([, positions]) => positions) };
}

function* wordFiles(entries: readonly Entry[], { terms, spellings, documents }: Dictionary, file: MakeFile): Generator<NamedFile, Ranges> {
  const words = { boundaries: [] as string[], hashes: [] as string[] };
  for (const [from, to] of cutShards(
    entries.map(({ term }) => ({ term, bytes: term.length + 3 })),
    WORDS_SIZE,
  )) {
    const some = { terms: terms.slice(from, to), spellings: spellings.slice(from, to), documents: documents.subarray(from, to) };
    const part = file('words', () => encodeWords(some));
    yield part;
    words.boundaries.push(boundaryAt(entries, from));
    words.hashes.push(part.hash);
  }
  return words;
}

function boundaryAt(entries: readonly Entry[], from: number): string {
  return from === 0 ? '' : boundaryBetween(entries[from - 1]?.term ?? '', entries[from]?.term ?? '');
}

/** Terms that are in some document, in the order of the files. */
function sortedEntries(terms: readonly string[], { starts }: Inverted): Entry[] {
  const startOf = (number: number): number => starts[number * FIELDS.length] as number;
  return terms
    .map((term, number) => {
      const count = startOf(number + 1) - startOf(number);
      return { term, number, bytes: count === 0 ? 0 : Math.round(1.5 * count) + term.length + 6 };
    })
    .filter(({ bytes }) => bytes > 0)
    .sort((a, b) => (a.term < b.term ? -1 : 1));
}

function postingsOf({ term, number }: Entry, { starts, documents, frequencies, first }: Inverted): Postings {
  const slot = number * FIELDS.length;
  const [from, to] = [starts[slot] as number, starts[slot + FIELDS.length] as number];
  const fields = new Uint8Array(to - from);
  for (let field = 0; field < FIELDS.length; field++) {
    fields.fill(field, (starts[slot + field] as number) - from, (starts[slot + field + 1] as number) - from);
  }
  return { term, first: first[number] ?? 0, fields, documents: documents.subarray(from, to), frequencies: frequencies.subarray(from, to) };
}

function positionsOf(number: number, { positions, positionStarts }: Inverted): Uint8Array {
  return positions.subarray(positionStarts[number * FIELDS.length], positionStarts[(number + 1) * FIELDS.length]);
}

/** Of one term: operator is the eighth of operations, operation, operational, operate, … */
const MOST_SPELLINGS = 12;

function dictionaryOf(entries: readonly Entry[], { spellings }: Vocabulary, { documentCounts, spellingCounts }: Inverted): Dictionary {
  const known = new Map<number, { word: string; count: number }[]>();
  for (const [number, { word, term }] of spellings.entries()) {
    const count = spellingCounts[number] ?? 0;
    if (count === 0) continue;
    const own = known.get(term);
    if (own) own.push({ word, count });
    else known.set(term, [{ word, count }]);
  }
  const spellingsOf = ({ term, number }: Entry): string[] => {
    const own = known.get(number) ?? [{ word: term, count: 0 }];
    own.sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
    return own.slice(0, MOST_SPELLINGS).map(({ word }) => word);
  };
  return {
    terms: entries.map(({ term }) => term),
    spellings: entries.map(spellingsOf),
    documents: Uint32Array.from(entries, ({ number }) => documentCounts[number] ?? 0),
  };
}
