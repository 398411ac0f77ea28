// `hindsight build`, and what it leaves behind however it ends.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { verifySite } from '../../src/cli/verify-site.ts';
import { temporaryFolder, writeFiles } from '../io/temporary.ts';
import { hindsight, type Outcome, postmortem, type Running, start } from './command.ts';

const ARCHIVE = {
  'docs/postmortems/2026-11-20-down.md': postmortem('Down'),
  'docs/postmortems/2026-11-21-up.md': postmortem('Up'),
  'docs/postmortems/_template.md': 'not read',
};
const BROKEN = '---\ntitle: Broken\nstarted: 2026-11-20T14:02:00Z\nseverty: SEV1\n---\n';
const INPUT = ['--input', 'docs/postmortems'];

describe('a build', () => {
  test('from any folder, with paths read from there; then another one in its place', async () => {
    const folder = temporaryFolder(ARCHIVE);
    const first = await hindsight(folder, 'build', ...INPUT, '--output', 'public/site', '--as-of', '2026-11-22');
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toMatch(
      /^The archive of 22 Nov 2026, by the dates in its files: [^\n]+\npublic\/site: 2 incidents, \d+ files, [\d.]+ s\n$/,
    );
    await verifySite(join(folder, 'public/site'));
    expect(readdirSync(folder)).toEqual(['docs', 'public']);
    expect(readdirSync(join(folder, 'public'))).toEqual(['site']);

    rmSync(join(folder, 'docs/postmortems/2026-11-21-up.md'));
    const second = await hindsight(folder, '--input', 'docs/postmortems', 'build', '--output', 'public/site', '--json');
    expect(JSON.parse(second.stdout)).toMatchObject({ output: 'public/site', built: true, incidents: 1, leftOut: [], diagnostics: [] });
    expect(existsSync(join(folder, 'public/site/incidents/2026-11-21-up'))).toBe(false);
    await verifySite(join(folder, 'public/site'));
    expect(readdirSync(join(folder, 'public'))).toEqual(['site']);
  });

  test('with errors: they are listed and the old site stands, unless broken incidents may be left out', async () => {
    const folder = temporaryFolder(ARCHIVE);
    await hindsight(folder, 'build', ...INPUT);
    const before = readFileSync(join(folder, '_site/manifest.json'), 'utf8');
    writeFiles(folder, { 'docs/postmortems/x.md': BROKEN, 'docs/postmortems/2026-11-21-up.md': postmortem('Changed') });

    const refused = await hindsight(folder, 'build', ...INPUT);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain('docs/postmortems/x.md:4:1 error unknown-field');
    expect(refused.stderr).toContain('Nothing was built; _site is as it was. 1 error:');
    expect(readFileSync(join(folder, '_site/manifest.json'), 'utf8')).toBe(before);

    const allowed = await hindsight(folder, 'build', ...INPUT, '--allow-errors', '--json');
    expect(allowed.code).toBe(0);
    expect(JSON.parse(allowed.stdout)).toMatchObject({ built: true, incidents: 2, leftOut: ['docs/postmortems/x.md'] });
    expect(readdirSync(folder)).toEqual(['_site', 'docs']);
  });
});

describe('a site with incidents is not replaced by one without', () => {
  const SECRET = postmortem('Secret').replace('title', 'visibility: restricted\ntitle');

  test.each([
    ['a folder that holds none', { 'other/notes.txt': 'x', 'other/_draft.md': 'x' }, [], 'other:1:1 error no-postmortems  There is no'],
    [
      'only restricted ones',
      { 'other/a.md': SECRET },
      [],
      'other:1:1 error nothing-to-publish  Restricted incidents are in no page, and the',
    ],
    [
      'none without errors',
      { 'other/a.md': SECRET, 'other/b.md': BROKEN },
      ['--allow-errors'],
      'None of 2 postmortems can be published: 1 has errors, 1 is restricted.',
    ],
  ])('%s', async (_name, files, args, message) => {
    const folder = temporaryFolder({ ...ARCHIVE, ...files });
    await hindsight(folder, 'build', ...INPUT);
    const before = readFileSync(join(folder, '_site/manifest.json'), 'utf8');
    const refused = await hindsight(folder, 'build', '--input', 'other', ...args);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain(message);
    expect(refused.stderr).toContain('Nothing was built; _site is as it was.');
    expect(readFileSync(join(folder, '_site/manifest.json'), 'utf8')).toBe(before);
    expect(readdirSync(folder)).toEqual(['_site', 'docs', 'other']);
  });

  test('what is left out is said with the result, all of it in order on one stream', async () => {
    const folder = temporaryFolder({ ...ARCHIVE, 'docs/postmortems/secret.md': SECRET, 'docs/postmortems/x.md': BROKEN });
    const built = await hindsight(folder, 'build', ...INPUT, '--allow-errors');
    expect(built).toMatchObject({ code: 0, stderr: '' });
    expect(built.stdout).toMatch(
      /^docs\/postmortems\/x\.md:4:1 error unknown-field .*\n.*\n\nLeft out because of errors: docs\/postmortems\/x\.md\n1 warning; .*\n1 restricted incident is in no page\.\n_site: 2 incidents, \d+ files, [\d.]+ s\n$/,
    );
  });
});

