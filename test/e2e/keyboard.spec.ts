// Everything by keys alone, and never without seeing where one is.
import { expect, PAGES, site, test } from './site.ts';

test('from the first page to an incident and on without a mouse', async ({ watched: page }) => {
  await page.goto(site());
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('certificate');
  await page.keyboard.press('Enter');
  await expect(page.locator('.list-head__count')).toContainText('match');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  const first = page.locator('.result-list__item').first();
  await expect(first).toHaveAttribute('data-current', '');
  const title = await first.getByRole('heading').innerText();
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText(title);
  await page.waitForLoadState();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('searchbox')).not.toBeFocused();
});

test('/ searches the archive from a list that has a filter of its own', async ({ watched: page }) => {
  await page.goto(`${site()}actions/`);
  await page.keyboard.press('/');
  await page.keyboard.type('certificate');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/search\/\?q=certificate$/);
});

test('the first tab offers to skip to the content, and the next one is in it', async ({ watched: page }) => {
  await page.goto(site() + PAGES.incident);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator('main :focus')).toHaveCount(1);
});

for (const kind of ['home', 'archive', 'incident', 'search', 'tracker'] as const) {
  for (const width of [390, 1280]) {
    test(`every stop of the tab key on ${kind}, ${width} px wide, is in sight and marked`, async ({ watched: page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(site() + PAGES[kind]);
      const unmarked: string[] = [];
      for (let stop = 0; stop < 60; stop++) {
        await page.keyboard.press('Tab');
        const problem = await page.evaluate(async () => {
          // The browser scrolls to what has the focus with the next frame.
          await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
          const element = document.activeElement;
          if (element === null || element === document.body) return 'end';
          const style = getComputedStyle(element);
          const box = element.getBoundingClientRect();
          // A mark of a chart has no box to outline: its target is stroked.
          const target = element.querySelector('svg rect');
          const isStroked = target !== null && getComputedStyle(target).stroke !== 'none';
          const isMarked = isStroked || (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2);
          const isInSight = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
          return isMarked && isInSight ? '' : element.outerHTML.slice(0, 120);
        });
        if (problem === 'end') break;
        if (problem !== '') unmarked.push(problem);
      }
      expect(unmarked).toEqual([]);
    });
  }
}

test('the archive is narrowed and sorted with Tab, Space and Enter', async ({ watched: page }) => {
  await page.goto(`${site()}incidents/`);
  await page.getByRole('searchbox', { name: 'Text' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/severity=SEV1/);
  await expect(page.locator('.incident-table__row')).toHaveCount(3);
  await page.getByRole('button', { name: 'Lasted' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[aria-sort="descending"]')).toHaveText(/Lasted/);
  await page.keyboard.press('Enter');
  await expect(page.locator('[aria-sort="ascending"]')).toHaveText(/Lasted/);
});

test('? lists the keys; they can be turned off there, stay off, and be turned on again', async ({ watched: page }) => {
  await page.goto(`${site()}incidents/`);
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
  await dialog.getByRole('switch').press('Space');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('j');
  await expect(page.locator('[data-current]')).toHaveCount(0);
  await page.goto(site() + PAGES.incident);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: 'Keys' }).press('Enter');
  await page.getByRole('dialog').getByRole('switch').press('Space');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('folds open and themes change by keys', async ({ watched: page }) => {
  await page.setViewportSize({ width: 390, height: 900 });
  await page.goto(site() + PAGES.incident);
  const fold = page.locator('.contents__fold');
  await fold.locator('summary').press('Enter');
  await expect(fold).toHaveAttribute('open', '');
  await page.getByLabel('Auto').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
