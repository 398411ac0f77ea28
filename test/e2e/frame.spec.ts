// What every page offers: themes, time zones, keys; and that it works without a script, under a prefix, and as Eleventy's output alone.
import { expect, PAGES, prefixedSite, site, test } from './site.ts';

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

test('? lists the keys, j and k walk the list, Enter opens, and the keys can be turned off', async ({ watched: page }) => {
  await page.goto(`${site()}incidents/`);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const second = page.locator('.incident-table__row').nth(1);
  await expect(second).toHaveAttribute('data-current', '');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/incidents\/20/);
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

  for (const [kind, path] of Object.entries(PAGES)) {
    test(`${kind} reads whole and offers nothing that does nothing`, async ({ page }) => {
      await page.goto(site() + path);
      await expect(page.locator('h1')).toBeVisible();
      expect((await page.locator('main').textContent()).length).toBeGreaterThan(40);
      for (const control of ['.copy-button', '.sort-button', '.needs-script', '[name="zone"]']) {
        await expect(page.locator(control).filter({ visible: true })).toHaveCount(0);
      }
    });
  }
});

for (const [kind, path] of Object.entries(PAGES)) {
  if (kind === 'not found') continue;
  test(`${kind} works under a prefix`, async ({ watched: page }) => {
    const missing: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) missing.push(response.url());
    });
    await page.goto(prefixedSite() + path);
    await page.locator('.site-nav__link').first().click();
    await expect(page.locator('h1')).toHaveText('Incidents');
    expect(page.url()).toContain(prefixedSite());
    expect(missing).toEqual([]);
  });
}

test('an incident prints on a few pages', async ({ watched: page }) => {
  await page.goto(site() + PAGES.incident);
  const pdf = await page.pdf({ format: 'A4' });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(0);
  expect(pages).toBeLessThanOrEqual(4);
});
