// One document as the numbers of its terms, in few bytes: what is kept of it until all are read, and over rebuilds.
import { FIELDS, type FieldTexts } from '../fields.ts';
import { makeByteWriter } from '../files/byte-writer.ts';
import { TEXT_GAP, writePositions } from '../files/positions.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Varints: how many words, and their numbers; then for each field how many terms, in the order in which they are met, and of each its number,
 * how often it stands there, and its places, each as the distance from the one before.
 */
export type DocumentTerms = Uint8Array;

export function makeDocumentReader(vocabulary: Vocabulary): (texts: FieldTexts) => DocumentTerms {
  const field = makeFieldReader(vocabulary);
  const writer = makeByteWriter(1 << 14);
  const body = makeByteWriter(1 << 14);
  return (texts) => {
    writer.reset();
    body.reset();
    const spellings = new Set<number>();
    for (const name of FIELDS) {
      const entries = field(texts[name], spellings);
      body.varint(entries.size);
      for (const [term, places] of entries) {
        body.varint(term);
        body.varint(places.length);
        writePositions(body, places);
      }
    }
    writer.varint(spellings.size);
    for (const spelling of spellings) writer.varint(spelling);
    writer.bytes(body.done());
    return writer.done();
  };
}

/** Places of each term of a field, rising, by the term's number. */
function makeFieldReader(vocabulary: Vocabulary) {
  return (texts: readonly string[], spellings: Set<number>): Map<number, number[]> => {
    const entries = new Map<number, number[]>();
    let place = 0;
    const read = (word: string): void => {
      const { terms, places, span, spellings: words } = vocabulary.chunk(word);
      for (let n = 0; n < terms.length; n++) addPlace(entries, terms[n] as number, place + (places[n] as number));
      for (const spelling of words) spellings.add(spelling);
      place += span;
    };
    for (const text of texts) {
      eachChunk(text, read);
      place += TEXT_GAP;
    }
    return entries;
  };
}

function addPlace(entries: Map<number, number[]>, term: number, place: number): void {
  const places = entries.get(term);
  if (places === undefined) {
    entries.set(term, [place]);
    return;
  }
  // The tokens of one word come by their length, not always by their place.
  let at = places.length;
  while (at > 0 && (places[at - 1] as number) > place) at--;
  if (at === places.length) places.push(place);
  else places.splice(at, 0, place);
}

/** At spaces of ASCII only: other spaces may stand within a word as the tokenizer sees it. */
function eachChunk(text: string, read: (chunk: string) => void): void {
  let start = -1;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const isSpace = unit === 32 || (unit >= 9 && unit <= 13);
    if (!isSpace && start < 0) start = at;
    if (!isSpace || start < 0) continue;
    read(text.slice(start, at));
    start = -1;
  }
  if (start >= 0) read(text.slice(start));
}
