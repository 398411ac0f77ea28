// What is left in the folder of a site by an earlier build, or by somebody else.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeFile, type Manifest } from '../../src/site/manifest.ts';
import { refuseStrangers, removeOldFiles } from '../../src/site/old-files.ts';
import { temporaryFolder } from '../io/temporary.ts';
import { listFiles } from './files.ts';

const NOW = new Set(['index.html', 'incidents/a/index.html', 'incidents/a.md']);

function manifestOf(...paths: string[]): Manifest {
  const files = paths.map((path) => describeFile(path, Buffer.from('x')));
  return { generator: 'hindsight', version: '0', generated: '2026-11-22', files };
}

test('files of the build before go, with the folders that are empty then', async () => {
  const paths = [...NOW, 'incidents/b/index.html', 'incidents/b.md', 'incidents/c/index.html', 'incidents/c/mine.txt', 'CNAME'];
  const folder = temporaryFolder(Object.fromEntries(paths.map((path) => [path, 'x'])));
  await removeOldFiles(folder, manifestOf(...NOW, 'incidents/b/index.html', 'incidents/b.md', 'incidents/c/index.html'), NOW);
  expect(listFiles(folder)).toEqual([...NOW, 'incidents/c/mine.txt', 'CNAME'].sort());
  expect(existsSync(join(folder, 'incidents/b'))).toBe(false);
});

test('a manifest that was tampered with leads to nothing outside the folder', async () => {
  const outer = temporaryFolder({ 'precious.txt': 'x', 'site/index.html': 'x' });
  await removeOldFiles(join(outer, 'site'), manifestOf('../precious.txt', join(outer, 'precious.txt'), ''), NOW);
  expect(listFiles(outer)).toEqual(['precious.txt', 'site/index.html']);
});

test("files that no build is known to have written are told where they are among the site's own, and never deleted", () => {
  const folder = temporaryFolder(Object.fromEntries([...NOW, 'CNAME', 'mine/a.html', 'incidents/.DS_Store'].map((path) => [path, 'x'])));
  expect(() => refuseStrangers(folder, NOW)).not.toThrow();
  const withdrawn = temporaryFolder(Object.fromEntries([...NOW, 'incidents/b/index.html', 'incidents/b.md'].map((path) => [path, 'x'])));
  expect(() => refuseStrangers(withdrawn, NOW)).toThrow(
    'that are not of it: incidents/b.md, incidents/b/index.html. They would be published',
  );
  expect(existsSync(join(withdrawn, 'incidents/b.md'))).toBe(true);
});
