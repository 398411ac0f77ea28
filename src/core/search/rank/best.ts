// The first results of many: those that match to the letter before those that do in part, then the best, then the newest.
import type { Ranked } from './rank.ts';

export interface Scored {
  readonly document: number;
  readonly score: number;
}

interface Entry extends Scored {
  readonly exact: number;
}

/** At most `count`, in order. Scores are scaled so that they fall from first to last. Does not sort what nobody sees: typing asks for ten of thousands. */
export function bestOf({ documents, scores, exact }: Ranked, count: number, isKept: (document: number) => boolean): Scored[] {
  const best: Entry[] = [];
  if (count === 0) return [];
  for (let n = 0; n < documents.length; n++) {
    const last = best[count - 1];
    // Most are turned away here, without an object made of each.
    if (last !== undefined && ((exact[n] as number) < last.exact || (exact[n] === last.exact && (scores[n] as number) < last.score)))
      continue;
    const entry = { document: documents[n] as number, score: scores[n] as number, exact: exact[n] as number };
    if ((last !== undefined && inOrder(last, entry) < 0) || !isKept(entry.document)) continue;
    best.splice(placeFor(best, entry), 0, entry);
    if (best.length > count) best.pop();
  }
  return falling(best);
}

function inOrder(a: Entry, b: Entry): number {
  return b.exact - a.exact || b.score - a.score || b.document - a.document;
}

function placeFor(sorted: readonly Entry[], entry: Entry): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inOrder(sorted[middle] as Entry, entry) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first of those with less to the letter stands just below the last of those with more. */
function falling(best: readonly Entry[]): Scored[] {
  let scale = 1;
  let least = Number.POSITIVE_INFINITY;
  return best.map(({ document, score, exact }, n) => {
    const isLower = n > 0 && best[n - 1]?.exact !== exact;
    if (isLower && score * scale >= least) scale = (least * 0.99) / score;
    least = score * scale;
    return { document, score: least };
  });
}
