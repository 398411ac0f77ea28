// A few hundred damaged documents; `node bench/fuzz-import.mjs` runs ten thousand.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fuzz } from './fuzz.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/import');

test('damaged documents end in a result, soon, and in no year that is not theirs', async () => {
  const files = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isFile());
  const sources = files.map(({ name }) => ({ name, bytes: readFileSync(join(FOLDER, name)) }));
  const { crashes, invented, counts } = await fuzz({ sources, runs: 300, seed: 20_261_126, limit: 2000 });
  expect(crashes).toEqual([]);
  expect(invented).toEqual([]);
  expect(counts.written).toBeGreaterThan(50);
});
