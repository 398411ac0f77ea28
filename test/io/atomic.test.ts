// Files that appear whole or not at all.
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFile, replaceFile } from '../../src/io/atomic.ts';
import { temporaryFolder } from './temporary.ts';

test('creating never overwrites, not even a link to nothing', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a.md');
  expect(createFile(path, 'first')).toBe(true);
  expect(createFile(path, 'second')).toBe(false);
  expect(readFileSync(path, 'utf8')).toBe('first');
  symlinkSync('nowhere', join(folder, 'b.md'));
  expect(createFile(join(folder, 'b.md'), 'text')).toBe(false);
  expect(readdirSync(folder).sort()).toEqual(['a.md', 'b.md']);
});

test('creating gives the permissions any new file gets', () => {
  const folder = temporaryFolder();
  createFile(join(folder, 'a.md'), 'text');
  writeFileSync(join(folder, 'b.md'), 'text');
  expect(statSync(join(folder, 'a.md')).mode).toBe(statSync(join(folder, 'b.md')).mode);
});

test('a failure leaves nothing beside', () => {
  const folder = temporaryFolder();
  expect(() => createFile(join(folder, `${'x'.repeat(250)}.md`), 'text')).toThrow();
  expect(readdirSync(folder)).toEqual([]);
});

test('replacing keeps permissions, and leaves a file alone that is another by then', () => {
  const folder = temporaryFolder({ 'a.md': 'first' });
  const path = join(folder, 'a.md');
  chmodSync(path, 0o640);
  expect(replaceFile(path, 'second', { isUnchanged: () => readFileSync(path, 'utf8') === 'first' })).toBe(true);
  expect(readFileSync(path, 'utf8')).toBe('second');
  expect(statSync(path).mode & 0o7777).toBe(0o640);
  expect(replaceFile(path, 'third', { isUnchanged: () => readFileSync(path, 'utf8') === 'first' })).toBe(false);
  expect(readFileSync(path, 'utf8')).toBe('second');
  expect(readdirSync(folder)).toEqual(['a.md']);
});
