// Reading a folder of postmortems, whatever else is in it.
import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/io/app-error.ts';
import { type ReadArchive, type ReadMemory, readArchive } from '../../src/io/read-archive.ts';
import { inTime } from '../processor-time.ts';
import { bundleProgram } from './program.ts';
import { temporaryFolder, writeFiles } from './temporary.ts';

const READER = await bundleProgram(new URL('./read-without-rights.ts', import.meta.url));

const paths = ({ sources }: ReadArchive): string[] => sources.map(({ path }) => path);
const problems = ({ diagnostics }: ReadArchive): string[] => diagnostics.map(({ file, severity, code }) => `${file} ${severity} ${code}`);

describe('what is read', () => {
  test('every .md file, in one order, but for hidden, underlined and installed ones', () => {
    const folder = temporaryFolder({
      'b.md': 'b',
      'a.md': 'a',
      '2026/c.md': 'c',
      'Z.md': 'Z',
      '_template.md': 'no',
      '.hidden.md': 'no',
      '.git/x.md': 'no',
      'node_modules/x/readme.md': 'no',
      'README.txt': 'no',
    });
    const read = readArchive(folder);
    expect(read.sources).toEqual([
      { path: '2026/c.md', text: 'c' },
      { path: 'Z.md', text: 'Z' },
      { path: 'a.md', text: 'a' },
      { path: 'b.md', text: 'b' },
    ]);
    expect(read.diagnostics).toEqual([]);
    expect(read.assets).toEqual([]);
  });

  test('a folder that is not there is an error of the command line', () => {
    const folder = temporaryFolder({ 'file.md': 'x' });
    expect(() => readArchive(join(folder, 'nothing'))).toThrow(AppError);
    expect(() => readArchive(join(folder, 'file.md'))).toThrow('is not a folder');
  });

  test('an archive that is itself behind a symbolic link', () => {
    const folder = temporaryFolder({ 'real/a.md': 'a' });
    symlinkSync('real', join(folder, 'link'));
    expect(paths(readArchive(join(folder, 'link')))).toEqual(['a.md']);
  });

  test('names that look like postmortems and are not read are said', () => {
    const folder = temporaryFolder({ 'A.MD': '', 'b.markdown': '', '_c.mdx': '', 'd.md': '' });
    expect(problems(readArchive(folder))).toEqual(['A.MD warning file-extension', 'b.markdown warning file-extension']);
  });
});

