// The steps of the example pipelines, in their order, in a real repository: with the real command, sshd, rsync and nginx. In the place of what is not
// here stand programs that note how they were called: package managers, and cosign, which asks Sigstore who the pipeline is.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { BIN, postmortem } from '../../cli/command.ts';
import { gitRepository } from '../../io/git-repository.ts';
import { temporaryFolder, writeFiles } from '../../io/temporary.ts';
import { findProgram } from '../../programs.ts';
import { folderOfFile } from '../../site/build.ts';
import { programsOfFile } from './programs-of-file.ts';
import { type SshServer, startSshd } from './ssh-server.ts';
import { startNginx } from './web-server.ts';

const isThere = (['sshd', 'ssh', 'rsync', 'nginx', 'git'] as const).every((program) => findProgram(program) !== undefined);
const running = programsOfFile();
const work = folderOfFile();
const pipelines = fileURLToPath(new URL('../../../examples/hosting/pipelines/', import.meta.url));
const read = (name: string): string => readFileSync(join(pipelines, name), 'utf8');
const noting = (name: string): string => `#!/bin/sh\necho "${name} $*" >> "$NOTES"\n`;

let server: SshServer;
let address = '';
const target = join(work, 'www', 'site');

beforeAll(async () => {
  if (!isThere) return;
  chmodSync(work, 0o755);
  for (const name of ['keys', 'www', 'nginx']) mkdirSync(join(work, name));
  writeFiles(work, {
    'bin/npm': noting('npm'),
    'bin/apk': noting('apk'),
    'bin/npx': `#!/bin/sh\n[ "$1" = hindsight ] && shift && exec "${process.execPath}" "${BIN}" "$@"\n`,
    // The last argument is the file: it has to be there.
    'bin/cosign': `${noting('cosign')}for file; do :; done\ntest -s "$file" && echo signed > manifest.sigstore.json\n`,
    key: 'a key',
  });
  for (const name of ['npm', 'apk', 'npx', 'cosign']) chmodSync(join(work, 'bin', name), 0o755);
  server = await startSshd(findProgram('sshd') ?? '', { work: join(work, 'keys'), running });
  const serving = { config: 'nginx/hindsight.conf', site: target, running, work: join(work, 'nginx') };
  address = await startNginx(findProgram('nginx') ?? '', serving);
});

interface Run {
  readonly folder: string;
  /** What the programs that are not here were asked. */
  readonly notes: () => string;
  /** Runs a step as its runner does; rejects where it fails. */
  readonly step: (script: string, env?: Readonly<Record<string, string>>) => string;
}

/** A clone as the runner makes it. */
function checkOut(): Run {
  const folder = temporaryFolder({ 'home/.keep': '', 'origin/.keep': '' });
  const origin = gitRepository(join(folder, 'origin'));
  origin.commit('2026-11-20', { 'postmortems/2026-11-20-down.md': postmortem('Down'), 'package.json': '{"private":true}' });
  origin.commit('2026-11-21', { 'postmortems/2026-11-21-up.md': postmortem('Up') });
  execFileSync('git', ['clone', '--quiet', origin.folder, join(folder, 'clone')]);
  const notes = join(folder, 'notes');
  const step: Run['step'] = (script, env = {}) => {
    const here = script
      .replaceAll('deploy@web.example.org:/srv/hindsight', `${server.host}:${target}`)
      .replaceAll('https://postmortems.example.org/', address);
    return execFileSync('bash', ['-eo', 'pipefail', '-c', here], {
      cwd: join(folder, 'clone'),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ...server.env,
        HOME: join(folder, 'home'),
        NOTES: notes,
        PATH: `${join(work, 'bin')}:${process.env.PATH}`,
        ...env,
      },
    });
  };
  return { folder: join(folder, 'clone'), notes: () => (existsSync(notes) ? readFileSync(notes, 'utf8') : ''), step };
}

describe.skipIf(!isThere)('pipelines (skipped without sshd, rsync and nginx)', { timeout: 240_000 }, () => {
  test("GitHub's: checked, built, published, and the host proven to serve it", () => {
    const { step, notes, folder } = checkOut();
    const { steps } = (parse(read('github.yml')) as { jobs: { site: { steps: { run?: string }[] } } }).jobs.site;
    const said = steps
      .flatMap(({ run }) => (run === undefined ? [] : step(run, { SSH_KEY: 'the key', SSH_KNOWN_HOSTS: 'the hosts' })))
      .join('');
    expect(notes()).toBe('npm ci\n');
    expect(said).toMatch(/: 0001-after-0000-\w+/);
    expect(readFileSync(join(folder, '../home/.ssh/id_ed25519'), 'utf8')).toBe('the key\n');
    expect(readFileSync(join(target, 'index.html'), 'utf8')).toContain('Down');
    expect(JSON.parse(readFileSync(join(target, 'manifest.json'), 'utf8'))).toMatchObject({
      source: { commit: expect.stringMatching(/^[0-9a-f]{40}$/) },
    });
  });

  test("GitLab's: the folder it publishes as pages is the site, and its manifest is signed beside it", () => {
    const { step, notes, folder } = checkOut();
    const { before_script, check, pages } = parse(read('gitlab.yml')) as Record<string, { script: string[] }> & { before_script: string[] };
    for (const script of [...before_script, ...(check?.script ?? []), ...before_script, ...(pages?.script ?? [])]) step(script);
    expect(notes()).toContain('cosign sign-blob --yes --bundle manifest.sigstore.json public/manifest.json\n');
    for (const path of ['public/index.html', 'public/manifest.json', 'manifest.sigstore.json'])
      expect(existsSync(join(folder, path)), path).toBe(true);
    expect(existsSync(join(folder, 'public/manifest.sigstore.json'))).toBe(false);
  });

  test("Jenkins': checked, built, signed, published, and the host proven to serve it", () => {
    const { step, notes } = checkOut();
    const scripts = [...read('Jenkinsfile').matchAll(/\bsh '([^'\n]*)'/g)].map(([, script = '']) => script);
    expect(scripts).toHaveLength(6);
    const known = join(work, 'keys', 'known');
    // The host is known by its configuration, which the step's own ssh would not read.
    for (const script of scripts)
      step(script.replace('ssh -o', `${server.env.RSYNC_RSH} -o`), { COSIGN_KEY: join(work, 'key'), KNOWN_HOSTS: known });
    expect(notes()).toContain(`cosign sign-blob --yes --key ${join(work, 'key')} --bundle manifest.sigstore.json _site/manifest.json\n`);
  });
});
