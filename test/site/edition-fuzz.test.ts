// Public editions of archives by chance, each built for real: by a search that knows nothing of the one it tests, none holds what is withheld from it.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { EditionName } from '../../src/core/model/edition.ts';
import { temporaryFolder, writeFiles } from '../io/temporary.ts';
import { AS_OF } from './build.ts';
import { startBuilder } from './builder.ts';
import { naively, readNaively } from './leak-canaries.ts';
import { wildEdition } from './wild-edition.ts';

const RUNS = Number(process.env.EDITION_RUNS ?? 10);
const SEED = Number(process.env.EDITION_SEED ?? 20_261_127);

const build = startBuilder();

async function buildEdition(folder: string, seed: number, edition: EditionName): Promise<string> {
  const [archive, staging] = [join(folder, 'archive'), join(folder, `${edition}-${seed}`)];
  rmSync(archive, { recursive: true, force: true });
  writeFiles(archive, wildEdition(seed).files);
  mkdirSync(staging);
  const order = { input: join(archive, 'postmortems'), config: join(archive, '_data/site.yaml'), edition, staging };
  const { diagnostics, pages } = await build({ ...order, asOf: AS_OF });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ file, code, message }) => `seed ${seed}: ${file} ${code} ${message}`)).toEqual([]);
  expect(pages).toBeGreaterThan(20);
  return staging;
}

test(`${RUNS} archives, from seed ${SEED} on`, { timeout: 120_000 + RUNS * 60_000 }, async () => {
  const folder = temporaryFolder();
  let [searched, proven] = [0, 0];
  for (let seed = SEED; seed < SEED + RUNS; seed++) {
    const { withheld } = wildEdition(seed);
    const site = await buildEdition(folder, seed, 'public');
    const letters = withheld.map(({ text }) => naively(text));
    for (const [path, all] of readNaively(site)) {
      letters.forEach((secret, n) => {
        if (all.includes(secret)) expect.fail(`seed ${seed}: ${path} holds the ${withheld[n]?.kind} ${withheld[n]?.text}`);
      });
      searched += 1;
    }
    proven += withheld.length;
    rmSync(site, { recursive: true });
  }
  expect(searched).toBeGreaterThan(RUNS * 50);
  expect(proven).toBeGreaterThan(RUNS * 5);
});

test('that search would find them: the internal edition has strings, names and incidents', async () => {
  const site = await buildEdition(temporaryFolder(), SEED, 'internal');
  const all = [...readNaively(site)].map(([, letters]) => letters).join('\n');
  const found = wildEdition(SEED).withheld.filter(({ text }) => all.includes(naively(text)));
  for (const kind of ['string', 'person', 'title', 'unread'])
    expect(
      found.map((canary) => canary.kind),
      kind,
    ).toContain(kind);
});
