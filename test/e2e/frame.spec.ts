// What every page offers: themes, time zones; and that it works without a script and from a folder.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, PAGES, site, test } from './site.ts';

test('the theme is remembered and set before the page shows', async ({ watched: page }) => {
  await page.goto(site());
  await page.getByLabel('Dark').check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto(site() + PAGES.incident);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByLabel('Dark')).toBeChecked();
});

test.describe('in Tokyo', () => {
  test.use({ timezoneId: 'Asia/Tokyo' });

  test('u shows times in UTC, then in the reader’s zone, then as written', async ({ watched: page }) => {
    await page.goto(site() + PAGES.incident);
    const started = page.locator('.timeline time[data-show="time"]').first();
    await expect(started).toHaveText('14:00');
    await page.keyboard.press('u');
    await expect(started).toHaveText('14:00');
    await page.keyboard.press('u');
    await expect(started).toHaveText('23:00');
    await page.keyboard.press('u');
    await expect(started).toHaveText('14:00');
  });
});

test('what links here, earlier and later lead on', async ({ watched: page }) => {
  await page.goto(site() + PAGES.incident);
  const title = await page.locator('h1').innerText();
  await page.locator('[rel="next"]').click();
  await expect(page.locator('h1')).not.toHaveText(title);
  await page.locator('[rel="prev"]').click();
  await expect(page.locator('h1')).toHaveText(title);
  await page.locator('.backlinks a').first().click();
  await expect(page.locator('h1')).not.toHaveText(title);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('every kind of page reads whole and offers nothing that does nothing', async ({ page }) => {
    for (const [kind, path] of Object.entries(PAGES)) {
      await page.goto(site() + path);
      await expect(page.locator('h1'), kind).toBeVisible();
      expect(((await page.locator('main').textContent()) ?? '').length, kind).toBeGreaterThan(40);
      const idle = page.locator('.copy-button, .sort-button, .needs-script, [name="zone"]').filter({ visible: true });
      await expect(idle, kind).toHaveCount(0);
    }
  });
});

test('a page opened from a folder reads whole and offers nothing that does nothing', async ({ page }) => {
  const folder = process.env.HINDSIGHT_FOLDER ?? '';
  await page.goto(pathToFileURL(join(folder, PAGES.incident, 'index.html')).href);
  await expect(page.locator('h1')).toBeVisible();
  expect(await page.evaluate(() => document.styleSheets.length)).toBe(1);
  await expect(page.locator('.needs-script').filter({ visible: true })).toHaveCount(0);
});

test('no kind of page is wider than 320 pixels: a screen of 1280 at four times its size', async ({ watched: page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  for (const [kind, path] of Object.entries(PAGES)) {
    await page.goto(site() + path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), kind).toBe(320);
  }
});

test('the places stand on one line wherever they stand beside the search', async ({ watched: page }) => {
  await page.goto(site() + PAGES.incident);
  const heights: (number | undefined)[] = [];
  for (const width of [960, 1024, 1100, 1152, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    heights.push((await page.locator('.site-header').boundingBox())?.height);
  }
  expect(heights).toEqual([53, 53, 53, 53, 53]);
});

test('the line of a timeline ends at its last event, whatever follows', async ({ watched: page }) => {
  await page.goto(site() + PAGES.incident);
  const last = page.locator('.timeline__event').last();
  await expect(page.locator('.timeline ~ p')).toContainText('Longest stretch');
  expect(await last.evaluate((event) => getComputedStyle(event, '::after').display)).toBe('none');
});
