// What lunr makes of its scores: a list of hits.
import type { Scores } from '../../../src/core/search/score.ts';

/** By falling score; equals stay in the order of meeting, as `Array.sort` leaves them. */
export function lunrOrder({ documents, scores }: Scores): { readonly document: number; readonly score: number }[] {
  const hits = Array.from(documents, (document, n) => ({ document, score: scores[n] ?? 0 }));
  return hits.sort((a, b) => b.score - a.score);
}
