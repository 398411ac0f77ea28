// The tracker as a weekly review uses it: filters that combine, views, groups, the address, the day it is read, and what a hostile address can do.
import type { Page } from '@playwright/test';
import { expect, prefixedSite, site, test } from './site.ts';
import { openTracker } from './tracker-page.ts';

const ROWS = '.action-table__row:visible';
const COUNT = '.list-head__count';

const shown = async (page: Page): Promise<number> => Number((await page.locator(`${COUNT} b`).innerText()).replace(',', ''));
const view = (page: Page, name: string) => page.locator('.saved-views').getByRole('link', { name });
const countBeside = async (page: Page, name: string): Promise<number> =>
  Number(await view(page, name).locator('.saved-views__count').innerText());
const box = (page: Page, facet: string, name: string) => page.locator(`[data-facet="${facet}"]`).getByLabel(name);

test('filters combine, their counts hold, and back takes the last one off', async ({ watched: page }) => {
  await openTracker(page);
  const all = await shown(page);
  const option = page.locator('[data-facet="status"] label').filter({ hasText: 'Blocked' });
  const blocked = Number(await option.locator('.facets__count').innerText());
  await option.getByRole('checkbox').check();
  await expect(page).toHaveURL(/actions\/\?status=blocked$/);
  await expect(page.locator(ROWS)).toHaveCount(blocked);
  await box(page, 'priority', 'P1').check();
  await expect(page).toHaveURL(/status=blocked.*priority=P1/);
  await expect(page.locator('.filter-chips__chip')).toHaveCount(2);
  const both = await shown(page);
  expect(both).toBeLessThanOrEqual(blocked);
  await page.reload();
  await expect(box(page, 'priority', 'P1')).toBeChecked();
  await expect(page.locator(`${COUNT} b`)).toHaveText(String(both));
  await page.goBack();
  await expect(page).toHaveURL(/actions\/\?status=blocked$/);
  await expect(page.locator(ROWS)).toHaveCount(blocked);
  await page.goForward();
  await expect(page.locator(`${COUNT} b`)).toHaveText(String(both));
  await page.getByText('Clear all').click();
  await expect(page.locator(`${COUNT} b`)).toHaveText(String(all));
});

