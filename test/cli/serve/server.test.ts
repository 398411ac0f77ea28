// The server over real HTTP, with a small site instead of a built one.
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isPublic, listenOn, ownHosts } from '../../../src/cli/serve/address.ts';
import { failurePage, problemsPage } from '../../../src/cli/serve/live-pages.ts';
import { createSiteServer } from '../../../src/cli/serve/server.ts';
import type { Shown } from '../../../src/cli/serve/session.ts';
import { temporaryFolder } from '../../io/temporary.ts';

const SITE = {
  'index.html': '<!doctype html><html><head><title>Home</title></head><body></body></html>',
  '404.html': '<!doctype html><html><head></head><body>No such page</body></html>',
  'incidents/a b/index.html': '<!doctype html><head></head>incident',
  'incidents/a b/load.svg': '<svg/>',
  'incidents/x.json': '{}',
  'feed.xml': '<feed/>',
  'assets/site-1.css': 'a{}',
  'assets/site-1.js': '1',
};

async function start(shown: Shown, host = '127.0.0.1'): Promise<{ url: string; announce: (build: string) => void }> {
  const { server, announce } = createSiteServer({ shown: () => Promise.resolve(shown), isOwnHost: ownHosts(host) });
  const url = await listenOn(server, '127.0.0.1', 0);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url, announce };
}

/** fetch tidies paths up first; this asks for exactly what is written. */
async function ask(url: string, path: string, headers: Record<string, string> = {}): Promise<{ status: number | undefined; body: string }> {
  const { port } = new URL(url);
  const call = request({ port, host: '127.0.0.1', path, headers }).end();
  const [response] = (await once(call, 'response')) as [import('node:http').IncomingMessage];
  let body = '';
  for await (const chunk of response) body += String(chunk);
  return { status: response.statusCode, body };
}

