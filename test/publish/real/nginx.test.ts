// A site behind a real nginx with the configurations of examples/hosting, at the top and under a path, as `hindsight verify` sees it.
import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { hindsight } from '../../cli/command.ts';
import { findProgram } from '../../programs.ts';
import { build, folderOfFile, ROOT } from '../../site/build.ts';
import { nginxKnowsBrotli, programsOfFile, startNginx } from './web-server.ts';

const nginx = findProgram('nginx') ?? '';
const running = programsOfFile();
const folder = folderOfFile();
const site = join(folder, '_site');

beforeAll(async () => {
  if (nginx !== '')
    await build({ cwd: folder, args: ['--input', join(ROOT, 'examples/minimal/postmortems'), '--no-history', '--precompress'] });
});

async function findings(address: string, ...args: string[]): Promise<{ code: number | null; problems: { path: string; code: string }[] }> {
  const { code, stdout, stderr } = await hindsight(folder, 'verify', address, '--format', 'json', ...args);
  expect(stderr).toBe('');
  return { code, problems: (JSON.parse(stdout) as { problems: { path: string; code: string }[] }).problems };
}

describe.skipIf(nginx === '')('nginx (skipped where it is not installed)', () => {
  test.each([
    ['nginx/hindsight.conf', ''],
    ['nginx/sub-path.conf', 'ops/pm/'],
  ])(
    `%s serves every byte with every header${nginxKnowsBrotli ? '' : ", but Brotli's: its module is not installed"}`,
    async (config, path) => {
      const address = `${await startNginx(nginx, config, { site, running, work: join(folder, `work-${path.length}`) })}${path}`;
      const { problems } = await findings(address, '--strict', '--manifest', join(site, 'manifest.json'));
      // Without its module, Brotli's are the files that are not sent.
      expect(problems.filter(({ path, code }) => nginxKnowsBrotli || !path.endsWith('.br') || code !== 'compression')).toEqual([]);

      const folderAddress = new URL('incidents?tag=x', address);
      const redirect = await fetch(folderAddress, { redirect: 'manual' });
      expect([redirect.status, redirect.headers.get('location')]).toEqual([301, `/${path}incidents/?tag=x`]);
      const missing = await fetch(new URL('incidents/none/', address));
      expect([missing.status, await missing.text()]).toEqual([404, readFileSync(join(site, '404.html'), 'utf8')]);
      expect(missing.headers.get('x-content-type-options')).toBe('nosniff');
      for (const hidden of ['.git/config', 'assets/', '%2e%2e/%2e%2e/etc/passwd']) {
        expect((await fetch(new URL(hidden, address))).status, hidden).toBeGreaterThanOrEqual(400);
      }
      const policy = missing.headers.get('content-security-policy');
      const own = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(readFileSync(join(site, 'index.html'), 'utf8'))?.[1];
      expect(policy).toBe(`${own?.replaceAll('&#39;', "'")}; frame-ancestors 'none'`);
    },
  );

  test('a copy that is not the site is found out, file by file', async () => {
    const copy = join(folder, 'copy');
    cpSync(site, copy, { recursive: true });
    appendFileSync(join(copy, 'index.html'), ' ');
    writeFileSync(join(copy, 'feed.json'), readFileSync(join(copy, 'feed.json'), 'utf8').replace(/[a-z]/, 'Z'));
    rmSync(join(copy, 'tags/index.html'));
    const address = await startNginx(nginx, 'nginx/hindsight.conf', { site: copy, running, work: join(folder, 'work-copy') });
    const { code, problems } = await findings(address);
    expect(code).toBe(1);
    const own = problems.filter((problem) => problem.code !== 'compression');
    expect(own.map((problem) => [problem.path, problem.code])).toEqual([
      ['feed.json', 'changed'],
      ['index.html', 'changed'],
      ['tags/index.html', 'missing'],
    ]);
  });
});
