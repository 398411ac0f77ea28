// The archive of a day of the past, over real git repositories and without one: which files tell it, what they are read as, and what is said of it.
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type LoadedArchive, loadArchive } from '../../src/site/load.ts';
import { hindsight } from '../cli/command.ts';
import { gitRepository } from '../io/git-repository.ts';
import { temporaryFolder, writeFiles } from '../io/temporary.ts';

const incident = (started: string, ...lines: string[]): string =>
  `---\ntitle: It broke on ${started.slice(0, 10)}\nstarted: ${started}\n${lines.filter((line) => !line.startsWith('-')).join('\n')}\n---\n\nIt did.\n\n## Action items\n\n${lines.filter((line) => line.startsWith('-')).join('\n')}\n`;

async function archiveOf(input: string, asOf: string, more: object = {}): Promise<LoadedArchive> {
  const loaded = await loadArchive({ input, asOf, lookBack: 'git', allowErrors: true, history: true, ...more });
  loaded.release();
  return loaded;
}

/** Days are written with spaces that do not break. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

const idsOf = ({ archive }: LoadedArchive): string[] => archive.incidents.map(({ id }) => id);
const itemsOf = ({ archive }: LoadedArchive) =>
  archive.actions.map(({ item }) => `${item.title.plain}: ${item.status}${item.due === undefined ? '' : ` by ${item.due}`}`);

const ALERT = '- [ ] Alert on refusals (@bo, due 2024-02-10)';
const PUT_OFF = '- [ ] Alert on refusals (@bo, due 2024-06-10)';
const DONE = '- [x] Alert on refusals (@bo, due 2024-06-10, done 2024-03-02)';

test('files, history and assets are those of the last commit by the end of the day', async () => {
  const { folder, commit, git } = gitRepository(temporaryFolder());
  const first = commit('2024-01-10', {
    'docs/pm/2024-01-02-a.md': incident('2024-01-02', ALERT),
    'docs/pm/2024-01-02-a/graph.svg': '<svg xmlns="http://www.w3.org/2000/svg"><title>old</title></svg>',
  });
  const second = commit('2024-02-05', { 'docs/pm/2024-01-02-a.md': incident('2024-01-02', PUT_OFF) });
  git('mv', 'docs/pm/2024-01-02-a.md', 'docs/pm/2024-01-02-moved.md');
  commit('2024-03-01', { 'docs/pm/2024-02-28-b.md': incident('2024-02-28', 'related: [2024-01-02-moved]', '- [ ] Drill the failover') });
  const last = commit('2024-03-05', {
    'docs/pm/2024-01-02-moved.md': incident('2024-01-02', DONE),
    'docs/pm/2024-01-02-a/graph.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  });
  const input = join(folder, 'docs', 'pm');

  const early = await loadArchive({ input, asOf: '2024-01-31', lookBack: 'git', allowErrors: true, history: true });
  expect([idsOf(early), itemsOf(early)]).toEqual([['2024-01-02-a'], ['Alert on refusals: open by 2024-02-10']]);
  expect(early.archive.standing).toEqual({ by: 'git', of: '2024-01-31', commit: first, committed: '2024-01-10', hasMovedOn: true });
  expect(early.source).toEqual({ commit: first });
  expect(readFileSync(early.assets[0]?.absolute ?? '', 'utf8')).toContain('old');
  early.release();
  expect(existsSync(early.assets[0]?.absolute ?? '')).toBe(false);

  const then = await archiveOf(input, '2024-02-29');
  expect(itemsOf(then)).toEqual(['Alert on refusals: open by 2024-06-10']);
  expect(then.archive.standing).toMatchObject({ commit: second, committed: '2024-02-05' });
  const { ledger } = then.archive;
  expect(ledger.isAvailable && [...ledger.entries.values()].map(({ slips, events }) => [slips, events.at(-1)?.kind])).toEqual([
    [1, 'redated'],
  ]);

  const now = await archiveOf(input, '2024-03-05');
  expect(itemsOf(now).sort()).toEqual(['Alert on refusals: done by 2024-06-10', 'Drill the failover: open']);
  expect(now.archive.standing).toEqual({ by: 'git', of: '2024-03-05', commit: last, committed: '2024-03-05', hasMovedOn: false });
  expect(now.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('the day ends in the zone of the site', async () => {
  const { folder, commit } = gitRepository(temporaryFolder());
  // Noon in London is one in the morning of the next day in Auckland.
  commit('2024-01-10', { 'site.yaml': 'timezone: Pacific/Auckland\n', 'pm/a.md': incident('2024-01-02', ALERT) });
  commit('2024-01-12', { 'pm/a.md': incident('2024-01-02', PUT_OFF) });
  const of = async (asOf: string) => itemsOf(await archiveOf(join(folder, 'pm'), asOf, { config: join(folder, 'site.yaml') }));
  expect(await of('2024-01-12')).toEqual(['Alert on refusals: open by 2024-02-10']);
  expect(await of('2024-01-13')).toEqual(['Alert on refusals: open by 2024-06-10']);
});

test('what is not committed had not stood on a day that is over, and counts on one that is not', async () => {
  const { folder, commit } = gitRepository(temporaryFolder());
  const only = commit('2024-01-10', { 'a.md': incident('2024-01-02', ALERT) });
  writeFiles(folder, { 'a.md': incident('2024-01-02', DONE), 'b.md': incident('2024-01-09') });
  const past = await archiveOf(folder, '2024-01-20');
  expect([idsOf(past), itemsOf(past)]).toEqual([['a'], ['Alert on refusals: open by 2024-02-10']]);
  expect(past.archive.standing).toMatchObject({ by: 'git', commit: only, hasMovedOn: true });
  const ahead = await archiveOf(folder, '9999-12-31');
  expect([idsOf(ahead), ahead.archive.standing]).toEqual([['b', 'a'], { by: 'files', of: '9999-12-31', hasMovedOn: false }]);
  expect(ahead.source).toMatchObject({ commit: only, modified: true });
});

test('what is restricted or to be redacted today is so in the archive of any day', async () => {
  const { folder, commit } = gitRepository(temporaryFolder());
  commit('2024-01-10', {
    'a.md': incident('2024-01-02', 'visibility: public', '- [ ] Alert Fabulinus'),
    'b.md': incident('2024-01-03', 'visibility: public'),
    'c.md': incident('2024-01-04', 'visibility: public'),
  });
  commit('2024-02-10', {
    'a.md': incident('2024-01-02', 'visibility: public', '- [ ] Alert Fabulinus'),
    'b.md': incident('2024-01-03', 'visibility: restricted'),
    'renamed.md': incident('2024-01-04', 'aliases: [c]', 'visibility: internal'),
    'd.md': incident('2024-02-04', 'visibility: public', 'redact: [Fabulinus]'),
  });
  rmSync(join(folder, 'c.md'));
  commit('2024-02-11');
  const then = await archiveOf(folder, '2024-01-31', { edition: 'public' });
  expect([idsOf(then), then.restricted, then.withheld]).toEqual([['a'], ['b.md'], ['c.md']]);
  expect(itemsOf(then).join()).not.toContain('Fabulinus');
  expect(idsOf(await archiveOf(folder, '2024-01-31', { edition: 'internal' }))).toEqual(['c', 'a']);
});

test('without git the dates in the files tell: what began later is left out, what ended later goes on, what was closed later is open', async () => {
  const input = temporaryFolder({
    'a.md': incident(
      '2024-01-02T10:00:00Z',
      'resolved: 2024-01-12T10:00:00Z',
      'related: [b]',
      ALERT.replace('[ ]', '[x]').replace(')', ', done 2024-03-02)'),
      '- [x] Rotate the keys (done 2024-01-05)',
      '- [ ] Drill the failover (created 2024-02-01)',
    ),
    'b.md': incident('2024-02-28', 'recurrence_of: a', 'severity: nonsense', 'resolved: 2023-01-01'),
    'c.md': '---\ntitle: Before\nstarted: 2024-01-01\n---\n\nLook at [that one](b.md), which [[b]] tells.\n',
  });
  const then = await archiveOf(input, '2024-01-10');
  expect(idsOf(then)).toEqual(['a', 'c']);
  expect(itemsOf(then)).toEqual(['Alert on refusals: open by 2024-02-10', 'Rotate the keys: done']);
  expect(then.archive.byId.get('a')?.milestones.resolved).toBeUndefined();
  expect(then.archive.standing).toEqual({
    by: 'dates',
    of: '2024-01-10',
    reason: 'the archive is not in a git repository',
    hasMovedOn: true,
  });
  expect([then.later, then.postmortems]).toEqual([{ incidents: 1, reopened: 1 }, ['a.md', 'c.md']]);
  // A link to what had not begun is no mistake, and leads nowhere; mistakes of what had not begun are nobody's.
  expect(then.diagnostics.filter(({ severity, file }) => severity === 'error' || file === 'b.md')).toEqual([]);
  expect(
    then.archive.byId
      .get('c')
      ?.sections.map(({ html }) => html)
      .join(),
  ).not.toContain('href');
  const after = await archiveOf(input, '2024-03-02');
  expect(after.archive.standing).toMatchObject({ by: 'dates', hasMovedOn: false });
  expect(idsOf(after)).not.toContain('nonsense');
});

test('where git does not reach, the dates tell, and it is said why', async () => {
  const { folder, commit, git } = gitRepository(temporaryFolder());
  const reasonOf = async (input: string, asOf: string, more: object = {}): Promise<string | undefined> => {
    const { standing } = (await archiveOf(input, asOf, more)).archive;
    return standing?.by === 'dates' ? plain(standing.reason) : standing?.by;
  };
  writeFiles(folder, { 'pm/a.md': incident('2024-01-02', ALERT) });
  expect(await reasonOf(join(folder, 'pm'), '2024-01-10')).toBe('the git repository has no commit yet');
  commit('2024-01-12', { 'other.txt': 'x' });
  expect(await reasonOf(join(folder, 'pm'), '2024-01-10')).toBe('git has nothing of the archive from then: it begins on 12 Jan 2024');
  commit('2024-01-20', { 'pm/a.md': incident('2024-01-02', PUT_OFF) });
  writeFiles(folder, { 'new/b.md': incident('2024-01-02') });
  expect(await reasonOf(join(folder, 'new'), '2024-01-10')).toBe('no file of the archive is committed');
  expect(await reasonOf(join(folder, 'pm'), '2024-01-15', { lookBack: 'dates' })).toBe('git was not asked');
  const clone = join(temporaryFolder(), 'clone');
  gitRepository(temporaryFolder()).git('clone', '--quiet', '--depth', '1', `file://${folder}`, clone);
  expect(await reasonOf(join(clone, 'pm'), '2024-01-15')).toBe(
    'the git clone is shallow and does not reach so far back: it begins on 20 Jan 2024',
  );
  expect(await reasonOf(join(clone, 'pm'), '2024-01-20')).toBe('git');
  commit('2024-02-20', { 'pm/a.md': incident('2024-01-02', DONE) });
  const blob = git('rev-parse', 'HEAD~1:pm/a.md');
  rmSync(join(folder, '.git', 'objects', blob.slice(0, 2), blob.slice(2)), { force: true });
  expect(await reasonOf(join(folder, 'pm'), '2024-01-25')).toBe('part of the history is not in this clone');
});

test('a tree with links and hidden names is read by the rules for folders, and nothing is left behind', async () => {
  const { folder, commit, git } = gitRepository(temporaryFolder());
  writeFiles(folder, {
    'a.md': incident('2024-01-02', ALERT),
    '_template.md': 'x',
    '.hidden.md': 'x',
    'sub/.x/y.md': 'x',
    'sub/c.md': incident('2024-01-03'),
  });
  git('config', 'core.symlinks', 'true');
  symlinkSync('/etc/passwd', join(folder, 'out.md'));
  symlinkSync('../a.md', join(folder, 'sub', 'in.md'));
  commit('2024-01-10');
  commit('2024-02-10', { 'a.md': incident('2024-01-02', DONE) });
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith('hindsight-then-'));
  const then = await archiveOf(folder, '2024-01-31');
  expect(then.postmortems).toEqual(['a.md', 'sub/c.md', 'sub/in.md']);
  expect(then.diagnostics.filter(({ severity }) => severity === 'error').map(({ file, code }) => [file, code])).toContainEqual([
    'out.md',
    'outside-archive',
  ]);
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith('hindsight-then-') && !before.includes(name))).toEqual([]);
});

test('build, actions and digest agree, and say what they rest on', async () => {
  const { folder, commit } = gitRepository(temporaryFolder());
  const then = commit('2024-01-10', { 'postmortems/2024-01-02-a.md': incident('2024-01-02', ALERT) });
  commit('2024-03-05', {
    'postmortems/2024-01-02-a.md': incident('2024-01-02', DONE),
    'postmortems/2024-02-28-b.md': incident('2024-02-28'),
  });
  const said = `The archive of 15 Feb 2024, as git has it in commit ${then.slice(0, 10)} of 10 Jan 2024.`;
  const built = await hindsight(folder, 'build', '--as-of', '2024-02-15');
  expect([built.code, plain(built.stdout)]).toEqual([0, expect.stringContaining(said)]);
  const page = plain(readFileSync(join(folder, '_site/actions/index.html'), 'utf8'));
  expect(page).toContain(said);
  expect(page).toContain('the day this site shows the archive as of');
  expect(page).not.toContain('data-counted-to');
  expect(plain(readFileSync(join(folder, '_site/incidents/2024-01-02-a/index.html'), 'utf8'))).toContain(said);
  expect(existsSync(join(folder, '_site/incidents/2024-02-28-b'))).toBe(false);
  expect(JSON.parse(readFileSync(join(folder, '_site/manifest.json'), 'utf8')).source).toEqual({ commit: then });

  const listed = await hindsight(folder, 'actions', '--as-of', '2024-02-15');
  expect(listed.stdout).toContain('Alert on refusals');
  expect(listed.stderr).toContain('1 action item, 1 overdue, as of 2024-02-15.');
  expect(plain(listed.stderr)).toContain(said);
  const digested = await hindsight(folder, 'digest', '--as-of', '2024-02-15');
  expect(digested.stdout).toContain('Alert on refusals');
  expect(plain(digested.stderr)).toContain(said);
  expect((await hindsight(folder, 'actions', '--as-of', '2024-03-05')).stderr).toContain('0 overdue');

  const byDates = await hindsight(folder, 'build', '--as-of', '2024-02-15', '--no-history');
  expect(plain(byDates.stdout)).toContain(
    'The archive of 15 Feb 2024, by the dates in its files: git was not asked; 1 incident began later and is left out; 1 action item closed later counts as open.',
  );
  const nothing = await hindsight(folder, 'build', '--as-of', '2023-01-01');
  expect(nothing.code).toBe(1);
  expect(plain(nothing.stderr)).toContain('It had no incident yet. The archive of 1 Jan 2023, by the dates in its files: git has nothing');
}, 300_000);

test('the same commit and day give the same bytes, whatever was committed since', async () => {
  const { folder, commit } = gitRepository(temporaryFolder());
  commit('2024-01-10', { 'postmortems/2024-01-02-a.md': incident('2024-01-02', ALERT), 'postmortems/2024-01-02-a/x.txt': 'then' });
  const built = async (name: string): Promise<Record<string, string>> => {
    expect((await hindsight(folder, 'build', '--as-of', '2024-01-31', '--output', join(folder, name))).code).toBe(0);
    const { files } = JSON.parse(readFileSync(join(folder, name, 'manifest.json'), 'utf8')) as {
      files: { path: string; sha256: string }[];
    };
    rmSync(join(folder, name), { recursive: true });
    return Object.fromEntries(files.map(({ path, sha256 }) => [path, sha256]));
  };
  const before = await built('_before');
  commit('2024-02-10', { 'postmortems/2024-01-02-a.md': incident('2024-01-02', DONE), 'postmortems/2024-01-02-a/x.txt': 'now' });
  const after = await built('_after');
  expect(after['incidents/2024-01-02-a/x.txt']).toBe(before['incidents/2024-01-02-a/x.txt']);
  expect(await built('_again')).toEqual(after);
}, 300_000);
