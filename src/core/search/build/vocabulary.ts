// Numbers for terms and words. A text is cut at spaces, and what stands between two of them goes through tokenizer and pipeline once, however
// often it comes: ten thousand incidents hold seven million words, but a hundred thousand different ones.
import { termOf } from '../terms.ts';
import { words } from '../words.ts';
import { addToHash, EMPTY_HASH, makeChunkTable } from './chunk-table.ts';
import { NumberList } from './number-list.ts';

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
/** In the place of a number: a stop word. */
const SILENT = -1;
const JOINER = /[-/]/;

export function makeVocabulary(): Vocabulary {
  const terms = makeNumbers();
  const spellings: { readonly word: string; readonly term: number }[] = [];
  const known = makeChunkTable(KNOWN_AT_MOST);
  const [numbersOfWords, numbersOfCompounds] = [new Map<string, number>(), new Map<string, number>()];
  /** Its number as a spelling, which knows its term; `SILENT` where it has none. The pipeline sees each word once. */
  const numberOf = (word: string, isIdentifier: boolean): number => {
    // What a compound is closed up to, an identifier of the same letters is not.
    const numbers = isIdentifier || !JOINER.test(word) ? numbersOfWords : numbersOfCompounds;
    const number = numbers.get(word);
    if (number !== undefined) return number;
    const term = termOf(word, isIdentifier);
    const added = term === undefined || !isIndexable(term) ? SILENT : spellings.push({ word, term: terms.numberOf(term) }) - 1;
    numbers.set(word, added);
    return added;
  };
  const read = makeChunkReader(numberOf, spellings);
  const readNew = (stretch: string, hash: number, onChunk: OnChunk): void => {
    const made = read(stretch);
    if (stretch.length > LONGEST_KNOWN) onChunk(made.numbers, 0);
    else {
      const at = known.add(stretch, hash, made);
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
  return { terms: terms.all, spellings, eachChunk };
}

/** A lone half of a surrogate pair has no UTF-8. */
function isIndexable(term: string): boolean {
  return !/\p{Cs}/u.test(term);
}

/** The numbers of what stands between two spaces, as `OnChunk` gets them; valid until the next call. */
function makeChunkReader(
  numberOf: (word: string, isIdentifier: boolean) => number,
  spellings: Vocabulary['spellings'],
): (stretch: string) => NumberList {
  const [made, placed, spelt, counts] = [new NumberList(), new NumberList(), new NumberList(), new NumberList()];
  const addToken = (number: number, place: number, start: number): void => {
    if (number === SILENT) return;
    spelt.push(number);
    const { term } = spellings[number] as Vocabulary['spellings'][number];
    // No term twice at one place.
    for (let n = start; n < placed.length; n += 2) if (placed.at(n) === term && placed.at(n + 1) === place) return;
    placed.push(term);
    placed.push(place);
  };
  return (stretch) => {
    for (const list of [made, placed, spelt, counts]) list.clear();
    let span = 0;
    for (const { text, isIdentifier, parts, places, span: own } of words(stretch)) {
      const start = placed.length;
      addToken(numberOf(text, isIdentifier), span, start);
      for (let n = 0; n < parts.length; n++) addToken(numberOf(parts[n] as string, true), span + (places[n] as number), start);
      counts.push((placed.length - start) / 2);
      span += own;
    }
    made.push(span);
    made.push(placed.length / 2);
    made.pushAll(placed);
    for (const list of [spelt, counts]) {
      made.push(list.length);
      made.pushAll(list);
    }
    return made;
  };
}

/** Numbers terms from 0 in the order in which they come. */
function makeNumbers(): { readonly all: readonly string[]; numberOf(term: string): number } {
  const all: string[] = [];
  const numbers = new Map<string, number>();
  return {
    all,
    numberOf: (term) => {
      const known = numbers.get(term);
      if (known !== undefined) return known;
      numbers.set(term, all.length);
      return all.push(term) - 1;
    },
  };
}
