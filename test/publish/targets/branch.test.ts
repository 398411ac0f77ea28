// Publishing to a branch of a git repository: a bare one beside the user's, with the git of the system.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSite } from '../../../src/publish/open-site.ts';
import { branchTarget } from '../../../src/publish/targets/branch.ts';
import { describeFile, writeManifest } from '../../../src/site/manifest.ts';
import { gitRepository, type Repository } from '../../io/git-repository.ts';
import { temporaryFolder, writeFiles } from '../../io/temporary.ts';
import { FIRST, type Files, SECOND, smallSite, withManifest } from '../small-site.ts';

interface Setting {
  readonly user: Repository;
  /** Asks the bare repository. */
  readonly bare: (...args: string[]) => string;
  readonly publish: (files: Files, remote?: string) => Promise<{ isNew: boolean; name: string }>;
}

/** A user's repository with a commit, a change that is not committed, and a remote; `bare` is what that remote holds. */
function setting(): Setting {
  const folder = temporaryFolder();
  execFileSync('git', ['init', '--quiet', '--bare', join(folder, 'bare.git')]);
  writeFiles(folder, { 'user/.keep': '' });
  const user = gitRepository(join(folder, 'user'));
  user.commit('2026-01-01', { 'postmortems/a.md': 'a' });
  user.git('remote', 'add', 'origin', '../bare.git');
  user.git('push', '--quiet', 'origin', 'main');
  writeFiles(user.folder, { 'postmortems/a.md': 'changed', 'new.txt': 'x' });
  const bare = (...args: string[]): string => execFileSync('git', ['--git-dir', join(folder, 'bare.git'), ...args]).toString();
  const publish: Setting['publish'] = (files, remote = 'origin') =>
    branchTarget({ branch: 'gh-pages', remote, folder: user.folder }).publish(openSite(smallSite(files)), () => {});
  return { user, bare, publish };
}

const filesOn = (bare: Setting['bare'], branch: string): Files =>
  Object.fromEntries(
    bare('ls-tree', '-r', '-z', '--name-only', branch)
      .split('\0')
      .filter((path) => path !== '')
      .map((path) => [path, bare('show', `${branch}:${path}`)]),
  );

/** Everything of the user's repository that a publish could touch. */
function stateOf({ folder, git }: Repository): unknown {
  const objects = readdirSync(join(folder, '.git/objects'), { recursive: true }).length;
  const index = statSync(join(folder, '.git/index')).mtimeMs;
  return {
    refs: git('for-each-ref'),
    status: git('--no-optional-locks', 'status', '--porcelain'),
    objects,
    index,
    config: readFileSync(join(folder, '.git/config'), 'utf8'),
  };
}

test('each publish is one commit with the site and nothing else, and the user repository is as it was', async () => {
  const { user, bare, publish } = setting();
  user.git('status');
  const before = stateOf(user);
  const first = await publish(FIRST);
  expect(filesOn(bare, 'gh-pages')).toEqual({ ...withManifest(FIRST), '.nojekyll': '' });
  const second = await publish(SECOND);
  expect(filesOn(bare, 'gh-pages')).toEqual({ ...withManifest(SECOND), '.nojekyll': '' });
  expect(await publish(SECOND)).toEqual({ isNew: false, name: second.name });
  expect(bare('rev-list', 'gh-pages').trim().split('\n')).toEqual([
    expect.stringMatching(`^${second.name}`),
    expect.stringMatching(`^${first.name}`),
  ]);
  expect(stateOf(user)).toEqual(before);
});

test('the commit names what the site was built from', async () => {
  const { bare, user } = setting();
  const commit = 'c'.repeat(40);
  const site = temporaryFolder({ 'a "b" ä.html': 'x' });
  const files = [describeFile('a "b" ä.html', Buffer.from('x'))];
  const source = { commit, modified: true } as const;
  writeFileSync(
    join(site, 'manifest.json'),
    writeManifest({ generator: 'hindsight', version: '1.2.3', generated: '2026-11-27', source, files }),
  );
  await branchTarget({ branch: 'pages', remote: 'origin', folder: user.folder }).publish(openSite(site), () => {});
  expect(bare('log', '-1', '--format=%B', 'pages')).toMatch(
    /^Publish the site of cccccccccccc with changes\n\nSource-Commit: c{40}\nSource-Modified: yes\nManifest-SHA256: [0-9a-f]{64}\nGenerator: hindsight 1\.2\.3\n/,
  );
  expect(filesOn(bare, 'pages')).toMatchObject({ 'a "b" ä.html': 'x' });
});

test('what is there now is known without a change', async () => {
  const { bare, publish, user } = setting();
  const target = branchTarget({ branch: 'gh-pages', remote: 'origin', folder: user.folder });
  expect(await target.current()).toBeUndefined();
  await publish(FIRST);
  expect((await target.current())?.files.map(({ path }) => path)).toEqual(Object.keys(FIRST).sort());
  expect(bare('rev-list', '--count', 'gh-pages').trim()).toBe('1');
});

describe('refused, with the remote as it was', () => {
  test('a branch that holds something else, such as the sources', async () => {
    const { bare, user } = setting();
    const before = bare('for-each-ref');
    const target = branchTarget({ branch: 'main', remote: 'origin', folder: user.folder });
    await expect(target.publish(openSite(smallSite(FIRST)), () => {})).rejects.toMatchObject({ code: 'foreign-target' });
    expect(bare('for-each-ref')).toBe(before);
  });

  test('a site that is not whole', async () => {
    const { bare, user } = setting();
    const site = smallSite(FIRST);
    writeFileSync(join(site, 'index.html'), 'changed');
    const target = branchTarget({ branch: 'gh-pages', remote: 'origin', folder: user.folder });
    await expect(target.publish(openSite(site), () => {})).rejects.toMatchObject({ code: 'site-changed' });
    expect(bare('for-each-ref')).not.toContain('gh-pages');
  });

  test.each([
    ['-x', 'origin'],
    ['a..b', 'origin'],
    ['gh-pages', '--upload-pack=id'],
  ])('the branch %j of the remote %j', async (branch, remote) => {
    const { user } = setting();
    await expect(branchTarget({ branch, remote, folder: user.folder }).current()).rejects.toMatchObject({ code: 'usage' });
  });

  test('a remote that is not there, with no password in the message', async () => {
    const { publish } = setting();
    const failed = publish(FIRST, 'http://ana:hunter2@127.0.0.1:9/none.git');
    await expect(failed).rejects.toMatchObject({ code: 'unreachable', message: expect.not.stringContaining('hunter2') });
  });
});

test('who publishes at the same time is not overwritten', async () => {
  const { bare, publish } = setting();
  await publish(FIRST);
  const results = await Promise.allSettled([publish(SECOND), publish({ ...SECOND, 'index.html': 'other' })]);
  const fulfilled = results.filter(({ status }) => status === 'fulfilled').length;
  expect(Number(bare('rev-list', '--count', 'gh-pages'))).toBe(1 + fulfilled);
  for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'overtaken' });
});
