// A site with explicit links, opened from its folder without any server: the same journeys as over one.
import { pathToFileURL } from 'node:url';
import { expect, test } from './site.ts';

const file = (path: string): string => `${pathToFileURL(process.env.HINDSIGHT_EXPLICIT ?? '').href}/${path}`;

test('from the first page to the fix by the search', async ({ watched: page }) => {
  await page.goto(file('index.html'));
  await page.keyboard.press('/');
  await page.keyboard.type('connection pool');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(file('search/index.html?q=connection+pool'));
  const titles = page.locator('.result-list__title');
  await expect(titles.first()).toHaveText('Connection pool exhausted by a slow export');
  await expect(page.locator('[data-facets], .facets').first()).toBeVisible();
  await page.getByRole('searchbox').fill('certificate');
  await expect(titles.first()).toContainText(/certificate/i);
  await expect(page).toHaveURL(/search\/index\.html\?q=certificate$/);
  await titles.first().getByRole('link').click();
  await expect(page).toHaveURL(/incidents\/[^/]+\/index\.html\?mark=/);
  await expect(page.locator('main mark').first()).toBeVisible();
});

test('a misspelt word finds near ones: what only some searches need is there too', async ({ watched: page }) => {
  await page.goto(file('search/index.html?q=conection+pool'));
  await expect(page.locator('.result-list__title').first()).toBeVisible();
});

test('every place of the navigation, and home again', async ({ watched: page }) => {
  await page.goto(file('index.html'));
  for (const name of ['Incidents', 'Actions', 'Tags', 'Services', 'Insights', 'Triage']) {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click();
    await expect(page).toHaveURL(file(`${name.toLowerCase()}/index.html`));
    await expect(page.locator('h1')).toBeVisible();
  }
  await page.locator('.site-header__home').click();
  await expect(page).toHaveURL(file('index.html'));
});

test('the list filters, and its address brings the filter back', async ({ watched: page }) => {
  await page.goto(file('incidents/index.html'));
  await page.locator('[data-list] input[type=search]').fill('deadlock');
  await expect(page).toHaveURL(/incidents\/index\.html\?q=deadlock$/);
  const rows = page.locator('[data-list] tbody tr');
  await expect(rows.first()).toContainText(/deadlock/i);
  const found = await rows.count();
  expect(found).toBeLessThan(10);
  await page.reload();
  await expect(rows).toHaveCount(found);
  await rows.first().getByRole('link').first().click();
  await expect(page).toHaveURL(/incidents\/[^/]+\/index\.html$/);
});

test('the tracker shows a view, and a row leads to its incident', async ({ watched: page }) => {
  await page.goto(file('actions/index.html?view=overdue'));
  const link = page.locator('[data-list] tbody a').first();
  await expect(link).toHaveAttribute('href', /^\.\.\/incidents\/[^/]+\/index\.html#/);
  await link.click();
  await expect(page).toHaveURL(/incidents\/[^/]+\/index\.html#/);
});

test('triage compares what is pasted', async ({ watched: page }) => {
  await page.goto(file('triage/index.html'));
  await page.locator('textarea').fill('FATAL: remaining connection slots are reserved; connection pool exhausted');
  await expect(page.getByText('incidents like it')).toBeVisible();
  const link = page.locator('main a[href*="incidents/"]').first();
  await expect(link).toHaveAttribute('href', /\/index\.html(?:#|$)/);
});

test('the figures of a period are drawn, with links that name their pages', async ({ watched: page }) => {
  await page.goto(file('insights/index.html?from=2024-01-01&to=2025-12-31'));
  await expect(page.locator('main')).toContainText(/of 27 incidents/);
  for (const href of await page
    .locator('[data-insights] a[href*="incidents/"]')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href')))) {
    expect(href).toMatch(/\/index\.html(?:#|$)/);
  }
});

// Not watched: the browser reports the missing file too.
test('what cannot be read is said', async ({ page }) => {
  await page.route('**/incidents/rows.json.js', (route) => route.abort());
  await page.goto(file('incidents/index.html'));
  await page.locator('[data-list] input[type=search]').fill('deadlock');
  await expect(page.locator('[data-list]')).toContainText('could not be fetched');
});
