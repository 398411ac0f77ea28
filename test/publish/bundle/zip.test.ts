import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterEach, expect, test } from 'vitest';
import { writeZip } from '../../../src/publish/bundle/zip.ts';
import { openSite } from '../../../src/publish/open-site.ts';
import { temporaryFolder } from '../../io/temporary.ts';
import { smallSite, withManifest } from '../small-site.ts';

const FILES = { 'index.html': 'one '.repeat(500), 'incidents/a/größe.txt': 'a', 'search/terms/abcdefgh.bin': 'packed' };
const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

async function zipped(): Promise<Buffer> {
  const path = join(temporaryFolder({}), 'site.zip');
  await writeZip(openSite(smallSite(FILES)), path, () => {});
  return readFileSync(path);
}

test('another program finds every file of the site in it, and the manifest', async () => {
  const zip = await JSZip.loadAsync(await zipped(), { checkCRC32: true });
  const expected = withManifest(FILES);
  expect(Object.keys(zip.files).sort()).toEqual(Object.keys(expected).sort());
  for (const [path, text] of Object.entries(expected)) expect(await zip.file(path)?.async('string')).toBe(text);
});

test('the same site is the same zip, in another folder and another time zone', async () => {
  process.env.TZ = 'Pacific/Apia';
  const first = await zipped();
  process.env.TZ = 'America/Los_Angeles';
  const second = await zipped();
  const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
  expect(hash(second)).toBe(hash(first));
});

test('a site that is not that of its manifest makes no zip', async () => {
  const site = openSite(smallSite(FILES));
  writeFileSync(join(site.folder, 'index.html'), 'two');
  await expect(writeZip(site, join(temporaryFolder({}), 'site.zip'), () => {})).rejects.toMatchObject({ code: 'site-changed' });
});
