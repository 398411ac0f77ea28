// Numbers for terms and words. A text is cut at spaces, and what stands between two of them goes through tokenizer and pipeline once, however
// often it comes: ten thousand incidents hold five million words, but forty thousand different ones.
import { placedTerms, termOf } from '../terms.ts';
import { type Word, words } from '../words.ts';

/** What stands between two spaces, read: often one word and one term. */
export interface Chunk {
  /** Numbers of terms in the order of lunr's tokens. */
  readonly terms: readonly number[];
  /** Of each of them, from the chunk's own place. */
  readonly places: readonly number[];
  readonly span: number;
  /** Numbers of words that the dictionary may give as spellings of their terms. */
  readonly spellings: readonly number[];
}

export interface Vocabulary {
  /** By number; some may no longer be in any document. */
  readonly terms: readonly string[];
  /** By number: a word and the number of its term. */
  readonly spellings: readonly { readonly word: string; readonly term: number }[];
  /** A text without spaces. */
  chunk(text: string): Chunk;
}

const KNOWN_AT_MOST = 1 << 17;
/** Longer ones are texts of scripts without spaces, or data: they do not come again. */
const LONGEST_KNOWN = 64;

export function makeVocabulary(): Vocabulary {
  const terms = makeNumbers<string>((term) => term);
  const spellings = makeNumbers<{ word: string; term: number }>(({ word }) => word);
  const known = new Map<string, Chunk>();
  const spell = (text: string, isIdentifier: boolean): number[] => {
    const term = termOf(text, isIdentifier);
    return term === undefined || !isIndexable(term) ? [] : [spellings.numberOf({ word: text, term: terms.numberOf(term) })];
  };
  const spellingsOf = (word: Word): number[] => [
    ...spell(word.text, word.isIdentifier),
    ...word.parts.flatMap((part) => spell(part, true)),
  ];
  const read = (text: string): Chunk => {
    const found = words(text);
    const [numbers, places]: [number[], number[]] = [[], []];
    let span = 0;
    for (const word of found) {
      for (const { term, place } of placedTerms(word)) {
        if (!isIndexable(term)) continue;
        numbers.push(terms.numberOf(term));
        places.push(span + place);
      }
      span += word.span;
    }
    return { terms: numbers, places, span, spellings: found.flatMap(spellingsOf) };
  };
  const chunk = (text: string): Chunk => {
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    const made = read(text);
    if (text.length > LONGEST_KNOWN) return made;
    if (known.size >= KNOWN_AT_MOST) known.clear();
    // A slice of a text keeps the whole text in memory; a slice of a copy keeps the copy.
    known.set(` ${text}`.slice(1), made);
    return made;
  };
  return { terms: terms.all, spellings: spellings.all, chunk };
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
