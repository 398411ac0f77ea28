// Publishing to another machine: a real sshd on this one, and the rsync that it starts there.
import { lstatSync, mkdirSync, readdirSync, readlinkSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { start } from '../../cli/command.ts';
import { temporaryFolder } from '../../io/temporary.ts';
import { findProgram } from '../../programs.ts';
import { folderOfFile } from '../../site/build.ts';
import { readFiles } from '../../site/files.ts';
import { FIRST, type Files, SECOND, smallSite, THIRD, withManifest } from '../small-site.ts';
import { programsOfFile } from './programs-of-file.ts';
import { type SshServer, startSshd } from './ssh-server.ts';

const sshd = findProgram('sshd');
const isThere = [sshd, findProgram('ssh'), findProgram('rsync')].every((program) => program !== undefined);
const running = programsOfFile();
const keys = folderOfFile();
let server: SshServer;

beforeAll(async () => {
  if (isThere) server = await startSshd(sshd ?? '', { work: keys, running });
});

/** The command, as it is typed. */
function publish(target: string, ...args: string[]): ReturnType<typeof start> {
  return start(['publish', `${server.host}:${target}`, ...args], { env: server.env });
}

async function publishFiles(target: string, files: Files, ...args: string[]): Promise<Record<string, unknown>> {
  const { code, stdout, stderr } = await publish(target, '--site', smallSite(files), '--format', 'json', ...args).done;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Record<string, unknown>;
}

const shown = (target: string): Files => Object.fromEntries([...readFiles(target)].map(([path, bytes]) => [path, String(bytes)]));

/** Each step is a command with several connections, and a busy machine takes a second for every one. */
const PATIENCE = { timeout: 240_000 };

describe.skipIf(!isThere)('rsync over ssh (skipped where sshd or rsync is not installed)', PATIENCE, () => {
  test('a site, another in its place, back again; unchanged files are the same file, and old releases go', async () => {
    const folder = temporaryFolder();
    const target = join(folder, 'a $(b)', 'www');
    mkdirSync(join(folder, 'a $(b)'));
    const planned = await publishFiles(target, FIRST, '--dry-run');
    expect(planned).toMatchObject({ published: null, added: Object.keys(FIRST).sort(), changed: [], removed: [], unchanged: 0 });
    expect(readdirSync(join(folder, 'a $(b)'))).toEqual([]);

    expect(await publishFiles(target, FIRST)).toMatchObject({ isNew: true, published: expect.stringMatching(/^0001-after-0000-/) });
    expect(shown(target)).toEqual(withManifest(FIRST));
    expect(statSync(join(target, 'index.html')).mode & 0o777).toBe(0o644);
    expect(statSync(target).mode & 0o777).toBe(0o755);

    expect(await publishFiles(target, SECOND)).toMatchObject({ isNew: true, changed: ['index.html'], removed: ['incidents/a/index.html'] });
    expect(shown(target)).toEqual(withManifest(SECOND));
    expect(await publishFiles(target, SECOND)).toMatchObject({ isNew: false, changed: [], unchanged: 4 });
    const releases = join(folder, 'a $(b)', '.www.releases');
    const [one = '', two = ''] = readdirSync(releases).sort();
    expect(statSync(join(releases, two, '404.html')).ino).toBe(statSync(join(releases, one, '404.html')).ino);
  });

  test('as many releases are kept as asked for, and going back leads through those', async () => {
    const folder = temporaryFolder();
    const target = join(folder, 'www');
    await publishFiles(target, FIRST);
    await publishFiles(target, SECOND);
    const back = await publish(target, '--rollback').done;
    expect(back).toMatchObject({ code: 0, stderr: '' });
    expect(shown(target)).toEqual(withManifest(FIRST));
    await publishFiles(target, THIRD, '--keep', '1');
    expect(shown(target)).toEqual(withManifest(THIRD));
    expect(readdirSync(join(folder, '.www.releases')).map((name) => name.slice(0, 15))).toEqual(['0003-after-0001']);
    expect(readlinkSync(target)).toMatch(/^\.www\.releases\/0003-after-0001-[0-9a-f]{12}$/);
  });

  test('killed at any moment, the old site is shown whole, and the next run goes on where it stopped', async () => {
    const folder = temporaryFolder();
    const target = join(folder, 'www');
    await publishFiles(target, FIRST);
    const large = Object.fromEntries(
      Array.from({ length: 1500 }, (_, index) => [`incidents/${index}/index.html`, `${index}`.repeat(3000)]),
    );
    const site = smallSite(large);
    for (const moment of [0, 150, 300]) {
      const { child, done } = publish(target, '--site', site);
      const releases = join(folder, '.www.releases');
      while (child.exitCode === null && readdirSync(releases).length < 2) await wait(5);
      await wait(moment);
      child.kill('SIGKILL');
      await done;
      const isDone = readlinkSync(target).includes('0002');
      expect(shown(target)).toEqual(withManifest(isDone ? large : FIRST));
    }
    const { code } = await publish(target, '--site', site).done;
    expect(code).toBe(0);
    expect(shown(target)).toEqual(withManifest(large));
    expect(readlinkSync(target)).toMatch(/0002-after-0001/);
  });

  test('an empty folder makes way; anything else that is not ours is refused and stays', async () => {
    const folder = temporaryFolder({ 'full/mine.txt': 'x', file: 'x' });
    mkdirSync(join(folder, 'empty'));
    symlinkSync('/tmp', join(folder, 'link'));
    await publishFiles(join(folder, 'empty'), FIRST);
    expect(shown(join(folder, 'empty'))).toEqual(withManifest(FIRST));
    expect(lstatSync(join(folder, 'empty')).isSymbolicLink()).toBe(true);
    const before = readdirSync(folder).sort();
    for (const name of ['full', 'file', 'link']) {
      const refused = await publish(join(folder, name), '--site', smallSite(FIRST)).done;
      expect(refused, name).toMatchObject({ code: 3, stdout: '', stderr: expect.stringContaining('Nothing was changed.') });
    }
    expect(readdirSync(folder).sort()).toEqual(before);
    expect(readdirSync(join(folder, 'full'))).toEqual(['mine.txt']);
  });

  test('a site that is not whole is not sent, and a key that is not known is said', async () => {
    const target = join(temporaryFolder(), 'www');
    const site = smallSite(FIRST);
    writeFileSync(join(site, 'extra.html'), 'x');
    const refused = await publish(target, '--site', site).done;
    expect(refused).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('extra.html is not in the manifest. Nothing was published.'),
    });
    rmSync(join(site, 'extra.html'));
    const env = { RSYNC_RSH: `${server.env.RSYNC_RSH} -o IdentityFile=/dev/null -o IdentityAgent=none -F ${join(keys, 'no_config')}` };
    writeFileSync(join(keys, 'no_config'), 'Host shelf\n  HostName 127.0.0.1\n  Port 1\n  BatchMode yes\n');
    const unreachable = await start(['publish', `shelf:${target}`, '--site', site], { env }).done;
    expect(unreachable).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/^error: The connection to shelf failed: ssh: connect to host/),
    });
  });
});
