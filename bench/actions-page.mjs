// What the tracker costs in a browser: `node bench/actions-page.mjs SITE`. SITE is a built site (see make-actions.mjs). Bytes are those of gzip -9;
// times run from an event to the frame that shows its list, after the rows have come.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';

const [siteArgument] = process.argv.slice(2);
if (siteArgument === undefined || !existsSync(join(siteArgument, 'actions/rows.json'))) {
  console.error('usage: node bench/actions-page.mjs SITE');
  process.exit(2);
}
const site = resolve(siteArgument);
const ROUNDS = 5;

const TYPES = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};
const packed = new Map();
function bodyOf(path) {
  if (!packed.has(path)) packed.set(path, gzipSync(readFileSync(path), { level: 9 }));
  return packed.get(path);
}
const asked = new Map();
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://x');
  let path = join(site, decodeURIComponent(pathname));
  if (existsSync(path) && statSync(path).isDirectory()) path = join(path, 'index.html');
  if (!existsSync(path)) return void response.writeHead(404).end();
  const body = bodyOf(path);
  asked.set(pathname, body.length);
  const type = TYPES[extname(path)] ?? 'text/plain';
  response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip', 'content-length': body.length }).end(body);
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const url = `http://127.0.0.1:${server.address().port}/actions/`;

/** Put into the page: runs an action and says how long it took to paint, and the longest task meanwhile. */
function time(act) {
  return new Promise((done) => {
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    observer.observe({ type: 'longtask' });
    const start = performance.now();
    const watch = new MutationObserver(() => {
      watch.disconnect();
      requestAnimationFrame(async () => {
        // Goes before all other tasks, so before the rows that come after the first ones.
        await scheduler.postTask(() => {}, { priority: 'user-blocking' });
        const painted = performance.now() - start;
        // Long tasks are told of a little later.
        setTimeout(() => {
          observer.disconnect();
          done({ painted, longest });
        }, 100);
      });
    });
    watch.observe(document.querySelector('.action-table'), { childList: true });
    act();
  });
}

const ACTS = {
  'a letter typed': (n) => {
    const text = document.querySelector('.rail input[type="search"]');
    text.value = ['c', 'ca', 'can', 'canary', 'canary p'][n % 5];
    text.dispatchEvent(new InputEvent('input', { bubbles: true }));
  },
  'a facet ticked': (n) => document.querySelectorAll('[data-facet="status"] input, [data-facet="severity"] input')[n].click(),
  'a view chosen': (n) => document.querySelectorAll('[data-view]')[1 + n].click(),
  'groups by team': (n) => {
    const select = document.querySelector('select[name="group"]');
    select.value = ['team', 'owner', 'week', 'incident', 'service'][n];
    select.dispatchEvent(new Event('change', { bubbles: true }));
  },
  'sorted by title': (n) => document.querySelectorAll('th[data-column] button')[(n + 1) % 5].click(),
};

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const ms = (value) => `${value.toFixed(0)} ms`;

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run'];
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args });

const [paints, ready] = [[], []];
for (let n = 0; n < ROUNDS; n++) {
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForFunction(() => document.querySelector('[data-today]').textContent.startsWith('today'));
  const [paint, rows] = await page.evaluate(() => [
    performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    performance.now(),
  ]);
  paints.push(paint);
  ready.push(rows);
  await page.close();
}
const kinds = { HTML: /\/$/, CSS: /\.css$/, JavaScript: /\.js$/, rows: /rows\.json$/ };
// Not fetched at once by a page that was built today.
asked.set('/actions/rows.json', bodyOf(join(site, 'actions/rows.json')).length);
for (const [kind, pattern] of Object.entries(kinds)) {
  const bytes = [...asked].filter(([path]) => pattern.test(path)).reduce((sum, [, size]) => sum + size, 0);
  console.log(`${kind.padEnd(10)} ${(bytes / 1000).toFixed(1)} kB`);
}
const { status } = JSON.parse(readFileSync(join(site, 'actions/rows.json'), 'utf8'));
console.log(
  `${[...status.rows].length} action items; first paint ${ms(median(paints))}, counted to today after ${ms(median(ready))} (medians of ${ROUNDS})`,
);

for (const [name, act] of Object.entries(ACTS)) {
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForFunction(() => document.querySelector('[data-today]').textContent.startsWith('today'));
  await page.evaluate(`globalThis.time = ${time}; globalThis.act = ${act}`);
  await page.locator('.rail input[type="search"]').focus();
  await page.waitForTimeout(1500);
  const times = [];
  for (let n = 0; n < ROUNDS; n++) times.push(await page.evaluate((round) => globalThis.time(() => globalThis.act(round)), n));
  const painted = times.map((one) => one.painted);
  const longest = Math.max(...times.map((one) => one.longest));
  console.log(
    `${name.padEnd(16)} painted after ${ms(median(painted))}, at most ${ms(Math.max(...painted))}; longest task ${longest === 0 ? 'under 50 ms' : ms(longest)}`,
  );
  await page.close();
}
await browser.close();
server.close();
