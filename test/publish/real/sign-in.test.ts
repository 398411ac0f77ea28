// The example of a sign-in, run by a real nginx: who is not signed in gets nothing of the site, and comes back to the address that was asked for.
// oauth2-proxy is no package of Debian's, so a server that answers the questions nginx asks it as its documentation says stands in its place.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findProgram } from '../../programs.ts';
import { build, folderOfFile, ROOT } from '../../site/build.ts';
import { programsOfFile } from './programs-of-file.ts';
import { startNginx } from './web-server.ts';

const nginx = findProgram('nginx');
const running = programsOfFile();
const folder = folderOfFile();
const SIGNED_IN = '_oauth2_proxy=of-ana';

/** 202 or 401 to the question; /start sends to the provider, noting down where to come back to. */
const proxy = createServer(({ url = '', headers }, response) => {
  const isKnown = headers.cookie?.includes(SIGNED_IN) === true;
  if (url === '/oauth2/auth') return response.writeHead(isKnown ? 202 : 401).end();
  const back = encodeURIComponent(String(headers['x-auth-request-redirect'] ?? ''));
  if (url === '/oauth2/start') return response.writeHead(302, { location: `https://sso.example/authorize?state=${back}` }).end();
  return response.writeHead(200, { 'content-type': 'text/html' }).end('<style>p{}</style>signed out');
});

beforeAll(async () => {
  if (nginx !== undefined) await build({ cwd: folder, args: ['--input', join(ROOT, 'examples/minimal/postmortems'), '--no-history'] });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
});
afterAll(() => void proxy.close());

describe.skipIf(nginx === undefined)('nginx/sso.conf (skipped where nginx is not installed)', () => {
  test('nothing without a sign-in, everything with one', async () => {
    const locations = readFileSync(join(ROOT, 'examples/hosting/nginx/sso.conf'), 'utf8');
    const { port } = proxy.address() as AddressInfo;
    const change = (text: string): string =>
      text.replace(/ {2}location \/ \{[^}]*\}/, locations.replaceAll('127.0.0.1:4180', `127.0.0.1:${port}`));
    const serving = { config: 'nginx/hindsight.conf', site: join(folder, '_site'), running, work: join(folder, 'work'), change };
    const address = await startNginx(nginx ?? '', serving);
    const ask = (path: string, cookie = ''): Promise<Response> =>
      fetch(new URL(path, address), { headers: { cookie }, redirect: 'manual' });

    const [asset = ''] = /assets\/site-\w+\.css/.exec(readFileSync(join(folder, '_site/index.html'), 'utf8')) ?? [];
    for (const path of ['', 'incidents/?service=a&q=b%20c', 'manifest.json', 'search/index.json', asset, 'incidents/none/']) {
      const refused = await ask(path);
      const asked = new URL(path, address);
      const wanted = `https://sso.example/authorize?state=${encodeURIComponent(asked.pathname + asked.search)}`;
      const { headers } = refused;
      // An answer that a browser keeps for a year would take the place of the file after the sign-in.
      expect([refused.status, headers.get('location'), headers.get('cache-control')], path).toEqual([302, wanted, 'no-store']);
      expect(await refused.text()).toBe('');
    }
    const page = await ask('', SIGNED_IN);
    expect([page.status, await page.text()]).toEqual([200, readFileSync(join(folder, '_site/index.html'), 'utf8')]);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await ask(asset, SIGNED_IN)).headers.get('cache-control')).toContain('immutable');
    const missing = await ask('incidents/none/', SIGNED_IN);
    expect([missing.status, await missing.text()]).toEqual([404, readFileSync(join(folder, '_site/404.html'), 'utf8')]);
    // The pages of oauth2-proxy have their style in them.
    expect((await ask('oauth2/sign_out')).headers.get('content-security-policy')).toBeNull();
    expect((await ask('oauth2/auth')).status).toBe(401);
  });
});
