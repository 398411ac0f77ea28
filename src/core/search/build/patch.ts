// An inverted index after a few documents have changed: what other documents have is copied in long stretches, which takes a tenth of inverting all.
import { FIELDS } from '../fields.ts';
import type { Counts, Inverted } from './invert.ts';
import { type Change, countsAfter } from './patch-counts.ts';
import type { DocumentTerms } from './read-document.ts';
import { EntryReader } from './read-entries.ts';

/** A document's entry in one slot, its places being bytes `from` to before `to` of `data`. */
interface Entry {
  readonly document: number;
  readonly frequency: number;
  readonly data: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/** What changed documents have in a slot now, by document; undefined where they had something. */
type Edits = Map<number, Map<number, Entry | undefined>>;

const MOST_CHANGES = 64;

/** What has to be done to get from one list of documents to another; undefined where that is more than a patch. */
export function changesBetween(before: readonly DocumentTerms[], after: readonly DocumentTerms[]): Change[] | undefined {
  if (after.length < before.length) return undefined;
  const changes: Change[] = [];
  for (const [document, terms] of after.entries()) {
    const known = before[document];
    if (terms !== known) changes.push({ document, after: terms, ...(known && { before: known }) });
    if (changes.length > MOST_CHANGES) return undefined;
  }
  return changes;
}

/** `all`: the documents as they are now. `touched`: numbers of terms whose postings may be others than before. */
export function patch(old: Inverted, changes: readonly Change[], all: readonly DocumentTerms[], counts: Counts) {
  const edits = editsOf(changes);
  const slots = [...edits.keys()].sort((a, b) => a - b);
  const merged = new Map(slots.map((slot) => [slot, mergeSlot(old, slot, edits.get(slot) ?? new Map())]));
  const touched = new Set(slots.map((slot) => Math.floor(slot / FIELDS.length)));
  const lists = { ...joinEntries(old, merged), ...startsAfter(old, merged, counts.termCount * FIELDS.length) };
  const inverted: Inverted = { ...lists, ...countsAfter(old, lists, { touched, changes, all, counts }) };
  return { inverted, touched };
}

function editsOf(changes: readonly Change[]): Edits {
  const edits: Edits = new Map();
  for (const { document, before, after } of changes) {
    const had = before === undefined ? new Map<number, Ranked>() : entriesOf(before, document);
    const has = entriesOf(after, document);
    for (const slot of new Set([...had.keys(), ...has.keys()])) {
      const entry = has.get(slot);
      if (!isSame(had.get(slot), entry)) edits.set(slot, (edits.get(slot) ?? new Map<number, Entry | undefined>()).set(document, entry));
    }
  }
  return edits;
}

interface Ranked extends Entry {
  readonly rank: number;
}

/** By slot. */
function entriesOf(data: DocumentTerms, document: number): Map<number, Ranked> {
  const found = new Map<number, Ranked>();
  for (const entry = new EntryReader(data); entry.next(); ) {
    const { frequency, rank, from, to } = entry;
    found.set(entry.term * FIELDS.length + entry.field, { document, frequency, rank, data, from, to });
  }
  return found;
}

function isSame(a: Ranked | undefined, b: Ranked | undefined): boolean {
  if (a === undefined || b === undefined || a.rank !== b.rank || a.to - a.from !== b.to - b.from) return false;
  for (let n = 0; n < a.to - a.from; n++) if (a.data[a.from + n] !== b.data[b.from + n]) return false;
  return true;
}

function mergeSlot(old: Inverted, slot: number, edits: ReadonlyMap<number, Entry | undefined>): Entry[] {
  const { starts, positionStarts, documents, frequencies, positions } = old;
  const entries: Entry[] = [];
  let from = positionStarts[slot] ?? 0;
  for (let n = starts[slot] ?? 0; n < (starts[slot + 1] ?? 0); n++) {
    const [document, frequency] = [documents[n] as number, frequencies[n] as number];
    let to = from;
    for (let place = 0; place < frequency; to++) if ((positions[to] as number) < 0x80) place++;
    if (!edits.has(document)) entries.push({ document, frequency, data: positions, from, to });
    from = to;
  }
  for (const entry of edits.values()) if (entry !== undefined) entries.push(entry);
  return entries.sort((a, b) => a.document - b.document);
}

type Merged = ReadonlyMap<number, readonly Entry[]>;

const bytesOf = (entries: readonly Entry[]): number => entries.reduce((sum, { from, to }) => sum + to - from, 0);

/** Where slots begin: what comes after a slot that has changed moves by as much as that has grown. */
function startsAfter(old: Inverted, merged: Merged, slots: number): Pick<Inverted, 'starts' | 'positionStarts'> {
  const starts = new Uint32Array(slots + 1);
  const positionStarts = new Uint32Array(slots + 1);
  const last = old.starts.length - 1;
  let [more, moreBytes] = [0, 0];
  for (let slot = 0; slot <= slots; slot++) {
    const [from, to] = [Math.min(slot, last), Math.min(slot + 1, last)];
    starts[slot] = (old.starts[from] as number) + more;
    positionStarts[slot] = (old.positionStarts[from] as number) + moreBytes;
    const entries = merged.get(slot);
    if (entries === undefined) continue;
    more += entries.length - ((old.starts[to] as number) - (old.starts[from] as number));
    moreBytes += bytesOf(entries) - ((old.positionStarts[to] as number) - (old.positionStarts[from] as number));
  }
  return { starts, positionStarts };
}

/** Stretches of what is unchanged, and between them the merged slots. */
function joinEntries(old: Inverted, merged: Merged): Pick<Inverted, 'documents' | 'frequencies' | 'positions'> {
  const last = old.starts.length - 1;
  const joined = { documents: [] as Uint32Array[], frequencies: [] as Uint32Array[], positions: [] as Uint8Array[] };
  let done = 0;
  const keepUntil = (slot: number): void => {
    const [from, to] = [old.starts[done], old.starts[slot]];
    joined.documents.push(old.documents.subarray(from, to));
    joined.frequencies.push(old.frequencies.subarray(from, to));
    joined.positions.push(old.positions.subarray(old.positionStarts[done], old.positionStarts[slot]));
  };
  for (const [slot, entries] of merged) {
    keepUntil(Math.min(slot, last));
    joined.documents.push(Uint32Array.from(entries, ({ document }) => document));
    joined.frequencies.push(Uint32Array.from(entries, ({ frequency }) => frequency));
    joined.positions.push(...entries.map(({ data, from, to }) => data.subarray(from, to)));
    done = Math.min(slot + 1, last);
  }
  keepUntil(last);
  return {
    documents: concat(joined.documents, (length) => new Uint32Array(length)),
    frequencies: concat(joined.frequencies, (length) => new Uint32Array(length)),
    positions: concat(joined.positions, (length) => new Uint8Array(length)),
  };
}

function concat<T extends Uint32Array | Uint8Array>(parts: readonly T[], make: (length: number) => T): T {
  const whole = make(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
