// Triage: from what is on the screen to what fixed it the last time, without a word of it leaving the browser.
import { execFileSync } from 'node:child_process';
import type { Page, Request } from '@playwright/test';
import { violations } from './axe.ts';
import { expect, site, test } from './site.ts';

const MATCH = '.match-list__item';
const box = (page: Page) => page.getByRole('textbox', { name: 'What you see' });
const LOG = `2027-03-02T08:12:09.118Z ERROR reports-77fd9b req=0a1b22ef PoolTimeoutError: ERR_POOL_TIMEOUT
  timed out after 8000 ms waiting for a connection (pool=primary size=64 in_use=64 waiting=301) secretcustomer
2027-03-02T08:12:10.004Z FATAL remaining connection slots are reserved for superuser connections`;

test('a log finds the incident, what fixed it, and what matched on both sides; nothing of it is in any request, address or store', async ({
  watched: page,
  context,
}) => {
  const requests: Request[] = [];
  context.on('request', (request) => requests.push(request));
  await page.goto(`${site()}triage/`);
  const address = page.url();
  await box(page).fill(LOG);
  const first = page.locator(MATCH).first();
  await expect(first.getByRole('heading', { level: 3 })).toHaveText('Connection pool exhausted by a slow export');
  await expect(first).toContainText('Strong');
  await expect(first).toContainText('lasted 1\u00a0h\u00a046\u00a0min');
  await expect(first.locator('.fix')).toContainText('The running export was cancelled');
  await expect(first.getByRole('link', { name: 'Cancel exports' })).toHaveAttribute('href', /^https:/);
  await expect(first).toContainText('Cancel queries that outlive their request');
  await expect(first.locator('.match-list__tokens mark').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Lines that matched, marked' }).locator('mark.token--exact').first()).toBeVisible();
  await expect(page.locator('[data-triage-status]')).toContainText('incidents like it.');
  await box(page).pressSequentially(' more of it');
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.locator(MATCH).first()).toBeHidden();
  expect(page.url()).toBe(address);
  expect(requests.length).toBeGreaterThan(3);
  for (const request of requests) {
    expect(request.method()).toBe('GET');
    expect(request.postData()).toBeNull();
    const sent = decodeURIComponent(request.url()) + JSON.stringify(await request.allHeaders());
    expect(sent).not.toMatch(/secretcustomer|0a1b22ef|77fd9b|ERR_POOL_TIMEOUT|superuser/i);
  }
  const stores = await page.evaluate(async () =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, await caches.keys(), document.cookie]),
  );
  expect(stores).not.toContain('secretcustomer');
  await page.goto(new URL('triage/', site()).href);
  await box(page).fill(LOG);
  await first.getByRole('link', { name: 'Resolution' }).click();
  await expect(page).toHaveURL(/2024-06-18-pool-exhausted\/#resolution$/);
});

test('which files are fetched does not depend on what is pasted', async ({ watched: page }) => {
  const fetched = async (text: string): Promise<string[]> => {
    const paths: string[] = [];
    const note = (request: Request) => void paths.push(new URL(request.url()).pathname);
    page.on('request', note);
    await page.goto(`${site()}triage/`);
    await box(page).fill(text);
    await expect(page.locator('[data-triage-status]')).not.toBeEmpty();
    page.off('request', note);
    return paths.filter((path) => /\/triage\/.+/.test(path)).sort();
  };
  expect(await fetched('lunch on Friday')).toEqual(await fetched(LOG));
});

test('nothing like it is said; markup is text; too much is cut', async ({ watched: page }) => {
  await page.goto(`${site()}triage/`);
  await box(page).fill('Lunch on Friday: pasta and salad');
  await expect(page.locator('[data-triage-status]')).toHaveText('Nothing like it in the archive.');
  await expect(page.locator('[data-triage-nothing]')).toBeVisible();
  await box(page).fill('<img src=x onerror="document.title=1"> <b>ERR_POOL_TIMEOUT</b> \u202e 😀');
  await expect(page.locator('.triage__read')).toContainText('<img src=x onerror="document.title=1">');
  await expect(page.locator('main img')).toHaveCount(0);
  await expect(page).toHaveTitle(/^Triage/);
  await box(page).fill(`ERR_POOL_TIMEOUT\n${'x '.repeat(150_000)}`);
  await expect(page.locator('[data-triage-status]')).toContainText('the first 200 kB were compared');
  await expect(page.locator(MATCH)).not.toHaveCount(0);
});

test('a file that is missing or damaged is named, and trying again helps once it is there', async ({ page }) => {
  for (const response of [
    { status: 404, body: '' },
    { status: 200, body: 'no part' },
  ]) {
    await page.route('**/triage/*.bin', (route) => route.fulfill(response));
    await page.goto(`${site()}triage/`);
    await box(page).fill(LOG);
    await expect(page.getByRole('alert')).toContainText('Not compared');
    await expect(page.getByRole('alert').locator('code')).toHaveText(/^triage\/[\w-]{8}\.bin$/);
    await page.unroute('**/triage/*.bin');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator(MATCH)).not.toHaveCount(0);
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
});

test('a worker that cannot start is told of', async ({ page }) => {
  await page.route('**/assets/matcher-*.js', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto(`${site()}triage/`);
  await box(page).fill(LOG);
  await expect(page.getByRole('alert')).toContainText('stopped working');
  await page.unroute('**/assets/matcher-*.js');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator(MATCH)).not.toHaveCount(0);
});

test('a worker that says nothing is waited for a minute, and then told of', async ({ page }) => {
  await page.clock.install();
  await page.route('**/assets/matcher-*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: 'onmessage = () => {};' }));
  await page.goto(`${site()}triage/`);
  await box(page).fill(LOG);
  // The clock of the page runs on as well while the test looks.
  await page.clock.runFor(45_000);
  await expect(page.locator('[data-triage-status]')).toHaveText('Comparing ...');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.clock.runFor(16_000);
  await expect(page.getByRole('alert')).toContainText('stopped working');
  await expect(page.locator('[data-triage-status]')).toBeEmpty();
  await page.unroute('**/assets/matcher-*.js');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator(MATCH)).not.toHaveCount(0);
});

test('the terminal finds the same in the same order', async ({ page }) => {
  const command = ['bin/hindsight.js', 'triage', '--json', '--limit', '8'];
  const found = JSON.parse(execFileSync(process.execPath, command, { input: LOG, encoding: 'utf8' })) as { url: string }[];
  await page.goto(`${site()}triage/`);
  await box(page).fill(LOG);
  await expect(page.locator(MATCH)).toHaveCount(found.length);
  const links = page.locator(`${MATCH} .row-link`);
  expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual(found.map(({ url }) => `../${url}`));
  expect(found.length).toBeGreaterThan(1);
});

test('without a script the command is named', async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${site()}triage/`);
  await expect(page.getByText('hindsight triage < log.txt')).toBeVisible();
  await expect(page.locator('textarea')).toBeHidden();
  await page.close();
});

for (const width of [390, 1280]) {
  test(`with results, ${width} px wide`, async ({ watched: page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(site());
    await page.getByRole('link', { name: 'Paste it' }).click();
    await box(page).fill(LOG);
    await expect(page.locator(MATCH)).not.toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    expect(await violations(page)).toEqual([]);
  });
}