test('the count beside a long name stands on one line', async ({ watched: page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await openTracker(page);
  const counts = page.locator('.facets__count:visible');
  const heights = await counts.evaluateAll((all) => all.map(({ clientHeight }) => clientHeight));
  expect(heights.length).toBeGreaterThan(20);
  expect(Math.max(...heights)).toBe(Math.min(...heights));
});

test('a view has as many rows as stand beside it, under the other filters, and its link can be sent round', async ({ watched: page }) => {
  await openTracker(page);
  for (const name of ['Overdue', 'No owner', 'Blocked', 'All open']) {
    const count = await countBeside(page, name);
    await view(page, name).click();
    await expect(page.locator(`${COUNT} b`)).toHaveText(String(count));
    await expect(view(page, name)).toHaveAttribute('aria-current', 'true');
  }
  await box(page, 'owner', 'Emil').check();
  await expect(page).toHaveURL(/view=all-open&owner=emil/);
  const late = await countBeside(page, 'Overdue');
  await expect(view(page, 'Overdue')).toHaveAttribute('href', /view=overdue&owner=emil$/);
  await page.goto(new URL((await view(page, 'Overdue').getAttribute('href')) ?? '', page.url()).href);
  await expect(page.locator(`${COUNT} b`)).toHaveText(String(late));
  await expect(page.locator('.action-table .due--late:visible')).toHaveCount(late);
});

test('lateness is counted to the day the page is read, in the zone of the site', async ({ watched: page }) => {
  await openTracker(page, '?view=overdue', '2026-11-30');
  const before = await shown(page);
  await expect(page.locator('[data-today]')).toContainText('today, 30 Nov 2026');
  await openTracker(page, '?view=overdue', '2036-01-01');
  expect(await shown(page)).toBe((await countBeside(page, 'All open')) - (await countBeside(page, 'No due date')));
  expect(await shown(page)).toBeGreaterThan(before);
  await expect(page.locator('.summary-line [data-figure="overdue"] dd')).toHaveText(String(await shown(page)));
  await expect(page.locator(ROWS).first()).toContainText(/[34],\d{3} days overdue/);
});

test('without a filter the list is that of today, too', async ({ watched: page }) => {
  await openTracker(page, '', '2036-01-01');
  await expect(page.locator('.summary-line [data-figure="overdue"] dd')).toHaveText(String(await countBeside(page, 'Overdue')));
  await expect(page.locator('.due--soon:visible')).toHaveCount(0);
  await expect(page).toHaveURL(`${site()}actions/`);
});

test('groups have a tally each and lead to what they stand for', async ({ watched: page }) => {
  await openTracker(page, '?view=all-open');
  await page.getByLabel('Group by').selectOption('team');
  await expect(page).toHaveURL(/group=team/);
  const heads = page.locator('.action-table__group-head:visible');
  await expect(heads.first()).toContainText(/\d+ open/);
  expect(await heads.count()).toBeGreaterThan(2);
  await page.goBack();
  await expect(heads).toHaveCount(1);
  await page.goForward();
  await page.getByLabel('Group by').selectOption('incident');
  await heads.first().getByRole('link').click();
  await expect(page).toHaveURL(/\/incidents\//);
});

test('weeks are in the order of the calendar, and what has no day comes last', async ({ watched: page }) => {
  await openTracker(page, '?view=all-open&group=week');
  const names = await page.locator('.action-table__group-name:visible').allInnerTexts();
  const days = names.filter((name) => name.startsWith('Due')).map((name) => Date.parse(name.replace(/.* of /, '')));
  expect(days).toEqual([...days].sort((a, b) => a - b));
  expect(names.at(-1)).toBe('No due date');
});

test('the text filter finds titles, owners and reasons while they are typed', async ({ watched: page }) => {
  await openTracker(page);
  await page.getByLabel('Text').focus();
  await page.keyboard.type('driver blocked');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('database driver');
  await expect(page).toHaveURL(/\?q=database\+driver$/);
  await expect(page.locator(ROWS)).toHaveCount(1);
  await expect(page.locator(ROWS)).toContainText('Blocked: ');
  await page.goBack();
  await expect(page).toHaveURL(/actions\/$/);
});

test('any column sorts, and says so to screen readers', async ({ watched: page }) => {
  await openTracker(page, '?view=all-open');
  const head = page.locator('th[data-column="title"]');
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  const titles = await page.locator('.action-table__title:visible').allInnerTexts();
  expect(titles).toEqual([...titles].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
  await head.getByRole('button').click();
  await expect(page).toHaveURL(/sort=-title/);
  for (const column of ['status', 'owner', 'priority', 'age', 'due']) {
    await page.locator(`th[data-column="${column}"]`).getByRole('button').click();
    await expect(page.locator(`th[data-column="${column}"]`)).toHaveAttribute('aria-sort', /ending/);
  }
});

test('ranges of due day and of age', async ({ watched: page }) => {
  await openTracker(page, '?view=all-open');
  await page.locator('[name="due-to"]').fill('2025-12-31');
  await page.locator('[name="due-to"]').blur();
  await expect(page).toHaveURL(/due-to=2025-12-31/);
  await expect(page.locator('.filter-chips')).toContainText('up to 31 Dec 2025');
  const due = await shown(page);
  expect(due).toBeLessThan((await countBeside(page, 'Everything')) + 1);
  await page.locator('[name="age-from"]').fill('700');
  await page.locator('[name="age-from"]').blur();
  await expect(page.locator('.filter-chips')).toContainText('at least 700 days');
  expect(await shown(page)).toBeLessThanOrEqual(due);
});

test('keys go through the rows, over groups', async ({ watched: page }) => {
  await openTracker(page, '?view=all-open&group=owner');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(page.locator('.action-table__title').nth(1)).toBeFocused();
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/incidents\/.+#/);
});

test('the link of the view is copied with its filters', async ({ watched: page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openTracker(page, '?view=overdue&team=payments');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Link copied').first()).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site()}actions/?view=overdue&team=payments`);
});

test('what nothing matches offers a way out', async ({ watched: page }) => {
  await openTracker(page, '?q=zzzzqqqq&status=open');
  await expect(page.locator(COUNT)).toContainText('0 of');
  await page.getByRole('link', { name: 'Without Text: zzzzqqqq' }).click();
  await expect(page.locator(ROWS).first()).toBeVisible();
});

test('filters of which none alone is in the way are cleared together', async ({ watched: page }) => {
  await openTracker(page, '?q=zzzzqqqq&tag=zzzzqqqq');
  await expect(page.locator(COUNT)).toContainText('0 of');
  await expect(page.getByRole('link', { name: /^Without / })).toHaveCount(0);
  await page.getByRole('link', { name: 'Clear all of them' }).click();
  await expect(page.locator(ROWS).first()).toBeVisible();
});

test('on paper the list says what it was narrowed by, and its heads stand on every page', async ({ watched: page }) => {
  await openTracker(page, '?view=overdue&group=team');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.filter-chips')).toHaveText(/View\s+Overdue/);
  await expect(page.locator('.filter-chips__clear')).toBeHidden();
  await expect(page.locator('.list-head__option').filter({ visible: true })).toHaveCount(0);
  // What has a box of its own within a head is painted on the first page only.
  const boxes = await page.locator('th[data-column] > *').evaluateAll((all) => all.map((element) => getComputedStyle(element).display));
  expect(boxes.length).toBeGreaterThan(3);
  expect(new Set(boxes)).toEqual(new Set(['contents']));
});

test('the list the browser makes is the list the server wrote', async ({ watched: page }) => {
  const parts = ['.action-table', COUNT, '[data-list-below]'];
  const markup = () => page.evaluate((selectors) => selectors.map((selector) => document.querySelector(selector)?.outerHTML), parts);
  const built = await (await page.request.get(`${site()}actions/`)).text();
  await page.clock.setFixedTime(new Date(`${/data-as-of="([\d-]+)"/.exec(built)?.[1]}T12:00:00Z`));
  await page.goto(`${site()}actions/`);
  await expect(page.locator('.sort-button').first()).toBeVisible();
  const written = await markup();
  await box(page, 'status', 'Blocked').check();
  await expect(page.locator('.filter-chips__chip')).toHaveCount(1);
  await page.getByText('Clear all').click();
  await expect(page.locator('.filter-chips__chip')).toHaveCount(0);
  // What lies below the window follows a frame later.
  await expect.poll(markup).toEqual(written);
});

test('a page of a hundred rows is whole, and back leads to the place where the reader was', async ({ watched: page }) => {
  await openTracker(page, '?sort=-age');
  const all = await shown(page);
  await expect(page.locator(ROWS)).toHaveCount(Math.min(100, all));
  await page.locator(ROWS).last().scrollIntoViewIfNeeded();
  const place = await page.evaluate(() => scrollY);
  await page.evaluate(() => document.querySelector<HTMLElement>('[data-view="blocked"]')?.click());
  await expect(page).toHaveURL(/view=blocked/);
  await page.goBack();
  await expect(page.locator(ROWS)).toHaveCount(Math.min(100, all));
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(place / 2);
});

test('a hostile address does no harm', async ({ watched: page }) => {
  const nasty = encodeURIComponent('"><img src=x onerror=alert(1)>');
  let alerted = false;
  page.on('dialog', (dialog) => {
    alerted = true;
    return dialog.dismiss();
  });
  await openTracker(page, `?owner=${nasty}&q=${nasty}&sort=__proto__&view=constructor&group=toString&due-from=9999-99-99&page=1e9`);
  await expect(page.locator(COUNT)).toContainText('0 of');
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
  expect(alerted).toBe(false);
});

test('rows that do not arrive are a message with a way to try again', async ({ watched: page }) => {
  await page.route('**/actions/rows.json', (route) =>
    route.fulfill({ status: 200, contentType: 'application/json', body: '{"version":1,"titles":[1' }),
  );
  await page.goto(`${site()}actions/?view=overdue`);
  await expect(page.locator('[data-list-message]')).toContainText('could not be read');
  await expect(page.locator(ROWS).first()).toBeVisible();
  await page.unroute('**/actions/rows.json');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('[data-list-message]')).toBeEmpty();
  await expect(view(page, 'Overdue')).toHaveAttribute('aria-current', 'true');
});

test('without a script the page stands as of the build and says so', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site()}actions/`);
  await expect(page.locator('[data-today]')).toContainText('the day this page was built');
  await expect(page.locator(ROWS).first()).toBeVisible();
  await expect(page.locator('.saved-views, .list-head__choices, .facets input').filter({ visible: true })).toHaveCount(0);
  await page.locator('[data-facet="owner"] a').first().click();
  await expect(page).toHaveURL(/actions\/owners\//);
  await context.close();
});

test('works under a prefix', async ({ watched: page }) => {
  await page.clock.setFixedTime(new Date('2027-02-01T12:00:00Z'));
  await page.goto(`${prefixedSite()}actions/?view=overdue`);
  await expect(page.locator(COUNT)).toContainText(' of ');
  await page.locator(ROWS).first().getByRole('link').first().click();
  await expect(page.locator('h1')).toBeVisible();
  expect(page.url()).toContain(`${prefixedSite()}incidents/`);
});
