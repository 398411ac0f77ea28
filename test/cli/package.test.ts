// The package as somebody else has it: packed, installed without running a script of anybody, and used in a repository that has nothing but postmortems.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../io/temporary.ts';
import { ROOT } from '../site/build.ts';
import { postmortem } from './command.ts';

const npm = (cwd: string, ...args: string[]) => spawnSync('npm', args, { cwd, encoding: 'utf8' });
const hasRegistry = npm(ROOT, 'ping', '--fetch-retries=0', '--fetch-timeout=5000').status === 0;

describe('npm pack', { timeout: 600_000 }, () => {
  test('holds what the command needs and what a user reads, and neither tests nor the archive of this repository', () => {
    const [packed] = JSON.parse(npm(ROOT, 'pack', '--dry-run', '--json').stdout) as [{ files: { path: string }[] }];
    const tops = new Set(packed.files.map(({ path }) => path.split('/')[0]));
    for (const name of ['bin', 'src', '_includes', '_data', '.eleventy.js', 'README.md', 'LICENSE', 'docs', 'examples'])
      expect(tops).toContain(name);
    for (const name of ['test', 'bench', 'postmortems', '.github', '.ci']) expect(tops).not.toContain(name);
  });

  test.skipIf(!hasRegistry)('hindsight build in another repository (skipped without a registry to install from)', () => {
    const folder = temporaryFolder({ 'docs/postmortems/2026-11-20-down.md': postmortem('Down'), 'package.json': '{"private":true}' });
    npm(ROOT, 'pack', '--silent', '--pack-destination', folder);
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? 'none was made';
    const installed = npm(folder, 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', `./${tarball}`);
    expect(installed).toMatchObject({ status: 0 });
    expect(existsSync(join(folder, 'node_modules/@aws-sdk'))).toBe(false);
    const said = execFileSync(join(folder, 'node_modules/.bin/hindsight'), ['build', '--input', 'docs/postmortems'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(said).toMatch(/^_site: 1 incident, \d+ files/);
    expect(readFileSync(join(folder, '_site/incidents/2026-11-20-down/index.html'), 'utf8')).toContain('Down');
  });
});
