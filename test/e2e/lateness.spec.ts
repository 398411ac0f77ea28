// What pages say of late action items holds on the day they are read; without a script they say of which day it is.
import type { Page } from '@playwright/test';
import { violations } from './axe.ts';
import { expect, site, test } from './site.ts';

const BUILT = '22 Nov 2026';

async function open(page: Page, path: string, day: string): Promise<void> {
  await page.clock.setFixedTime(new Date(`${day}T12:00:00Z`));
  await page.goto(site() + path);
}

/** The first page of each kind, found by following links. */
async function firstLink(page: Page, from: string, within: string): Promise<string> {
  await page.goto(site() + from);
  const href = await page
    .locator(`${within} .index-table__row`)
    .filter({ has: page.locator('.late-word') })
    .locator('a')
    .first()
    .getAttribute('href');
  return new URL(href ?? '', site() + from).pathname.slice(1);
}

for (const kind of ['owners', 'teams', 'services']) {
  test(`a page of ${kind} counts to the day it is read`, async ({ watched: page }) => {
    const path = await firstLink(page, `actions/${kind}/`, 'main');
    await open(page, path, '2027-03-01');
    await expect(page.locator('.list-head__count time')).toHaveText('1 Mar 2027');
    const dues = await page
      .locator('.due:has(.due__date)')
      .evaluateAll((list) => list.map((due) => due.querySelector('time')?.dateTime ?? ''));
    const late = dues.filter((due) => due < '2027-03-01').length;
    expect(late).toBeGreaterThan(0);
    await expect(page.locator('.due--late')).toHaveCount(late);
    await expect(page.locator('[data-figure="overdue"] dd')).toHaveText(String(late));
    await expect(page.locator('.action-table__tally.late-word')).toHaveText(`${late} overdue`);
    await expect(page.locator('.progress__fact', { hasText: 'Open past their due day on' })).toContainText('1 Mar 2027');
    expect(await violations(page)).toEqual([]);
  });
}

test('the list of owners, the first page and a service say how much is late by then', async ({ watched: page }) => {
  const lateIn = async (path: string, day: string, selector: string): Promise<number> => {
    await open(page, path, day);
    if (day > '2026-11-22') await expect(page.locator('time[data-counted-to]').first()).not.toHaveText(BUILT);
    const texts = await page.locator(selector).allTextContents();
    return texts.reduce((sum, text) => sum + Number.parseInt(text, 10), 0);
  };
  for (const [path, selector] of [
    ['actions/owners/', '.index-table__late [data-late-part]'],
    ['services/', '.index-table__late [data-late-part]'],
    ['', '[data-late]'],
  ] as const) {
    const built = await lateIn(path, '2026-11-22', selector);
    const later = await lateIn(path, '2027-12-01', selector);
    expect(later, `of ${selector} on /${path}`).toBeGreaterThan(built);
  }
});

test('an incident says so too, and its page does not move', async ({ watched: page }) => {
  await open(page, 'actions/', '2026-11-22');
  const source = page
    .locator('.action-table__row', { has: page.locator('.due:not(.due--late) .due__date') })
    .locator('.quiet-link')
    .first();
  const path = new URL((await source.getAttribute('href')) ?? '', page.url()).pathname.slice(1);
  await page.addInitScript(() => {
    Object.assign(window, { shifted: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        Object.assign(window, {
          shifted: (window as unknown as { shifted: number }).shifted + (entry as unknown as { value: number }).value,
        });
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await open(page, path, '2029-01-01');
  await expect(page.locator('time[data-counted-to]').first()).toHaveText('1 Jan 2029');
  const late = await page.locator('.due--late').count();
  await expect(page.locator('[data-late-part]')).toContainText(`${late} overdue on 1 Jan 2029`);
  expect(await page.evaluate(() => (window as unknown as { shifted: number }).shifted)).toBeLessThan(0.01);
});

test('ages and the fates of recurring promises grow with the days', async ({ watched: page }) => {
  const median = page.locator('.progress__fact', { hasText: 'Median age' }).locator('.progress__figure');
  const [owner, recurring] = ['actions/owners/bo/', 'actions/recurring/'];
  await open(page, owner, '2026-11-22');
  const built = Number.parseFloat(await median.innerText());
  await open(page, owner, '2026-12-02');
  await expect(median).toHaveText(`${built + 10} days`);
  await open(page, recurring, '2030-01-01');
  await expect(page.locator('.list-foot time')).toHaveText('1 Jan 2030');
  const sections = await page.locator('section.incident__part').all();
  expect(sections.length).toBeGreaterThan(0);
  for (const section of sections) {
    const late = await section.locator('.due--late').count();
    if (late > 0) await expect(section.locator('.page-head__lede')).toContainText(`${late} of them overdue`);
  }
});

test('without a script pages stand as of the day they were built, and say so', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const path of ['', 'actions/owners/', 'actions/owners/bo/']) {
    await page.goto(site() + path);
    await expect(page.locator('time[data-counted-to]').first()).toHaveText(BUILT);
  }
  await context.close();
});
