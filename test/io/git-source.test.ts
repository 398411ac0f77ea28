// The commit an archive is built from, asked of real repositories.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSource } from '../../src/io/git-source.ts';
import { gitRepository } from './git-repository.ts';
import { temporaryFolder, writeFiles } from './temporary.ts';

const timeLimit = 30_000;

test('the commit, and whether the archive or its configuration has changed since', async () => {
  const root = temporaryFolder();
  const folder = join(root, 'postmortems');
  const config = join(root, '_data', 'site.yaml');
  const commit = gitRepository(root).commit('2026-01-01', { 'postmortems/a.md': 'a', '_data/site.yaml': 'title: A', 'other.txt': 'o' });
  const ask = (): ReturnType<typeof readSource> => readSource({ folder, config, timeLimit });

  expect(await ask()).toEqual({ commit });
  writeFiles(root, { 'other.txt': 'changed', '_site/index.html': 'x' });
  expect(await ask()).toEqual({ commit });
  writeFiles(root, { '_data/site.yaml': 'title: B' });
  expect(await ask()).toEqual({ commit, modified: true });
  expect(await readSource({ folder, timeLimit })).toEqual({ commit });
  writeFiles(root, { '_data/site.yaml': 'title: A', 'postmortems/new.md': 'not known to git' });
  expect(await ask()).toEqual({ commit, modified: true });
});

test('no repository and no commit have none', async () => {
  expect(await readSource({ folder: temporaryFolder(), timeLimit })).toBeUndefined();
  const empty = temporaryFolder();
  gitRepository(empty);
  expect(await readSource({ folder: empty, timeLimit })).toBeUndefined();
});
