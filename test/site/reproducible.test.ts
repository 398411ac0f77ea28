// The same commit and options, built by two people on two machines: every byte is the same, packed files, archive and single pages among them.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { gitRepository } from '../io/git-repository.ts';
import { findProgram } from '../programs.ts';
import { AS_OF, folderOfFile, ROOT } from './build.ts';
import { differences, listFiles, readFiles } from './files.ts';

const BIN = join(ROOT, 'bin/hindsight.js');
/** Another file system has its folders in another order. */
const ELSEWHERE = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** The archive of this repository with its configuration, as two commits. */
function makeOrigin(folder: string): void {
  mkdirSync(folder);
  const origin = gitRepository(folder);
  for (const name of ['postmortems', '_data']) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  origin.commit('2026-11-20');
  const paths = listFiles(join(folder, 'postmortems')).filter((path) => path.endsWith('.md'));
  const texts = paths.map((path) => [`postmortems/${path}`, readFileSync(join(folder, 'postmortems', path), 'utf8')] as const);
  // Of the public edition half of them, without a word that all of them have.
  const shown = texts
    .filter((_, n) => n % 2 === 0)
    .map(([path, text]) => [path, text.replace('---\n', '---\nvisibility: public\nredact: [checkout]\n')]);
  origin.commit('2026-11-21', Object.fromEntries(shown));
}

function clone(origin: string, folder: string): void {
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', origin, folder], { stdio: 'pipe' });
}

/** Every file made anew, the last first, with a time of its own. */
function remake(from: string, folder: string): void {
  for (const [n, path] of listFiles(from).reverse().entries()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(from, path), join(folder, path));
    utimesSync(join(folder, path), 1e9 + n, 1e9 + n);
  }
}

interface Machine {
  readonly env: NodeJS.ProcessEnv;
  /** What the shell does first. */
  readonly before: string;
}

/** Resolves with the files of the site, and beside them what `bundle` makes of it. */
function buildIn(folder: string, { env, before }: Machine): Map<string, Buffer> {
  const run = (...args: string[]): void => {
    const script = `${before} "$@"`;
    execFileSync('sh', ['-c', script, 'sh', process.execPath, BIN, ...args], {
      cwd: folder,
      stdio: 'pipe',
      env: { ...env, PATH: process.env.PATH },
    });
  };
  run('build', '--as-of', AS_OF, '--precompress', '--edition', 'public');
  run('build', '--as-of', AS_OF, '--precompress', '--edition', 'internal', '--output', 'inside');
  run('bundle', '--archive', '--site', 'inside', '--output', 'site.zip');
  const files = new Map([...readFiles(join(folder, '_site'))].map(([path, bytes]) => [`public/${path}`, bytes]));
  for (const [path, bytes] of readFiles(join(folder, 'inside'))) files.set(`internal/${path}`, bytes);
  return files.set('site.zip', readFileSync(join(folder, 'site.zip')));
}

test('another user, home, umask, locale, zone, number of processors and threads, order and times of files, and file system', {
  timeout: 600_000,
}, () => {
  const [here, there] = [folderOfFile(), folderOfFile()];
  makeOrigin(join(here, 'origin'));
  const one = join(here, 'one');
  clone(join(here, 'origin'), one);
  const other = join(existsSync('/dev/shm') ? mkdtempSync(join(ELSEWHERE, 'hindsight-')) : there, 'a folder of ours');
  try {
    clone(join(here, 'origin'), join(there, 'plain'));
    remake(join(there, 'plain'), other);
    mkdirSync(join(there, 'home'));
    const pinned = findProgram('taskset') !== undefined && availableParallelism() > 1 ? 'taskset -c 0' : '';
    const a = buildIn(one, { env: { HOME: here, USER: 'ana', LANG: 'en_US.UTF-8', TZ: 'UTC' }, before: 'umask 022; exec' });
    const b = buildIn(other, {
      env: {
        ...{ HOME: join(there, 'home'), USER: 'bogdan', LOGNAME: 'bogdan', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'tr' },
        ...{ TZ: 'Pacific/Kiritimati', UV_THREADPOOL_SIZE: '1', NODE_OPTIONS: '--no-warnings', HOSTNAME: 'elsewhere', TERM: 'dumb' },
      },
      before: `umask 077; exec ${pinned}`,
    });
    expect(a.size).toBeGreaterThan(500);
    for (const kind of ['.br', '.gz', '.png', '.bin', '.json', '.zip'])
      expect(
        [...a.keys()].some((path) => path.endsWith(kind)),
        kind,
      ).toBe(true);
    expect(statSync(join(other, 'inside/index.html')).mode & 0o077).toBe(0);
    expect(differences(a, b)).toEqual([]);
  } finally {
    if (other.startsWith('/dev/shm')) rmSync(dirname(other), { recursive: true, force: true });
  }
});
