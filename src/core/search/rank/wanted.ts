// What a word of a query comes to in this index: its term, or what stands in for it where nothing has it.
import type { Postings } from '../files/terms.ts';
import type { WordClause } from '../query.ts';
import type { SearchIndex } from '../reader.ts';
import { termOf, termsOf } from '../terms.ts';
import type { Word } from '../words.ts';
import { asParts, type Choice, choice, choicesOfParts } from './choices.ts';
import { beginnings, completions, isOneSlip, type Near, nearestSpelling, runTogether } from './fallback.ts';

export interface Wanted {
  readonly clause: WordClause;
  /** Empty when nothing in the index comes near. */
  readonly choices: readonly Choice[];
  /** A name that is in the index to the letter: a document that has it stands above every one that has parts of it. */
  readonly isExact: boolean;
  readonly correction?: Correction;
}

/** "Nothing for *from*; showing *to*". */
export interface Correction {
  readonly from: string;
  readonly to: string;
}

/** A word that is being typed may be this one, or may go on. */
const COMPLETED = 0.8;
/** Of the words that stand in for one, the page names these. */
const MOST_SHOWN = 3;
/** Shorter ones, where they are finished, begin anything: tar is not the beginning of targeted. */
const SHORTEST_BEGINNING = 4;

interface WantOptions {
  /** The word may go on. */
  readonly isTyped: boolean;
  /** One of a great many: what nothing has is left out. */
  readonly isPasted: boolean;
  /** Numbers of the fields looked in. */
  readonly fields: ReadonlySet<number>;
}

/** Undefined for a stop word, unless it is being typed and all there is: `a` may become anything. */
export async function wantWord(
  index: SearchIndex,
  clause: WordClause,
  { isTyped, isPasted, fields }: WantOptions,
): Promise<Wanted | undefined> {
  const { word } = clause;
  const terms = termsOf(word);
  if (terms.length === 0 && !isTyped) return undefined;
  const found = await Promise.all(terms.map((term) => index.postings(term)));
  const [whole, ...parts] = found;
  const partChoices = choicesOfParts(word, terms.slice(1), parts, fields);
  // A word that is there is not completed: the results are those of the query when it is sent.
  if (whole) return { clause, choices: [choice(whole, 1), ...partChoices], isExact: isLiteral(word) };
  const typed = isTyped ? asChoices(await completions(index, word), COMPLETED) : [];
  if (typed.length > 0) return { clause, choices: [...typed, ...partChoices], isExact: false };
  if (terms.length === 0) return undefined;
  return isPasted ? { clause, choices: partChoices, isExact: false } : standIns(index, clause, partChoices);
}

/** For a word that no document has: words that begin like it, parts of it, the nearest spelling, or two words that somebody ran together. */
async function standIns(index: SearchIndex, clause: WordClause, parts: readonly Choice[]): Promise<Wanted> {
  const { word, text } = clause;
  const found = new Set(parts.map(({ postings }) => postings.term));
  const isCompound = !word.isIdentifier && parts.length > 0 && found.size === termsOf(word).length - 1;
  if (isCompound) return { clause, choices: parts, isExact: false };
  const insteadOf = (choices: readonly Choice[], spellings: readonly string[]): Wanted => {
    return { clause, choices, isExact: false, correction: { from: text, to: [...new Set(spellings)].join(' ') } };
  };
  const near = isLiteral(word) ? undefined : await nearestSpelling(index, word);
  const begun = word.text.length < SHORTEST_BEGINNING ? [] : await beginnings(index, word);
  if (begun.length > 0) {
    const spelt = near && isOneSlip(word, near) ? [near] : [];
    const others = begun.filter(({ postings }) => postings.term !== spelt[0]?.postings.term);
    const shown = [...spelt, ...others].slice(0, MOST_SHOWN).map(spellingOf);
    return insteadOf([...asChoices(spelt, 1), ...asChoices(others, COMPLETED), ...parts], shown);
  }
  if (parts.length > 0) {
    return insteadOf(
      parts,
      word.parts.filter((part) => found.has(termOf(part, true) ?? '')),
    );
  }
  if (isLiteral(word)) return { clause, choices: [], isExact: false };
  if (near) return insteadOf(asChoices([near], 1), [near.spelling]);
  const two = await runTogether(index, word);
  return two.length === 0 ? { clause, choices: [], isExact: false } : insteadOf(asParts(two.map(postingsOf)), two.map(spellingOf));
}

function spellingOf({ spelling }: Near): string {
  return spelling;
}

function postingsOf({ postings }: Near): Postings {
  return postings;
}

/** Must match to the letter: holds digits or punctuation. Humps alone (GitHub, withReturnType) are spelt in many ways. */
function isLiteral(word: Word): boolean {
  return word.isIdentifier && !/^\p{L}+$/u.test(word.text);
}

function asChoices(near: readonly Near[], share: number): Choice[] {
  return near.map(({ postings }) => choice(postings, share));
}
