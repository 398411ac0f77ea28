// Imports as a person runs them: files in, files out, again, changed, forced, linked.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultConfig } from '../../../src/core/config/read.ts';
import type { ImportReport } from '../../../src/import/report.ts';
import { gather } from '../../../src/import/run/gather.ts';
import { type RunOptions, runImport } from '../../../src/import/run/index.ts';
import { loadArchive } from '../../../src/site/load.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
  mkdirSync(join(folder, 'wiki'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const source = (name: string, text: string | Uint8Array): void => {
  mkdirSync(join(folder, 'wiki', name, '..'), { recursive: true });
  writeFileSync(join(folder, 'wiki', name), text);
};
const archived = (name: string): string => readFileSync(join(folder, 'postmortems', name), 'utf8');

function run(options: Partial<RunOptions> & { readonly isForced?: boolean } = {}): Promise<ImportReport> {
  const output = join(folder, 'postmortems');
  const { isForced = false, ...others } = options;
  const prepare = { config: defaultConfig, asOf: '2026-11-26', isForced };
  const common = { output, config: defaultConfig, prepare, threads: 2, isDryRun: false, isMerging: false };
  return runImport(gather([join(folder, 'wiki')], output), { ...common, ...others });
}

const POSTMORTEM = `# Checkout errors

**Duration:** March 3, 2024, 2:02 PM - 2:49 PM (UTC)

## Root cause

A typo in the configuration of the gateway.

## Timeline

- **2:02 PM UTC** Errors begin
- **2:09 PM UTC** The alert fires
- **2:49 PM UTC** The push is rolled back

## Action items

- [ ] Add a canary
`;
const NAME = '2024-03-03-checkout-errors.md';

describe('an import', () => {
  it('writes what check has nothing against, keeps the body to the byte, and changes nothing when it is run again', async () => {
    source('a.md', POSTMORTEM);
    const login = POSTMORTEM.replace('Checkout errors', 'Login down')
      .replaceAll('March 3', 'May 5')
      .replace('A typo', 'A [gone page](gone.md) with a typo');
    source('b.md', login.replaceAll('\n', '\r\n'));
    const first = await run();
    expect(first.counts).toMatchObject({ written: 2, failed: 0, skipped: 0 });
    expect(archived(NAME).endsWith(`\n---\n${POSTMORTEM}`)).toBe(true);
    const other = readdirSync(join(folder, 'postmortems')).find((name) => name.includes('login'));
    expect(archived(other ?? '')).toContain('\r\n---\r\n# Login down\r\n');
    const loaded = await loadArchive({ input: join(folder, 'postmortems'), allowErrors: true });
    expect(loaded.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(loaded.archive.incidents.map(({ title }) => title)).toEqual(['Login down', 'Checkout errors']);
    const before = readdirSync(join(folder, 'postmortems')).map((name) => [name, archived(name)]);
    expect((await run()).counts).toMatchObject({ unchanged: 2, written: 0, updated: 0 });
    expect(readdirSync(join(folder, 'postmortems')).map((name) => [name, archived(name)])).toEqual(before);
  });

  it('writes nothing when it is dry, and says what it would', async () => {
    source('a.md', POSTMORTEM);
    const report = await run({ isDryRun: true });
    expect(report.documents[0]).toMatchObject({ outcome: 'written', file: NAME });
    expect(existsSync(join(folder, 'postmortems'))).toBe(false);
  });

  it('follows a source that changed or moved, and leaves alone what somebody has edited', async () => {
    source('a.md', POSTMORTEM);
    await run();
    source('a.md', POSTMORTEM.replace('A typo', 'Two typos'));
    expect((await run()).counts).toMatchObject({ updated: 1 });
    expect(archived(NAME)).toContain('Two typos');
    rmSync(join(folder, 'wiki/a.md'));
    source('old/a.md', POSTMORTEM.replace('A typo', 'Two typos'));
    expect((await run()).documents).toMatchObject([{ outcome: 'updated', file: NAME }]);
    writeFileSync(join(folder, 'postmortems', NAME), archived(NAME).replace('title: Checkout errors', 'title: Checkout fails'));
    source('old/a.md', POSTMORTEM);
    expect((await run()).documents).toMatchObject([{ outcome: 'kept', file: NAME }]);
    expect(archived(NAME)).toContain('Checkout fails');
  });

  it('does not import a file of the archive from outside of it', async () => {
    source('a.md', POSTMORTEM);
    await run();
    source('copy.md', archived(NAME));
    const { documents } = await run();
    expect(documents).toMatchObject([
      { outcome: 'unchanged' },
      { outcome: 'skipped', reason: `It is ${NAME} of the archive, to the byte.` },
    ]);
    expect(readdirSync(join(folder, 'postmortems'))).toEqual([NAME]);
  });

  it('never takes the name of another file', async () => {
    mkdirSync(join(folder, 'postmortems'));
    writeFileSync(join(folder, 'postmortems', NAME), '---\ntitle: Mine\nstarted: 2020-01-01\n---\nMine.\n');
    source('a.md', POSTMORTEM);
    expect((await run()).documents).toMatchObject([{ outcome: 'written', file: NAME.replace('.md', '-2.md') }]);
    expect(archived(NAME)).toContain('Mine.');
  });

  it('says what is no postmortem, and writes it only when forced', async () => {
    source(
      'template.md',
      '# Postmortem template\n\n## Summary\n\n<!-- What happened? -->\n\n## Timeline\n\n## Root cause\n\n## Action items\n',
    );
    source('broken.json', '{');
    const report = await run();
    expect(report.documents.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['failed', 'invalid-json'],
      ['skipped', undefined],
    ]);
    expect(report.documents[1]?.reason).toMatch(/^It is no postmortem but an? /);
    expect((await run({ isForced: true })).counts).toMatchObject({ written: 1, failed: 1 });
  });

  it('reads what can be read beside what cannot, forced or not', async () => {
    source('a.md', POSTMORTEM);
    mkdirSync(join(folder, 'wiki', 'folder.md'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'wiki', 'broken.md'));
    symlinkSync(join(folder, 'wiki'), join(folder, 'wiki', 'loop'));
    source('locked.md', POSTMORTEM);
    chmodSync(join(folder, 'wiki', 'locked.md'), 0o000);
    // To the superuser nothing is locked.
    const isLocked = process.getuid?.() !== 0;
    if (!isLocked) rmSync(join(folder, 'wiki', 'locked.md'));
    for (const isForced of [false, true]) {
      const { documents } = await run({ isForced, isDryRun: true });
      expect(documents.map(({ path, outcome }) => [path.split('/').at(-1), outcome])).toEqual([
        ['a.md', 'written'],
        ...(isLocked ? [['locked.md', 'failed']] : []),
      ]);
    }
  });

  it('refuses to read what lies where it writes, and says what is not there', () => {
    source('a.md', POSTMORTEM);
    const wiki = join(folder, 'wiki');
    expect(() => gather([wiki], wiki)).toThrow('lies in the folder that is written into');
    expect(() => gather([join(wiki, 'a.md')], wiki)).toThrow('lies in the folder that is written into');
    expect(() => gather([join(wiki, 'b.md')], undefined)).toThrow('There is no file');
    expect(() => gather(['-'], undefined)).toThrow(expect.objectContaining({ hint: expect.stringContaining('piped') }));
    expect(gather([wiki], join(wiki, 'postmortems')).tasks).toHaveLength(1);
  });

  it('names the second telling of an incident, and links it where that is wanted', async () => {
    source('a.md', POSTMORTEM);
    source('b.md', POSTMORTEM.replace('# Checkout errors', '# The checkout show').replace('A typo', 'What a typo'));
    const report = await run();
    expect(report.documents[1]).toMatchObject({ twin: { id: '2024-03-03-checkout-errors', isLinked: false } });
    expect(archived('2024-03-03-the-checkout-show.md')).not.toContain('duplicate_of');
    await run({ isMerging: true });
    expect(archived('2024-03-03-the-checkout-show.md')).toContain('\nduplicate_of: "2024-03-03-checkout-errors"\nsource:\n');
    expect((await run()).counts).toMatchObject({ unchanged: 2 });
    // Of the archive, too, whoever wrote it.
    rmSync(join(folder, 'wiki/a.md'));
    source('c.md', POSTMORTEM.replace('Checkout errors', 'Checkout again'));
    const { documents } = await run({ isMerging: true });
    expect(documents[1]).toMatchObject({
      path: expect.stringContaining('c.md'),
      twin: { id: '2024-03-03-checkout-errors', isLinked: true },
    });
  });

  it('takes images along from within the folder alone', async () => {
    source('img/errors.png', Uint8Array.from([1, 2, 3]));
    writeFileSync(join(folder, 'secret.png'), 'secret');
    symlinkSync(join(folder, 'secret.png'), join(folder, 'wiki/link.png'));
    source(
      'a.md',
      `${POSTMORTEM}\n![rise](img/errors.png) ![out](../secret.png) ![link](link.png) ![gone](gone.png) ![far](https://x.example/y.png)\n`,
    );
    const { documents } = await run();
    const id = '2024-03-03-checkout-errors';
    expect(archived(NAME)).toContain(`![rise](${id}/errors.png) ![out](../secret.png) ![link](link.png) ![gone](gone.png)`);
    expect(readdirSync(join(folder, 'postmortems', id))).toEqual(['errors.png']);
    expect(documents[0]?.notes.map(({ code }) => code)).toEqual(expect.arrayContaining(['image-copied', 'image-missing', 'image-outside']));
    expect((await run()).counts).toMatchObject({ unchanged: 1 });
  });

  it('gives up on a document that takes too long, and reads the rest', async () => {
    source('a.md', POSTMORTEM);
    source('slow.html', `<body>${'<p>14:02 <b>word</b> <i>and</i> <a href="https://x.example">more</a></p>'.repeat(8000)}`);
    source('z.md', POSTMORTEM.replace('Checkout errors', 'Zone lost').replaceAll('March 3', 'March 9'));
    const { documents } = await run({ timeLimit: 150 });
    expect(documents.map(({ outcome }) => outcome)).toEqual(['written', 'failed', 'written']);
    expect(documents[1]?.reason).toBe('It was given up on after 0.15 seconds.');
  });
});
