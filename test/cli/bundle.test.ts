// `hindsight bundle`: what it writes and where, and what it refuses.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../io/temporary.ts';
import { FIRST, withManifest } from '../publish/small-site.ts';
import { hindsight } from './command.ts';

function folderWithSite(): string {
  const files = Object.entries(withManifest(FIRST)).map(([path, text]) => [`_site/${path}`, text]);
  return temporaryFolder(Object.fromEntries(files));
}

test('an incident becomes a file of its name in the folder one is in', async () => {
  const folder = folderWithSite();
  expect(await hindsight(folder, 'bundle', 'a')).toMatchObject({ code: 0, stdout: 'a.html: incident a of the internal edition, 1 kB\n' });
  expect(readFileSync(join(folder, 'a.html'), 'utf8')).toMatch(/^<!doctype html>\n<html>/);
});

test('the site becomes a zip', async () => {
  const folder = folderWithSite();
  expect(await hindsight(folder, 'bundle', '--archive')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^_site\.zip: the site, 5 files,/),
  });
  expect(readFileSync(join(folder, '_site.zip')).subarray(0, 2).toString()).toBe('PK');
});

test('what is there stays, unless it is told to make room', async () => {
  const folder = folderWithSite();
  writeFileSync(join(folder, 'a.html'), 'mine');
  expect(await hindsight(folder, 'bundle', 'a')).toMatchObject({ code: 3, stderr: expect.stringContaining('a.html is there already.') });
  expect(readFileSync(join(folder, 'a.html'), 'utf8')).toBe('mine');
  expect(await hindsight(folder, 'bundle', 'a', '--force')).toMatchObject({ code: 0 });
  expect(readFileSync(join(folder, 'a.html'), 'utf8')).not.toBe('mine');
});

test.each([
  [['bundle'], 'Either an incident is bundled'],
  [['bundle', 'a', '--archive'], 'Either an incident is bundled'],
  [['bundle', 'b'], '_site has no incident b.'],
  [['bundle', 'a', '--site', 'nowhere'], 'There is no site in nowhere.'],
  [['bundle', 'a', '--output', '_site/a.html'], '_site/a.html lies in the site'],
])('%j is wrong usage, and writes nothing', async (args, message) => {
  const folder = folderWithSite();
  expect(await hindsight(folder, ...args)).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
  for (const path of ['a.html', '_site.zip', '_site/a.html']) expect(existsSync(join(folder, path))).toBe(false);
});
