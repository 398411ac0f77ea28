// Packed files beside those of a site: what they hold, which files have none, and what is taken from the site before.
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { verifySite } from '../../../src/cli/verify-site.ts';
import { describeFile, writeManifest } from '../../../src/site/manifest.ts';
import { packSite } from '../../../src/site/packed/pack-site.ts';
import { smallSite } from '../../publish/small-site.ts';

const LONG = '<p>The pool was exhausted.</p>\n'.repeat(100);
const FILES = {
  'index.html': LONG,
  'feed.xml': `<feed>${LONG}</feed>`,
  '404.html': 'short',
  'a/b.png': LONG,
  'assets/site-ABCDEFGH.css': LONG,
};
const NONE = '/none/of/them';
const quiet = (): void => {};

test('text that gets smaller has both forms; what is short or no text has none; the manifest names them', async () => {
  const site = smallSite(FILES);
  expect(await packSite(site, { before: NONE, report: quiet })).toEqual({ files: 6, taken: 0 });
  const packed = readdirSync(site, { recursive: true })
    .map(String)
    .filter((name) => /\.(?:br|gz)$/.test(name))
    .sort();
  expect(packed).toEqual(['assets/site-ABCDEFGH.css', 'feed.xml', 'index.html'].flatMap((path) => [`${path}.br`, `${path}.gz`]));
  for (const [path, text] of Object.entries(FILES)) {
    if (!existsSync(join(site, `${path}.br`))) continue;
    expect(brotliDecompressSync(readFileSync(join(site, `${path}.br`))).toString()).toBe(text);
    expect(gunzipSync(readFileSync(join(site, `${path}.gz`))).toString()).toBe(text);
  }
  await verifySite(site);
});

test('a text that hardly gets smaller is left alone', async () => {
  // Six bits of every eight say something in one of them, all eight in the other.
  const noise = Array.from({ length: 40 }, (_, i) => createHash('sha512').update(String(i)).digest('base64')).join('');
  const bytes = Array.from({ length: 40 }, (_, i) => createHash('sha512').update(String(i)).digest().toString('latin1')).join('');
  const site = smallSite({ 'letters.txt': noise, 'bytes.txt': bytes });
  writeFileSync(join(site, 'bytes.txt'), bytes, 'latin1');
  writeFileSync(
    join(site, 'manifest.json'),
    writeManifest({
      generator: 'hindsight',
      version: '1.0.0',
      generated: '2026-11-27',
      files: ['bytes.txt', 'letters.txt'].map((path) => describeFile(path, readFileSync(join(site, path)))),
    }),
  );
  expect(await packSite(site, { before: NONE, report: quiet })).toEqual({ files: 2, taken: 0 });
  expect(existsSync(join(site, 'letters.txt.gz'))).toBe(true);
});

test('the same content gives the same bytes, packed again or taken from the site before, under any name', async () => {
  const before = smallSite(FILES);
  await packSite(before, { before: NONE, report: quiet });
  const moved = { ...FILES, 'index.html': `${LONG}new`, 'moved.html': LONG };
  const [again, taken] = [smallSite(moved), smallSite(moved)];
  await packSite(again, { before: NONE, report: quiet });
  expect(await packSite(taken, { before, report: quiet })).toEqual({ files: 8, taken: 6 });
  for (const name of readdirSync(again, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())) {
    const path = join(name.parentPath, name.name).slice(again.length + 1);
    expect(readFileSync(join(taken, path)).equals(readFileSync(join(again, path))), path).toBe(true);
  }
});

test('what somebody has changed in the site before is packed anew; a gzip names no time and no system', async () => {
  const before = smallSite(FILES);
  await packSite(before, { before: NONE, report: quiet });
  appendFileSync(join(before, 'index.html.gz'), 'x');
  const site = smallSite(FILES);
  expect(await packSite(site, { before, report: quiet })).toEqual({ files: 6, taken: 4 });
  expect([...readFileSync(join(site, 'index.html.gz')).subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);
});
