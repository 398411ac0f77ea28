// Publishing to a folder of this machine.
import { existsSync, lstatSync, mkdirSync, readdirSync, readlinkSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSite } from '../../../src/publish/open-site.ts';
import { folderTarget } from '../../../src/publish/targets/folder.ts';
import { temporaryFolder, writeFiles } from '../../io/temporary.ts';
import { readFiles } from '../../site/files.ts';
import { FIRST, type Files, SECOND, smallSite, THIRD, withManifest } from '../small-site.ts';

const publish = (target: string, files: Files, keep = 3) => folderTarget(target, { keep }).publish(openSite(smallSite(files)), () => {});

/** What a web server would find. */
function shown(target: string): Files {
  return Object.fromEntries([...readFiles(target)].map(([path, bytes]) => [path, String(bytes)]));
}

const releasesOf = (folder: string): string[] => readdirSync(join(folder, '.www.releases')).sort();

test('the folder is a link to a release; another site takes its place in one step, and unchanged files are the same file', async () => {
  const folder = temporaryFolder();
  const target = join(folder, 'www');
  expect(await publish(target, FIRST)).toMatchObject({ isNew: true, name: expect.stringMatching(/^0001-after-0000-/) });
  expect(shown(target)).toEqual(withManifest(FIRST));
  expect(readlinkSync(target)).toMatch(/^\.www\.releases\/0001-after-0000-[0-9a-f]{12}$/);

  expect(await publish(target, SECOND)).toMatchObject({ isNew: true, name: expect.stringMatching(/^0002-after-0001-/) });
  expect(shown(target)).toEqual(withManifest(SECOND));
  const [one = '', two = ''] = releasesOf(folder);
  const inode = (release: string, path: string): number => statSync(join(folder, '.www.releases', release, path)).ino;
  expect(inode(two, '404.html')).toBe(inode(one, '404.html'));
  expect(inode(two, 'index.html')).not.toBe(inode(one, 'index.html'));
  expect(shown(join(folder, '.www.releases', one))).toEqual(withManifest(FIRST));
  expect(await publish(target, SECOND)).toMatchObject({ isNew: false });
  expect(readdirSync(folder).sort()).toEqual(['.www.releases', 'www']);
});

test('as many releases are kept as asked for, and going back leads through those', async () => {
  const folder = temporaryFolder();
  const target = join(folder, 'www');
  for (const files of [FIRST, SECOND, THIRD]) await publish(target, files, 2);
  expect(releasesOf(folder).map((name) => name.slice(0, 4))).toEqual(['0002', '0003']);
  const { rollBack } = folderTarget(target, { keep: 2 });
  expect(await rollBack?.()).toMatch(/^0002-/);
  expect(shown(target)).toEqual(withManifest(SECOND));
  await expect(rollBack?.()).rejects.toMatchObject({ code: 'nothing-before' });
  expect(await publish(target, FIRST, 2)).toMatchObject({ name: expect.stringMatching(/^0004-after-0002-/) });
  expect(releasesOf(folder).map((name) => name.slice(0, 4))).toEqual(['0002', '0004']);
});

test('a file that somebody changed in the release that is shown is not taken over into the next one', async () => {
  const folder = temporaryFolder();
  const target = join(folder, 'www');
  await publish(target, FIRST);
  writeFileSync(join(target, '404.html'), 'hacked');
  await publish(target, SECOND);
  expect(shown(target)).toEqual(withManifest(SECOND));
});

test('what a killed publish left is cleared away, and its work is done', async () => {
  const folder = temporaryFolder();
  const target = join(folder, 'www');
  await publish(target, FIRST);
  const releases = join(folder, '.www.releases');
  mkdirSync(join(releases, 'incoming/incidents'), { recursive: true });
  writeFileSync(join(releases, 'incoming/index.html'), 'half');
  mkdirSync(join(releases, 'outgoing-000000000000/x'), { recursive: true });
  symlinkSync('nowhere', join(releases, 'link-000000000000'));
  const { fingerprint } = openSite(smallSite(SECOND));
  mkdirSync(join(releases, `0002-after-0001-${fingerprint.slice(0, 12)}`));
  await publish(target, SECOND);
  expect(shown(target)).toEqual(withManifest(SECOND));
  expect(releasesOf(folder).map((name) => name.slice(0, 4))).toEqual(['0001', '0002']);
});

test('an empty folder becomes a link', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'www'));
  await publish(join(folder, 'www'), FIRST);
  expect(lstatSync(join(folder, 'www')).isSymbolicLink()).toBe(true);
});

describe('refused, with everything as it was', () => {
  test.each<[string, (target: string) => void]>([
    ['a folder that is not empty', (target) => writeFiles(target, { 'mine.txt': 'x' })],
    ['a file', (target) => writeFileSync(target, 'x')],
    ['a link to somewhere else', (target) => symlinkSync('/tmp', target)],
    ['a link that leads out of the releases', (target) => symlinkSync('.www.releases/../0001-after-0000-aaaaaaaaaaaa', target)],
  ])('%s', async (_name, prepare) => {
    const folder = temporaryFolder();
    const target = join(folder, 'www');
    prepare(target);
    const before = lstatSync(target);
    await expect(publish(target, FIRST)).rejects.toMatchObject({ code: 'foreign-target' });
    await expect(folderTarget(target, { keep: 1 }).current()).rejects.toMatchObject({ code: 'foreign-target' });
    expect(lstatSync(target)).toMatchObject({ ino: before.ino, ctimeMs: before.ctimeMs });
    expect(readdirSync(folder)).toEqual(['www']);
  });

  test.each<[string, (site: string) => void]>([
    ['a file changed since', (site) => writeFileSync(join(site, 'index.html'), 'xxx')],
    ['a file gone', (site) => rmSync(join(site, 'incidents/b/index.html'))],
  ])('a site that is not that of its manifest: %s', async (_name, harm) => {
    const folder = temporaryFolder();
    const target = join(folder, 'www');
    await publish(target, FIRST);
    const site = smallSite(SECOND);
    harm(site);
    await expect(folderTarget(target, { keep: 1 }).publish(openSite(site), () => {})).rejects.toMatchObject({ code: 'site-changed' });
    expect(shown(target)).toEqual(withManifest(FIRST));
    expect(releasesOf(folder)).toHaveLength(1);
  });

  test('a target within the site, and the site within the target', async () => {
    const site = smallSite(FIRST);
    const { publish: go } = folderTarget(join(site, 'www'), { keep: 1 });
    await expect(go(openSite(site), () => {})).rejects.toMatchObject({ code: 'usage' });
    expect(existsSync(join(site, 'www'))).toBe(false);
  });
});

test('two at once refuse each other', async () => {
  const target = join(temporaryFolder(), 'www');
  const results = await Promise.allSettled([publish(target, FIRST), publish(target, SECOND)]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'locked' } });
});
