// What a search costs in a browser, beside Pagefind over the same pages: `node bench/search-page.mjs SITE [QUERIES]`. SITE is a built site; Pagefind
// 1.6.0 is fetched into a temporary folder. Bytes are those on the wire, from a server that gzips text.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';

const [siteArgument, countText = '12'] = process.argv.slice(2);
if (siteArgument === undefined) {
  console.error('usage: node bench/search-page.mjs SITE [QUERIES]');
  process.exit(2);
}
const site = resolve(siteArgument);
const work = mkdtempSync(join(tmpdir(), 'hindsight-search-'));

/** The text of incidents alone, without the frame of the page. */
function preparePagefind() {
  writeFileSync(join(work, 'package.json'), '{}');
  execFileSync('npm', ['install', '--silent', 'pagefind@1.6.0'], { cwd: work });
  const pages = join(work, 'site');
  cpSync(join(site, 'incidents'), join(pages, 'incidents'), {
    recursive: true,
    filter: (path) => !path.endsWith('.json') && !path.endsWith('.md'),
  });
  const run = join(work, 'node_modules/pagefind/lib/runner/bin.cjs');
  execFileSync('node', [run, '--site', pages, '--glob', 'incidents/*/index.html', '--root-selector', 'article'], { stdio: 'ignore' });
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>Pagefind</title><ol id="results"></ol>');
  return pages;
}

const TYPES = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};
async function serve(folder) {
  const server = createServer((request, response) => {
    let path = join(folder, decodeURIComponent(new URL(request.url, 'http://x').pathname));
    if (existsSync(path) && statSync(path).isDirectory()) path = join(path, 'index.html');
    if (!existsSync(path)) return void response.writeHead(404).end();
    const type = TYPES[extname(path)];
    const isText = type !== undefined && extname(path) !== '.wasm';
    const headers = { 'content-type': type ?? 'application/octet-stream', ...(isText && { 'content-encoding': 'gzip' }) };
    response.writeHead(200, headers).end(isText ? gzipSync(readFileSync(path)) : readFileSync(path));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** Words of titles, as queries are made of; always the same ones. */
function queriesOf(words, count) {
  const titles = readdirSync(join(site, 'incidents')).filter((name) => name.endsWith('.json') && name !== 'rows.json');
  const step = Math.max(1, Math.floor(titles.length / count));
  return Array.from({ length: count }, (_, n) => {
    const { title } = JSON.parse(readFileSync(join(site, 'incidents', titles[(n * step) % titles.length]), 'utf8'));
    return title
      .match(/[\p{L}\p{N}]{4,}/gu)
      .slice(-words)
      .join(' ');
  });
}

const ours = {
  name: 'Hindsight',
  page: 'search/',
  // The frame of the page is there before anybody searches; the script of the search counts.
  // Facets and the phrase that is offered are fetched when the results stand.
  isCounted: (url) => /\/assets\/(?:search|worker)-|\/search\/(?:index\.json|(?:terms|words|ids)\/)|\/incidents\/.+\.json$/.test(url),
  async query(page, text) {
    await page.evaluate((value) => {
      const input = document.querySelector('.search-box__input');
      globalThis.longest = 0;
      globalThis.observer ??= new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
      });
      globalThis.observer.observe({ type: 'longtask' });
      globalThis.painted = new Promise((done) => {
        const start = performance.now();
        const look = () => {
          const status = document.querySelector('.list-head__count')?.textContent ?? '';
          const shown = document.querySelectorAll('.result-list__item').length;
          const first = document.querySelector('.result-list__item')?.textContent ?? '';
          if (shown > 0 && globalThis.before !== first + status) {
            globalThis.before = first + status;
            requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
          } else requestAnimationFrame(look);
        };
        input.value = value;
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
        requestAnimationFrame(look);
      });
    }, text);
    return page.evaluate('painted');
  },
};

const pagefind = {
  name: 'Pagefind',
  page: '',
  isCounted: (url) => url.includes('/pagefind/'),
  query: (page, text) =>
    page.evaluate(async (value) => {
      const start = performance.now();
      const script = '/pagefind/pagefind.js';
      globalThis.engine ??= await import(script);
      const { results } = await globalThis.engine.search(value);
      const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
      document.querySelector('#results').innerHTML = shown.map(({ excerpt, meta }) => `<li>${meta.title} ${excerpt}</li>`).join('');
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      return performance.now() - start;
    }, text),
};

const quantile = (list, share) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(share * list.length))];

async function measure(browser, engine, { url, words, queries }) {
  const [bytes, cold, warm, longest] = [[], [], [], []];
  for (const [n, query] of queries.entries()) {
    const context = await browser.newContext();
    const page = await context.newPage();
    let sum = 0;
    const client = await context.newCDPSession(page);
    await client.send('Network.enable');
    const urls = new Map();
    client.on('Network.responseReceived', ({ requestId, response }) => urls.set(requestId, response.url));
    client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (engine.isCounted(urls.get(requestId) ?? '')) sum += encodedDataLength;
    });
    // Requests of a worker are not the page's.
    page.on('worker', () => {});
    context.on('requestfinished', async (request) => {
      if (request.serviceWorker() || !engine.isCounted(request.url()) || [...urls.values()].includes(request.url())) return;
      const { responseBodySize, responseHeadersSize } = await request.sizes();
      sum += responseBodySize + responseHeadersSize;
    });
    await page.goto(url + engine.page, { waitUntil: 'networkidle' });
    cold.push(await engine.query(page, query));
    bytes.push(sum);
    for (const other of queries.filter((_, m) => m !== n).slice(0, 4)) warm.push(await engine.query(page, other));
    longest.push((await page.evaluate('globalThis.longest')) ?? 0);
    await context.close();
  }
  const ms = (list, share) => `${quantile(list, share).toFixed(0)} ms`;
  console.log(
    `${engine.name.padEnd(10)} ${words} word(s): ${(quantile(bytes, 0.5) / 1000).toFixed(1)} kB before the first ten results; cold ${ms(cold, 0.5)}, p95 ${ms(cold, 0.95)};`,
    `next ${ms(warm, 0.5)}, p95 ${ms(warm, 0.95)}; longest task ${Math.max(...longest).toFixed(0)} ms`,
  );
}

const peer = preparePagefind();
const servers = [await serve(site), await serve(peer)];
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] });
for (const words of [1, 3]) {
  const queries = queriesOf(words, Number(countText));
  await measure(browser, ours, { url: servers[0].url, words, queries });
  await measure(browser, pagefind, { url: servers[1].url, words, queries });
}
await browser.close();
for (const { close } of servers) close();
rmSync(work, { recursive: true, force: true });
