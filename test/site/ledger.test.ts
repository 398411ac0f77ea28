// The ledger over real git repositories: what it finds, and what it says where there is nothing to be had.
import { existsSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import type { Ledger } from '../../src/core/model/ledger.ts';
import { type LedgerOptions, readLedger } from '../../src/site/ledger.ts';
import { loadArchive } from '../../src/site/load.ts';
import { gitRepository } from '../io/git-repository.ts';
import { temporaryFolder, writeFiles } from '../io/temporary.ts';
import { build } from './build.ts';

/** The id is the title in small letters, where one is given: names of files that are no ids are errors. */
const file = (items: string, title?: string): string =>
  `---\ntitle: ${title ?? 'It broke'}\n${title === undefined ? '' : `id: ${title.toLowerCase()}\n`}started: 2024-01-01\n---\nIt did.\n\n## Action items\n\n${items}\n`;
const OPEN = '- [ ] Alert on refused payments (@bo, due 2024-02-01)';
const LATER = '- [ ] Alert on refused payments (@bo, due 2024-03-07)';
const ANAS = '- [ ] Alert on refused payments (@ana, due 2024-03-07)';
const DONE = '- [x] Alert on refused payments (@ana, due 2024-03-07)';

async function ledgerOf(input: string, more: Partial<LedgerOptions> = {}): Promise<Ledger> {
  const { archive, postmortems, texts } = await loadArchive({ input, allowErrors: true, asOf: '2025-01-01' });
  const options = {
    folder: input,
    config: archive.config,
    paths: postmortems,
    texts,
    cacheFile: join(temporaryFolder(), 'none', 'cache.json'),
  };
  return await readLedger(archive.incidents, { ...options, ...more });
}

const entriesOf = (ledger: Ledger) => {
  if (!ledger.isAvailable) throw new Error(ledger.reason);
  const say = ([key, { events }]: [string, { events: readonly { kind: string; day: string }[] }]) => [
    key,
    events.map(({ kind, day }) => `${day} ${kind}`),
  ];
  return Object.fromEntries([...ledger.entries].map(say as never)) as Record<string, string[]>;
};

const reasonOf = (ledger: Ledger): string => (ledger.isAvailable ? 'available' : ledger.reason);

test('what a file said while it was for other readers is no part of the history that an edition tells', async () => {
  const { folder, commit } = gitRepository(temporaryFolder());
  const seen = (visibility: string, items: string): string => file(items, 'Odd').replace('title:', `visibility: ${visibility}\ntitle:`);
  const path = 'postmortems/odd.md';
  commit('2024-01-02', { [path]: seen('restricted', OPEN) });
  commit('2024-02-03', { [path]: seen('internal', LATER) });
  commit('2024-02-10', { [path]: seen('public', ANAS) });
  const historyIn = async (edition: 'restricted' | 'internal' | 'public'): Promise<readonly string[]> => {
    const { archive } = await loadArchive({
      input: join(folder, 'postmortems'),
      allowErrors: false,
      asOf: '2025-01-01',
      edition,
      history: true,
    });
    const [events = []] = Object.values(entriesOf(archive.ledger));
    return events;
  };
  const [all, inside, outside] = [await historyIn('restricted'), await historyIn('internal'), await historyIn('public')];
  expect([all[0], inside[0], outside[0]].map((event) => event?.slice(0, 10))).toEqual(['2024-01-02', '2024-02-03', '2024-02-10']);
  expect(all.length).toBeGreaterThan(inside.length);
  expect(inside.length).toBeGreaterThan(outside.length);
});

test('a history through a rename, in a folder of the repository, with the last change not committed', async () => {
  const { folder, commit, git } = gitRepository(temporaryFolder());
  const input = join(folder, 'docs', 'post mortems');
  commit('2024-01-02', {
    'docs/post mortems/a.md': file(OPEN, 'Odd'),
    'docs/post mortems/other.md': file('- [ ] Wait', 'Other'),
    'src/x.md': 'no',
  });
  commit('2024-02-03', { 'docs/post mortems/a.md': file(LATER, 'Odd') });
  git('mv', 'docs/post mortems/a.md', 'docs/post mortems/2024-01-01 Ünïcode "quoted".md');
  commit('2024-02-10');
  const name = 'docs/post mortems/2024-01-01 Ünïcode "quoted".md';
  const last = commit('2024-02-20', { [name]: file(`- [ ] Wholly new above\n${ANAS}`, 'Odd') });
  writeFiles(folder, { [name]: file(`- [ ] Wholly new above\n${DONE}`, 'Odd') });
  const ledger = await ledgerOf(input);
  const id = 'odd/AI-2';
  expect(entriesOf(ledger)).toMatchObject({
    [id]: ['2024-01-02 added', '2024-02-03 redated', '2024-02-20 reassigned'],
    'other/AI-1': ['2024-01-02 added'],
  });
  expect(ledger).toMatchObject({ isAvailable: true, uncommitted: new Set([id]) });
  if (ledger.isAvailable) {
    expect(ledger.entries.get(id)).toMatchObject({ slips: 1, slippedDays: 35 });
    expect(ledger.entries.get(id)?.events.at(-1)).toMatchObject({ commit: last, from: 'bo', to: 'ana' });
  }
});

test('a merge is one change, on the day it was merged', async () => {
  const { folder, commit, git } = gitRepository(temporaryFolder());
  commit('2024-01-02', { 'a.md': file(OPEN) });
  git('checkout', '--quiet', '-b', 'side');
  commit('2024-02-01', { 'a.md': file(LATER) });
  commit('2024-02-02', { 'a.md': file(ANAS) });
  git('checkout', '--quiet', 'main');
  commit('2024-02-05', { 'b.md': file('- [ ] Wait', 'Other') });
  git('merge', '--quiet', '--no-ff', '--no-edit', 'side');
  expect(entriesOf(await ledgerOf(folder))['a/AI-1']).toEqual(['2024-01-02 added', '2024-01-01 redated', '2024-01-01 reassigned']);
});

test('a detached head, a linked worktree and a submodule have histories like any other', async () => {
  const { folder, commit, git } = gitRepository(temporaryFolder());
  const first = commit('2024-01-02', { 'a.md': file(OPEN) });
  commit('2024-02-03', { 'a.md': file(LATER) });
  const tree = join(temporaryFolder(), 'tree');
  git('worktree', 'add', '--quiet', '--detach', tree, first);
  expect(entriesOf(await ledgerOf(tree))).toEqual({ 'a/AI-1': ['2024-01-02 added'] });
  const outer = gitRepository(temporaryFolder());
  outer.git('submodule', '--quiet', 'add', folder, 'archive');
  outer.commit('2024-03-01');
  expect(entriesOf(await ledgerOf(join(outer.folder, 'archive')))).toEqual({ 'a/AI-1': ['2024-01-02 added', '2024-02-03 redated'] });
});

test('where there is no history to be had, the reason is said', async () => {
  const { folder, commit } = gitRepository(temporaryFolder());
  const outside = temporaryFolder();
  writeFiles(outside, { 'a.md': file(OPEN) });
  expect(reasonOf(await ledgerOf(outside))).toBe('the archive is not in a git repository');
  writeFiles(folder, { 'a.md': file(OPEN) });
  expect(reasonOf(await ledgerOf(folder))).toBe('the git repository has no commit yet');
  commit('2024-01-02', { 'elsewhere/a.txt': 'x' });
  commit('2024-01-03', { 'a.md': file(LATER) });
  expect(reasonOf(await ledgerOf(folder, { timeLimit: 1 }))).toBe('git took longer than 0.001 s');
  writeFiles(join(folder, 'new'), { 'b.md': file(OPEN, 'Not committed') });
  expect(reasonOf(await ledgerOf(join(folder, 'new')))).toBe('no file of the archive is committed');
  const shallow = gitRepository(temporaryFolder());
  shallow.git('clone', '--quiet', '--depth', '1', `file://${folder}`, 'clone');
  expect(reasonOf(await ledgerOf(join(shallow.folder, 'clone')))).toBe('the git clone is shallow');
  const path = process.env.PATH;
  try {
    process.env.PATH = outside;
    expect(reasonOf(await ledgerOf(folder))).toBe('git is not installed');
  } finally {
    process.env.PATH = path;
  }
});

test('a blob that is gone makes the whole history unavailable, and a broken version none of it', async () => {
  const { folder, commit, git } = gitRepository(temporaryFolder());
  commit('2024-01-02', { 'a.md': file(OPEN) });
  commit('2024-01-05', { 'a.md': '---\ntitle: [\n---\n' });
  commit('2024-02-03', { 'a.md': file(LATER) });
  expect(entriesOf(await ledgerOf(folder))).toEqual({ 'a/AI-1': ['2024-01-02 added', '2024-02-03 redated'] });
  const blob = git('rev-parse', 'HEAD~2:a.md');
  rmSync(join(folder, '.git', 'objects', blob.slice(0, 2), blob.slice(2)), { force: true });
  expect(reasonOf(await ledgerOf(folder))).toBe('part of the history is not in this clone');
});

test('the cache changes nothing: kept, broken, of another commit, or gone', async () => {
  const { folder, commit } = gitRepository(temporaryFolder());
  const cacheFile = join(temporaryFolder(), 'deep', 'cache.json');
  commit('2024-01-02', { 'a.md': file(OPEN) });
  const first = await ledgerOf(folder, { cacheFile });
  expect(existsSync(cacheFile)).toBe(true);
  expect(await ledgerOf(folder, { cacheFile })).toEqual(first);
  const kept = readFileSync(cacheFile, 'utf8');
  for (const text of [
    '',
    '{}',
    'null',
    '{"digest":1,"kept":{}}',
    kept.slice(0, -40),
    kept.replace('added', 'x'),
    kept.replace('Alert', 'Alarm'),
  ]) {
    writeFileSync(cacheFile, text);
    expect(await ledgerOf(folder, { cacheFile })).toEqual(first);
  }
  commit('2024-02-03', { 'a.md': file(LATER), 'b.md': file('- [ ] Wait', 'Other') });
  const second = await ledgerOf(folder, { cacheFile });
  expect(entriesOf(second)).toEqual({ 'a/AI-1': ['2024-01-02 added', '2024-02-03 redated'], 'other/AI-1': ['2024-02-03 added'] });
  rmSync(cacheFile);
  expect(await ledgerOf(folder, { cacheFile })).toEqual(second);
});

test.each([3, 4, 5, 6])(
  'going on from what was kept gives what reading everything gives, whatever was done to the files (%i)',
  async (seed) => {
    const { folder, git, commit } = gitRepository(temporaryFolder());
    const cacheFile = join(temporaryFolder(), 'cache.json');
    let state = seed;
    const random = (below: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      // The low bits of such a number go round in a small circle.
      return Math.floor(state / 65_536) % below;
    };
    const TITLES = ['Alert on refused payments', 'Rotate the keys of the gateway', 'Drill the failover', 'Write down who is called'];
    const text = (name: string): string => {
      const items = TITLES.filter(() => random(3) > 0).map(
        (title) => `- [${random(2) ? 'x' : ' '}] ${title} (due 2024-02-0${1 + random(9)})`,
      );
      return file(items.join('\n') || 'None.', name);
    };
    const names = ['A.md', 'B.md', 'C.md', 'd/D.md'];
    const there = (name: string): boolean => existsSync(join(folder, name));
    const deeds: ((name: string, other: string) => void)[] = [
      (name) => writeFiles(folder, { [name]: text(name.slice(-4, -3)) }),
      (name) => there(name) && rmSync(join(folder, name)),
      (name, other) => there(name) && !there(other) && renameSync(join(folder, name), join(folder, other)),
      (name, other) => {
        if (name === other || !there(name) || !there(other)) return;
        for (const [from, to] of [
          [name, 'swap'],
          [other, name],
          ['swap', other],
        ] as const)
          renameSync(join(folder, from), join(folder, to));
      },
      () => git('checkout', '--quiet', 'HEAD~1', '--', '.'),
    ];
    writeFiles(folder, { 'd/D.md': text('D') });
    commit('2024-01-01', { 'A.md': text('A'), 'B.md': text('B') });
    commit('2024-01-02', { 'C.md': text('C') });
    for (let n = 3; n < 28; n++) {
      deeds[random(deeds.length)]?.(names[random(4)] ?? '', names[random(4)] ?? '');
      if (n % 4 === 0) git('checkout', '--quiet', '-B', 'side');
      commit(`2024-01-${String(n).padStart(2, '0')}`);
      if (n % 4 === 2) {
        git('checkout', '--quiet', 'main');
        git('merge', '--quiet', ...(n % 8 === 2 ? ['--no-ff'] : ['--ff-only']), '--no-edit', 'side');
      }
      if (n % 3 === 0) expect(await ledgerOf(folder, { cacheFile })).toEqual(await ledgerOf(folder, { texts: new Map() }));
    }
  },
  60_000,
);

test('a link named like a postmortem, names that look like options, and a hook of the repository run nothing', async () => {
  const { folder, commit, git } = gitRepository(temporaryFolder());
  const trap = join(temporaryFolder(), 'ran');
  git('config', 'core.pager', `touch ${trap}`);
  git('config', 'core.fsmonitor', `touch ${trap}`);
  git('config', 'diff.external', `touch ${trap}`);
  git('config', 'log.showSignature', 'true');
  git('config', 'gpg.program', `touch ${trap}`);
  symlinkSync('/etc/passwd', join(folder, 'link.md'));
  commit('2024-01-02', { '--output=x.md': file(OPEN, 'Option'), ':(top)y.md': file(OPEN, 'Magic'), 'new\nline.md': file(OPEN, 'Line') });
  rmSync(trap, { force: true });
  const entries = entriesOf(await ledgerOf(folder));
  expect(Object.values(entries)).toEqual([['2024-01-02 added'], ['2024-01-02 added'], ['2024-01-02 added']]);
  expect(existsSync(trap)).toBe(false);
});

test('a built page tells the history, in HTML that is valid, the same bytes again, and nothing of it with --no-history', async () => {
  const { folder, commit } = gitRepository(temporaryFolder());
  commit('2024-01-02', {
    'postmortems/a.md': file(OPEN),
    '_data/site.yaml': 'source: { repository: https://git.example.com/ops/, branch: main }\n',
  });
  commit('2024-02-03', { 'postmortems/a.md': file(LATER) });
  const last = commit('2024-02-10', { 'postmortems/a.md': file(ANAS) });
  const page = async (...args: string[]): Promise<string> => {
    const output = join(temporaryFolder(), 'site');
    await build({ cwd: folder, args: [...args, '--output', output] });
    return readFileSync(join(output, 'incidents/a/index.html'), 'utf8');
  };
  const told = await page();
  expect(told).toContain('History: slipped once, 35 days; reassigned from bo to ana');
  expect(told).toContain(`https://git.example.com/ops/commit/${last}`);
  const { results } = await new HtmlValidate({ root: true, rules: { 'element-permitted-content': 'error' } }).validateString(told);
  expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
  expect(await page()).toBe(told);
  expect(await page('--no-history')).not.toContain('slipped');
});
