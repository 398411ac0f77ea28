// Numbers for everything two incidents can have in common: words by their stems, pairs of words, facts, shapes of signatures.
import { WEAK_WORDS } from '../promises/weak-words.ts';
import { NumberList } from '../search/build/number-list.ts';
import { makeVocabulary } from '../search/build/vocabulary.ts';
import { termOf } from '../search/terms.ts';
import { makePairTable } from './pair-table.ts';
import type { FactKind } from './texts.ts';

/** What a number stands for. A pair names the numbers of its words. */
type Term =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'pair'; readonly first: number; readonly second: number }
  | { readonly kind: 'shape'; readonly text: string }
  | { readonly kind: 'fact'; readonly fact: FactKind; readonly value: string };

/** `none`: a number, a date, a single letter. `weak`: a word that fits every incident. */
type WordKind = 'none' | 'weak' | 'telling';

export interface Lexicon {
  readonly vocabulary: ReturnType<typeof makeVocabulary>;
  /** Of a term's number in the vocabulary. */
  wordKind(vocabularyTerm: number): WordKind;
  wordNumber(vocabularyTerm: number): number;
  /** Of a word's own number. */
  isTelling(word: number): boolean;
  pairNumber(first: number, second: number): number;
  numberOf(term: Extract<Term, { kind: 'shape' | 'fact' }>): number;
  termAt(number: number): Term;
  /** No number is as large. */
  size(): number;
}

const CALENDAR = split(`
  january february march april may june july august september october november december jan feb mar apr jun jul aug sep oct nov dec am
  pm utc gmt pst pdt est edt cet cest monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow postmortem
`);
/** Words of every telling, beside those of every promise. */
const OF_INCIDENTS = split(`
  cause root due lead led affect experience occur report recover restore mitigate become became come came went made per eventual
  successful successfully underlying vary various initial initially subsequent subsequently approximately significant number analysis
  preliminary hit summary slowly again already always never still until itself themselves past rest last ago even much away back be
  being been go goes gone mean meant meet met tell told say said hold held keep kept knew known see saw seen ran took taken gave given
  found felt left lost sent set stood thought wrote note notice call name suspect accept begin began begun stop happen turn wait behind
  above below morning afternoon evening night noon between far ever rather quite almost nearly fourteen thirteen
  file page
`);
/** Numbers, lengths, times and amounts: what differs between two times the same thing happened. */
const NUMERIC = /^[-+~#v]?\d[\d.,:/_-]*(?:st|nd|rd|th|[a-z%µ]{0,3})$/;
/** In the place of a second word, of what is no pair. */
const NAMED = -1;

export function makeLexicon(): Lexicon {
  const vocabulary = makeVocabulary();
  const kinds: WordKind[] = [];
  /** By what is left of an odd number: the words of a pair; of all else its place in `named`, and `NAMED`. */
  const [firsts, seconds] = [new NumberList(), new NumberList()];
  const pairs = makePairTable();
  const named: Term[] = [];
  const numbers = new Map<string, number>();
  const weak = new Set([...WEAK_WORDS, ...OF_INCIDENTS].map((word) => termOf(word, false)));
  const none = new Set(CALENDAR.map((word) => termOf(word, false)));
  const wordKind = (term: number): WordKind => {
    const known = kinds[term];
    if (known !== undefined) return known;
    const text = vocabulary.terms[term] ?? '';
    const kind = text.length < 2 || none.has(text) || NUMERIC.test(text) ? 'none' : weak.has(text) ? 'weak' : 'telling';
    kinds[term] = kind;
    return kind;
  };
  const add = (first: number, second: number): number => {
    firsts.push(first);
    seconds.push(second);
    return 2 * (firsts.length - 1) + 1;
  };
  const otherAt = (place: number): Term => {
    const [first, second] = [firsts.at(place), seconds.at(place)];
    return second === NAMED ? (named[first] as Term) : { kind: 'pair', first, second };
  };
  return {
    vocabulary,
    wordKind,
    isTelling: (word) => wordKind(word / 2) === 'telling',
    wordNumber: (term) => 2 * term,
    pairNumber: (first, second) => pairs.numberOf(first, second, add),
    numberOf: (term) => {
      const key = term.kind === 'shape' ? `shape\n${term.text}` : `${term.fact}\n${term.value}`;
      const known = numbers.get(key) ?? add(named.push(term) - 1, NAMED);
      numbers.set(key, known);
      return known;
    },
    termAt: (number) => (number % 2 === 1 ? otherAt((number - 1) / 2) : { kind: 'word', text: vocabulary.terms[number / 2] ?? '' }),
    size: () => 2 * Math.max(vocabulary.terms.length, firsts.length) + 2,
  };
}

function split(list: string): string[] {
  return list.trim().split(/\s+/);
}
