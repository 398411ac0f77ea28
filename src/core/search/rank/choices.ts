// The terms that count for one word of a query, and how much each is worth: the word itself, parts of it, what stands in for it.
import type { Postings } from '../files/terms.ts';
import type { Word } from '../words.ts';

/** A term that counts for a word of the query. */
export interface Choice {
  readonly postings: Postings;
  /** How much of the word a document has that has this term: 1 for the word itself. */
  readonly share: number;
  /** Shares of the parts of one name add up; of all others the largest counts. */
  readonly isPart: boolean;
}

/** A word that is being typed may be this one, or may go on. */
export const COMPLETED = 0.8;

/** What the parts of a name that must match to the letter are worth together, and those of a word such as split-brain. */
const PARTS_OF_NAME = 0.5;
const PARTS_OF_COMPOUND = 0.9;
/** Half a name is a hint, less is chance: of ERR_4012, whatever else has an ERR in it. */
export const LEAST_OF_NAME = PARTS_OF_NAME / 2;

/** Empty where no document has enough of a name: a part that is nowhere counts as much as a rare one. */
export function choicesOfParts(
  word: Word,
  terms: readonly string[],
  parts: readonly (Postings | undefined)[],
  fields: ReadonlySet<number>,
): readonly Choice[] {
  // The hour of a log line, the first number of an address: found in anything. An address without its port is a name of its own.
  const counting = isOfNumbers(word.text) || terms.every(isNumber) ? terms.filter((term) => !isNumber(term)) : terms;
  const known = parts.filter((postings) => postings !== undefined && counting.includes(postings.term)) as Postings[];
  const nowhere = counting.filter((term) => !known.some((postings) => postings.term === term));
  if (!word.isIdentifier) return weighParts(known, PARTS_OF_COMPOUND, nowhere.length);
  const generated = POD.exec(word.text)?.[0] ?? '';
  // err4012 is what err and 4012 are together: it is no part of its own.
  const isMadeOf = (term: string) => counting.some((other) => other !== term && term.includes(other));
  const lacking = nowhere.filter((term) => !isMadeOf(term) && !generated.includes(term));
  const choices = weighParts(known, PARTS_OF_NAME, lacking.length);
  return hasEnough(choices, fields) ? choices : [];
}

/** `-7d9f8b6c5-x2k9q`: what Kubernetes makes up for each start of a pod, of letters and digits that spell nothing. No two incidents have the same. */
const POD = /-[bcdfghjklmnpqrstvwxz2456789]{8,10}-[bcdfghjklmnpqrstvwxz2456789]{5}$/;

/** Two words that were written as one. */
export function asParts(words: readonly Postings[]): readonly Choice[] {
  return weighParts(words, PARTS_OF_COMPOUND, 0);
}

/** Rare parts are worth more of the whole than common ones. */
function weighParts(known: readonly Postings[], worth: number, lacking: number): Choice[] {
  const weights = known.map(({ documents }) => 1 / Math.log2(documents.length + 2));
  const all = weights.reduce((sum, weight) => sum + weight, 0) + lacking;
  return known.map((postings, index) => ({ postings, share: (worth * (weights[index] ?? 0)) / all, isPart: true }));
}

function hasEnough(parts: readonly Choice[], fields: ReadonlySet<number>): boolean {
  const sums = new Map<number, number>();
  for (const { postings, share } of parts) {
    const having = new Set(postings.documents.filter((_, n) => fields.has(postings.fields[n] ?? -1)));
    for (const document of having) sums.set(document, (sums.get(document) ?? 0) + share);
  }
  return [...sums.values()].some((sum) => sum >= LEAST_OF_NAME);
}

/** Words that stand in for one. */
export function asChoices(near: readonly { readonly postings: Postings }[], share: number): Choice[] {
  return near.map(({ postings }) => choice(postings, share));
}

export function choice(postings: Postings, share: number): Choice {
  return { postings, share, isPart: false };
}

/** Must match to the letter: holds digits or punctuation. Humps alone (GitHub, withReturnType) are spelt in many ways. */
export function isLiteral(word: Word): boolean {
  return word.isIdentifier && !/^\p{L}+$/u.test(word.text);
}

/** To have it to the letter tells one incident from others: a bare number is a quantity as often as a code, and has its rarity to speak for it. */
export function isName(word: Word): boolean {
  return isLiteral(word) && !isNumber(word.text);
}

/** 10.2.3.4:8080, 2026-11-27, 03:14:07.5; 2026-11-27t03:14:07z. */
function isOfNumbers(text: string): boolean {
  return /^(?:\d{4}-\d\d-\d\dt)?[^\p{L}]+z?$/u.test(text);
}

function isNumber(text: string): boolean {
  return /^\p{N}+$/u.test(text);
}
