// What stands in for a word that no document has: words that begin like it, its parts, the nearest spelling, or two words that were run together.

import type { Postings } from '../files/terms.ts';
import type { Dictionary } from '../files/words.ts';
import type { WordClause } from '../query.ts';
import type { SearchIndex } from '../reader.ts';
import { GAP, lettersOf, slips } from '../spelling/slips.ts';
import { nearest, twoWords } from '../spelling.ts';
import { termOf, termsOf } from '../terms.ts';
import type { Word } from '../words.ts';
import { asChoices, asParts, type Choice, COMPLETED, isLiteral } from './choices.ts';
import { beginnings, type Near } from './completions.ts';
import type { Wanted } from './wanted.ts';

/** Of the words that stand in for one, the page names these. */
const MOST_SHOWN = 3;
const MOST_BEGINNINGS = 8;
/** Shorter ones, where they are finished, begin anything: tar is not the beginning of targeted. */
const SHORTEST_BEGINNING = 4;

export async function standIns(index: SearchIndex, clause: WordClause, parts: readonly Choice[]): Promise<Wanted> {
  const { word, text } = clause;
  const found = new Set(parts.map(({ postings }) => postings.term));
  const isCompound = !word.isIdentifier && parts.length > 0 && found.size === termsOf(word).length - 1;
  if (isCompound) return { clause, choices: parts, isExact: false };
  const insteadOf = (choices: readonly Choice[], spellings: readonly string[]): Wanted => {
    return { clause, choices, isExact: false, correction: { from: text, to: [...new Set(spellings)].join(' ') } };
  };
  const begun = word.text.length < SHORTEST_BEGINNING ? [] : await beginnings(index, word.text, MOST_BEGINNINGS);
  if (begun.length > 0) {
    const near = isLiteral(word) ? undefined : await withPostings(index, await nearestTerm(index, word, word.text.slice(0, 1)));
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
  const near = await nearestSpelling(index, word);
  if (near) return insteadOf(asChoices([near], 1), [near.spelling]);
  const two = await runTogether(index, word);
  return two.length === 0 ? { clause, choices: [], isExact: false } : insteadOf(asParts(two.map(postingsOf)), two.map(spellingOf));
}

/** A key that was held too long; of shorter words it may as well be the next letter. */
const SHORTEST_DOUBLED = 6;
/** Of shorter words only swapped, doubled, missing and surplus letters after the first are slips. */
const SHORTEST_ELSEWHERE = 6;

/**
 * The one nearest; undefined where none comes near. Hands hardly ever slip on the first letter, but swap the first two: the words that begin with the
 * second are looked through where no word with the first is one slip away, the whole dictionary where none of either comes near.
 */
export async function nearestSpelling(index: SearchIndex, word: Word): Promise<Near | undefined> {
  const [first = '', second = ''] = word.text;
  const near = await nearestTerm(index, word, first);
  if (near && near.cost <= GAP) return withPostings(index, near);
  const swapped = second === '' ? undefined : await nearestTerm(index, word, second);
  const nearer = swapped && !(near && near.cost <= swapped.cost) ? swapped : near;
  if (nearer || word.text.length < SHORTEST_ELSEWHERE) return withPostings(index, nearer);
  return withPostings(index, await nearestTerm(index, word, ''));
}

/** Among the words that begin so. */
async function nearestTerm(index: SearchIndex, word: Word, beginning: string): Promise<NearTerm | undefined> {
  return nearestKnown(word.text, await index.dictionary(beginning))[0];
}

async function withPostings(index: SearchIndex, near: NearTerm | undefined): Promise<Near | undefined> {
  const postings = near && (await index.postings(near.term));
  return postings && { postings, spelling: near.spelling };
}

/** One slip away: `pol` may be pool as well as the beginning of policy; but `conn` is not con, while `failoverr` is failover. */
function isOneSlip({ text }: Word, { postings, spelling }: Near): boolean {
  const mayGoOn = (one: string) => text.startsWith(one) && (one.length < SHORTEST_DOUBLED || text.at(-1) !== one.at(-1));
  return [spelling, postings.term].some((one) => !mayGoOn(one) && slips(lettersOf(text), one, GAP) !== undefined);
}

/** datacenter for data center; empty where the word is not two. */
async function runTogether(index: SearchIndex, word: Word): Promise<readonly Near[]> {
  const two = twoWords(word.text, await index.dictionary('')) ?? [];
  const found = await Promise.all(two.map(async ({ term, spelling }) => ({ postings: await index.postings(term), spelling })));
  return found.flatMap(({ postings, spelling }) => (postings ? [{ postings, spelling }] : []));
}

type NearTerm = ReturnType<typeof nearest>[number];
const known = new WeakMap<Dictionary, Map<string, readonly NearTerm[]>>();

/** Every word of the dictionary is compared: not again for each key that is typed after the word. */
function nearestKnown(word: string, dictionary: Dictionary): readonly NearTerm[] {
  const before = known.get(dictionary) ?? new Map<string, readonly NearTerm[]>();
  known.set(dictionary, before);
  const near = before.get(word) ?? nearest(word, dictionary, 1);
  before.set(word, near);
  return near;
}

function spellingOf({ spelling }: Near): string {
  return spelling;
}

function postingsOf({ postings }: Near): Postings {
  return postings;
}
