// The tracker on a phone and on a desk: no violation found by axe, nothing wider than the screen, nothing too small to press.
import { violations } from './axe.ts';
import { expect, test } from './site.ts';
import { openTracker } from './tracker-page.ts';

for (const width of [390, 1280]) {
  for (const query of [
    '',
    '?view=overdue&group=team',
    '?q=zzzz&owner=&due-from=2026-01-01',
    '?group=week&sort=-age',
    '?view=due-14&group=owner',
    '?view=recurring&group=promise',
    '?view=no-due&group=incident',
    '?view=blocked&group=service&sort=title',
    '?status=done&status=wont_do',
  ]) {
    test(`axe finds nothing at actions/${query}, ${width} px wide`, async ({ watched: page }) => {
      await page.setViewportSize({ width, height: 900 });
      await openTracker(page, query);
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll('details')) fold.open = true;
      });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
      expect(await violations(page)).toEqual([]);
    });
  }
}

test('everything pressed on a phone is large enough', async ({ watched: page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openTracker(page, '?view=all-open&group=owner');
  await page.locator('.facets__toggle').click();
  const small = await page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'main :is(button, select, label:has(input, select), .saved-views__link, .filter-chips a, input[type="date"])',
      ),
    ]
      .filter((element) => element.checkVisibility())
      .filter((element) => element.getBoundingClientRect().height < 24)
      .map((element) => element.outerHTML.slice(0, 120)),
  );
  expect(small).toEqual([]);
});
