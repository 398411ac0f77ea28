// From terms by document to documents by term: counted first, so that everything has its place in arrays that need not grow.
import { FIELDS } from '../fields.ts';
import { NumberList } from './number-list.ts';
import type { DocumentTerms } from './read-document.ts';
import { VarintReader } from './varints.ts';

/** Parallel to the terms' numbers, or, where it says so, to `term * FIELDS.length + field`. */
export interface Inverted {
  /** By term and field, with one more at the end: where its entries begin in `documents` and `frequencies`. */
  readonly starts: Uint32Array;
  readonly documents: Uint32Array;
  readonly frequencies: Uint32Array;
  /** By term and field: where its places begin in `positions`. */
  readonly positionStarts: Uint32Array;
  /** Bytes, as in the files of positions. */
  readonly positions: Uint8Array;
  /** By term: see Postings. */
  readonly first: Uint32Array;
  /** By term: documents that have it in any field. */
  readonly documentCounts: Uint32Array;
  /** By number of a word: documents that have it. */
  readonly spellingCounts: Uint32Array;
}

/** How many there are in the vocabulary. */
export interface Counts {
  readonly termCount: number;
  readonly spellingCount: number;
}

const BREATH = 256;

/** Yields now and then, so that other work can go on. */
export function* invert(all: readonly DocumentTerms[], { termCount, spellingCount }: Counts): Generator<undefined, Inverted> {
  const slots = termCount * FIELDS.length;
  const starts = new Uint32Array(slots + 1);
  const positionStarts = new Uint32Array(slots + 1);
  const spellingCounts = new Uint32Array(spellingCount);
  const unpack = makeUnpacker();
  const countSpelling = (spelling: number): void => {
    spellingCounts[spelling] = (spellingCounts[spelling] as number) + 1;
  };
  for (const [document, data] of all.entries()) {
    if (document % BREATH === 0) yield;
    readSpellings(data, countSpelling);
    const { entries, length } = unpack(data);
    for (let n = 0; n < length; n += ENTRY) {
      const slot = (entries[n] as number) + 1;
      starts[slot] = (starts[slot] as number) + 1;
      positionStarts[slot] = (positionStarts[slot] as number) + (entries[n + 4] as number) - (entries[n + 3] as number);
    }
  }
  for (let slot = 0; slot < slots; slot++) {
    starts[slot + 1] = (starts[slot + 1] as number) + (starts[slot] as number);
    positionStarts[slot + 1] = (positionStarts[slot + 1] as number) + (positionStarts[slot] as number);
  }
  return { ...(yield* fill(all, starts, positionStarts)), starts, positionStarts, spellingCounts };
}

type Filled = Omit<Inverted, 'starts' | 'positionStarts' | 'spellingCounts'>;

function* fill(all: readonly DocumentTerms[], starts: Uint32Array, positionStarts: Uint32Array): Generator<undefined, Filled> {
  const termCount = (starts.length - 1) / FIELDS.length;
  const [next, nextPosition] = [starts.slice(), positionStarts.slice()];
  const documents = new Uint32Array(starts.at(-1) ?? 0);
  const frequencies = new Uint32Array(documents.length);
  const positions = new Uint8Array(positionStarts.at(-1) ?? 0);
  const first = new Uint32Array(termCount);
  const documentCounts = new Uint32Array(termCount);
  const lastDocument = new Int32Array(termCount).fill(-1);
  const unpack = makeUnpacker();
  for (const [document, data] of all.entries()) {
    if (document % BREATH === 0) yield;
    const { entries, length } = unpack(data);
    for (let n = 0; n < length; n += ENTRY) {
      const slot = entries[n] as number;
      const term = Math.floor(slot / FIELDS.length);
      if (lastDocument[term] === -1) first[term] = entries[n + 2] as number;
      if (lastDocument[term] !== document) documentCounts[term] = (documentCounts[term] as number) + 1;
      lastDocument[term] = document;
      const at = next[slot] as number;
      next[slot] = at + 1;
      documents[at] = document;
      frequencies[at] = entries[n + 1] as number;
      let position = nextPosition[slot] as number;
      for (let byte = entries[n + 3] as number; byte < (entries[n + 4] as number); byte++) positions[position++] = data[byte] as number;
      nextPosition[slot] = position;
    }
  }
  return { documents, frequencies, positions, first, documentCounts };
}

/** Numbers of an entry: slot, frequency, its rank in the order of meeting, and its places: bytes of the document from here to before there. */
export const ENTRY = 5;

interface Unpacked {
  readonly entries: Int32Array;
  /** Numbers that hold. */
  readonly length: number;
}

/** Numbers of the words a document has. */
export function readSpellings(data: DocumentTerms, onSpelling: (spelling: number) => void): void {
  const reader = new VarintReader(data);
  for (let count = reader.next(); count > 0; count--) onSpelling(reader.next());
}

/** What it returns is valid until the next call. */
export function makeUnpacker(): (data: DocumentTerms) => Unpacked {
  const list = new NumberList(1 << 14);
  return (data) => {
    const reader = new VarintReader(data);
    reader.skip(reader.next());
    // An entry takes three bytes at least.
    list.reserve(ENTRY * Math.ceil(data.length / 3));
    const entries = list.numbers;
    let length = 0;
    for (let field = 0; field < FIELDS.length; field++) {
      const count = reader.next();
      for (let rank = 0; rank < count; rank++, length += ENTRY) {
        entries[length] = reader.next() * FIELDS.length + field;
        const frequency = reader.next();
        entries[length + 1] = frequency;
        entries[length + 2] = rank;
        entries[length + 3] = reader.at;
        reader.skip(frequency);
        entries[length + 4] = reader.at;
      }
    }
    return { entries, length };
  };
}
