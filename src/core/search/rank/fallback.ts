// What stands in for a word that is not finished, or that no document has: words that begin like it, and the nearest spelling.

import type { Postings } from '../files/terms.ts';
import type { Dictionary } from '../files/words.ts';
import type { SearchIndex } from '../reader.ts';
import { GAP, lettersOf, slips } from '../spelling/slips.ts';
import { nearest, twoWords } from '../spelling.ts';
import type { Word } from '../words.ts';

/** A term of the index, and a word that becomes it. */
export interface Near {
  readonly postings: Postings;
  readonly spelling: string;
}

/** More words than these are no help, and each may cost a file. */
const MOST_COMPLETIONS = 8;
/** A shorter beginning is the beginning of too many words in other shards. */
const SURE_LENGTH = 3;

/** The commonest terms that begin as a word does that is nowhere. */
export async function beginnings(index: SearchIndex, word: Word): Promise<readonly Near[]> {
  const dictionary = await index.dictionary();
  return lookUp(index, dictionary, commonest(dictionary, word.text));
}

/** What a word may become that is still being typed. The dictionary is the largest file: it is fetched only where the word's own shard tells nothing. */
export async function completions(index: SearchIndex, word: Word): Promise<readonly Near[]> {
  if (word.text.length < SURE_LENGTH) return beginnings(index, word);
  const near = (await index.neighbours(word.text)).map((postings) => ({ postings, spelling: postings.term }));
  if (near.length === 0) return beginnings(index, word);
  return near.sort((a, b) => b.postings.documents.length - a.postings.documents.length).slice(0, MOST_COMPLETIONS);
}

/** The one nearest; undefined where none comes near. */
export async function nearestSpelling(index: SearchIndex, word: Word): Promise<Near | undefined> {
  const [near] = nearestKnown(word.text, await index.dictionary());
  const postings = near && (await index.postings(near.term));
  return postings && { postings, spelling: near.spelling };
}

/** One slip away: `pol` may be pool as well as the beginning of policy; but `conn` is not con. */
export function isOneSlip({ text }: Word, { postings, spelling }: Near): boolean {
  return [spelling, postings.term].some((one) => !text.startsWith(one) && slips(lettersOf(text), one, GAP) !== undefined);
}

/** datacenter for data center; empty where the word is not two. */
export async function runTogether(index: SearchIndex, word: Word): Promise<readonly Near[]> {
  const two = twoWords(word.text, await index.dictionary()) ?? [];
  const found = await Promise.all(two.map(async ({ term, spelling }) => ({ postings: await index.postings(term), spelling })));
  return found.flatMap(({ postings, spelling }) => (postings ? [{ postings, spelling }] : []));
}

type NearTerms = ReturnType<typeof nearest>;
const known = new WeakMap<Dictionary, Map<string, NearTerms>>();

/** Every word of the dictionary is compared: not again for each key that is typed after the word. */
function nearestKnown(word: string, dictionary: Dictionary): NearTerms {
  const before = known.get(dictionary) ?? new Map<string, NearTerms>();
  known.set(dictionary, before);
  const near = before.get(word) ?? nearest(word, dictionary, 1);
  before.set(word, near);
  return near;
}

/** Positions in the dictionary of terms that begin so, or whose usual spelling does. */
function commonest({ terms, spellings, documents }: Dictionary, beginning: string): number[] {
  const found: number[] = [];
  for (let n = 0; n < terms.length; n++) if (terms[n]?.startsWith(beginning) || spellings[n]?.startsWith(beginning)) found.push(n);
  return found.sort((a, b) => (documents[b] ?? 0) - (documents[a] ?? 0) || a - b).slice(0, MOST_COMPLETIONS);
}

async function lookUp(index: SearchIndex, { terms, spellings }: Dictionary, places: readonly number[]): Promise<Near[]> {
  const found = await Promise.all(
    places.map(async (place) => ({ postings: await index.postings(terms[place] ?? ''), spelling: spellings[place] ?? '' })),
  );
  return found.flatMap(({ postings, spelling }) => (postings ? [{ postings, spelling }] : []));
}
