// One document as the numbers of its terms, in few bytes: what is kept of it until all are read, and over rebuilds.
import { FIELDS, type FieldTexts } from '../fields.ts';
import { type ByteWriter, makeByteWriter } from '../files/byte-writer.ts';
import { TEXT_GAP, writePositions } from '../files/positions.ts';
import { makeNumberList, type NumberList } from './number-list.ts';
import type { OnChunk, Vocabulary } from './vocabulary.ts';

/**
 * Varints: how many words, and their numbers; then for each field how many terms, in the order in which they are met, and of each its number,
 * how often it stands there, and its places, each as the distance from the one before.
 */
export type DocumentTerms = Uint8Array;

export function makeDocumentReader(vocabulary: Vocabulary): (texts: FieldTexts) => DocumentTerms {
  const [writer, body] = [makeByteWriter(1 << 14), makeByteWriter(1 << 14)];
  const spellings = makeDistinct();
  const writeField = makeFieldWriter(vocabulary, spellings.add);
  return (texts) => {
    writer.reset();
    body.reset();
    for (const name of FIELDS) writeField(texts[name], body);
    const { numbers, length } = spellings.take();
    writer.varint(length);
    for (let n = 0; n < length; n++) writer.varint(numbers[n] as number);
    writer.bytes(body.done());
    return writer.done();
  };
}

/** Numbers, each once. */
function makeDistinct() {
  const list = makeNumberList();
  const isIn = makeNumberList();
  return {
    add: (number: number): void => {
      if (isIn.at(number) === 1) return;
      isIn.set(number, 1);
      list.push(number);
    },
    /** Valid until the next `add`. */
    take: (): { readonly numbers: Int32Array; readonly length: number } => {
      const { numbers, length } = list;
      for (let n = 0; n < length; n++) isIn.set(numbers[n] as number, 0);
      list.clear();
      return { numbers, length };
    },
  };
}

/** Tokens are gathered as they come, then put under their terms by counting. */
function makeFieldWriter(vocabulary: Vocabulary, onSpelling: (spelling: number) => void) {
  const [entryOfTerm, terms, counts] = [makeNumberList(), makeNumberList(), makeNumberList()];
  const [tokenEntries, tokenPlaces] = [makeNumberList(), makeNumberList()];
  let place = 0;
  const addToken = (term: number, at: number): void => {
    // 0 is a term that was not met yet in this field.
    let entry = entryOfTerm.at(term) - 1;
    if (entry < 0) {
      entry = terms.length;
      terms.push(term);
      counts.push(0);
      entryOfTerm.set(term, entry + 1);
    }
    counts.set(entry, counts.at(entry) + 1);
    tokenEntries.push(entry);
    tokenPlaces.push(at);
  };
  const onChunk: OnChunk = (numbers, start) => {
    let at = start + 2;
    for (let count = numbers[start + 1] as number; count > 0; count--, at += 2) {
      addToken(numbers[at] as number, place + (numbers[at + 1] as number));
    }
    for (let count = numbers[at++] as number; count > 0; count--, at++) onSpelling(numbers[at] as number);
    place += numbers[start] as number;
  };
  return (texts: readonly string[], to: ByteWriter): void => {
    place = 0;
    for (const text of texts) {
      vocabulary.eachChunk(text, onChunk);
      place += TEXT_GAP;
    }
    to.varint(terms.length);
    const sorted = placesByEntry(tokenEntries, tokenPlaces, counts);
    for (let entry = 0, from = 0; entry < terms.length; entry++) {
      const count = counts.at(entry);
      to.varint(terms.at(entry));
      to.varint(count);
      writePositions(to, rising(sorted.subarray(from, from + count)));
      from += count;
      entryOfTerm.set(terms.at(entry), 0);
    }
    for (const list of [terms, counts, tokenEntries, tokenPlaces]) list.clear();
  };
}

/** The places of the first entry, then those of the second, … each in the order of the tokens. */
function placesByEntry(entries: NumberList, places: NumberList, counts: NumberList): Int32Array {
  const next = new Int32Array(counts.length + 1);
  for (let entry = 0; entry < counts.length; entry++) next[entry + 1] = (next[entry] as number) + counts.at(entry);
  const sorted = new Int32Array(entries.length);
  for (let token = 0; token < entries.length; token++) {
    const entry = entries.at(token);
    const at = next[entry] as number;
    next[entry] = at + 1;
    sorted[at] = places.at(token);
  }
  return sorted;
}

/** The tokens of one word come by their length, not always by their place. */
function rising(places: Int32Array): Int32Array {
  for (let n = 1; n < places.length; n++) if ((places[n] as number) < (places[n - 1] as number)) return places.sort();
  return places;
}
