// Text that is longer, wider or in another direction than the page was drawn for. It is put into the pages of the shipped archive.
import { expect, PAGES, site, test } from './site.ts';

const ENDLESS = 'The load balancer dropped sessions and every service retried at once. '.repeat(30);

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 800 } });

  test('a long name of the site keeps to one line', async ({ watched: page }) => {
    await page.goto(site() + PAGES.incident);
    const header = page.locator('.site-header');
    const before = (await header.boundingBox())?.height;
    await page.locator('.site-header__title').evaluate((title) => {
      title.textContent = 'Tidemark incidents and everything that was learned from them';
    });
    expect((await header.boundingBox())?.height).toBe(before);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  test('an incident of several days says its days and stays in the page', async ({ watched: page }) => {
    await page.goto(`${site()}incidents/2024-01-15-portfolio-manager/`);
    await expect(page.locator('.phase-bar')).toContainText('16\u00a0Jan, 04:00 resolved');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const [first, last] = await page
      .locator('.phase-bar svg > text.chart__label--ink')
      .evaluateAll((ends) => ends.slice(-2).map((end) => end.getBoundingClientRect().toJSON()));
    expect(first?.right).toBeLessThan(last?.left);
  });
});

test('a summary of two thousand characters takes three lines of a list', async ({ watched: page }) => {
  await page.goto(site());
  const summary = page.locator('.incident-list__summary').first();
  const height = await summary.evaluate((element, text) => {
    element.textContent = text;
    return element.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(element).lineHeight);
  }, ENDLESS);
  expect(Math.round(height)).toBe(3);
});

test('Hebrew begins at the right, and English beside it at the left', async ({ watched: page }) => {
  await page.goto(site() + PAGES.incident);
  const prose = page.locator('.incident__words .prose > p').first();
  /** How far the first letter stands from the left of its paragraph, in shares of its width. */
  const begin = (text: string): Promise<number> =>
    prose.evaluate((element, words) => {
      element.textContent = words;
      const range = document.createRange();
      range.setStart(element.firstChild as Text, 0);
      range.setEnd(element.firstChild as Text, 1);
      const box = element.getBoundingClientRect();
      return (range.getBoundingClientRect().left - box.left) / box.width;
    }, text);
  expect(await begin('התעודה פגה ב-gateway.')).toBeGreaterThan(0.9);
  expect(await begin('The certificate expired.')).toBeLessThan(0.1);
});

test('a name of a service without a place to break stays within its column of the list', async ({ watched: page }) => {
  await page.goto(`${site()}incidents/`);
  await page
    .locator('.incident-table__services')
    .first()
    .evaluate((services) => {
      services.textContent = 'Superlongunbreakablename'.repeat(10);
    });
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});
