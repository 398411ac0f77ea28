// What a word may become that is still being typed: the commonest terms that begin as it does.
import type { Postings } from '../files/terms.ts';
import type { Dictionary } from '../files/words.ts';
import type { SearchIndex } from '../reader.ts';

/** A term of the index, and a word that becomes it. */
export interface Near {
  readonly postings: Postings;
  readonly spelling: string;
}

/** Of the letters a word begins with, those that tell which part of the dictionary to look in: a stem may differ from its word further on. */
const SURE_LETTERS = 2;

/** At most `limit`: each may cost a file, and more words than a few are no help. */
export async function beginnings(index: SearchIndex, beginning: string, limit: number): Promise<readonly Near[]> {
  const { terms, spellings, documents } = await index.dictionary(beginning.slice(0, SURE_LETTERS));
  const places = commonest({ terms, spellings, documents }, beginning).slice(0, limit);
  const found = await Promise.all(
    places.map(async (place) => ({ postings: await index.postings(terms[place] ?? ''), spelling: spellings[place]?.[0] ?? '' })),
  );
  return found.flatMap(({ postings, spelling }) => (postings ? [{ postings, spelling }] : []));
}

/** Positions in the dictionary of terms that begin so, or whose usual spelling does. */
function commonest({ terms, spellings, documents }: Dictionary, beginning: string): number[] {
  const found: number[] = [];
  for (let n = 0; n < terms.length; n++) {
    if (terms[n]?.startsWith(beginning) || spellings[n]?.some((spelling) => spelling.startsWith(beginning))) found.push(n);
  }
  return found.sort((a, b) => (documents[b] ?? 0) - (documents[a] ?? 0) || a - b);
}
