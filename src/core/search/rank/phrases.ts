// Which documents have the words of a phrase one after the other.

import { FIELDS } from '../fields.ts';
import type { Postings } from '../files/terms.ts';
import type { SearchIndex } from '../reader.ts';
import { placedTerms } from '../terms.ts';
import { type Word, words as wordsOf } from '../words.ts';
import { nearestSpelling } from './stand-ins.ts';

/** A term that has to stand so many places after the phrase's beginning. */
interface Slot {
  readonly term: string;
  readonly place: number;
}

export interface PhraseHits {
  readonly documents: ReadonlySet<number>;
  /** Of all its words that are in the index. */
  readonly postings: readonly Postings[];
  /** Words of which no document has any. */
  readonly missing: readonly Word[];
}

export interface MendedPhrase extends PhraseHits {
  /** As they were looked for. */
  readonly words: readonly Word[];
  readonly corrections: readonly { readonly word: Word; readonly to: string }[];
}

/** The phrase with the nearest spelling in place of every word that is nowhere. Undefined for a phrase of stop words alone. */
export async function findMended(
  index: SearchIndex,
  words: readonly Word[],
  fields: ReadonlySet<number>,
): Promise<MendedPhrase | undefined> {
  const found = await findPhrase(index, words, fields);
  if (!found) return undefined;
  const plain = found.missing.filter((word) => !word.isIdentifier && word.parts.length === 0);
  const spellings = new Map<Word, string>();
  for (const word of plain) {
    const near = await nearestSpelling(index, word);
    if (near) spellings.set(word, near.spelling);
  }
  if (spellings.size === 0) return { ...found, words, corrections: [] };
  const mended = words.map((word) => ({ ...(wordsOf(spellings.get(word) ?? '')[0] ?? word), start: word.start, end: word.end }));
  const corrections = [...spellings].map(([word, to]) => ({ word, to }));
  return { ...((await findPhrase(index, mended, fields)) ?? found), words: mended, corrections };
}

/** Undefined for a phrase of stop words alone. Stop words within it stand for any word: the index does not hold them. */
export async function findPhrase(index: SearchIndex, words: readonly Word[], fields: ReadonlySet<number>): Promise<PhraseHits | undefined> {
  const ways = waysOf(words);
  const terms = [...new Set(ways.flat().map(({ term }) => term))];
  if (terms.length === 0) return undefined;
  const found = await Promise.all(terms.map(async (term) => [term, await index.postings(term)] as const));
  const known = new Map(found.flatMap(([term, postings]) => (postings ? [[term, postings] as const] : [])));
  const missing = words.filter((word) => {
    const own = waysOf([word]);
    return own.some((way) => way.length > 0) && !own.some((way) => way.every(({ term }) => known.has(term)));
  });
  const possible = ways.filter((way) => way.every(({ term }) => known.has(term)));
  const documents = await Promise.all(possible.map((way) => follow(index, way, known, fields)));
  return { documents: new Set(documents.flat()), postings: [...known.values()], missing };
}

/** Each may double the ways a phrase can be written. */
const MOST_COMPOUNDS = 3;

/** Every way the phrase may stand in a text. A compound stands as a whole or as its parts: split-brain is split brain. */
function waysOf(words: readonly Word[]): Slot[][] {
  let ways: Slot[][] = [[]];
  let place = 0;
  let compounds = 0;
  for (const word of words) {
    const [whole, ...parts] = placedTerms(word).map((placed) => ({ term: placed.term, place: place + placed.place }));
    place += word.span;
    if (!whole) continue;
    const isCompound = !word.isIdentifier && parts.length > 0 && ++compounds <= MOST_COMPOUNDS;
    ways = ways.flatMap((way) =>
      isCompound
        ? [
            [...way, whole],
            [...way, ...parts],
          ]
        : [[...way, whole]],
    );
  }
  return ways;
}

/** Documents in a field of which all terms of the way stand in their places. */
async function follow(
  index: SearchIndex,
  way: readonly Slot[],
  known: ReadonlyMap<string, Postings>,
  fields: ReadonlySet<number>,
): Promise<number[]> {
  const terms = [...new Set(way.map(({ term }) => term))].map((term) => known.get(term) as Postings);
  const { documents } = await index.manifest();
  const common = entriesInCommon(terms, fields, documents);
  const places = await Promise.all(terms.map((postings) => placesAt(index, postings, (key) => common[key] === terms.length)));
  const slots = way.map(({ term, place }) => ({ place, lists: places[terms.findIndex((one) => one.term === term)] ?? new Map() }));
  const [first, ...others] = slots;
  return [...(first?.lists ?? [])].flatMap(([key, starts]) => {
    const isThere = starts.some((start: number) =>
      others.every(({ place, lists }) => lists.get(key)?.includes(start - (first?.place ?? 0) + place)),
    );
    return isThere ? [Math.floor(key / FIELDS.length)] : [];
  });
}

const keyOf = (field: number, document: number): number => document * FIELDS.length + field;

/** By key: how many of the terms stand in that field of that document. */
function entriesInCommon(terms: readonly Postings[], wanted: ReadonlySet<number>, documentCount: number): Uint16Array {
  const counts = new Uint16Array(documentCount * FIELDS.length);
  terms.forEach(({ fields, documents }, before) => {
    for (let n = 0; n < documents.length; n++) {
      const field = fields[n] as number;
      const key = keyOf(field, documents[n] as number);
      if (counts[key] === before && wanted.has(field)) counts[key] = before + 1;
    }
  });
  return counts;
}

async function placesAt(index: SearchIndex, postings: Postings, isWanted: (key: number) => boolean): Promise<Map<number, Uint32Array>> {
  const { fields, documents } = postings;
  const keyAt = (n: number): number => keyOf(fields[n] as number, documents[n] as number);
  const lists = await index.positions(postings, (n) => isWanted(keyAt(n)));
  const places = new Map<number, Uint32Array>();
  lists.forEach((list, n) => {
    if (list) places.set(keyAt(n), list);
  });
  return places;
}
