// One field of a document: its tokens are gathered as they come, then put under their terms by counting.
import { TEXT_GAP } from '../files/positions.ts';
import { NumberList } from './number-list.ts';
import type { OnChunk, Vocabulary } from './vocabulary.ts';

/**
 * Adds how many terms the texts have; then of each, in the order in which they are met, its number, how often it comes, and its places, each as the
 * distance from the one before.
 */
export type FieldReader = (texts: readonly string[], to: NumberList) => void;

export function makeFieldReader(vocabulary: Vocabulary, onSpelling: (spelling: number) => void): FieldReader {
  /** By term: its entry, counted from 1; 0 where it was not met yet in this field. */
  const entryOfTerm = new NumberList();
  const [terms, entries, places] = [new NumberList(), new NumberList(), new NumberList()];
  const sorted = makeSortedPlaces();
  let place = 0;
  const entryOf = (term: number): number => {
    const known = entryOfTerm.at(term);
    if (known > 0) return known - 1;
    terms.push(term);
    entryOfTerm.set(term, terms.length);
    return terms.length - 1;
  };
  const onChunk: OnChunk = (numbers, start) => {
    let at = start + 2;
    for (let count = numbers[start + 1] as number; count > 0; count--, at += 2) {
      entries.push(entryOf(numbers[at] as number));
      places.push(place + (numbers[at + 1] as number));
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
    to.push(terms.length);
    sorted.sort(entries, places, terms.length);
    for (let entry = 0; entry < terms.length; entry++) {
      const term = terms.at(entry);
      to.push(term);
      sorted.pushEntry(entry, to);
      entryOfTerm.set(term, 0);
    }
    for (const list of [terms, entries, places]) list.clear();
  };
}

/** The places of the first entry, rising, then those of the second, … */
function makeSortedPlaces() {
  const [starts, ends, sorted] = [new NumberList(), new NumberList(), new NumberList()];
  return {
    sort: (entries: NumberList, places: NumberList, count: number): void => {
      starts.reserve(count);
      ends.reserve(count);
      sorted.reserve(entries.length);
      const [start, end, to, entryOf, placeOf] = [starts.numbers, ends.numbers, sorted.numbers, entries.numbers, places.numbers];
      end.fill(0, 0, count);
      for (let token = 0; token < entries.length; token++) (end[entryOf[token] as number] as number)++;
      for (let entry = 0, next = 0; entry < count; entry++) {
        start[entry] = next;
        next += end[entry] as number;
        end[entry] = start[entry] as number;
      }
      for (let token = 0; token < entries.length; token++) {
        const entry = entryOf[token] as number;
        const place = placeOf[token] as number;
        let at = end[entry] as number;
        end[entry] = at + 1;
        // The tokens of one word come by their length, not always by their place.
        for (; at > (start[entry] as number) && (to[at - 1] as number) > place; at--) to[at] = to[at - 1] as number;
        to[at] = place;
      }
    },
    /** How many places it has, and these. */
    pushEntry: (entry: number, into: NumberList): void => {
      const [start, end] = [starts.at(entry), ends.at(entry)];
      into.push(end - start);
      for (let at = start, before = 0; at < end; at++) {
        const place = sorted.at(at);
        into.push(place - before);
        before = place;
      }
    },
  };
}
