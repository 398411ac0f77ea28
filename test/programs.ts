// Programs of the system that some tests run for real (web servers, sshd, rsync): found, or on Debian brought along for `npm test`.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The Debian package of each. */
const PACKAGES = {
  nginx: 'nginx',
  // Not a program, but what nginx loads to send Brotli's packed files.
  'ngx_http_brotli_static_module.so': 'libnginx-mod-http-brotli-static',
  caddy: 'caddy',
  apache2: 'apache2',
  sshd: 'openssh-server',
  rsync: 'rsync',
  ssh: 'openssh-client',
  git: 'git',
  faketime: 'faketime',
  taskset: 'util-linux',
  radosgw: 'radosgw',
  'radosgw-admin': 'radosgw',
  'ceph-mon': 'ceph-mon',
  'ceph-osd': 'ceph-osd',
  ceph: 'ceph-common',
} as const;

export type ProgramName = keyof typeof PACKAGES;

/** The path of a program, looked for where the system's own are too; undefined when it is not there. */
export function findProgram(name: ProgramName): string | undefined {
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== ''),
    '/usr/sbin',
    '/usr/local/sbin',
    '/usr/lib/nginx/modules',
  ];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** Installs what is missing where that can be done; tests skip, saying so, without what could not be had. `say` gets a line per step. */
export function bringPrograms(say: (line: string) => void): void {
  const missing = (Object.keys(PACKAGES) as ProgramName[]).filter((name) => findProgram(name) === undefined);
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    say(`Not here, so the tests that run them are skipped: ${missing.join(', ')}.`);
    return;
  }
  say(`Installing with apt-get, for the tests of publishing: ${missing.join(', ')}.`);
  // RUNLEVEL: what is installed is not started. The tests start their own, on ports of their own.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const run = (...args: string[]): void => void spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
  run('update', '-qq');
  // One by one: a system that lacks a package still gets the others.
  for (const name of missing) run('install', '-y', '-qq', '--no-install-recommends', PACKAGES[name]);
  const still = missing.filter((name) => findProgram(name) === undefined);
  if (still.length > 0) say(`Could not be installed, so the tests that run them are skipped: ${still.join(', ')}.`);
}
