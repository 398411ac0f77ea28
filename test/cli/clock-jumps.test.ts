// The clock of the machine goes years ahead and back: what was built, published and served stays whole, and nothing old is taken for new.
import { execFileSync } from 'node:child_process';
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gitRepository } from '../io/git-repository.ts';
import { temporaryFolder, writeFiles } from '../io/temporary.ts';
import { findProgram } from '../programs.ts';
import { differences, readFiles } from '../site/files.ts';
import { hindsight, type Outcome, postmortem, start, startServer } from './command.ts';

/** What `faketime` has programs loaded with. */
const FAKETIME = findProgram('faketime');
const LIBRARY = FAKETIME && library(FAKETIME);
const DOWN = 'postmortems/2026-11-20-down.md';

/** Its variant for programs with threads. */
function library(program: string): string {
  const path = execFileSync(program, ['2030-01-01 00:00:00', 'printenv', 'LD_PRELOAD'], { encoding: 'utf8' }).trim();
  return path.replace('libfaketime.so.1', 'libfaketimeMT.so.1');
}

/** Without jumps of the clock that counts since the start: no machine has those. */
const clock = (time: string): Readonly<Record<string, string>> => ({
  LD_PRELOAD: LIBRARY ?? '',
  FAKETIME: time,
  FAKETIME_DONT_FAKE_MONOTONIC: '1',
});

function run(cwd: string, env: Readonly<Record<string, string>>, ...args: string[]): Promise<Outcome> {
  return start(args, { cwd, env }).done;
}

test.skipIf(LIBRARY === undefined)(
  'builds and publishes years ahead, back in the past, and now: each is whole and the last is shown (skipped without faketime)',
  async () => {
    const folder = temporaryFolder();
    const repository = gitRepository(folder);
    const bytes: Map<string, Buffer>[] = [];
    for (const [n, env] of [clock('@2031-05-05 10:00:00'), clock('@2001-05-05 10:00:00'), {}].entries()) {
      // Of one size and one time: only what is in it tells.
      repository.commit('2026-11-20', { [DOWN]: postmortem('Down', `It went wrong for the ${n + 1}. time.`) });
      utimesSync(join(folder, DOWN), 1, 1);
      expect(await run(folder, env, 'build', '--as-of', '2026-11-22')).toMatchObject({ code: 0 });
      expect(await run(folder, env, 'publish', join(folder, 'www'))).toMatchObject({ code: 0 });
      expect(await hindsight(folder, 'verify', join(folder, 'www'))).toMatchObject({ code: 0 });
      const shown = readFiles(join(folder, 'www', '.'));
      expect(String(shown.get('incidents/2026-11-20-down/index.html'))).toContain(`the ${n + 1}. time`);
      bytes.push(shown);
      expect(readdirSync(folder).filter((name) => /^\._site\./.test(name))).toEqual([]);
    }
    expect(readdirSync(join(folder, '.www.releases')).filter((name) => /^\d/.test(name))).toHaveLength(3);
    expect(await hindsight(folder, 'publish', join(folder, 'www'), '--rollback')).toMatchObject({ code: 0 });
    expect(differences(readFiles(join(folder, 'www', '.')), bytes[1] ?? new Map())).toEqual([]);
    // The ledger that was kept under another clock is of commits, which have no age.
    expect(await run(folder, clock('@2001-05-05 10:00:00'), 'build', '--as-of', '2026-11-22')).toMatchObject({ code: 0 });
    expect(differences(readFiles(join(folder, '_site')), bytes[2] ?? new Map())).toEqual([]);
  },
  300_000,
);

test.skipIf(LIBRARY === undefined)(
  'a server whose clock is set back shows what is edited then, of the same size and time (skipped without faketime)',
  async () => {
    const folder = temporaryFolder({ [DOWN]: postmortem('Down', 'It was 1.'), clock: '@2031-05-05 10:00:00' });
    const env = { ...clock(''), FAKETIME: '', FAKETIME_TIMESTAMP_FILE: join(folder, 'clock'), FAKETIME_NO_CACHE: '1' };
    const { url } = await startServer([], { cwd: folder, env });
    const page = async (): Promise<string> => (await fetch(`${url}incidents/2026-11-20-down/`)).text();
    expect(await page()).toContain('It was 1.');
    const feed = await fetch(`${url}feed.json`);
    const known = { 'if-none-match': feed.headers.get('etag') ?? '' };
    for (const [n, time] of ['@2001-05-05 10:00:00', '@2031-05-05 10:00:00'].entries()) {
      writeFileSync(join(folder, 'clock'), time);
      writeFiles(folder, { [DOWN]: postmortem('Down', `It was ${n + 2}.`) });
      utimesSync(join(folder, DOWN), 1, 1);
      await expect.poll(page, { timeout: 60_000, interval: 200 }).toContain(`It was ${n + 2}.`);
      expect((await fetch(`${url}feed.json`, { headers: known })).status).toBe(200);
    }
  },
  180_000,
);
