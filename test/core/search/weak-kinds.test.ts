// Typos, inflections, British spellings, short forms, words written together or apart, and questions: each finds its incident, mostly first.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { search } from '../../../src/core/search/search.ts';
import { loadArchive } from '../../../src/site/load.ts';
import { describeShared } from '../../corpus/shared.ts';
import { openBuilt } from './open-built.ts';

const QUERIES = readFileSync(new URL('../../fixtures/search/weak-queries.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [kind = '', query = '', ids = ''] = line.split('|');
    return { kind, query, ids: ids.split(' ') };
  });

describeShared('corpus/icco', (folder) => {
  test('the first that answers stands, over all, near the top: a mean reciprocal rank of 0.95 or more on either half', async () => {
    const config = join(folder, 'site.yaml');
    const { archive } = await loadArchive({ input: join(folder, 'data'), config, allowErrors: true, asOf: '2026-11-22' });
    const { index } = openBuilt(archive);
    const ranks = await Promise.all(
      QUERIES.map(async ({ query, ids }) => {
        const { hits } = await search(index, query, { limit: 10 });
        const place = hits.findIndex(({ id }) => ids.includes(id.slice(0, 8)));
        return place < 0 ? 0 : 1 / (place + 1);
      }),
    );
    const meanOf = (half: number) => {
      const own = ranks.filter((_, n) => n % 2 === half);
      return own.reduce((sum, rank) => sum + rank, 0) / own.length;
    };
    expect(QUERIES.length).toBeGreaterThanOrEqual(60);
    expect(meanOf(0)).toBeGreaterThanOrEqual(0.95);
    expect(meanOf(1)).toBeGreaterThanOrEqual(0.95);
  });
});