describe('the site', () => {
  test('pages come with the script that reloads, other files as they are, each with its type', async () => {
    const { url } = await start({ kind: 'site', folder: temporaryFolder(SITE), build: 'b-1' });
    const home = await fetch(url);
    expect(home.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(home.headers.get('cache-control')).toBe('no-store');
    expect(home.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await home.text()).toContain('<script src="/__hindsight/reload.js?build=b-1" defer></script></head>');
    expect(await (await fetch(`${url}assets/site-1.js`)).text()).toBe('1');
    expect((await fetch(`${url}__hindsight/reload.js?build=b-1`)).headers.get('content-type')).toBe('text/javascript; charset=utf-8');

    const types = ['feed.xml', 'incidents/x.json', 'assets/site-1.css', 'incidents/a%20b/load.svg'].map(async (path) =>
      (await fetch(url + path)).headers.get('content-type'),
    );
    expect(await Promise.all(types)).toEqual([
      'application/xml; charset=utf-8',
      'application/json; charset=utf-8',
      'text/css; charset=utf-8',
      'image/svg+xml',
    ]);
  });

  test('an image opened on its own may do nothing', async () => {
    const { url } = await start({ kind: 'site', folder: temporaryFolder(SITE), build: 'b-1' });
    expect((await fetch(`${url}incidents/a%20b/load.svg`)).headers.get('content-security-policy')).toContain('sandbox');
  });

  test('a folder without its slash leads to the one with it', async () => {
    const { url } = await start({ kind: 'site', folder: temporaryFolder(SITE), build: 'b-1' });
    const response = await fetch(`${url}incidents/a%20b?q=1`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([302, '/incidents/a%20b/?q=1']);
    expect((await fetch(`${url}incidents/a%20b`)).status).toBe(200);
  });

  test('a file that did not change is not sent again', async () => {
    const { url } = await start({ kind: 'site', folder: temporaryFolder(SITE), build: 'b-1' });
    const tag = (await fetch(`${url}feed.xml`)).headers.get('etag') ?? '';
    expect((await fetch(`${url}feed.xml`, { headers: { 'if-none-match': tag } })).status).toBe(304);
    expect((await fetch(`${url}feed.xml`, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  test('what is not there is the 404 page, which reloads as well', async () => {
    const { url } = await start({ kind: 'site', folder: temporaryFolder(SITE), build: 'b-1' });
    const missing = await fetch(`${url}nothing`);
    expect(missing.status).toBe(404);
    expect(await missing.text()).toMatch(/reload\.js.*No such page/s);
    const bare = await start({ kind: 'site', folder: temporaryFolder(), build: 'b-1' });
    expect((await fetch(`${bare.url}nothing`)).status).toBe(404);
  });

  test('the 404 page finds its parts from any depth', async () => {
    const links = '<a class="x" href="./">Top</a><a href="incidents/">All</a><a href="#_main">Here</a><a href="https://a.example/">Out</a>';
    const folder = temporaryFolder({ '404.html': `<script src="assets/a.js"></script><form action="incidents/">${links}</form>` });
    const { url } = await start({ kind: 'site', folder, build: 'b-1' });
    const html = await (await fetch(`${url}incidents/nothing/here`)).text();
    expect(html).toContain('<script src="/assets/a.js"></script><form action="/incidents/"><a class="x" href="/">Top</a>');
    expect(html).toContain('<a href="/incidents/">All</a><a href="#_main">Here</a><a href="https://a.example/">Out</a>');
  });

  test('only GET and HEAD', async () => {
    const { url } = await start({ kind: 'site', folder: temporaryFolder(SITE), build: 'b-1' });
    const head = await fetch(`${url}feed.xml`, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '7', '']);
    const post = await fetch(url, { method: 'POST', body: 'x' });
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

test.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/incidents/..%5c..%5csecret.txt',
  '/incidents/%2e%2e%2f%2e%2e%2fsecret.txt',
  '//secret.txt',
  '//example.com/%2e%2e',
  '/incidents//',
  '/index.html/',
  '/index.html%00.css',
  '/%ff',
  '/%',
  '/.',
  '/./index.html',
  'http://example.com/secret.txt',
  '*',
])('nothing outside the site: %s', async (path) => {
  const folder = temporaryFolder({ 'secret.txt': 'secret', 'site/index.html': '<head></head>', 'site/incidents/x.json': '' });
  const { url } = await start({ kind: 'site', folder: join(folder, 'site'), build: 'b-1' });
  const { status, body } = await ask(url, path);
  expect(status).toBe(404);
  expect(body).not.toContain('secret');
});

describe('problems', () => {
  const hostile = {
    file: 'a<b>.md',
    line: 3,
    column: 7,
    severity: 'error' as const,
    code: 'unknown-field',
    message: '"<script>alert(1)</script>\u202e" is not a field.',
    hint: 'Did you mean "severity" & more?',
  };

  test('show on every page, escaped, with their place', async () => {
    const html = problemsPage([hostile, { ...hostile, severity: 'warning', message: 'only a warning' }]);
    const { url } = await start({ kind: 'page', html, build: 'b-2' });
    for (const path of ['', 'incidents/a/', 'feed.xml']) {
      const response = await fetch(url + path);
      const text = await response.text();
      expect(response.status).toBe(500);
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(text).toContain('<h1>1 error in the archive</h1>');
      expect(text).toContain('<code>a&lt;b&gt;.md:3:7</code>');
      expect(text).toContain('&quot;&lt;script&gt;alert(1)&lt;/script&gt;&lt;U+202E&gt;&quot; is not a field.');
      expect(text).toContain('Did you mean &quot;severity&quot; &amp; more?');
      expect(text).toContain('reload.js?build=b-2');
      expect(text).not.toContain('only a warning');
    }
    expect((await fetch(`${url}__hindsight/problems.css`)).headers.get('content-type')).toBe('text/css; charset=utf-8');
  });

  test('leave the open pages of the site before it their scripts', async () => {
    const { url } = await start({ kind: 'page', html: 'broken', build: 'b-2', before: temporaryFolder(SITE) });
    expect(await (await fetch(`${url}assets/site-1.js`)).text()).toBe('1');
    expect((await fetch(`${url}assets/site-2.js`)).status).toBe(500);
    expect((await fetch(`${url}feed.xml`)).status).toBe(500);
  });

  test('of Hindsight itself show too, line by line', () => {
    expect(failurePage('TypeError: <x>\n  at y\u001b[31m')).toContain('<pre>TypeError: &lt;x&gt;\n  at y&lt;U+001B&gt;[31m</pre>');
  });
});

test('browsers hear which build there is, at once and after each one', async () => {
  const { url, announce } = await start({ kind: 'site', folder: temporaryFolder(SITE), build: 'b-1' });
  const response = await fetch(`${url}__hindsight/events`);
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const read = async (): Promise<string> => new TextDecoder().decode((await reader.read()).value);
  expect(await read()).toBe('retry: 500\ndata: b-1\n\n');
  announce('b-2');
  expect(await read()).toBe('data: b-2\n\n');
  await reader.cancel();
});

describe('the address', () => {
  test('only names of this machine, unless it is opened to others', async () => {
    const shown: Shown = { kind: 'site', folder: temporaryFolder(SITE), build: 'b-1' };
    const closed = await start(shown);
    expect((await ask(closed.url, '/', { host: 'evil.example' })).status).toBe(403);
    expect((await ask(closed.url, '/', { host: '127.0.0.1.evil.example:8080' })).status).toBe(403);
    expect((await ask(closed.url, '/', { host: 'localhost:1234' })).status).toBe(200);
    expect((await ask(closed.url, '/', { host: '[::1]:8080' })).status).toBe(200);
    const open = await start(shown, '0.0.0.0');
    expect((await ask(open.url, '/', { host: 'wiki.example' })).status).toBe(200);
    expect(['127.0.0.1', 'localhost', '::1', '0.0.0.0', '::', '10.0.0.7'].map(isPublic)).toEqual([false, false, false, true, true, true]);
  });

  test('a port in use is an error when it was asked for, else the next one is taken', async () => {
    const taken = createServer();
    onTestFinished(() => void taken.close());
    await listenOn(taken, '127.0.0.1', 0);
    const { port } = taken.address() as AddressInfo;
    await expect(listenOn(createServer(), '127.0.0.1', port)).rejects.toMatchObject({
      code: 'port-in-use',
      message: `Port ${port} is in use.`,
    });

    const first = createServer();
    const second = createServer();
    onTestFinished(() => void first.close());
    onTestFinished(() => void second.close());
    const urls = [await listenOn(first, '127.0.0.1', undefined), await listenOn(second, '127.0.0.1', undefined)];
    expect(new Set(urls).size).toBe(2);
  });

  test('an address that is not of this machine is an error', async () => {
    await expect(listenOn(createServer(), '192.0.2.1', 0)).rejects.toMatchObject({ code: 'cannot-listen' });
  });
});
