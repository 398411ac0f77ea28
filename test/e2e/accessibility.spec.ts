// Every kind of page, in both themes, on a phone and on a desk: no violation found by axe, nothing wider than the screen.
import type { Page } from '@playwright/test';
import { violations } from './axe.ts';
import { expect, largeSite, minimalSite, PAGES, site, test } from './site.ts';

const kinds: readonly (readonly [kind: string, address: () => string])[] = [
  ...Object.entries(PAGES).map(([kind, path]) => [kind, () => site() + path] as const),
  ['last page of the archive', () => `${largeSite()}incidents/page/3/`],
  ['insights of many incidents', () => `${largeSite()}insights/`],
  ['insights of a single incident', () => `${minimalSite()}insights/`],
  ['home of a single incident', minimalSite],
  ['incident of five lines', () => `${minimalSite()}incidents/2026-11-20-checkout-errors/`],
  ['tracker without an item', () => `${minimalSite()}actions/`],
  ['index without an entry', () => `${minimalSite()}tags/`],
];

async function open(page: Page, address: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.goto(address);
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  await expect(page.locator('[aria-busy]')).toHaveCount(0);
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const [kind, address] of kinds) {
  for (const width of [390, 1280]) {
    test(`${kind}, ${width} px wide`, async ({ watched: page }) => {
      await open(page, address(), width);
      expect(await overflow(page), `pixels wider than ${width}`).toBeLessThanOrEqual(0);
      expect.soft(await violations(page)).toEqual([]);
      if (width > 390) return;
      await page.setViewportSize({ width: 360, height: 900 });
      expect(await overflow(page), 'pixels wider than 360').toBeLessThanOrEqual(0);
    });
  }
}

test('the list of keys', async ({ watched: page }) => {
  await open(page, site(), 1280);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect.soft(await violations(page)).toEqual([]);
});

test('the page at an old address, as it is without being led on', async ({ browser }) => {
  const page = await browser.newPage();
  const old = `${site()}incidents/2026-02-11-ledger-disk-full/`;
  const html = await (await page.request.get(old)).text();
  await page.route(old, (route) => route.fulfill({ contentType: 'text/html', body: html.replace('http-equiv="refresh"', '') }));
  await open(page, old, 390);
  expect.soft(await violations(page)).toEqual([]);
  await page.close();
});
