// Which documents have the words of a phrase one after the other.

import { FIELDS, type FieldName } from '../fields.ts';
import type { Postings } from '../files/terms.ts';
import type { SearchIndex } from '../reader.ts';
import { placedTerms } from '../terms.ts';
import type { Word } from '../words.ts';

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

/** Undefined for a phrase of stop words alone. Stop words within it stand for any word: the index does not hold them. */
export async function findPhrase(index: SearchIndex, words: readonly Word[], fields: ReadonlySet<number>): Promise<PhraseHits | undefined> {
  const slots: (readonly (readonly Slot[])[])[] = [];
  let place = 0;
  for (const word of words) {
    const ways = waysOf(word, place);
    if (ways.length > 0) slots.push(ways);
    place += word.span;
  }
  if (slots.length === 0) return undefined;
  const terms = [...new Set(slots.flat(2).map(({ term }) => term))];
  const found = await Promise.all(terms.map(async (term) => [term, await index.postings(term)] as const));
  const postings = new Map(found.flatMap(([term, one]) => (one ? [[term, one] as const] : [])));
  const missing = words.filter((word) => {
    const ways = waysOf(word, 0);
    return ways.length > 0 && !ways.some((way) => way.every(({ term }) => postings.has(term)));
  });
  if (missing.length > 0) return { documents: new Set(), postings: [...postings.values()], missing };
  const places = new Map<string, Places>();
  await Promise.all(
    [...postings].map(async ([term, one]) => {
      places.set(term, placesOf(one, await index.positions(one), fields));
    }),
  );
  return { documents: follow(slots, places), postings: [...postings.values()], missing };
}

/** As a whole, or, where it need not be matched to the letter, as its parts: split-brain is split brain. */
function waysOf(word: Word, from: number): Slot[][] {
  const placed = placedTerms(word);
  const [whole, ...parts] = placed.map(({ term, place }) => ({ term, place: from + place }));
  if (!whole) return [];
  const isCompound = !word.isIdentifier && parts.length > 0;
  return isCompound ? [[whole], parts] : [[whole]];
}

/** Positions by field and document. */
type Places = ReadonlyMap<number, Uint32Array>;

const keyOf = (field: number, document: number): number => document * FIELDS.length + field;

function placesOf({ fields, documents }: Postings, positions: readonly Uint32Array[], wanted: ReadonlySet<number>): Places {
  const places = new Map<number, Uint32Array>();
  for (let n = 0; n < documents.length; n++) {
    const [field = 0, document = 0, list] = [fields[n], documents[n], positions[n]];
    if (list && wanted.has(field)) places.set(keyOf(field, document), list);
  }
  return places;
}

/** Documents with a beginning from which every word stands in its place. */
function follow(slots: readonly (readonly (readonly Slot[])[])[], places: ReadonlyMap<string, Places>): Set<number> {
  let beginnings: Map<number, Set<number>> | undefined;
  for (const ways of slots) {
    const here = new Map<number, Set<number>>();
    for (const way of ways) {
      for (const [key, starts] of startsOf(way, places)) {
        const before = beginnings?.get(key);
        const kept = beginnings ? starts.filter((start) => before?.has(start)) : starts;
        if (kept.length > 0) here.set(key, new Set([...(here.get(key) ?? []), ...kept]));
      }
    }
    beginnings = here;
  }
  return new Set([...(beginnings ?? new Map<number, Set<number>>()).keys()].map((key) => Math.floor(key / FIELDS.length)));
}

/** Where the phrase would have to begin for all terms of this way to stand in their places. */
function startsOf(way: readonly Slot[], places: ReadonlyMap<string, Places>): Map<number, number[]> {
  let starts: Map<number, number[]> | undefined;
  for (const { term, place } of way) {
    const here = new Map<number, number[]>();
    for (const [key, list] of places.get(term) ?? []) {
      const before = starts?.get(key);
      if (starts && !before) continue;
      const own = Array.from(list, (position) => position - place).filter((start) => start >= 0);
      const kept = before ? own.filter((start) => before.includes(start)) : own;
      if (kept.length > 0) here.set(key, kept);
    }
    starts = here;
  }
  return starts ?? new Map();
}

/** Numbers of the fields a query looks in. */
export function fieldNumbers(names: readonly FieldName[] | undefined): ReadonlySet<number> {
  return new Set(FIELDS.flatMap((name, number) => (names === undefined || names.includes(name) ? [number] : [])));
}
