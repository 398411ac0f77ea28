// The counts of an inverted index after a few documents have changed: worked out anew for the terms they have or had, the same for all others.
import { FIELDS } from '../fields.ts';
import type { Counts, Inverted } from './invert.ts';
import type { DocumentTerms } from './read-document.ts';
import { EntryReader, readSpellings } from './read-entries.ts';

export interface Change {
  readonly document: number;
  /** Absent for a new one. */
  readonly before?: DocumentTerms;
  readonly after: DocumentTerms;
}

interface Patched {
  readonly touched: ReadonlySet<number>;
  readonly changes: readonly Change[];
  readonly all: readonly DocumentTerms[];
  readonly counts: Counts;
}

type Lists = Pick<Inverted, 'starts' | 'documents'>;

/** What is counted by term and by word, as it is after the changes. */
export function countsAfter(old: Inverted, lists: Lists, { touched, changes, all, counts }: Patched) {
  const first = grown(old.first, counts.termCount);
  const documentCounts = grown(old.documentCounts, counts.termCount);
  const spellingCounts = grown(old.spellingCounts, counts.spellingCount);
  for (const term of touched) {
    const { documents, slot } = documentsOf(lists, term);
    documentCounts[term] = documents.size;
    if (slot === undefined) continue;
    for (const entry = new EntryReader(all[Math.min(...documents)] as DocumentTerms); entry.next(); ) {
      if (entry.term * FIELDS.length + entry.field === slot) first[term] = entry.rank;
    }
  }
  for (const { before, after } of changes) {
    if (before !== undefined) readSpellings(before, (spelling) => add(spellingCounts, spelling, -1));
    readSpellings(after, (spelling) => add(spellingCounts, spelling, 1));
  }
  return { first, documentCounts, spellingCounts };
}

/** All documents that have a term, and the first slot in which the first of them has it. */
function documentsOf({ starts, documents }: Lists, term: number): { documents: Set<number>; slot: number | undefined } {
  const found = new Set<number>();
  let [least, slot] = [Number.POSITIVE_INFINITY, undefined as number | undefined];
  for (let at = term * FIELDS.length; at < (term + 1) * FIELDS.length; at++) {
    const own = documents.subarray(starts[at], starts[at + 1]);
    for (const document of own) found.add(document);
    const [earliest] = own;
    if (earliest !== undefined && earliest < least) [least, slot] = [earliest, at];
  }
  return { documents: found, slot };
}

function grown(numbers: Uint32Array, length: number): Uint32Array {
  const copy = new Uint32Array(length);
  copy.set(numbers);
  return copy;
}

function add(counts: Uint32Array, index: number, by: number): void {
  counts[index] = (counts[index] as number) + by;
}
