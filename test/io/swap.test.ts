// Swapping a built site into place, and what is left when that is broken off.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createStaging, recover, swapIn } from '../../src/io/swap.ts';
import { bundleProgram } from './program.ts';
import { temporaryFolder, writeFiles } from './temporary.ts';

const SWAPPER = await bundleProgram(new URL('./swap-for-ever.ts', import.meta.url));

test('a first site, then another in its place with the permissions of the first', async () => {
  const folder = temporaryFolder();
  const output = join(folder, 'site');
  const first = createStaging(output);
  writeFiles(first.folder, { 'index.html': '1', 'old/index.html': '1' });
  await swapIn(first, output);
  chmodSync(output, 0o750);

  const second = createStaging(output);
  writeFiles(second.folder, { 'index.html': '2' });
  await swapIn(second, output);
  second.discard();
  expect(readdirSync(folder)).toEqual(['site']);
  expect(readdirSync(output)).toEqual(['index.html']);
  expect(readFileSync(join(output, 'index.html'), 'utf8')).toBe('2');
  expect(statSync(output).mode & 0o777).toBe(0o750);
});

test('a staging folder may be read by whoever may read any new folder', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'plain'));
  const staging = createStaging(join(folder, 'site'));
  expect(statSync(staging.folder).mode).toBe(statSync(join(folder, 'plain')).mode);
  staging.discard();
  expect(readdirSync(folder)).toEqual(['plain']);
});

test('when the new site cannot be moved in, the old one is moved back', async () => {
  const folder = temporaryFolder({ 'site/index.html': 'old' });
  const staging = createStaging(join(folder, 'site'));
  staging.discard();
  await expect(swapIn(staging, join(folder, 'site'))).rejects.toThrow();
  expect(readFileSync(join(folder, 'site/index.html'), 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['site']);
});

test('recovering puts a site back that was moved away, and clears what dead builds left', async () => {
  const folder = temporaryFolder({
    '.site.old-0123456789ab/index.html': 'old',
    '.site.staging-0123456789ab/index.html': 'half',
    '.site.trash-0123456789ab/index.html': 'older',
    '.site.staging-mine/keep': 'not ours',
    '.other.staging-0123456789ab/keep': 'of another output',
  });
  expect(await recover(join(folder, 'site'))).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(['.other.staging-0123456789ab', '.site.staging-mine', 'site']);
  expect(readFileSync(join(folder, 'site/index.html'), 'utf8')).toBe('old');
});

test('recovering leaves a site that stands alone', async () => {
  const folder = temporaryFolder({ 'site/index.html': 'new', '.site.old-0123456789ab/index.html': 'old' });
  expect(await recover(join(folder, 'site'))).toBe(false);
  expect(readdirSync(folder)).toEqual(['site']);
  expect(readFileSync(join(folder, 'site/index.html'), 'utf8')).toBe('new');
});

test('removing the old site does not follow its symbolic links', async () => {
  const folder = temporaryFolder({ 'precious/file': 'x', 'site/index.html': 'old' });
  symlinkSync('../precious', join(folder, 'site/link'));
  const staging = createStaging(join(folder, 'site'));
  await swapIn(staging, join(folder, 'site'));
  expect(existsSync(join(folder, 'precious/file'))).toBe(true);
});

test('killed at any moment, a whole site stands or is put back by the next build', async () => {
  const folder = temporaryFolder();
  const output = join(folder, 'site');
  const standing: boolean[] = [];
  for (let round = 0; round < 15; round++) {
    const child = spawn(process.execPath, [SWAPPER, output], { stdio: ['ignore', 'pipe', 'inherit'] });
    const closed = once(child, 'close');
    await once(child.stdout, 'data');
    await wait(Math.random() * 60);
    child.kill('SIGKILL');
    await closed;
    standing.push(existsSync(output));
    await recover(output);
    const numbers = new Set(readdirSync(output).map((name) => readFileSync(join(output, name), 'utf8')));
    expect(readdirSync(output)).toHaveLength(40);
    expect(numbers.size).toBe(1);
    expect(readdirSync(folder).filter((name) => name !== 'site' && name !== '.site.lock')).toEqual([]);
  }
  // The moment without a site is some microseconds long: it must not be what a kill usually meets.
  expect(standing.filter(Boolean).length).toBeGreaterThan(10);
});
