// The archive: filters that combine, their state in the URL, sorting, and what a hostile URL can do (nothing).
import { expect, site, test } from './site.ts';

const ROWS = '.incident-table__row:visible';

test('filters combine, the URL carries them, and back takes the last one off', async ({ watched: page }) => {
  await page.goto(`${site()}incidents/`);
  const all = await page.locator(ROWS).count();
  await page.locator('[data-facet="severity"]').getByLabel('SEV2').check();
  await expect(page).toHaveURL(/severity=SEV2/);
  await expect.poll(() => page.locator(ROWS).count()).toBeLessThan(all);
  const some = await page.locator(ROWS).count();
  await page.locator('[data-facet="year"]').getByLabel('2024').check();
  await expect(page).toHaveURL(/severity=SEV2.*year=2024|year=2024.*severity=SEV2/);
  await expect.poll(() => page.locator(ROWS).count()).toBeLessThan(some);
  await page.goBack();
  await expect(page).not.toHaveURL(/year=/);
  await expect(page.locator(ROWS)).toHaveCount(some);
  await page.reload();
  await expect(page.locator(ROWS)).toHaveCount(some);
  await expect(page.locator('[data-facet="severity"]').getByLabel('SEV2')).toBeChecked();
  await page.getByText('Clear all').click();
  await expect(page.locator(ROWS)).toHaveCount(all);
});

test('the text filter finds a signature', async ({ watched: page }) => {
  await page.goto(`${site()}incidents/`);
  await page.getByLabel('Text').focus();
  await page.keyboard.type('ERR_POOL_TIMEOUT');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/incidents\/\?q=ERR_POOL_TIMEOUT/);
  await expect(page.locator(ROWS).first()).toBeVisible();
  await expect(page.locator(ROWS).filter({ hasText: 'Connection pool exhausted' })).toHaveCount(1);
});

test('what is typed before the script is there is filtered by as well', async ({ watched: page }) => {
  await page.route('**/archive-*.js', async (route) => {
    await page.locator('[data-list] input[type="search"]').fill('ERR_POOL_TIMEOUT');
    await route.continue();
  });
  await page.goto(`${site()}incidents/`);
  await expect(page).toHaveURL(/incidents\/\?q=ERR_POOL_TIMEOUT/);
  await expect(page.locator(ROWS)).toHaveCount(1);
});

test('a filter that nothing matches says so and offers a way out', async ({ watched: page }) => {
  await page.goto(`${site()}incidents/?q=zzzzqqqq`);
  await expect(page.locator('.list-head__count')).toContainText('0 of');
  await expect(page.locator(ROWS)).toHaveCount(0);
  await page.getByText('Clear all').click();
  await expect(page.locator(ROWS).first()).toBeVisible();
});

test('sorting by duration puts the longest first and says so to screen readers', async ({ watched: page }) => {
  await page.goto(`${site()}incidents/?sort=-lasted`);
  await expect(page.locator('[aria-sort="descending"]')).toHaveText(/Lasted/);
});

test('a hostile URL is only text', async ({ watched: page }) => {
  const nasty = '"><img src=x onerror=alert(1)><script>alert(2)</script>';
  let alerted = false;
  page.on('dialog', (dialog) => {
    alerted = true;
    return dialog.dismiss();
  });
  await page.goto(`${site()}incidents/?severity=${encodeURIComponent(nasty)}&q=${encodeURIComponent(nasty)}&sort=__proto__&page=-1e9`);
  await expect(page.locator('.list-head__count')).toContainText('0 of');
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
  expect(alerted).toBe(false);
});

test('rows that do not arrive are a message with a way to try again, not an empty list', async ({ watched: page }) => {
  await page.route('**/rows.json', (route) => route.fulfill({ status: 200, contentType: 'application/json', body: '{"trunc' }));
  await page.goto(`${site()}incidents/?severity=SEV2`);
  await expect(page.locator('[data-list-message]')).toContainText(/could not|cannot/i);
  await page.unroute('**/rows.json');
  await page.locator('[data-list-message]').getByRole('button').click();
  await expect(page.locator('.list-head__count')).toContainText(/of/);
});
