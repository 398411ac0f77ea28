// An edited text goes back into its file: the same file, or none.
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rewriteText } from '../../src/io/rewrite-text.ts';
import { temporaryFolder } from './temporary.ts';

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

test('byte for byte outside of what was edited, the mark at its beginning and its line ends too', () => {
  const folder = temporaryFolder({ 'a.md': Buffer.concat([MARK, Buffer.from('one\r\ntwo 🚀\r\n')]) });
  rewriteText(join(folder, 'a.md'), { before: 'one\r\ntwo 🚀\r\n', after: 'one\r\n2 🚀\r\n' });
  expect(readFileSync(join(folder, 'a.md'))).toEqual(Buffer.concat([MARK, Buffer.from('one\r\n2 🚀\r\n')]));
});

test('a file that somebody else has changed is left as they left it', () => {
  const folder = temporaryFolder({ 'a.md': 'theirs' });
  expect(() => rewriteText(join(folder, 'a.md'), { before: 'read', after: 'edited' })).toThrow(
    'a.md was changed by somebody else just now',
  );
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('theirs');
  expect(readdirSync(folder)).toEqual(['a.md']);
});

test('a symbolic link stays one, and the file it means is edited with its permissions', () => {
  const folder = temporaryFolder({ 'real.txt': 'old' });
  chmodSync(join(folder, 'real.txt'), 0o604);
  symlinkSync('real.txt', join(folder, 'a.md'));
  rewriteText(join(folder, 'a.md'), { before: 'old', after: 'new' });
  expect(lstatSync(join(folder, 'a.md')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, 'real.txt'), 'utf8')).toBe('new');
  expect(statSync(join(folder, 'real.txt')).mode & 0o777).toBe(0o604);
});

test('a file that is gone is an error of the environment', () => {
  expect(() => rewriteText(join(temporaryFolder(), 'a.md'), { before: '', after: '' })).toThrow(/a\.md/);
});
