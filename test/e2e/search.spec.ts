// The search: from any page's box to the incident and the words in it, and what is said when something is not there.
import type { Page } from '@playwright/test';
import { violations } from './axe.ts';
import { expect, largeSite, prefixedSite, site, test } from './site.ts';

const RESULTS = '.result-list__item';
const box = (page: Page) => page.getByRole('searchbox');
const titles = (page: Page) => page.locator('.result-list__title');

test('from the first page to the fix: the words stand marked in the section that has them, until they are taken off', async ({
  watched: page,
}) => {
  await page.goto(site());
  await page.keyboard.press('/');
  await page.keyboard.type('connection pool');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${site()}search/?q=connection+pool`);
  await expect(titles(page).first()).toHaveText('Connection pool exhausted by a slow export');
  await expect(titles(page).first().locator('mark')).toHaveText('Connection pool');
  await page.locator(RESULTS).first().getByRole('link', { name: 'Root cause' }).click();
  await expect(page).toHaveURL(/incidents\/[^/]+\/\?mark=[a-z+]+#/);
  const bar = page.getByRole('complementary', { name: 'Words of the search' });
  await expect(bar).toContainText('of the search marked');
  await expect(bar).toBeInViewport();
  await expect(page.locator('main mark').first()).toBeVisible();
  await bar.getByRole('button', { name: 'Take the marks off' }).click();
  await expect(page.locator('main mark')).toHaveCount(0);
  await expect(page).not.toHaveURL(/mark=/);
  await page.goBack();
  await expect(titles(page).first()).toBeVisible();
});

test('results come with the letters; the URL follows, and back and forward lead through searches', async ({ watched: page }) => {
  await page.goto(`${site()}search/`);
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('d');
  await expect(page.locator(RESULTS).first()).toBeVisible();
  await page.keyboard.type('eadlock');
  await expect(titles(page).first()).toContainText(/deadlock/i);
  await expect(page).toHaveURL(/\?q=deadlock$/);
  await page.keyboard.press('Enter');
  await box(page).fill('certificate');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?q=certificate$/);
  await page.goBack();
  await expect(box(page)).toHaveValue('deadlock');
  await expect(titles(page).first()).toContainText(/deadlock/i);
  await page.goForward();
  await expect(box(page)).toHaveValue('certificate');
});

test('a word that an input method is still composing is not looked for', async ({ watched: page }) => {
  await page.goto(`${site()}search/`);
  await expect(box(page)).toBeFocused();
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'deadlock', selectionStart: 8, selectionEnd: 8 });
  await expect(box(page)).toHaveValue('deadlock');
  await page.waitForTimeout(500);
  await expect(page.locator(RESULTS)).toHaveCount(0);
  expect(page.url()).not.toContain('deadlock');
  await session.send('Input.insertText', { text: 'deadlock' });
  await expect(titles(page).first()).toContainText(/deadlock/i);
});

test('arrows move through the results, Enter opens, Escape empties the box and then leaves it', async ({ watched: page }) => {
  await page.goto(`${site()}search/?q=database`);
  await expect(page.locator(RESULTS).nth(1)).toBeVisible();
  await box(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator(RESULTS).nth(1)).toHaveAttribute('data-current', '');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(box(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(titles(page).first().getByRole('link')).toBeFocused();
  const title = await titles(page).first().innerText();
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText(title);
  await page.goBack();
  await expect(titles(page).first()).toBeVisible();
  await titles(page).first().getByRole('link').focus();
  await page.keyboard.press('Escape');
  await expect(box(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(box(page)).toHaveValue('');
  await expect(page).toHaveURL(/search\/$/);
  await expect(page.locator(RESULTS)).toHaveCount(0);
  await expect(box(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(box(page)).not.toBeFocused();
});

test('boxes narrow the results, write themselves into the query, and keep their counts true', async ({ watched: page }) => {
  await page.goto(`${site()}search/?q=database`);
  const rail = page.getByRole('region', { name: 'Narrow the results' });
  const severe = rail.getByRole('group', { name: 'Severity' }).getByLabel('SEV2');
  await severe.check();
  await expect(box(page)).toHaveValue('database severity:SEV2');
  await expect(page).toHaveURL(/severity%3ASEV2/);
  await expect(page.locator('.result-list__meta .severity').first()).toHaveText('SEV2');
  const count = Number(await page.locator('.list-head__count b').innerText());
  await expect(rail.locator('label', { has: page.getByLabel('SEV2') }).locator('.facets__count')).toHaveText(String(count));
  await expect(severe).toBeFocused();
  await severe.uncheck();
  await expect(box(page)).toHaveValue('database');
  await page.getByText('Root causes only').click();
  await expect(box(page)).toHaveValue('database in:root-cause');
  await page.getByLabel('Order').selectOption('oldest');
  await expect(page.locator('.list-head__count')).toContainText('oldest first');
});

test('a slip of the finger is said and put right', async ({ watched: page }) => {
  await page.goto(`${site()}search/?q=deadlok`);
  await expect(page.locator('.suggestion')).toHaveText('Nothing for deadlok; showing deadlock.');
  await expect(titles(page).first()).toContainText(/deadlock/i);
  await expect(page.getByRole('status').filter({ hasText: 'showing deadlock' })).toHaveCount(1);
  await page.getByRole('link', { name: 'deadlock', exact: true }).click();
  await expect(box(page)).toHaveValue('deadlock');
  await expect(page.locator('.suggestion')).toHaveCount(0);
});

test('nothing found is said as such, with the conditions that are too many', async ({ watched: page }) => {
  await page.goto(`${site()}search/?q=deadlock+before%3A1999`);
  await expect(page.getByRole('heading', { name: 'No incident matches all of this' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'No incident matches' })).toHaveCount(1);
  await page.locator('.empty').getByRole('link', { name: 'deadlock', exact: true }).click();
  await expect(titles(page).first()).toContainText(/deadlock/i);
});

test('conditions alone list what meets them, the newest first, with what happened', async ({ watched: page }) => {
  await page.goto(`${site()}search/?q=severity%3A1`);
  await expect(page.locator('.list-head__count')).toContainText('newest first');
  await expect(page.locator(RESULTS).first().locator('.result-list__hit')).toContainText('Summary');
  await page.goto(`${site()}search/?q=the`);
  await expect(page.getByRole('heading', { name: 'Nothing to look for yet' })).toBeVisible();
});

test('whatever is typed is text', async ({ watched: page }) => {
  let alerted = false;
  page.on('dialog', (dialog) => {
    alerted = true;
    return dialog.dismiss();
  });
  const hostile = [
    '"><img src=x onerror=alert(1)>',
    'http://x',
    'S3: timeout',
    'a^',
    '~2',
    'foo:bar',
    '"',
    '-',
    '__proto__',
    'x'.repeat(10_000),
  ];
  for (const query of hostile) {
    await page.goto(`${site()}search/?q=${encodeURIComponent(query)}&page=-1`);
    await expect(page.locator('.list-head__count:visible, .empty__title')).not.toHaveText('Searching ...');
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
  expect(alerted).toBe(false);
});

test('a line of a log finds what it is about, whatever quotation marks and new ids it has', async ({ watched: page }) => {
  const line = '{"level":"error","msg":"connection pool exhausted by export","trace_id":"4bf92f3577b34da6a3ce929d0e0e4736"}';
  await page.goto(`${site()}search/?q=${encodeURIComponent(line)}`);
  await expect(titles(page).first()).toHaveText('Connection pool exhausted by a slow export');
  await page.getByRole('region', { name: 'Narrow the results' }).getByLabel('SEV2').check();
  await expect(box(page)).toHaveValue(`${line} severity:SEV2`);
  await expect(titles(page).first()).toHaveText('Connection pool exhausted by a slow export');
});

test('a long text that was pasted is found again when the page is loaded anew', async ({ watched: page }) => {
  await page.goto(`${site()}search/`);
  await box(page).fill('connection pool exhausted by a slow export, \u969c\u5bb3 '.repeat(250));
  await page.keyboard.press('Enter');
  await expect(titles(page).first()).toHaveText('Connection pool exhausted by a slow export');
  expect(page.url().length).toBeLessThan(6500);
  await page.reload();
  await expect(titles(page).first()).toHaveText('Connection pool exhausted by a slow export');
});

test('recent searches are kept, and can be forgotten', async ({ watched: page }) => {
  await page.goto(`${site()}search/?q=certificate`);
  await expect(page.locator(RESULTS).first()).toBeVisible();
  await page.goto(`${site()}search/`);
  const recent = page.getByRole('region', { name: 'Recent searches' });
  await expect(recent.getByRole('link')).toHaveText(['certificate']);
  expect.soft(await violations(page)).toEqual([]);
  await recent.getByRole('button').click();
  await expect(recent).toBeHidden();
  await page.reload();
  await expect(recent).toBeHidden();
});

test('more than a page of results is paged', async ({ watched: page }) => {
  await page.goto(`${largeSite()}search/?q=the+service+queue`);
  await expect(page.locator(RESULTS)).toHaveCount(10);
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Next' }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(page.locator('.list-head__count')).toContainText('11 to 20');
  await page.goto(`${largeSite()}search/?q=the+service+queue&page=99999`);
  await expect(page.locator(RESULTS).first()).toBeVisible();
});

test('a site under a prefix is searched by its own index', async ({ watched: page }) => {
  await page.goto(prefixedSite());
  await box(page).fill('certificate');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${prefixedSite()}search/?q=certificate`);
  await titles(page).first().getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`^${prefixedSite()}incidents/`));
});

