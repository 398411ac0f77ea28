// The results that are shown, in the order that is wanted: those of a page of what matches.
import { loadPart } from '../load-part.ts';
import type { Query } from '../query.ts';
import type { SearchIndex } from '../reader.ts';
import { bestOf, type Scored } from './best.ts';
import type { Ranked } from './rank.ts';

export interface ResultPage {
  readonly shown: Scored[];
  readonly total: number;
}

/** The first `count` results in the order of the page, and how many there are in all. */
export async function pageOf(index: SearchIndex, query: Query, matched: Ranked, count: number): Promise<ResultPage> {
  const isPlain = query.filters.length === 0 && query.sort === 'best';
  if (isPlain) return { shown: bestOf(matched, count, () => true), total: matched.documents.length };
  const { filteredPage } = await loadPart(() => import('./filtered-page.ts'));
  return filteredPage(index, query, matched, count);
}