describe('refused before anything is touched', () => {
  test.each([
    ['an input that is not there', ['--input', 'nowhere'], 2, 'There is no folder'],
    ['a configuration that is not there', [...INPUT, '--config', 'nowhere.yaml'], 2, 'There is no file nowhere.yaml'],
    ['a folder of something else', [...INPUT, '--output', 'photos'], 3, 'not a site that Hindsight built'],
    ['a misspelt option', [...INPUT, '--ouput', 'x'], 2, 'Did you mean --output?'],
  ])('%s', async (_name, args, code, message) => {
    const folder = temporaryFolder({ ...ARCHIVE, 'photos/a.jpg': 'jpg' });
    const outcome = await hindsight(folder, 'build', ...args);
    expect(outcome.stderr).toContain(message);
    expect(outcome).toMatchObject({ code, stdout: '' });
    expect(readdirSync(folder)).toEqual(['docs', 'photos']);
    expect(readdirSync(join(folder, 'photos'))).toEqual(['a.jpg']);
  });
});

describe('broken off', () => {
  /** Resolves when the build has begun to write. */
  async function whileBuilding(folder: string): Promise<Running> {
    const running = start(['build', ...INPUT], { cwd: folder });
    while (!readdirSync(folder).some((name) => name.includes('.staging-')) && running.child.exitCode === null) await wait(5);
    return running;
  }

  test('a second build at the same time is refused, and says which process to wait for', async () => {
    const folder = temporaryFolder(ARCHIVE);
    const first = await whileBuilding(folder);
    first.child.kill('SIGSTOP');
    const second = await hindsight(folder, 'build', ...INPUT);
    first.child.kill('SIGCONT');
    expect(second).toMatchObject({ code: 3, stdout: '' });
    expect(second.stderr).toContain(`process ${first.child.pid}`);
    expect((await first.done).code).toBe(0);
    await verifySite(join(folder, '_site'));
  });

  test('Ctrl-C leaves nothing behind', async () => {
    const folder = temporaryFolder(ARCHIVE);
    const { child, done } = await whileBuilding(folder);
    child.kill('SIGINT');
    expect((await done).code).toBe(130);
    expect(readdirSync(folder)).toEqual(['docs']);
  });

  test('killed at any moment, the old site stands; the next build clears up', async () => {
    const folder = temporaryFolder(ARCHIVE);
    await hindsight(folder, 'build', ...INPUT, '--as-of', '2026-11-22');
    const before = readFileSync(join(folder, '_site/manifest.json'), 'utf8');
    for (let round = 0; round < 4; round++) {
      const { child, done } = await whileBuilding(folder);
      await wait(Math.random() * 300);
      child.kill('SIGKILL');
      await done;
      await verifySite(join(folder, '_site'));
    }
    const last = await hindsight(folder, 'build', ...INPUT, '--as-of', '2026-11-22');
    expect(last).toMatchObject({ code: 0, stderr: '' });
    expect(readdirSync(folder)).toEqual(['_site', 'docs']);
    expect(readFileSync(join(folder, '_site/manifest.json'), 'utf8')).toBe(before);
  });
});

describe('a machine that refuses', () => {
  test('an unwritable folder is one clear error', async () => {
    const folder = temporaryFolder(ARCHIVE);
    mkdirSync(join(folder, 'closed'));
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'closed'), 0o555);
    // Root may write everywhere; then the command is run as a user who may not.
    const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const outcome = await start(['build', ...INPUT, '--output', 'closed/site'], { cwd: folder, ...user }).done;
    expect(outcome).toMatchObject({ code: 3, stdout: '' });
    expect(outcome.stderr).toContain('error: The site cannot be built beside closed/site: nothing may be written in');
    expect(outcome.stderr.trim().split('\n')).toHaveLength(2);
  });

  test.skipIf(process.platform !== 'linux')('a folder that takes no files is one clear error', async () => {
    const outcome = await hindsight(temporaryFolder(ARCHIVE), 'build', ...INPUT, '--output', '/proc/site');
    expect(outcome).toMatchObject({ code: 3, stdout: '' });
    expect(outcome.stderr).toMatch(/^error: .*\/proc.*\n {2}\S.*\n$/);
  });

  const disk = smallDisk();
  // Mounting needs root; without it this test is skipped and the report says so.
  test.skipIf(disk === undefined)('a full disk is one clear error, and the old site stands', async () => {
    const mount = disk ?? '';
    const folder = temporaryFolder(ARCHIVE);
    const output = join(mount, 'site');
    const build = (): Promise<Outcome> => hindsight(folder, 'build', ...INPUT, '--output', output);
    expect((await build()).code).toBe(0);
    const before = readFileSync(join(output, 'manifest.json'), 'utf8');
    // Room for half a site beside the old one.
    const room = Number(execFileSync('df', ['--output=avail', '-B1', mount], { encoding: 'utf8' }).split('\n')[1]);
    writeFileSync(join(mount, 'ballast'), Buffer.alloc(room - 150_000));

    const outcome = await build();
    expect(outcome).toMatchObject({ code: 3, stdout: '' });
    expect(outcome.stderr).toContain('error: The disk is full');
    expect(outcome.stderr.trim().split('\n')).toHaveLength(2);
    expect(readdirSync(mount).sort()).toEqual(['ballast', 'site']);
    expect(readFileSync(join(output, 'manifest.json'), 'utf8')).toBe(before);
    await verifySite(output);

    truncateSync(join(mount, 'ballast'), 0);
    expect((await build()).code).toBe(0);
  });
});

test('a site may be read by whoever could read the old one', async () => {
  const folder = temporaryFolder(ARCHIVE);
  await hindsight(folder, 'build', ...INPUT);
  chmodSync(join(folder, '_site'), 0o711);
  await hindsight(folder, 'build', ...INPUT);
  expect(statSync(join(folder, '_site')).mode & 0o777).toBe(0o711);
});

/** A file system of four megabytes, which two sites fit into, until the tests of this file are over; undefined where it may not be mounted. */
function smallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'hindsight-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmdirSync(folder);
    return undefined;
  }
  afterAll(() => {
    execFileSync('umount', ['-l', folder]);
    rmdirSync(folder);
  });
  return folder;
}
