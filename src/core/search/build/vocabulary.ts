// Numbers for terms and words. A text is cut at spaces, and what stands between two of them goes through tokenizer and pipeline once, however
// often it comes: ten thousand incidents hold seven million words, but a hundred thousand different ones.
import { placedTerms, termOf } from '../terms.ts';
import { type Word, words } from '../words.ts';
import { addToHash, EMPTY_HASH, makeChunkTable } from './chunk-table.ts';

/**
 * What stands between two spaces, read: from `at` on the array holds how many places it takes, how many terms it has, of each its number and its
 * place from the chunk's own, in the order of lunr's tokens; then how many words it has that the dictionary may give as spellings, and their numbers;
 * then how many words it is made of, and how many of the terms are of each: the word itself, if it is no stop word, and its parts.
 */
export type OnChunk = (numbers: Int32Array, at: number) => void;

export interface Vocabulary {
  /** By number; some may no longer be in any document. */
  readonly terms: readonly string[];
  /** By number: a word and the number of its term. */
  readonly spellings: readonly { readonly word: string; readonly term: number }[];
  /** Calls `onChunk` for everything between spaces, in order. */
  eachChunk(text: string, onChunk: OnChunk): void;
}

const KNOWN_AT_MOST = 1 << 18;
/** Longer ones are texts of scripts without spaces, or data: they do not come again. */
const LONGEST_KNOWN = 64;
/** A text is cut at spaces of ASCII only: other spaces may stand within a word as the tokenizer sees it. */
const SPACE = 32;

export function makeVocabulary(): Vocabulary {
  const terms = makeNumbers<string>((term) => term);
  const spellings = makeNumbers<{ word: string; term: number }>(({ word }) => word);
  const known = makeChunkTable(KNOWN_AT_MOST);
  const spell = (word: string, term: string | undefined): number[] =>
    term === undefined || !isIndexable(term) ? [] : [spellings.numberOf({ word, term: terms.numberOf(term) })];
  const spellingsOf = (word: Word): number[] => {
    if (word.parts.length === 0) return spell(word.text, placedTerms(word)[0]?.term);
    return [spell(word.text, termOf(word.text, word.isIdentifier)), ...word.parts.map((part) => spell(part, termOf(part, true)))].flat();
  };
  const read = (stretch: string): number[] => {
    const found = words(stretch);
    const placed: number[] = [];
    const counts: number[] = [];
    let span = 0;
    for (const word of found) {
      const before = placed.length;
      for (const { term, place } of placedTerms(word)) if (isIndexable(term)) placed.push(terms.numberOf(term), span + place);
      counts.push((placed.length - before) / 2);
      span += word.span;
    }
    const spelt = found.flatMap(spellingsOf);
    return [span, placed.length / 2, ...placed, spelt.length, ...spelt, counts.length, ...counts];
  };
  const readNew = (stretch: string, hash: number, onChunk: OnChunk): void => {
    const numbers = read(stretch);
    if (stretch.length > LONGEST_KNOWN) onChunk(Int32Array.from(numbers), 0);
    else {
      const at = known.add(stretch, hash, numbers);
      onChunk(known.pool, at);
    }
  };
  const eachChunk = (text: string, onChunk: OnChunk): void => {
    let from = -1;
    let hash = EMPTY_HASH;
    for (let at = 0; at <= text.length; at++) {
      const unit = at < text.length ? text.charCodeAt(at) : SPACE;
      if (unit > SPACE || unit < 9 || (unit > 13 && unit < SPACE)) {
        if (from < 0) from = at;
        hash = addToHash(hash, unit);
      } else if (from >= 0) {
        const found = known.find(text, from, at, hash);
        if (found >= 0) onChunk(known.pool, found);
        else readNew(text.slice(from, at), hash, onChunk);
        from = -1;
        hash = EMPTY_HASH;
      }
    }
  };
  return { terms: terms.all, spellings: spellings.all, eachChunk };
}

/** A lone half of a surrogate pair has no UTF-8. */
function isIndexable(term: string): boolean {
  return !/\p{Cs}/u.test(term);
}

/** Numbers things from 0 in the order in which they come. */
function makeNumbers<T>(keyOf: (thing: T) => string): { readonly all: readonly T[]; numberOf(thing: T): number } {
  const all: T[] = [];
  const numbers = new Map<string, number>();
  return {
    all,
    numberOf: (thing) => {
      const key = keyOf(thing);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, all.length);
      return all.push(thing) - 1;
    },
  };
}
