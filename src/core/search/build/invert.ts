// From terms by document to documents by term: counted first, so that everything has its place in arrays that need not grow.
import { FIELDS } from '../fields.ts';
import type { DocumentTerms } from './read-document.ts';
import { EntryReader, readSpellings } from './read-entries.ts';

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
export function* invert(all: readonly DocumentTerms[], counts: Counts): Generator<undefined, Inverted> {
  const { spellingCounts, ...counted } = yield* count(all, counts);
  const { starts, positionStarts, ...cursors } = startsOf(counted, counts);
  const filled = yield* fill(all, cursors, [starts.at(-1) ?? 0, positionStarts.at(-1) ?? 0]);
  return { ...filled, starts, positionStarts, spellingCounts };
}

/**
 * A number for every field and term, the terms of one field side by side: common terms have low numbers, and so what is looked up for every word
 * of an archive lies close together. Of entries and of bytes of places: first how many, then where the next one goes.
 */
interface Cursors {
  readonly entries: Uint32Array;
  readonly bytes: Uint32Array;
}

function* count(all: readonly DocumentTerms[], { termCount, spellingCount }: Counts) {
  const entries = new Uint32Array(FIELDS.length * termCount);
  const bytes = new Uint32Array(entries.length);
  const spellingCounts = new Uint32Array(spellingCount);
  const countSpelling = (spelling: number): void => {
    spellingCounts[spelling] = (spellingCounts[spelling] as number) + 1;
  };
  for (const [document, data] of all.entries()) {
    if (document % BREATH === 0) yield;
    readSpellings(data, countSpelling);
    for (const entry = new EntryReader(data); entry.next(); ) {
      const at = entry.field * termCount + entry.term;
      entries[at] = (entries[at] as number) + 1;
      bytes[at] = (bytes[at] as number) + entry.to - entry.from;
    }
  }
  return { entries, bytes, spellingCounts };
}

/** Where slots begin; the counts become the same by field and term. */
function startsOf({ entries, bytes }: Cursors, { termCount }: Counts): Cursors & Pick<Inverted, 'starts' | 'positionStarts'> {
  const starts = new Uint32Array(termCount * FIELDS.length + 1);
  const positionStarts = new Uint32Array(starts.length);
  let slot = 0;
  for (let term = 0; term < termCount; term++) {
    for (let at = term; at < entries.length; at += termCount, slot++) {
      const [start, positionStart] = [starts[slot] as number, positionStarts[slot] as number];
      starts[slot + 1] = start + (entries[at] as number);
      positionStarts[slot + 1] = positionStart + (bytes[at] as number);
      entries[at] = start;
      bytes[at] = positionStart;
    }
  }
  return { starts, positionStarts, entries, bytes };
}

type Filled = Omit<Inverted, 'starts' | 'positionStarts' | 'spellingCounts'>;

function* fill(
  all: readonly DocumentTerms[],
  next: Cursors,
  sizes: readonly [entries: number, bytes: number],
): Generator<undefined, Filled> {
  const termCount = next.entries.length / FIELDS.length;
  const documents = new Uint32Array(sizes[0]);
  const frequencies = new Uint32Array(sizes[0]);
  const positions = new Uint8Array(sizes[1]);
  const first = new Uint32Array(termCount);
  const documentCounts = new Uint32Array(termCount);
  const lastDocument = new Int32Array(termCount).fill(-1);
  for (const [document, data] of all.entries()) {
    if (document % BREATH === 0) yield;
    for (const entry = new EntryReader(data); entry.next(); ) {
      const { term, from, to } = entry;
      if (lastDocument[term] === -1) first[term] = entry.rank;
      if (lastDocument[term] !== document) documentCounts[term] = (documentCounts[term] as number) + 1;
      lastDocument[term] = document;
      const slot = entry.field * termCount + term;
      const at = next.entries[slot] as number;
      next.entries[slot] = at + 1;
      documents[at] = document;
      frequencies[at] = entry.frequency;
      let position = next.bytes[slot] as number;
      for (let byte = from; byte < to; byte++) positions[position++] = data[byte] as number;
      next.bytes[slot] = position;
    }
  }
  return { documents, frequencies, positions, first, documentCounts };
}
