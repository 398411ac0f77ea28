// The results that are shown, in the order that is wanted: those of a page of what matches.
import { type Facts, NO_DAY } from '../files/facts.ts';
import { passes } from '../filters.ts';
import type { Query } from '../query.ts';
import type { SearchIndex } from '../reader.ts';
import { bestOf, type Scored } from './best.ts';
import type { Ranked } from './rank.ts';

/** The first `count` results in the order of the page, and how many there are in all. */
export async function pageOf(
  index: SearchIndex,
  query: Query,
  matched: Ranked,
  count: number,
): Promise<{ shown: Scored[]; total: number }> {
  const { filters, sort } = query;
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
