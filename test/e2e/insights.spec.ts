// The insights: a period and severities without a rebuild, the choice in the URL, and the page as it is without a script or without its data.
import { expect, site, test } from './site.ts';

const COUNT = '[data-insights-count]';

test('a period and a severity are picked, the URL carries them, back takes the last one off', async ({ watched: page }) => {
  await page.goto(`${site()}insights/`);
  await expect(page.locator(COUNT)).toContainText('27 incidents');
  const written = await page.locator('[data-insights]').innerHTML();
  await page.getByLabel('Period').selectOption({ label: '2024' });
  await expect(page).toHaveURL(/\?from=2024-01-01&to=2024-12-31$/);
  await expect(page.locator(COUNT)).toContainText('of 27 incidents, 1 Jan 2024 to 31 Dec 2024');
  const year = Number((await page.locator(`${COUNT} b`).textContent()) ?? '');
  await page.getByRole('checkbox', { name: 'SEV2' }).check();
  await expect(page).toHaveURL(/severity=SEV2/);
  await expect.poll(async () => Number(await page.locator(`${COUNT} b`).textContent())).toBeLessThan(year);
  await expect(page.locator('#length-time-to-detect')).toBeVisible();
  await expect(page.locator('.chart__svg--lanes text', { hasText: 'SEV1' })).toHaveCount(0);
  await page.goBack();
  await expect(page.locator(`${COUNT} b`)).toHaveText(String(year));
  await expect(page.getByRole('checkbox', { name: 'SEV2' })).not.toBeChecked();
  await page.getByText('Show all').click();
  await expect(page).toHaveURL(/insights\/$/);
  await expect(page.locator(COUNT)).toContainText('27 incidents');
  expect(await page.locator('[data-insights]').innerHTML()).toBe(written);
});

test('a link with a choice in it shows that choice, and figures that are unfolded stay so', async ({ watched: page }) => {
  await page.goto(`${site()}insights/?from=2025-01-01&to=2025-12-31&severity=SEV2`);
  await expect(page.locator(COUNT)).toContainText('1 Jan 2025 to 31 Dec 2025');
  await expect(page.getByLabel('Period')).toHaveValue('2025-01-01 2025-12-31');
  await expect(page.getByRole('checkbox', { name: 'SEV2' })).toBeChecked();
  const fold = page.locator('[data-fold="months"]');
  await fold.locator('summary').click();
  await page.getByLabel('From', { exact: true }).fill('2024-06-01');
  await page.getByLabel('From', { exact: true }).dispatchEvent('change');
  await expect(page.locator(COUNT)).toContainText('1 Jun 2024 to 31 Dec 2025');
  await expect(page.getByLabel('Period')).toHaveValue('own');
  await expect(fold).toHaveAttribute('open', '');
});

test('a mark leads to its incident', async ({ watched: page }) => {
  await page.goto(`${site()}insights/?from=2024-01-01&to=2024-12-31&severity=SEV2`);
  await expect(page.locator('[aria-busy]')).toHaveCount(0);
  const mark = page.getByRole('link', { name: /SEV2 · 15 Jan 2024 · Portfolio Manager .* · 15 min/ });
  await mark.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/incidents\/2024-01-15-portfolio-manager\/$/);
});

test('of a service, the choice stays within the service', async ({ watched: page }) => {
  await page.goto(`${site()}services/payments/`);
  await page.getByRole('link', { name: 'Insights of' }).click();
  await expect(page.locator(COUNT)).toContainText('8 incidents');
  await page.getByLabel('Period').selectOption({ label: '2024' });
  await expect(page.locator(COUNT)).toContainText('of 8 incidents');
});

test('a period picked before the script has come is taken up when it has', async ({ watched: page }) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/insights-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${site()}insights/`, { waitUntil: 'commit' });
  await page.getByLabel('Period').selectOption({ label: '2024' });
  await expect(page).toHaveURL(/insights\/$/);
  release();
  await expect(page).toHaveURL(/\?from=2024-01-01&to=2024-12-31$/);
  await expect(page.locator(COUNT)).toContainText('of 27 incidents, 1 Jan 2024 to 31 Dec 2024');
});

test('who changes their mind before the figures have come is left with a page that waits for nothing', async ({ watched: page }) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/insights/rows.json', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${site()}insights/`);
  await page.getByLabel('Period').selectOption({ label: '2024' });
  await expect(page.locator('[data-insights][aria-busy]')).toHaveCount(1);
  await page.getByText('Show all').click();
  const answered = page.waitForResponse('**/insights/rows.json');
  release();
  await answered;
  await expect(page.locator('[data-insights][aria-busy]')).toHaveCount(0);
  await expect(page.locator(COUNT)).toContainText('27 incidents');
});

test('nothing is fetched until something is picked', async ({ watched: page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${site()}insights/`);
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => /rows\.json|draw-/.test(path))).toEqual([]);
  await page.getByRole('checkbox', { name: 'SEV1' }).check();
  await expect(page.locator(COUNT)).toContainText('3 of 27');
  expect(asked.filter((path) => /rows\.json|draw-/.test(path))).toHaveLength(2);
});

test('without its data the page says so and keeps what it has', async ({ page }) => {
  await page.route('**/insights/rows.json', (route) =>
    route.fulfill({ status: 200, contentType: 'application/json', body: '{"version":1}' }),
  );
  await page.goto(`${site()}insights/?severity=SEV1`);
  await expect(page.getByRole('alert').filter({ hasText: 'could not be read' })).toBeVisible();
  await expect(page.locator(COUNT)).toContainText('27 incidents');
});

test('without a script the page stands for the whole period and says so', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site()}insights/?severity=SEV1`);
  await expect(page.locator('noscript p')).toBeVisible();
  await expect(page.getByLabel('Period')).toBeHidden();
  await expect(page.locator('.lane-plot').first()).toBeVisible();
  await context.close();
});

test('what a hostile URL asks for is nothing', async ({ watched: page }) => {
  await page.goto(`${site()}insights/?from=%22%3E%3Cimg%20src%3Dx%3E&severity=%3Cscript%3Ealert(1)%3C%2Fscript%3E`);
  await expect(page.locator(COUNT)).toContainText('0 of 27 incidents');
  await expect(page.locator('main img')).toHaveCount(0);
});
