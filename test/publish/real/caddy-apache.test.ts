// A site behind a real Caddy and a real Apache with the configurations of examples/hosting, as `hindsight verify` sees it.
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { hindsight } from '../../cli/command.ts';
import { findProgram } from '../../programs.ts';
import { build, folderOfFile, ROOT } from '../../site/build.ts';
import { programsOfFile, startApache, startCaddy } from './web-server.ts';

const SERVERS = [
  ['caddy', startCaddy],
  ['apache2', startApache],
] as const;
const running = programsOfFile();
const folder = folderOfFile();
const site = join(folder, '_site');

beforeAll(async () => {
  chmodSync(folder, 0o755);
  await build({ cwd: folder, args: ['--input', join(ROOT, 'examples/minimal/postmortems'), '--no-history', '--precompress'] });
});

describe.each(SERVERS)('%s (skipped where it is not installed)', (name, startServer) => {
  const program = findProgram(name);

  test.skipIf(program === undefined)('serves every byte with every header, and its own page for what is missing', async () => {
    const address = await startServer(program ?? '', { site, running, work: join(folder, name) });
    const { code, stdout } = await hindsight(
      folder,
      'verify',
      address,
      '--format',
      'json',
      '--strict',
      '--manifest',
      join(site, 'manifest.json'),
    );
    expect({ code, problems: (JSON.parse(stdout) as { problems: unknown }).problems }).toEqual({ code: 0, problems: [] });
    const missing = await fetch(new URL('incidents/none/', address));
    expect([missing.status, await missing.text()]).toEqual([404, readFileSync(join(site, '404.html'), 'utf8')]);
    expect(missing.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    for (const hidden of ['.git/config', 'assets/', '%2e%2e/%2e%2e/etc/passwd']) {
      expect((await fetch(new URL(hidden, address))).status, hidden).toBeGreaterThanOrEqual(400);
    }
  });
});
