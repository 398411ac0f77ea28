// The list the browser makes is the list the server wrote: same rows, same words, same markup.
import { expect, site, test } from './site.ts';

const LIST = ['.incident-table tbody', '.list-head__count', '[data-list-below]'];

test('the whole archive looks the same before and after it was filtered', async ({ watched: page }) => {
  const markup = () => page.evaluate((selectors) => selectors.map((selector) => document.querySelector(selector)?.outerHTML), LIST);
  await page.goto(`${site()}incidents/`);
  await expect(page.locator('.sort-button').first()).toBeVisible();
  const written = await markup();
  const rows = await page.locator('.incident-table__row').count();
  await page.locator('[data-facet="severity"] input').first().check();
  await expect(page.locator('.incident-table__row')).not.toHaveCount(rows);
  await page.locator('.filter-chips__clear').click();
  await expect(page.locator('.incident-table__row')).toHaveCount(rows);
  expect(await markup()).toEqual(written);
});

test('the focus stays where the reader is', async ({ watched: page }) => {
  await page.goto(`${site()}incidents/`);
  const box = page.locator('[data-facet="severity"] input').first();
  await box.check();
  await expect(page.locator('.filter-chips__chip')).toHaveCount(1);
  await expect(box).toBeFocused();
  await page.locator('.filter-chips__chip').click();
  await expect(page.locator('.list-head__count')).toBeFocused();
});

test('typing is one step back', async ({ watched: page }) => {
  await page.goto(`${site()}incidents/`);
  await page.getByLabel('Text').pressSequentially('certificate');
  await expect(page).toHaveURL(/q=certificate$/);
  await page.goBack();
  await expect(page).toHaveURL(/incidents\/$/);
  await expect(page.getByLabel('Text')).toHaveValue('');
});

test('without a script the list and the links beside it are there', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site()}incidents/`);
  await expect(page.locator('.incident-table__row').first()).toBeVisible();
  await expect(page.locator('.facets input')).toHaveCount(0);
  await expect(page.locator('#q')).toBeHidden();
  await page.locator('[data-facet="severity"] a').first().click();
  await expect(page.locator('h1')).toContainText('SEV1');
  await context.close();
});
