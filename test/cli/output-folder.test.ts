// What may be replaced by a site, and what never.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { archivePaths } from '../../src/cli/archive-paths.ts';
import { locateOutput, mustBeReplaceable } from '../../src/cli/output-folder.ts';
import { verifySite } from '../../src/cli/verify-site.ts';
import { temporaryFolder, writeFiles } from '../io/temporary.ts';

function manifest(files: readonly { path: string; bytes: number }[], generator = 'hindsight'): string {
  return JSON.stringify({ generator, version: '0', generated: '2026-11-22', files: files.map((file) => ({ ...file, sha256: '' })) });
}

const SITE = {
  'index.html': 'home',
  'tags/index.html': 'tags',
  'manifest.json': manifest([
    { path: 'index.html', bytes: 4 },
    { path: 'tags/index.html', bytes: 4 },
  ]),
};

describe('where the site may go', () => {
  test('into a folder of its own, whose place is made', () => {
    const folder = temporaryFolder({ 'p/postmortems/a.md': '' });
    const paths = archivePaths({ input: join(folder, 'p/postmortems') });
    expect(locateOutput(join(folder, 'p/_site'), paths)).toBe(join(folder, 'p/_site'));
    expect(locateOutput(join(folder, 'x/y/z'), paths)).toBe(join(folder, 'x/y/z'));
  });

  test('to where a symbolic link points', () => {
    const folder = temporaryFolder({ 'real/index.html': '' });
    symlinkSync('real', join(folder, 'link'));
    expect(locateOutput(join(folder, 'link'), archivePaths({}))).toBe(join(folder, 'real'));
    symlinkSync('nowhere', join(folder, 'dangling'));
    expect(() => locateOutput(join(folder, 'dangling'), archivePaths({}))).toThrow('a symbolic link to nothing');
  });

  test('never over the disk, the home folder, the archive, the configuration, the project or Hindsight', () => {
    const folder = temporaryFolder({ 'p/postmortems/a.md': '', 'p/_data/site.yaml': '' });
    const paths = archivePaths({ input: join(folder, 'p/postmortems') });
    for (const output of ['/', homedir(), dirname(homedir()), '.', '..', folder, 'p', 'p/postmortems', 'p/postmortems/site', 'p/_data']) {
      const typed = output.startsWith('p') ? join(folder, output) : output;
      expect(() => locateOutput(typed, paths), typed).toThrow('cannot be the output');
    }
    symlinkSync('p', join(folder, 'alias'));
    expect(() => locateOutput(join(folder, 'alias'), paths)).toThrow('holds the postmortems');
  });

  test('not below a file', () => {
    const folder = temporaryFolder({ file: '' });
    expect(() => locateOutput(join(folder, 'file/site'), archivePaths({}))).toThrow(`nothing may be written in ${folder}/file`);
  });
});

describe('what may be replaced', () => {
  test('nothing, an empty folder, a site of ours', async () => {
    const folder = temporaryFolder({ 'empty/.DS_Store': '' });
    writeFiles(join(folder, 'site'), SITE);
    for (const name of ['nothing', 'empty', 'site']) await mustBeReplaceable(join(folder, name), name);
  });

  test('not a site in which somebody keeps files of their own, at any depth', async () => {
    const folder = temporaryFolder();
    writeFiles(join(folder, 'site'), { ...SITE, CNAME: 'x', 'tags/notes.txt': 'mine' });
    await expect(mustBeReplaceable(join(folder, 'site'), 'site')).rejects.toThrow(
      /would delete: (CNAME, tags\/notes\.txt|tags\/notes\.txt, CNAME)/,
    );
  });

  test('not a file, a folder of something else, a site of another program, a broken manifest', async () => {
    const folder = temporaryFolder({
      file: '',
      'photos/a.jpg': '',
      'other/manifest.json': manifest([], 'another'),
      'app/manifest.json': '{"name": "app"}',
      'broken/manifest.json': '{',
    });
    await expect(mustBeReplaceable(join(folder, 'file'), 'file')).rejects.toThrow('file is a file');
    for (const name of ['photos', 'other', 'app', 'broken']) {
      await expect(mustBeReplaceable(join(folder, name), name)).rejects.toMatchObject({ code: 'not-a-site' });
    }
  });

  test('not a site that somebody keeps under version control', async () => {
    const folder = temporaryFolder();
    writeFiles(join(folder, 'site'), { ...SITE, '.git/HEAD': 'ref' });
    await expect(mustBeReplaceable(join(folder, 'site'), 'site')).rejects.toThrow('would delete: .git');
  });
});

describe('verifying', () => {
  test('a whole site', async () => {
    await verifySite(temporaryFolder(SITE));
  });

  test('files cut short, missing, unlisted, and a missing manifest', async () => {
    const folder = temporaryFolder(SITE);
    writeFileSync(join(folder, 'index.html'), 'hom');
    await expect(verifySite(folder)).rejects.toThrow('index.html has 3 bytes instead of 4');
    writeFiles(folder, { 'index.html': 'home', 'extra.html': '' });
    await expect(verifySite(folder)).rejects.toThrow('extra.html is not in the manifest');
    await expect(verifySite(temporaryFolder({ ...SITE, 'index.html': '' }))).rejects.toThrow('0 bytes');
    const { 'tags/index.html': _tags, ...rest } = SITE;
    await expect(verifySite(temporaryFolder(rest))).rejects.toThrow('tags/index.html is missing');
    const empty = temporaryFolder();
    mkdirSync(join(empty, 'tags'));
    await expect(verifySite(empty)).rejects.toMatchObject({ code: 'incomplete' });
  });
});
