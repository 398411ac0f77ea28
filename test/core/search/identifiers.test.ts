// Names out of code, logs and shells, each among incidents that have its parts: every one finds its incident first.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { search } from '../../../src/core/search/search.ts';
import { loadArchive } from '../../../src/site/load.ts';
import { openBuilt } from './open-built.ts';

const FIXTURES = fileURLToPath(new URL('../../fixtures/search/', import.meta.url));
const identifiers: Record<string, string[]> = JSON.parse(readFileSync(`${FIXTURES}identifiers.json`, 'utf8'));
const { archive } = await loadArchive({ input: `${FIXTURES}archive`, allowErrors: true, asOf: '2026-11-22' });
const { index } = openBuilt(archive);

describe('identifiers', () => {
  test('are many, and their incidents are all there', () => {
    expect(Object.values(identifiers).flat().length).toBeGreaterThanOrEqual(60);
    expect([...archive.byId.keys()].sort()).toEqual(Object.keys(identifiers).sort());
  });

  for (const [id, queries] of Object.entries(identifiers)) {
    test.each(queries)(`%s finds ${id} first`, async (query) => {
      const { hits } = await search(index, query, { limit: 3 });
      expect(hits[0]?.id).toBe(id);
    });
  }
});
