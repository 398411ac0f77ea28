// A search of nothing, while the reader thinks of a word: browsers compile a function when it is first called, and of a first search that is a
// sixth of its time in the worker.
import type { Postings } from '../../core/search/files/terms.ts';
import type { SearchIndex } from '../../core/search/reader.ts';
import { extentsOf, type ResultTexts } from '../../core/search/result-texts.ts';
import { search } from '../../core/search/search.ts';
import { entryOf } from './entry.ts';

/** Two words, so that what is done for several is done. */
const QUERY = 'rehearsed twice';
const TEXT = 'Rehearsed once, and twice: it works as rehearsed. ';

/** Every term is in every one of a few documents. */
const DOCUMENTS = 16;

const postings = async (term: string): Promise<Postings> => ({
  ...{ term, first: 0, fields: new Uint8Array(DOCUMENTS).fill(3), frequencies: new Uint32Array(DOCUMENTS).fill(1) },
  documents: Uint32Array.from({ length: DOCUMENTS }, (_, n) => n),
});

const texts: ResultTexts = {
  ...{ id: '', title: TEXT, started: '2020-02-02', services: [], status: 'published', isWhole: false },
  sources: Array.from({ length: 4 }, (_, n) => ({ section: '', before: '', text: TEXT.repeat(4 + n), isCore: true })),
};

/** Of no consequence to any search. */
export async function rehearse(manifest: SearchIndex['manifest']): Promise<void> {
  const index = { postings, manifest, ids: async (documents: readonly number[]) => documents.map(String) } as Partial<SearchIndex>;
  const result = await search(index as SearchIndex, QUERY, { limit: 10, asTyped: true });
  for (const _ of await extentsOf(index as SearchIndex, result)) entryOf(texts, result);
}
