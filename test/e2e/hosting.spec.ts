// The journey of an evening on call over the web servers and configurations that are shipped, at the top of a host and under a path: everything loads
// under the policy that the server sends, packed, with the cache rules it should have.
import { execFile } from 'node:child_process';
import { appendFileSync, chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page, Response } from '@playwright/test';
import { cacheControlOf } from '../../src/publish/cache-rules.ts';
import { findProgram } from '../programs.ts';
import { endPrograms, type Running } from '../publish/real/start-program.ts';
import { nginxKnowsBrotli, SERVERS, type Server } from '../publish/real/web-server.ts';
import { expect, test } from './site.ts';

const LOG = 'ERROR PoolTimeoutError: ERR_POOL_TIMEOUT timed out after 8000 ms waiting for a connection (pool=primary)';

let folder = '';

// One after the other in one worker: the sites are built once.
test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  test.setTimeout(240_000);
  folder = mkdtempSync(join(tmpdir(), 'hindsight-hosting-'));
  // Apache reads it as nobody.
  chmodSync(folder, 0o755);
  await Promise.all(['', 'ops/pm/'].map(buildFor));
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const siteFor = (path: string): string => join(folder, path === '' ? 'top' : 'below', 'site');

/** The archive that ships, as its owner would publish it there. */
async function buildFor(path: string): Promise<void> {
  const output = siteFor(path);
  const config = join(output, '../site.yaml');
  mkdirSync(join(output, '..'));
  cpSync('_data/site.yaml', config);
  appendFileSync(config, `\nurl: https://ops.example/${path}\n`);
  const args = ['build', '--config', config, '--output', output, '--as-of', '2026-11-22', '--no-history', '--precompress'];
  await promisify(execFile)(process.execPath, ['bin/hindsight.js', ...args]);
}

/** What a page got from the server, as it came. */
function listen(page: Page): Response[] {
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  return responses;
}

/** What is wrong with an answer: sent unpacked though it lies packed, to be kept too long or not long enough, or without its type or the policy. */
async function wrongs(
  response: Response,
  { root, site, packing }: { readonly root: string; readonly site: string; readonly packing: string },
): Promise<string[]> {
  const path = decodeURIComponent(new URL(response.url()).pathname.slice(new URL(root).pathname.length)).replace(/(^|\/)$/, '$1index.html');
  if (response.status() !== 200) return response.status() === 304 ? [] : [`${response.status()} for ${path}`];
  const headers = await response.allHeaders();
  const wanted: [string, string | RegExp][] = [
    ['cache-control', cacheControlOf(path)],
    ['x-content-type-options', 'nosniff'],
    ['content-security-policy', /^default-src 'none'; script-src 'self';.*frame-ancestors 'none'$/],
    ['content-type', /^(?:text\/|application\/(?:json|xml|octet-stream|x-ndjson)|image\/)/],
    ...((existsSync(join(site, `${path}.br`)) ? [['content-encoding', packing]] : []) as [string, string][]),
  ];
  return wanted
    .filter(([name, value]) => (typeof value === 'string' ? headers[name] !== value : !value.test(headers[name] ?? '')))
    .map(([name]) => `${path}: ${name} is ${headers[name]}`);
}

async function journey(page: Page, root: string): Promise<void> {
  await page.goto(root);
  await page.getByRole('searchbox').fill('connection pool');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL(`${root}search/?q=connection+pool`);
  await page.locator('.result-list__item:visible').getByRole('link').first().click();
  await expect(page).toHaveURL(/incidents\/[^/]+\/\?mark=/);
  await expect(page.locator('main mark').first()).toBeVisible();

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Actions' }).click();
  const option = page.locator('[data-facet="status"] label').filter({ hasText: 'Blocked' });
  const blocked = Number(await option.locator('.facets__count').innerText());
  await option.getByRole('checkbox').check();
  await expect(page).toHaveURL(`${root}actions/?status=blocked`);
  await expect(page.locator('.action-table__row:visible')).toHaveCount(blocked);

  await page.goto(`${root}triage/`);
  await page.getByRole('textbox', { name: 'What you see' }).fill(LOG);
  const match = page.locator('.match-list__item').first();
  await expect(match.getByRole('heading', { level: 3 })).toHaveText('Connection pool exhausted by a slow export');

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Insights' }).click();
  // Loaded, script and all: before that a choice is only the browser's.
  await page.waitForURL(`${root}insights/`);
  await page.getByLabel('Period').selectOption({ label: '2024' });
  await expect(page).toHaveURL(`${root}insights/?from=2024-01-01&to=2024-12-31`);
  await expect(page.locator('[data-insights-count]')).toContainText('of 27 incidents');
}

/** At any depth it finds its style and its ways on. */
async function lostAndFound(page: Page, root: string): Promise<void> {
  const answer = await page.goto(`${root}incidents/no/such/one`);
  expect(answer?.status()).toBe(404);
  await expect(page.locator('h1')).toHaveText('Nothing at this address');
  expect(await page.evaluate(() => document.styleSheets.length)).toBe(1);
  const way = new URL((await page.getByRole('link', { name: 'all incidents' }).getAttribute('href')) ?? '', page.url());
  expect(way.pathname).toBe(new URL('incidents/', root).pathname);
}

for (const { name, start, config, path } of SERVERS satisfies readonly Server[]) {
  const program = findProgram(name);

  test.describe(`${config} at /${path}`, () => {
    const running: Running = [];
    let root = '';

    test.beforeAll(async () => {
      test.skip(program === undefined, `${name} is not installed`);
      const work = join(folder, config.replaceAll('/', '-'));
      root = (await start(program ?? '', { config, site: siteFor(path), work, running })) + path;
    });

    test.afterAll(() => endPrograms(running));

    test('from the first page to the fix, the promises, triage, the insights, and nowhere', async ({ watched: page }) => {
      const responses = listen(page);
      await journey(page, root);
      await lostAndFound(page, root);
      const own = responses.filter((response) => response.url().startsWith(root) && !response.url().endsWith('no/such/one'));
      expect(own.length).toBeGreaterThan(30);
      // Browsers take Brotli of a server over https, and of this machine.
      const packing = name === 'nginx' && !nginxKnowsBrotli ? 'gzip' : 'br';
      expect((await Promise.all(own.map((response) => wrongs(response, { root, site: siteFor(path), packing })))).flat()).toEqual([]);
      const folders = await Promise.all(
        ['assets/', 'incidents/2024-06-18-pool-exhausted', '.git/config'].map((one) => page.request.get(root + one)),
      );
      expect(folders.map((answer) => [answer.status(), new URL(answer.url()).pathname.slice(-1)])).toEqual([
        [404, '/'],
        [200, '/'],
        [404, 'g'],
      ]);
    });
  });
}
