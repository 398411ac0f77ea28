// lunr's pipeline (stop words, stemmer), and the terms a word is indexed under.
import lunr from 'lunr';
import { regularForm } from './terms/irregular.ts';
import type { Word } from './words.ts';

/** Contractions as the tokenizer leaves them, and abbreviations, beside lunr's own stop words. */
const CONTRACTIONS = [
  ...['aint', 'arent', 'cant', 'couldnt', 'didnt', 'doesnt', 'dont', 'hadnt', 'hasnt', 'havent', 'isnt', 'mustnt', 'shouldnt', 'wasnt'],
  ...['werent', 'wont', 'wouldnt', 'eg', 'ie'],
];
const contractionFilter = lunr.generateStopWordFilter(CONTRACTIONS);

/** Only what is written in letters alone is a word of a language: error_codes, 503s and c++ stay as they are. */
function stemmer(token: lunr.Token): lunr.Token {
  const regular = token.update(regularForm);
  return /^\p{L}+$/u.test(regular.toString()) ? lunr.stemmer(regular) : regular;
}

/** The pipeline of the index and of every query: no trimmer, which would drop what is not ASCII. */
export const STEPS = [lunr.stopWordFilter, contractionFilter, stemmer] as ((token: lunr.Token) => lunr.Token | undefined)[];

/** The term of a folded word or part; undefined for a stop word. Compounds are closed up: split-brain is found by splitbrain. */
export function termOf(word: string, isIdentifier: boolean): string | undefined {
  // As lunr.Pipeline runs one token, without a list of tokens for each step.
  let token: lunr.Token | undefined = new lunr.Token(isIdentifier ? word : word.replace(/[-/]/g, ''), {});
  for (const step of STEPS) token = token && step(token);
  return token?.toString();
}

/** A term and where it stands, in places from the word's own. */
export interface PlacedTerm {
  readonly term: string;
  readonly place: number;
}

const NOTHING: readonly never[] = [];
const KNOWN_AT_MOST = 0x10000;
const knownPlain = new Map<string, readonly PlacedTerm[]>();
const knownParts = new WeakMap<readonly string[], readonly PlacedTerm[]>();

/** Terms of a word, the whole first; no term twice at one place. One of these is one token of lunr. Shared: not to be changed. */
export function placedTerms(word: Word): readonly PlacedTerm[] {
  const known = word.parts.length === 0 ? knownPlain.get(word.text) : knownParts.get(word.parts);
  if (known) return known;
  const placed = place(word);
  if (word.parts.length > 0) knownParts.set(word.parts, placed);
  else {
    if (knownPlain.size >= KNOWN_AT_MOST) knownPlain.clear();
    knownPlain.set(word.text, placed);
  }
  return placed;
}

function place(word: Word): readonly PlacedTerm[] {
  const found: PlacedTerm[] = [];
  const add = (term: string | undefined, at: number): void => {
    if (term !== undefined && !found.some((one) => one.term === term && one.place === at)) found.push({ term, place: at });
  };
  add(termOf(word.text, word.isIdentifier), 0);
  word.parts.forEach((part, index) => {
    add(termOf(part, true), word.places[index] ?? 0);
  });
  return found.length === 0 ? NOTHING : found;
}

/** Terms of a word, each once: the whole first, then its parts. Empty for a stop word. */
export function termsOf(word: Word): string[] {
  return [...new Set(placedTerms(word).map((placed) => placed.term))];
}
