// An archive of several pages: its pages are files, a filtered list has pages of its own, and nothing is lost on the way between them.
import { expect, largeSite, test } from './site.ts';

const ROWS = '.incident-table__row:visible';

test('pages of the archive lead on and back', async ({ watched: page }) => {
  await page.goto(`${largeSite()}incidents/`);
  await expect(page.locator(ROWS)).toHaveCount(100);
  await expect(page.locator('.list-head__count')).toHaveText('230 incidents, 1 to 100');
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(page).toHaveURL(`${largeSite()}incidents/page/2/`);
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(page.locator(ROWS)).toHaveCount(30);
  await expect(page.getByRole('link', { name: 'Next' })).toHaveCount(0);
  await page.locator(ROWS).first().getByRole('link').click();
  await page.goBack();
  await expect(page).toHaveURL(`${largeSite()}incidents/page/3/`);
});

test('a filter set on a later page narrows the whole archive', async ({ watched: page }) => {
  await page.goto(`${largeSite()}incidents/page/2/`);
  await page.locator('[data-facet="severity"]').getByLabel('SEV1').check();
  await expect(page).toHaveURL(`${largeSite()}incidents/?severity=SEV1`);
  await expect(page.locator('.list-head__count')).toContainText('of 230');
  await page.goBack();
  await expect(page).toHaveURL(`${largeSite()}incidents/page/2/`);
  await expect(page.locator('[data-facet="severity"]').getByLabel('SEV1')).not.toBeChecked();
});

test('a sorted list has pages, and its third is as long as what remains', async ({ watched: page }) => {
  await page.goto(`${largeSite()}incidents/?sort=title`);
  await expect(page.locator('.list-head__count')).toContainText('1 to 100');
  const first = await page.locator(ROWS).first().innerText();
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: '3', exact: true }).click();
  await expect(page).toHaveURL(/sort=title&page=3/);
  await expect(page.locator(ROWS)).toHaveCount(30);
  await page.goBack();
  await expect.poll(() => page.locator(ROWS).first().innerText()).toBe(first);
  await page.goto(`${largeSite()}incidents/?sort=title&page=99`);
  await expect(page.locator(ROWS)).toHaveCount(30);
});

test('all values of a facet can be unfolded, and one of them chosen', async ({ watched: page }) => {
  await page.goto(`${largeSite()}incidents/`);
  const tags = page.locator('[data-facet="tag"]');
  const shown = await tags.getByRole('checkbox').count();
  await tags.getByRole('button').click();
  await expect.poll(() => tags.getByRole('checkbox').count()).toBeGreaterThan(shown);
  await tags.getByRole('checkbox').last().check();
  await expect(page.locator('.filter-chips__chip')).toHaveCount(1);
  await expect(page.locator(ROWS)).not.toHaveCount(100);
});

test('the page of a tag leads to the archive with its filter', async ({ watched: page }) => {
  await page.goto(`${largeSite()}tags/database/`);
  await page.getByRole('link', { name: 'In the archive' }).click();
  await expect(page.locator('.filter-chips__chip')).toContainText('Database');
});

test('the tracker has pages', async ({ watched: page }) => {
  await page.goto(`${largeSite()}actions/`);
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Next' }).click();
  await expect(page).toHaveURL(`${largeSite()}actions/page/2/`);
  await expect(page.locator('.action-table__row').first()).toBeVisible();
});
