// A folder against its manifest.
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifyFolder } from '../../../src/publish/verify/folder.ts';
import { describeFile, type Manifest } from '../../../src/site/manifest.ts';
import { temporaryFolder } from '../../io/temporary.ts';

const FILES = { 'index.html': '<p>', 'assets/site-ABCDEFGH.css': 'p{}', 'tags/a/index.html': 'ä', 'tags/index.html': 'b' };

function manifestOf(files: Readonly<Record<string, string>>): Manifest {
  const described = Object.entries(files).map(([path, text]) => describeFile(path, Buffer.from(text)));
  return { generator: 'hindsight', version: '1.0.0', generated: '2026-11-27', files: described };
}

test('a whole copy has no problems; the manifest itself and what file browsers leave are none', async () => {
  const folder = temporaryFolder({ ...FILES, 'manifest.json': '{}', 'tags/.DS_Store': 'x' });
  let looked = 0;
  expect(await verifyFolder(folder, manifestOf(FILES), () => looked++)).toEqual([]);
  expect(looked).toBe(4);
});

test('what is missing, changed in size, changed in content and too much, by path', async () => {
  const { 'tags/a/index.html': _gone, ...rest } = FILES;
  const folder = temporaryFolder({ ...rest, 'index.html': '<b>', 'tags/index.html': 'bb', 'old/page.html': 'x' });
  symlinkSync('/etc/passwd', join(folder, 'link'));
  expect((await verifyFolder(folder, manifestOf(FILES))).map(({ path, code, message }) => `${path} ${code}: ${message}`)).toEqual([
    'index.html changed: has other content',
    'link extra: is not in the manifest',
    'old/page.html extra: is not in the manifest',
    'tags/a/index.html missing: is not there',
    'tags/index.html changed: has 2 bytes instead of 1',
  ]);
});
