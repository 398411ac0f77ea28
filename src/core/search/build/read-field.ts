// One field of a document: its tokens are gathered as they come, then put under their terms by counting.
import type { ByteWriter } from '../files/byte-writer.ts';
import { TEXT_GAP, writePositions } from '../files/positions.ts';
import { NumberList } from './number-list.ts';
import type { OnChunk, Vocabulary } from './vocabulary.ts';

/** Writes how many terms the texts have; then of each, in the order in which they are met, its number, how often it comes, and its places. */
export type FieldWriter = (texts: readonly string[], to: ByteWriter) => void;

export function makeFieldWriter(vocabulary: Vocabulary, onSpelling: (spelling: number) => void): FieldWriter {
  const [entryOfTerm, terms, counts] = [new NumberList(), new NumberList(), new NumberList()];
  const [entries, places] = [new NumberList(), new NumberList()];
  const sort = makePlaceSorter();
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
    entries.push(entry);
    places.push(at);
  };
  const onChunk: OnChunk = (numbers, start) => {
    let at = start + 2;
    for (let count = numbers[start + 1] as number; count > 0; count--, at += 2) {
      addToken(numbers[at] as number, place + (numbers[at + 1] as number));
    }
    for (let count = numbers[at++] as number; count > 0; count--, at++) onSpelling(numbers[at] as number);
    place += numbers[start] as number;
  };
  return (texts, to) => {
    place = 0;
    for (const text of texts) {
      vocabulary.eachChunk(text, onChunk);
      place += TEXT_GAP;
    }
    to.varint(terms.length);
    const sorted = sort(entries, places, counts);
    for (let entry = 0, from = 0; entry < terms.length; entry++) {
      const [term, count] = [terms.at(entry), counts.at(entry)];
      to.varint(term);
      to.varint(count);
      writePositions(to, sorted, from, from + count);
      from += count;
      entryOfTerm.set(term, 0);
    }
    for (const list of [terms, counts, entries, places]) list.clear();
  };
}

/** The places of the first entry, rising, then those of the second, … What it returns is valid until the next call. */
function makePlaceSorter(): (entries: NumberList, places: NumberList, counts: NumberList) => Int32Array {
  const [starts, ends, sorted] = [new NumberList(), new NumberList(), new NumberList()];
  return (entries, places, counts) => {
    for (let entry = 0, start = 0; entry < counts.length; entry++) {
      starts.set(entry, start);
      ends.set(entry, start);
      start += counts.at(entry);
    }
    sorted.set(entries.length, 0);
    const [start, end, to, entryOf, placeOf] = [starts.numbers, ends.numbers, sorted.numbers, entries.numbers, places.numbers];
    for (let token = 0; token < entries.length; token++) {
      const entry = entryOf[token] as number;
      const place = placeOf[token] as number;
      let at = end[entry] as number;
      end[entry] = at + 1;
      // The tokens of one word come by their length, not always by their place.
      for (; at > (start[entry] as number) && (to[at - 1] as number) > place; at--) to[at] = to[at - 1] as number;
      to[at] = place;
    }
    return to;
  };
}
