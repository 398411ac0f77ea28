// Every hostile document is answered at its place, quickly, and its good neighbour is read all the same.
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type LoadedArchive, loadArchive } from '../../src/site/load.ts';
import { CASES } from './cases.ts';

const LIMIT = 2_000;
const GOOD = '---\ntitle: The neighbour\nstarted: 2026-01-01T10:00:00Z\n---\n\n## Summary\n\nIt broke and was mended.\n';
const EXPECTED = new URL('../fixtures/hostile/expected.json', import.meta.url);
const root = mkdtempSync(join(tmpdir(), 'hindsight-hostile-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folders = 0;
function newArchive(): string {
  const folder = join(root, String(folders++));
  mkdirSync(folder);
  writeFileSync(join(folder, 'good.md'), GOOD);
  return folder;
}

async function load(input: string): Promise<LoadedArchive> {
  return loadArchive({ input, asOf: '2026-11-22', allowErrors: true });
}

/** `bad.md:4:1 error unknown-field`; the good file must have no problem that is not a clash with the bad one. */
function problems({ diagnostics }: LoadedArchive): string[] {
  return diagnostics.map(({ file, line, column, severity, code }) => `${file}:${line}:${column} ${severity} ${code}`);
}

describe('a hostile document', () => {
  const expected = JSON.parse(readFileSync(EXPECTED, 'utf8')) as Record<string, string[]>;

  test.each(Object.entries(CASES))('%s', async (name, content) => {
    const folder = newArchive();
    writeFileSync(join(folder, 'bad.md'), content());
    const start = performance.now();
    const loaded = await load(folder);
    expect(performance.now() - start, 'milliseconds').toBeLessThan(LIMIT);
    expect(problems(loaded)).toEqual(expected[name]);
    expect([...loaded.archive.byId.values()].some(({ title }) => title === 'The neighbour') || problems(loaded).some((line) => /good\.md/.test(line))).toBe(true);
    expect(globalThis).not.toHaveProperty('hacked');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('every expectation has its case', () => {
    expect(Object.keys(expected).sort()).toEqual(Object.keys(CASES).sort());
  });
});

describe('a hostile folder', () => {
  test.each([
    ['a folder named like a postmortem', (folder: string) => mkdirSync(join(folder, 'bad.md')), 'bad.md:1:1 error directory-named-md'],
    ['a link out of the archive', (folder: string) => symlinkSync('/etc/hostname', join(folder, 'bad.md')), 'bad.md:1:1 error outside-archive'],
    ['a link to nothing', (folder: string) => symlinkSync(join(folder, 'gone'), join(folder, 'bad.md')), 'bad.md:1:1 error unreadable'],
    ['a link in a circle', (folder: string) => symlinkSync(join(folder, 'bad.md'), join(folder, 'bad.md')), 'bad.md:1:1 error unreadable'],
    ['a file of 50 MB', (folder: string) => (writeFileSync(join(folder, 'bad.md'), ''), truncateSync(join(folder, 'bad.md'), 50 * 1024 * 1024)), 'bad.md:1:1 error too-large'],
  ])('%s', async (_name, prepare, expected) => {
    const folder = newArchive();
    prepare(folder);
    const start = performance.now();
    const loaded = await load(folder);
    expect(performance.now() - start, 'milliseconds').toBeLessThan(LIMIT);
    expect(problems(loaded)).toEqual([expected]);
    expect(loaded.archive.incidents.map(({ id }) => id)).toEqual(['good']);
  });

  test.skipIf(process.getuid?.() === 0)('an unreadable file (not told apart as root)', async () => {
    const folder = newArchive();
    writeFileSync(join(folder, 'bad.md'), GOOD);
    chmodSync(join(folder, 'bad.md'), 0);
    expect(problems(await load(folder))).toEqual(['bad.md:1:1 error unreadable']);
  });

  test('a hundred files that climb leave nothing outside the archive', async () => {
    const folder = newArchive();
    for (let n = 0; n < 100; n++) writeFileSync(join(folder, `x${n}.md`), GOOD.replace('---\n', `---\nid: ${'../'.repeat(n % 9)}x${n}\n`));
    await load(folder);
    expect(readdirSync(folder)).toHaveLength(101);
  });
});
