// The files that are cut by term: shards, their positions, and the dictionary of all terms.
import { FIELDS } from '../fields.ts';
import type { SearchManifest } from '../files/manifest.ts';
import type { SearchKind } from '../files/paths.ts';
import { encodePositionHashes, encodePositions } from '../files/positions.ts';
import { encodeShard, type Postings } from '../files/terms.ts';
import { encodeWords } from '../files/words.ts';
import { boundaryBetween, cutShards, shardSize } from './cut-shards.ts';
import type { Inverted } from './invert.ts';
import type { Vocabulary } from './vocabulary.ts';

interface NamedFile {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly hash: string;
}

/** `hash`: where it is known. Then the bytes are made only when they are asked for. */
type MakeFile = (kind: SearchKind, encode: () => Uint8Array<ArrayBuffer>, hash?: string) => NamedFile;
type ShardNames = Pick<SearchManifest, 'boundaries' | 'terms' | 'positions' | 'words'>;

/** A term by its number in the vocabulary. */
interface Entry {
  readonly term: string;
  readonly number: number;
  readonly bytes: number;
}

/** Hashes of shards by the terms they hold, and which terms have changed since. */
export interface KnownShards {
  readonly hashes: ReadonlyMap<string, readonly [terms: string, positions: string]>;
  readonly touched: ReadonlySet<number>;
}

interface ShardOptions {
  readonly file: MakeFile;
  readonly known?: KnownShards;
}

/** Yields the files and returns their names, and the hashes for the next time. */
export function* shardFiles(vocabulary: Vocabulary, inverted: Inverted, { file, known }: ShardOptions) {
  const entries = sortedEntries(vocabulary.terms, inverted);
  const size = shardSize(entries.reduce((sum, { bytes }) => sum + bytes, 0));
  const boundaries: string[] = [];
  const hashes = new Map<string, readonly [string, string]>();
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
    boundaries.push(from === 0 ? '' : boundaryBetween(entries[from - 1]?.term ?? '', entries[from]?.term ?? ''));
  }
  const all = [...hashes.values()];
  const positions = file('positions', () => encodePositionHashes(all.map(([, hash]) => hash)));
  yield positions;
  const words = file('words', () => encodeWords(dictionaryOf(entries, vocabulary, inverted)));
  yield words;
  const names: ShardNames = { boundaries, terms: all.map(([hash]) => hash), positions: positions.hash, words: words.hash };
  return { names, hashes };
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

function dictionaryOf(entries: readonly Entry[], { spellings }: Vocabulary, { documentCounts, spellingCounts }: Inverted) {
  const commonest = new Map<number, { word: string; count: number }>();
  for (const [number, { word, term }] of spellings.entries()) {
    const count = spellingCounts[number] ?? 0;
    const known = commonest.get(term);
    if (count > 0 && (!known || count > known.count || (count === known.count && word < known.word))) commonest.set(term, { word, count });
  }
  return {
    terms: entries.map(({ term }) => term),
    spellings: entries.map(({ term, number }) => commonest.get(number)?.word ?? term),
    documents: Uint32Array.from(entries, ({ number }) => documentCounts[number] ?? 0),
  };
}
