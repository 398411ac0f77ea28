// Every hostile document is answered at its place, quickly, and its good neighbour is read all the same.
import { mkdirSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { archiveWith, GOOD, loadInTime, reviewed, sayProblems } from './answers.ts';
import { CASES } from './cases.ts';

describe('a hostile document', () => {
  const answers = reviewed('documents.json');

  test.each(Object.entries(CASES))('%s', async (name, content) => {
    const loaded = await loadInTime(archiveWith({ 'bad.md': content() }));
    const problems = sayProblems(loaded);
    answers.expectAnswer(name, problems);

    const isRead = [...loaded.archive.byId.values()].some(({ title }) => title === 'The neighbour');
    expect(isRead || problems.some((line) => line.startsWith('good.md:'))).toBe(true);
    for (const { file, line, column } of loaded.diagnostics) expect(line >= 1 && column >= 1, `${file}:${line}:${column}`).toBe(true);
    structuredClone(loaded.archive.incidents);
    expect(globalThis).not.toHaveProperty('hacked');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('every answer has its case', () => {
    expect(answers.keys()).toEqual(Object.keys(CASES).sort());
  });
});

describe('a hostile folder', () => {
  const place = (folder: string, name = 'bad.md'): string => join(folder, name);

  // Files that may not be read, and more of what stands in folders, are in test/io/read-archive.test.ts.
  test.each([
    ['a folder named like a postmortem', (folder: string) => mkdirSync(place(folder)), ['bad.md:1:1 error directory-named-md']],
    ['a link out of the archive', (folder: string) => symlinkSync('/etc/hostname', place(folder)), ['bad.md:1:1 error outside-archive']],
    ['a link to nothing', (folder: string) => symlinkSync('gone', place(folder)), ['bad.md:1:1 error unreadable']],
    ['a link in a circle', (folder: string) => symlinkSync('bad.md', place(folder)), ['bad.md:1:1 error unreadable']],
    ['a linked folder', (folder: string) => symlinkSync('/etc', place(folder, 'etc')), ['etc:1:1 warning outside-archive']],
    [
      'a file of 50 MB',
      (folder: string) => {
        writeFileSync(place(folder), '');
        truncateSync(place(folder), 50 * 1024 * 1024);
      },
      ['bad.md:1:1 error too-large'],
    ],
    [
      'a file named like a device',
      (folder: string) => writeFileSync(place(folder, 'con.md'), GOOD),
      ['con.md:1:1 error bad-file-name', 'good.md:2:8 warning same-title'],
    ],
    [
      'a file named like an option',
      (folder: string) => writeFileSync(place(folder, '--help.md'), GOOD),
      ['--help.md:1:1 error bad-file-name', 'good.md:2:8 warning same-title'],
    ],
    [
      'a file named like a list',
      (folder: string) => writeFileSync(place(folder, 'page.md'), GOOD),
      ['page.md:1:1 error bad-file-name', 'page.md:2:8 warning same-title'],
    ],
    [
      'attachments that are pages and programs',
      (folder: string) => {
        mkdirSync(place(folder, 'good'));
        for (const name of ['index.html', 'x.xhtml', 'x.js', 'x.mjs', 'x.xml', 'x.exe', 'x.htm.png.html'])
          writeFileSync(place(folder, `good/${name}`), 'x');
        writeFileSync(place(folder, 'good/x.svg'), '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
      },
      [
        'index.html:1:1 warning asset-type',
        'x.exe:1:1 warning asset-type',
        'x.htm.png.html:1:1 warning asset-type',
        'x.js:1:1 warning asset-type',
        'x.mjs:1:1 warning asset-type',
        'x.svg:1:1 warning unsafe-svg',
        'and 2 more',
      ],
    ],
  ])('%s', async (_name, prepare, expected) => {
    const folder = archiveWith();
    prepare(folder);
    const loaded = await loadInTime(folder);
    expect(sayProblems(loaded)).toEqual(expected);
    expect(loaded.archive.incidents.map(({ id }) => id)).toContain('good');
  });

  test('a hundred files that climb leave nothing behind', async () => {
    const folder = archiveWith();
    for (let n = 0; n < 100; n++) writeFileSync(place(folder, `x${n}.md`), GOOD.replace('---\n', `---\nid: ${'../'.repeat(n % 9)}x${n}\n`));
    await loadInTime(folder);
    expect(readdirSync(folder)).toHaveLength(101);
  });
});
