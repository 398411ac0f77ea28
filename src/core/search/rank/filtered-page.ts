// The results that are shown where a query has filters or another order than the best.
import { type Facts, NO_DAY } from '../files/facts.ts';
import { passes } from '../filters.ts';
import type { Query } from '../query.ts';
import type { SearchIndex } from '../reader.ts';
import { bestOf } from './best.ts';
import type { ResultPage } from './page.ts';
import type { Ranked } from './rank.ts';

export async function filteredPage(index: SearchIndex, { filters, sort }: Query, matched: Ranked, count: number): Promise<ResultPage> {
  const facts = filters.length > 0 || sort === 'oldest' ? await index.facts() : undefined;
  const isKept = facts && filters.length > 0 ? passes(facts, filters) : () => true;
  const total = matched.documents.reduce((sum, document) => sum + (isKept(document) ? 1 : 0), 0);
  if (sort === 'best') return { shown: bestOf(matched, count, isKept), total };
  const all = Array.from(matched.documents, (document, n) => ({ document, score: matched.scores[n] ?? 0 }));
  const kept = all.filter(({ document }) => isKept(document));
  kept.sort((a, b) =>
    sort === 'newest' ? b.document - a.document : undated(facts, a.document) - undated(facts, b.document) || a.document - b.document,
  );
  return { shown: kept.slice(0, count), total };
}

/** Documents are numbered from the oldest, those without a day before them; to a reader they come last. */
function undated(facts: Facts | undefined, document: number): number {
  return facts?.day[document] === NO_DAY ? 1 : 0;
}
