// What a search costs in a browser, beside Pagefind over the same pages: `node bench/search-page.mjs SITE [QUERIES] [FOLDER]`. SITE is a built site; Pagefind
// 1.6.0 is fetched into a temporary folder, or into FOLDER, where its index is used again the next time. Bytes are those on the wire, from a server that gzips
// text. Times are from the event in the box (of Pagefind: from its call) to the end of the first frame that shows the results: style, layout, paint and commit
// included, nothing that runs after them.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';

const [siteArgument, countText = '12', kept] = process.argv.slice(2);
if (siteArgument === undefined) {
  console.error('usage: node bench/search-page.mjs SITE [QUERIES] [FOLDER]');
  process.exit(2);
}
const site = resolve(siteArgument);
const work = kept === undefined ? mkdtempSync(join(tmpdir(), 'hindsight-search-')) : resolve(kept);

/** The text of incidents alone, without the frame of the page. */
function preparePagefind() {
  const pages = join(work, 'site');
  if (existsSync(join(pages, 'pagefind/pagefind.js'))) return pages;
  mkdirSync(work, { recursive: true });
  writeFileSync(join(work, 'package.json'), '{}');
  execFileSync('npm', ['install', '--silent', 'pagefind@1.6.0'], { cwd: work });
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
/** Notes what every answer puts on the wire, headers and all: a browser's own tools do not see the body of a worker's script. */
async function serve(folder) {
  const sent = [];
  const packed = new Map();
  const bodyOf = (path, isText) => {
    if (!packed.has(path)) packed.set(path, isText ? gzipSync(readFileSync(path)) : readFileSync(path));
    return packed.get(path);
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://x');
    let path = join(folder, decodeURIComponent(pathname));
    if (existsSync(path) && statSync(path).isDirectory()) path = join(path, 'index.html');
    const { socket } = response;
    const before = socket.bytesWritten;
    response.on('finish', () => sent.push({ path: pathname, bytes: socket.bytesWritten - before }));
    if (!existsSync(path)) return void response.writeHead(404).end();
    const type = TYPES[extname(path)];
    const isText = type !== undefined && extname(path) !== '.wasm';
    const body = bodyOf(path, isText);
    const headers = { 'content-type': type ?? 'application/octet-stream', 'content-length': body.length };
    response.writeHead(200, { ...headers, ...(isText && { 'content-encoding': 'gzip' }) }).end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${server.address().port}/`, sent, close: () => server.close() };
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
  // The frame of the page is there before anybody searches; the scripts of the search count. Filters and the phrase that is offered are asked for
  // when the results stand: what they take (facts, positions, the later part of the script) is not before them.
  isCounted: (path) =>
    /^\/assets\/(?:search|worker|chunk)-|^\/search\/(?:index\.json|(?:directories|terms|words|ids|texts)\/)|^\/incidents\/.+\.json$/.test(
      path,
    ),
  async query(page, text) {
    await page.evaluate((value) => {
      const input = document.querySelector('.search-box__input');
      globalThis.longest ??= 0;
      globalThis.observer ??= new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
      });
      globalThis.observer.observe({ type: 'longtask' });
      globalThis.painted = new Promise((done) => {
        const start = performance.now();
        // The list is replaced in one go. A task that goes before all others runs right after the frame that shows it, and before what the page puts off
        // until then.
        const watch = new MutationObserver(() => {
          if (document.querySelectorAll('.result-list__item').length === 0) return;
          watch.disconnect();
          requestAnimationFrame(() => scheduler.postTask(() => done(performance.now() - start), { priority: 'user-blocking' }));
        });
        watch.observe(document.querySelector('.result-list'), { childList: true });
        input.value = value;
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      });
    }, text);
    return page.evaluate('painted');
  },
};

const pagefind = {
  name: 'Pagefind',
  page: '',
  isCounted: (path) => path.startsWith('/pagefind/'),
  query: (page, text) =>
    page.evaluate(async (value) => {
      const start = performance.now();
      const script = '/pagefind/pagefind.js';
      globalThis.engine ??= await import(script);
      const { results } = await globalThis.engine.search(value);
      const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
      document.querySelector('#results').innerHTML = shown.map(({ excerpt, meta }) => `<li>${meta.title} ${excerpt}</li>`).join('');
      await new Promise((done) => requestAnimationFrame(() => scheduler.postTask(done, { priority: 'user-blocking' })));
      return performance.now() - start;
    }, text),
};

const quantile = (list, share) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(share * list.length))];

/** Nothing was sent for half a second: whatever the page fetches ahead is there. */
async function quiet({ sent }) {
  for (let before = -1; before < sent.length; ) {
    before = sent.length;
    await new Promise((done) => setTimeout(done, 500));
  }
}

/** Queries after the first that want files of their own: each at once when the one before it is painted, and as many after a pause. */
const FURTHER = 4;

async function measure(browser, engine, { server, words, queries }) {
  const [bytes, cold, next, rested, again, longest] = [[], [], [], [], [], []];
  for (const [n, query] of queries.entries()) {
    const context = await browser.newContext();
    const page = await context.newPage();
    server.sent.length = 0;
    await page.goto(server.url + engine.page, { waitUntil: 'networkidle' });
    cold.push(await engine.query(page, query));
    bytes.push(server.sent.filter(({ path }) => engine.isCounted(path)).reduce((sum, { bytes: one }) => sum + one, 0));
    const others = queries.filter((_, m) => m !== n);
    for (const other of others.slice(0, FURTHER)) next.push(await engine.query(page, other));
    for (const other of others.slice(FURTHER, 2 * FURTHER)) {
      await quiet(server);
      rested.push(await engine.query(page, other));
    }
    await quiet(server);
    // Everything they want is there by now.
    for (const other of [...others.slice(0, FURTHER), ...others.slice(0, FURTHER)]) {
      await page.waitForTimeout(100);
      again.push(await engine.query(page, other));
    }
    longest.push((await page.evaluate('globalThis.longest')) ?? 0);
    await context.close();
  }
  const ms = (list) => (list.length === 0 ? '-' : `${quantile(list, 0.5).toFixed(0)} ms, p95 ${quantile(list, 0.95).toFixed(0)} ms`);
  console.log(`${engine.name.padEnd(10)} ${words} word(s): ${(quantile(bytes, 0.5) / 1000).toFixed(1)} kB before the first ten results`);
  console.log(`  first query ${ms(cold)}; next, with files to fetch, at once ${ms(next)}, after a pause ${ms(rested)}`);
  console.log(`  again ${ms(again)}; longest task ${Math.max(...longest).toFixed(0)} ms`);
}

const peer = preparePagefind();
const servers = [await serve(site), await serve(peer)];
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] });
for (const words of [1, 3]) {
  const queries = queriesOf(words, Number(countText));
  await measure(browser, ours, { server: servers[0], words, queries });
  await measure(browser, pagefind, { server: servers[1], words, queries });
}
await browser.close();
for (const { close } of servers) close();
if (kept === undefined) rmSync(work, { recursive: true, force: true });
