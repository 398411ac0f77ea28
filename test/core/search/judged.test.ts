// How good the order is: queries that people judged, over real postmortems.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { search } from '../../../src/core/search/search.ts';
import { loadArchive } from '../../../src/site/load.ts';
import { describeShared } from '../../corpus/shared.ts';
import { openBuilt } from './open-built.ts';

interface Judged {
  readonly query: string;
  /** Ids and how well they answer: 2 or 1. */
  readonly relevant: Readonly<Record<string, number>>;
}

/** Normalized discounted cumulative gain of the first ten, with gains of 2^grade - 1. */
function ndcg({ relevant }: Judged, ids: readonly string[]): number {
  const gain = (grades: readonly number[]) => grades.reduce((sum, grade, n) => sum + (2 ** grade - 1) / Math.log2(n + 2), 0);
  const ideal = Object.values(relevant).sort((a, b) => b - a);
  return gain(ids.slice(0, 10).map((id) => relevant[id] ?? 0)) / gain(ideal.slice(0, 10));
}

describeShared('corpus/icco', (folder) => {
  test('judged queries have an nDCG@10 of 0.88 or more', async () => {
    const judged: Judged[] = JSON.parse(readFileSync(join(folder, '../search/queries.json'), 'utf8'));
    const { archive } = await loadArchive({
      input: join(folder, 'data'),
      config: join(folder, 'site.yaml'),
      allowErrors: true,
      asOf: '2026-11-22',
    });
    const { index } = openBuilt(archive);
    const scores = await Promise.all(
      judged.map(async (one) => {
        const { hits } = await search(index, one.query, { limit: 10 });
        return ndcg(
          one,
          hits.map(({ id }) => id),
        );
      }),
    );
    expect(scores.reduce((sum, score) => sum + score, 0) / scores.length).toBeGreaterThanOrEqual(0.88);
  });
});
