// Which part of the archive FILE arguments mean.
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, readArguments, selectionOf } from '../../src/cli/selection.ts';
import { temporaryFolder } from '../io/temporary.ts';

const FILES = { 'archive/a.md': '', 'archive/2026/b.md': '', 'archive/2026/b2.md': '', 'other/c.md': '' };

describe('arguments', () => {
  test('are files and folders of the archive', () => {
    const folder = temporaryFolder(FILES);
    const wanted = readArguments([join(folder, 'archive/a.md'), join(folder, 'archive/2026')], join(folder, 'archive'));
    expect(wanted.map(({ path }) => path)).toEqual(['a.md', '2026']);
    const isSelected = selectionOf(wanted);
    expect(['a.md', '2026/b.md', '2026/b2.md', '2026x/b.md', 'b.md'].filter(isSelected)).toEqual(['a.md', '2026/b.md', '2026/b2.md']);
  });

  test('may go through a symbolic link', () => {
    const folder = temporaryFolder(FILES);
    symlinkSync('archive', join(folder, 'link'));
    const [wanted] = readArguments([join(folder, 'link/2026/b.md')], join(folder, 'archive'));
    expect(wanted?.path).toBe('2026/b.md');
  });

  test('none means everything, and so does the folder itself', () => {
    const folder = temporaryFolder(FILES);
    expect(selectionOf([])('x.md')).toBe(true);
    expect(selectionOf(readArguments([join(folder, 'archive')], join(folder, 'archive')))('x.md')).toBe(true);
  });

  test('that are nowhere or elsewhere are refused', () => {
    const folder = temporaryFolder(FILES);
    expect(() => readArguments([join(folder, 'archive/x.md')], join(folder, 'archive'))).toThrow('There is no file');
    expect(() => readArguments([join(folder, 'other/c.md')], join(folder, 'archive'))).toThrow('is not in the archive');
  });
});

describe('the archive, when only files are named', () => {
  test('is the usual one if they lie in it, else the folder that holds them all', () => {
    const folder = temporaryFolder(FILES);
    const at = (path: string): string => join(folder, path);
    expect(folderOf([at('archive/a.md')], at('archive'))).toBeUndefined();
    expect(folderOf([], at('archive'))).toBeUndefined();
    expect(folderOf([at('other/c.md')], at('archive'))).toBe(at('other'));
    expect(folderOf([at('archive/2026/b.md'), at('archive/a.md')], at('none'))).toBe(at('archive'));
    expect(folderOf([at('archive/2026'), at('other')], at('none'))).toBe(folder);
    expect(() => folderOf([at('nothing.md')], at('archive'))).toThrow('There is no file');
  });
});
