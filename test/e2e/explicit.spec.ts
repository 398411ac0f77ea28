// A site with explicit links, opened from its folder without any server, and served: the same journeys, the same addresses.
import { explicitLink } from '../../src/core/text/explicit-links.ts';
import { expect, explicitSite, fromFolder, PAGES, test } from './site.ts';

/** As a link of the site would name it. */
const named = (path: string): string => (path === '' ? 'index.html' : explicitLink(path));
const COMPARED = ['2024-06-18-pool-exhausted', '2024-09-12-replica-connections', '2024-01-15-portfolio-manager'] as const;

for (const [where, root] of [
  ['from its folder', fromFolder],
  ['over a server', explicitSite],
] as const) {
  const at = (path: string): string => root() + path;

  test.describe(where, () => {
    test('every kind of page opens, says nothing to the console, and its links name pages that are there', async ({ watched: page }) => {
      test.setTimeout(180_000);
      for (const path of Object.values(PAGES)) {
        await page.goto(at(named(path)));
        await expect(page.locator('h1'), path).toBeVisible();
        await expect(page.locator('html'), path).toHaveClass(/has-script/);
        const folders = await page.evaluate(() =>
          [...document.querySelectorAll('a[href], form[action]')]
            .map((each) => each.getAttribute('href') ?? each.getAttribute('action') ?? '')
            .filter((link) => !/^[a-z]+:/i.test(link) && /(?:^|[/.])$/.test(link.replace(/[?#].*/, '')) && !/^[?#]/.test(link)),
        );
        expect(folders, path).toEqual([]);
      }
    });

    test('from the first page to the fix by the search', async ({ watched: page }) => {
      await page.goto(at('index.html'));
      await page.keyboard.press('/');
      await page.keyboard.type('connection pool');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(at('search/index.html?q=connection+pool'));
      const titles = page.locator('.result-list__title');
      await expect(titles.first()).toHaveText('Connection pool exhausted by a slow export');
      await expect(page.locator('[data-facets], .facets').first()).toBeVisible();
      await page.getByRole('searchbox').fill('certificate');
      await expect(titles.first()).toContainText(/certificate/i);
      await expect(page).toHaveURL(/search\/index\.html\?q=certificate$/);
      await titles.first().getByRole('link').click();
      await expect(page).toHaveURL(/incidents\/[^/]+\/index\.html\?mark=/);
      await expect(page.locator('main mark').first()).toBeVisible();
    });

    test('a misspelt word finds near ones: what only some searches need is there too', async ({ watched: page }) => {
      await page.goto(at('search/index.html?q=conection+pool'));
      await expect(page.locator('.result-list__title').first()).toBeVisible();
    });

    test('every place of the navigation, and home again', async ({ watched: page }) => {
      await page.goto(at('index.html'));
      for (const name of ['Incidents', 'Actions', 'Tags', 'Services', 'Insights', 'Triage']) {
        await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click();
        await expect(page).toHaveURL(at(`${name.toLowerCase()}/index.html`));
        await expect(page.locator('h1')).toBeVisible();
      }
      await page.locator('.site-header__home').click();
      await expect(page).toHaveURL(at('index.html'));
    });

    test('the list filters, and its address brings the filter back', async ({ watched: page }) => {
      await page.goto(at('incidents/index.html'));
      await page.locator('[data-list] input[type=search]').fill('deadlock');
      await expect(page).toHaveURL(/incidents\/index\.html\?q=deadlock$/);
      const rows = page.locator('[data-list] tbody tr');
      await expect(rows.first()).toContainText(/deadlock/i);
      const found = await rows.count();
      expect(found).toBeLessThan(10);
      await page.reload();
      await expect(rows).toHaveCount(found);
      await rows.first().getByRole('link').first().click();
      await expect(page).toHaveURL(/incidents\/[^/]+\/index\.html$/);
    });

    test('the tracker shows a view, and a row leads to its incident', async ({ watched: page }) => {
      await page.goto(at('actions/index.html?view=overdue'));
      const link = page.locator('[data-list] tbody a').first();
      await expect(link).toHaveAttribute('href', /^\.\.\/incidents\/[^/]+\/index\.html#/);
      await link.click();
      await expect(page).toHaveURL(/incidents\/[^/]+\/index\.html#/);
    });

    test('triage compares what is pasted', async ({ watched: page }) => {
      await page.goto(at('triage/index.html'));
      await page.locator('textarea').fill('FATAL: remaining connection slots are reserved; connection pool exhausted');
      await expect(page.getByText('incidents like it')).toBeVisible();
      const link = page.locator('main a[href*="incidents/"]').first();
      await expect(link).toHaveAttribute('href', /\/index\.html(?:#|$)/);
    });

    test('the figures of a period are drawn, with links that name their pages', async ({ watched: page }) => {
      await page.goto(at('insights/index.html?from=2024-01-01&to=2025-12-31'));
      await expect(page.locator('main')).toContainText(/of 27 incidents/);
      const links = page.locator('[data-insights] a[href*="incidents/"]');
      for (const href of await links.evaluateAll((all) => all.map((a) => a.getAttribute('href')))) {
        expect(href).toMatch(/\/index\.html(?:#|$)/);
      }
    });

    test('incidents are compared, one is added and removed, and a lane leads to its incident', async ({ watched: page }) => {
      const [first, second, third] = COMPARED;
      await page.goto(at(`incidents/${first}/index.html`));
      await page
        .locator('.resembles__item')
        .first()
        .getByRole('link', { name: /^Compare with/ })
        .click();
      await expect(page).toHaveURL(/compare\/index\.html\?ids=/);
      await expect(page.locator('.compare__lane')).toHaveCount(2);
      await page.goto(at(`compare/index.html?ids=${first},${second}`));
      await page.getByRole('textbox', { name: 'An id, or the address' }).fill(at(`incidents/${third}/index.html`));
      await page.getByRole('button', { name: 'Add' }).click();
      await expect(page.locator('.compare__lane')).toHaveCount(3);
      await expect(page).toHaveURL(at(`compare/index.html?ids=${COMPARED.join(',')}`));
      for (const left of [2, 1]) {
        await page
          .getByRole('link', { name: /^Remove/ })
          .first()
          .click();
        await expect(page.locator('.compare__lane')).toHaveCount(left);
      }
      await page.locator('.compare__title a').click();
      await expect(page).toHaveURL(at(`incidents/${third}/index.html`));
      await page.goBack();
      await page.getByRole('link', { name: /^Remove/ }).click();
      await expect(page).toHaveURL(at('compare/index.html'));
    });
  });
}

// Not watched: the browser reports the missing file too.
test('what is not in the folder is said, without a word of servers', async ({ page }) => {
  await page.route('**/incidents/rows.json.js', (route) => route.abort());
  await page.goto(`${fromFolder()}incidents/index.html`);
  await page.locator('[data-list] input[type=search]').fill('deadlock');
  await expect(page.locator('[data-list]')).toContainText('could not be fetched: it is not in the folder');
  await expect(page.locator('[data-list]')).not.toContainText('server');
});

test('over a server the plain files are fetched, and no script in their place', async ({ watched: page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${explicitSite()}search/index.html?q=connection+pool`);
  await expect(page.locator('.result-list__title').first()).toBeVisible();
  expect(asked.filter((path) => /\.bin$/.test(path)).length).toBeGreaterThan(0);
  expect(asked.filter((path) => /\.(?:bin|json)\.js$/.test(path))).toEqual([]);
});