describe('what cannot be read is reported, and the rest goes on', () => {
  test('a folder named like a file', () => {
    const folder = temporaryFolder({ 'x.md/inside.md': 'x', 'y.md': 'y' });
    const read = readArchive(folder);
    expect(paths(read)).toEqual(['y.md']);
    expect(problems(read)).toEqual(['x.md error directory-named-md']);
  });

  test('symbolic links out of the archive, to nothing, to a folder, to themselves', () => {
    const folder = temporaryFolder({ 'secret.md': 'secret', 'secret/a.md': 'secret', 'archive/y.md': 'y', 'archive/2026/z.md': 'z' });
    const archive = join(folder, 'archive');
    symlinkSync('../secret.md', join(archive, 'out.md'));
    symlinkSync('../secret', join(archive, 'outfolder'));
    symlinkSync('/etc/passwd', join(archive, 'passwd.md'));
    symlinkSync('nowhere.md', join(archive, 'dangling.md'));
    symlinkSync('loop.md', join(archive, 'loop.md'));
    symlinkSync('2026', join(archive, 'again'));
    symlinkSync('..', join(archive, '2026', 'round'));
    symlinkSync('../..', join(archive, '2026', 'far'));
    symlinkSync('y.md', join(archive, 'within.md'));
    const read = readArchive(archive);
    expect(paths(read)).toEqual(['2026/z.md', 'within.md', 'y.md']);
    expect(problems(read).sort()).toEqual([
      '2026/far warning outside-archive',
      '2026/round warning linked-folder',
      'again warning linked-folder',
      'dangling.md error unreadable',
      'loop.md error unreadable',
      'out.md error outside-archive',
      'outfolder warning outside-archive',
      'passwd.md error outside-archive',
    ]);
    expect(JSON.stringify(read)).not.toContain('secret"');
  });

  test('a link whose target only begins like the archive', () => {
    const folder = temporaryFolder({ 'archive/y.md': 'y', 'archive-private/s.md': 's' });
    symlinkSync('../archive-private/s.md', join(folder, 'archive', 's.md'));
    expect(problems(readArchive(join(folder, 'archive')))).toEqual(['s.md error outside-archive']);
  });

  test('a named pipe, without waiting for a writer', () => {
    const folder = temporaryFolder({ 'y.md': 'y' });
    execFileSync('mkfifo', [join(folder, 'x.md')]);
    const read = readArchive(folder);
    expect(paths(read)).toEqual(['y.md']);
    expect(problems(read)).toEqual(['x.md error unreadable']);
  });

  test('a file of 50 MB is not read into memory', () => {
    const folder = temporaryFolder({ 'x.md': '', 'y.md': 'y' });
    truncateSync(join(folder, 'x.md'), 50 * 1024 * 1024);
    const before = process.memoryUsage().arrayBuffers;
    const read = readArchive(folder);
    expect(problems(read)).toEqual(['x.md error too-large']);
    expect(read.diagnostics[0]?.message).toBe('The file has 50 MB; a postmortem may have 2 MB.');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5 * 1024 * 1024);
  });

  test('a file of exactly the limit is read', () => {
    const folder = temporaryFolder({ 'x.md': 'x'.repeat(2 * 1024 * 1024), 'y.md': 'y'.repeat(2 * 1024 * 1024 + 1) });
    const read = readArchive(folder);
    expect(paths(read)).toEqual(['x.md']);
    expect(problems(read)).toEqual(['y.md error too-large']);
  });

  test('binary, UTF-16, invalid UTF-8, a NUL', () => {
    const folder = temporaryFolder({
      'a.md': Uint8Array.from({ length: 500 }, (_, index) => index % 256),
      'b.md': Buffer.from('\ufefftitle: x', 'utf16le'),
      'c.md': Buffer.from([0x61, 0x0a, 0x62, 0xff]),
      'd.md': 'a\0b',
      'e.md': '\ufeffBOM',
    });
    const read = readArchive(folder);
    expect(read.sources).toEqual([{ path: 'e.md', text: 'BOM' }]);
    expect(problems(read)).toEqual(['a.md error binary-file', 'b.md error not-utf-8', 'c.md error not-utf-8', 'd.md error binary-file']);
    expect(read.diagnostics[2]).toMatchObject({ line: 2, column: 2 });
  });

  test('a file and a folder without permission', () => {
    const folder = temporaryFolder({ 'x.md': 'x', 'y.md': 'y', 'closed/z.md': 'z', 'listed/z.md': 'z' });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'y.md'), 0o644);
    chmodSync(join(folder, 'x.md'), 0);
    chmodSync(join(folder, 'closed'), 0);
    // May be listed, but nothing in it may be looked at.
    chmodSync(join(folder, 'listed'), 0o744);
    // Root may read everything: the program gives its rights up first.
    const read = JSON.parse(execFileSync(process.execPath, [READER, folder], { encoding: 'utf8' })) as ReadArchive;
    expect(paths(read)).toEqual(['y.md']);
    expect(problems(read).sort()).toEqual(['closed error unreadable', 'listed/z.md error unreadable', 'x.md error unreadable']);
  });

  test('a name that is not UTF-8', () => {
    const folder = temporaryFolder({ 'y.md': 'y' });
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/x`), Buffer.from([0xff]), Buffer.from('.md')]), 'x');
    expect(problems(readArchive(folder))).toEqual(['x\ufffd.md error unreadable']);
  });
});

describe('images and attachments', () => {
  test('are the files in the folder named after a postmortem', () => {
    const folder = temporaryFolder({
      'a.md': 'a',
      'a/load.png': 'png',
      'a/more/trace.LOG': 'log',
      'a/nested.md': 'a postmortem of its own',
      'other/load.png': 'belongs to nobody',
      'top.png': 'belongs to nobody',
      '_t.md': 'template',
      '_t/x.png': 'belongs to nobody',
    });
    const read = readArchive(folder);
    expect(read.assets).toEqual([
      { path: 'a/load.png', absolute: join(folder, 'a/load.png'), size: 3 },
      { path: 'a/more/trace.LOG', absolute: join(folder, 'a/more/trace.LOG'), size: 3 },
    ]);
    expect(paths(read)).toEqual(['a.md', 'a/nested.md']);
    expect(read.diagnostics).toEqual([]);
  });

  test('are not published when they could run code, lead out, or are huge', () => {
    const folder = temporaryFolder({
      'a.md': 'a',
      'a/page.html': '<script>alert(1)</script>',
      'a/no-extension': '',
      'a/good.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'a/bad.svg': '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
      'a/huge.log': '',
    });
    truncateSync(join(folder, 'a/huge.log'), 51 * 1024 * 1024);
    symlinkSync('/etc/passwd', join(folder, 'a/passwd.txt'));
    const read = readArchive(folder);
    expect(read.assets.map(({ path }) => path)).toEqual(['a/good.svg']);
    expect(problems(read).sort()).toEqual([
      'a/bad.svg warning unsafe-svg',
      'a/huge.log warning asset-too-large',
      'a/no-extension warning asset-type',
      'a/page.html warning asset-type',
      'a/passwd.txt warning outside-archive',
    ]);
  });
});

describe('reading again', () => {
  test('gives back the same objects for files that did not change', () => {
    const folder = temporaryFolder({ 'a.md': 'a', 'b.md': 'b', 'c.md': 'c' });
    const memory: ReadMemory = new Map();
    const first = readArchive(folder, memory);
    writeFiles(folder, { 'b.md': 'B', 'd.md': 'd' });
    execFileSync('rm', [join(folder, 'c.md')]);
    const second = readArchive(folder, memory);
    expect(second.sources.map(({ text }) => text)).toEqual(['a', 'B', 'd']);
    expect(second.sources[0]).toBe(first.sources[0]);
    expect(second.sources[1]).not.toBe(first.sources[1]);
    expect([...memory.keys()]).toEqual(['a.md', 'b.md', 'd.md']);
  });

  test('notices a change within the same moment and of the same size', () => {
    const folder = temporaryFolder();
    const memory: ReadMemory = new Map();
    for (let round = 0; round < 50; round++) {
      writeFileSync(join(folder, 'a.md'), `text ${String(round).padStart(2, '0')}`);
      const [source] = readArchive(folder, memory).sources;
      expect(source?.text).toBe(readFileSync(join(folder, 'a.md'), 'utf8'));
    }
  });

  test('notices a change that hides behind an old date', () => {
    const folder = temporaryFolder({ 'a.md': 'a' });
    const old = new Date('2026-01-01');
    utimesSync(join(folder, 'a.md'), old, old);
    const memory: ReadMemory = new Map();
    readArchive(folder, memory);
    writeFileSync(join(folder, 'a.md'), 'b');
    utimesSync(join(folder, 'a.md'), old, old);
    expect(readArchive(folder, memory).sources[0]?.text).toBe('b');
  });
});

test('thousands of files are read, and in no time that grows with their square', async () => {
  const folder = temporaryFolder();
  for (let index = 0; index < 2000; index++) writeFileSync(join(folder, `${index}.md`), 'text '.repeat(200));
  expect(await inTime(10_000, () => readArchive(folder).sources)).toHaveLength(2000);
});
