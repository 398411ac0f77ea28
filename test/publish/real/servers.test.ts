// A site behind real web servers with the configurations of examples/hosting, at the top of a host and under a path, as `hindsight verify` sees it.
import { once } from 'node:events';
import { appendFileSync, chmodSync, cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, test } from 'vitest';
import { hindsight } from '../../cli/command.ts';
import { findProgram } from '../../programs.ts';
import { build, folderOfFile, ROOT } from '../../site/build.ts';
import { programsOfFile } from './programs-of-file.ts';
import { nginxKnowsBrotli, SERVERS, startNginx } from './web-server.ts';

const running = programsOfFile();
const folder = folderOfFile();
const site = join(folder, '_site');
/** As a published site is: a symbolic link to a release. */
const link = join(folder, 'link');

beforeAll(async () => {
  chmodSync(folder, 0o755);
  await build({ cwd: folder, args: ['--input', join(ROOT, 'examples/minimal/postmortems'), '--no-history', '--precompress'] });
  symlinkSync('_site', link);
});

async function findings(address: string, ...args: string[]): Promise<{ code: number | null; problems: { path: string; code: string }[] }> {
  const { code, stdout, stderr } = await hindsight(folder, 'verify', address, '--format', 'json', ...args);
  expect(stderr).toBe('');
  return { code, problems: (JSON.parse(stdout) as { problems: { path: string; code: string }[] }).problems };
}

/** Of an address as it is written: `fetch` would follow its dots. */
async function answerOf(address: string): Promise<readonly [status: number, body: string]> {
  const { hostname, port } = new URL(address);
  const [response] = await once(get({ hostname, port, path: address.slice(address.indexOf('/', 'http://'.length)) }), 'response');
  return [(response as IncomingMessage).statusCode ?? 0, await text(response as IncomingMessage)];
}

/** The policy that the pages carry themselves, and what only a header can say. */
function ownPolicy(): string {
  const own = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(readFileSync(join(site, 'index.html'), 'utf8'))?.[1];
  return `${own?.replaceAll('&#39;', "'")}; frame-ancestors 'none'`;
}

describe.each(SERVERS)('$config ($name; skipped where it is not installed)', ({ name, start, config, path }) => {
  const program = findProgram(name);
  const isBrotliMissing = name === 'nginx' && !nginxKnowsBrotli;

  test.skipIf(program === undefined)(
    `serves every byte with every header${isBrotliMissing ? ", but Brotli's: its module is not installed" : ''}, and its own page for what is missing`,
    async () => {
      const work = join(folder, `${name}-${path.length}`);
      const address = `${await start(program ?? '', { config, site: link, running, work })}${path}`;
      const { problems } = await findings(address, '--strict', '--manifest', join(site, 'manifest.json'));
      // Without its module, Brotli's are the files that are not sent.
      expect(problems.filter((problem) => !isBrotliMissing || !problem.path.endsWith('.br') || problem.code !== 'compression')).toEqual([]);

      const redirect = await fetch(new URL('incidents?tag=x', address), { redirect: 'manual' });
      expect(redirect.status).toBeLessThan(310);
      expect(new URL(redirect.headers.get('location') ?? '', address).href.replace(/\?.*/, '')).toBe(new URL('incidents/', address).href);
      if (path !== '') expect((await fetch(address.slice(0, -1))).url).toBe(address);
      for (const absent of ['incidents/none/', 'assets/site-AAAAAAAA.css']) {
        const missing = await fetch(new URL(absent, address));
        expect([missing.status, await missing.text()], absent).toEqual([404, readFileSync(join(site, '404.html'), 'utf8')]);
        const { headers } = missing;
        const sent = ['content-type', 'cache-control', 'x-content-type-options', 'content-security-policy'].map((header) =>
          headers.get(header)?.toLowerCase(),
        );
        // Were it kept, a page that is published later would stay missing.
        expect(sent, absent).toEqual(['text/html; charset=utf-8', 'no-cache', 'nosniff', ownPolicy()]);
      }
      for (const hidden of ['.git/config', 'assets/', 'search/words/', '%2e%2e/%2e%2e/etc/passwd']) {
        // A host that has nothing to say at such an address may say so with 200.
        const [status, body] = await answerOf(address + hidden);
        expect(status >= 400 || body === '', hidden).toBe(true);
      }
    },
  );
});

describe.skipIf(findProgram('nginx') === undefined)('nginx (skipped where it is not installed)', () => {
  test('a copy that is not the site is found out, file by file', async () => {
    const copy = join(folder, 'copy');
    cpSync(site, copy, { recursive: true });
    appendFileSync(join(copy, 'index.html'), ' ');
    writeFileSync(join(copy, 'feed.json'), readFileSync(join(copy, 'feed.json'), 'utf8').replace(/[a-z]/, 'Z'));
    rmSync(join(copy, 'tags/index.html'));
    const serving = { config: 'nginx/hindsight.conf', site: copy, running, work: join(folder, 'work-copy') };
    const { code, problems } = await findings(await startNginx(findProgram('nginx') ?? '', serving));
    expect(code).toBe(1);
    const own = problems.filter((problem) => problem.code !== 'compression');
    expect(own.map((problem) => [problem.path, problem.code])).toEqual([
      ['feed.json', 'changed'],
      ['index.html', 'changed'],
      ['tags/index.html', 'missing'],
    ]);
  });
});