test.describe('when something breaks', () => {
  const failure = (page: Page) => page.getByRole('alert');

  for (const [what, response] of [
    ['missing', { status: 404, body: '' }],
    ['cut off', { status: 200, body: '\u001f\u008b\u0008' }],
    ['another file', { status: 200, body: '<!doctype html><title>Sign in</title>' }],
  ] as const) {
    test(`a file of the index that is ${what} is named, and can be tried again`, async ({ page }) => {
      await page.route('**/search/terms/*.bin', (route) => route.fulfill(response));
      await page.goto(`${site()}search/?q=certificate`);
      await expect(failure(page)).toContainText(/could not be read.*search\/terms\/\S+\.bin/);
      await expect(page.locator('.list-head')).toBeHidden();
      await page.unroute('**/search/terms/*.bin');
      await failure(page).getByRole('button', { name: 'Try again' }).click();
      await expect(titles(page).first()).toBeVisible();
      await expect(failure(page)).toHaveCount(0);
    });
  }

  test('a worker that cannot start is told of, and can be tried again', async ({ page }) => {
    await page.route('**/assets/worker-*.js', (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto(`${site()}search/?q=certificate`);
    await expect(failure(page)).toContainText('stopped working');
    expect(await violations(page)).toEqual([]);
    await page.unroute('**/assets/worker-*.js');
    await failure(page).getByRole('button', { name: 'Try again' }).click();
    await expect(titles(page).first()).toBeVisible();
  });

  test('a worker that dies without a word is replaced', async ({ page }) => {
    test.slow();
    await page.goto(`${site()}search/?q=certificate`);
    await expect(titles(page).first()).toBeVisible();
    await page.workers()[0]?.evaluate(() => self.close());
    await box(page).fill('deadlock');
    await expect(titles(page).first()).toContainText(/deadlock/i, { timeout: 60_000 });
  });

  test('results stand where the files that decorate them are missing', async ({ page }) => {
    await page.route(/search\/(?:facts|positions)\//, (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto(`${site()}search/?q=connection+pool`);
    await expect(page.locator('.suggestion')).toContainText(/The filters .* could not be read.*search\/facts\//);
    await expect(titles(page).first()).toHaveText('Connection pool exhausted by a slow export');
    await expect(failure(page)).toHaveCount(0);
  });

  test('without a network what was fetched before is still searched, and the network is named', async ({ page, context }) => {
    await page.goto(`${site()}search/?q=certificate`);
    await expect(titles(page).first()).toBeVisible();
    await page.route('**/search/**/*.bin', (route) => route.abort('internetdisconnected'));
    await page.route('**/search/index.json', (route) => route.abort('internetdisconnected'));
    await context.setOffline(true);
    await box(page).fill('"connection pool"');
    await page.keyboard.press('Enter');
    await expect(failure(page)).toContainText(/could not be fetched: (?:this device is offline|the server cannot be reached)/);
    await expect(failure(page)).not.toContainText('publish');
    await box(page).fill('certificate');
    await page.keyboard.press('Enter');
    await expect(titles(page).first()).toBeVisible();
    await page.unrouteAll();
    await context.setOffline(false);
    await box(page).fill('"connection pool"');
    await page.keyboard.press('Enter');
    await expect(titles(page).first()).toContainText(/connection pool/i);
  });

  for (const [what, response] of [
    ['does not arrive', { status: 500, body: '' }],
    ['is something else', { status: 200, body: 'null' }],
  ] as const) {
    test(`an incident whose text ${what} is still listed`, async ({ page }) => {
      await page.route('**/search/texts/*.json', (route) => route.fulfill(response));
      await page.goto(`${site()}search/?q=certificate`);
      await expect(page.locator(RESULTS).first()).toContainText('could not be read');
      await expect(titles(page).first().getByRole('link')).toHaveAttribute('href', /incidents\//);
    });
  }

  test('a sign-in that has run out is told of', async ({ page }) => {
    const signIn = { status: 200, contentType: 'text/html', body: '<!doctype html><title>Sign in</title>' };
    await page.route('**/search/**/*.bin', (route) => route.fulfill(signIn));
    await page.goto(`${site()}search/?q=certificate`);
    await expect(failure(page)).toContainText('sign-in');
    await expect(failure(page)).toContainText('load the page again');
  });
});

test('without a script the page says what to use instead', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site()}search/?q=pool`);
  await expect(page.locator('main')).toContainText('Searching needs a script');
  await expect(page.locator('main').getByRole('link', { name: 'all incidents' })).toBeVisible();
  await expect(page.getByRole('searchbox')).toBeHidden();
  await context.close();
});
