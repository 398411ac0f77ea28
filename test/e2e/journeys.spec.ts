// What people come for, from the first page to the last: an answer at night, a promise and who made it, an address from an old chat.
import { expect, PAGES, prefixedSite, site, test } from './site.ts';

const ROWS = '.incident-table__row:visible';
const RESULTS = '.result-list__item:visible';

for (const [where, root] of [
  ['at the root of a host', site],
  ['under a prefix', prefixedSite],
] as const) {
  test(`from a question to the incident, to who promised what, and all the way back, ${where}`, async ({ watched: page }) => {
    await page.goto(root());
    await page.getByRole('searchbox').fill('pool');
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page.getByRole('searchbox')).toHaveValue('pool');
    await expect(page.locator('.list-head__count')).toContainText('incidents match');
    const search = page.url();
    const found = Number(await page.locator('.list-head__count b').innerText());
    // Those below the window follow a frame later.
    await expect(page.locator(RESULTS)).toHaveCount(found);
    expect(search).toBe(`${root()}search/?q=pool`);

    await page.getByRole('link', { name: 'Connection pool exhausted by a slow export' }).click();
    await expect(page.locator('h1')).toHaveText('Connection pool exhausted by a slow export');
    const incident = page.url();
    await page.locator('#action-items ~ table, .action-table--own').getByRole('link', { name: 'Deepa Rao' }).first().click();
    await expect(page.locator('h1')).toHaveText('Deepa Rao');
    const owner = page.url();
    await page.getByRole('link', { name: 'Cancel queries that outlive their request' }).click();
    await expect(page).toHaveURL(/2024-06-18-pool-exhausted\/#ai-2$/);
    await expect(page.locator('#ai-2')).toBeInViewport();

    for (const address of [owner, incident, search]) {
      await page.goBack();
      await expect(page).toHaveURL(address);
    }
    await expect(page.locator(RESULTS)).toHaveCount(found);
    await expect(page.getByRole('searchbox')).toHaveValue('pool');
    await page.goBack();
    await expect(page).toHaveURL(root());
  });
}

test('an old address leads on, and back leads to where one came from', async ({ watched: page }) => {
  await page.goto(site());
  await page.goto(`${site()}incidents/2024-06-18-export-pool/`);
  await expect(page).toHaveURL(`${site()}incidents/2024-06-18-pool-exhausted/`);
  await expect(page.locator('h1')).toHaveText('Connection pool exhausted by a slow export');
  await page.goBack();
  await expect(page).toHaveURL(site());
});

test('an old address under a prefix leads on as well', async ({ watched: page }) => {
  await page.goto(`${prefixedSite()}incidents/2024-06-18-export-pool/`);
  await expect(page).toHaveURL(`${prefixedSite()}incidents/2024-06-18-pool-exhausted/`);
});

test('the second telling names the first, which alone is listed', async ({ watched: page }) => {
  await page.goto(site() + PAGES['second telling']);
  await page.locator('main').getByRole('link', { name: 'Portfolio Manager slow and failing for fourteen hours' }).first().click();
  await expect(page).toHaveURL(site() + PAGES.incident);
  await page.goto(`${site()}incidents/`);
  await expect(page.getByRole('link', { name: /portfolio fumble/i })).toHaveCount(0);
});

test('from a tag to its incidents, to one of them, to another tag', async ({ watched: page }) => {
  await page.goto(site());
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Tags' }).click();
  await page.locator('main').getByRole('link', { name: 'Certificates' }).first().click();
  await expect(page.locator('h1')).toContainText('Certificates');
  await page.getByRole('link', { name: 'Login codes delayed by an expired certificate' }).first().click();
  await page.locator('.facts').getByRole('link', { name: 'Expired certificate' }).click();
  await expect(page).toHaveURL(`${site()}causes/expired-certificate/`);
  await page.getByRole('link', { name: 'In the archive' }).click();
  await expect(page.locator('[data-facet="cause"]').getByLabel('Expired certificate')).toBeChecked();
  await expect(page.locator(ROWS)).toHaveCount(3);
});

test('the contents lead to the parts and say which one is read', async ({ watched: page }) => {
  await page.setViewportSize({ width: 1280, height: 700 });
  await page.goto(site() + PAGES['long incident']);
  const link = page.locator('.contents__link', { hasText: 'Root cause' });
  await link.click();
  await expect(page).toHaveURL(/#root-cause$/);
  await expect(page.locator('#root-cause')).toBeInViewport();
  await expect(link).toHaveAttribute('aria-current', 'true');
  await expect(page.locator('.contents__link[aria-current]')).toHaveCount(1);
});

test.describe('with a clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('the link of an incident can be taken along', async ({ watched: page }) => {
    await page.goto(`${site()}${PAGES.incident}#timeline`);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(page.getByRole('button', { name: 'Link copied' })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(site() + PAGES.incident);
  });
});
