// On paper: the matter without the furniture, dark on light, on few pages.
import { expect, PAGES, site, test } from './site.ts';

test('an incident prints on three pages', async ({ watched: page }) => {
  await page.goto(site() + PAGES.incident);
  const pdf = await page.pdf({ format: 'A4' });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(0);
  expect(pages).toBeLessThanOrEqual(3);
});

for (const kind of ['incident', 'archive', 'tracker'] as const) {
  test(`${kind} on paper is what was written, dark on light, in the theme of no screen`, async ({ watched: page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(site() + PAGES[kind]);
    await page.getByLabel('Dark').check();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('h1')).toBeVisible();
    for (const furniture of ['.site-nav', '.site-search', '.site-footer__prefs', '.skip-link', '.copy-button', '.facets', '.contents']) {
      await expect(page.locator(furniture).filter({ visible: true }), furniture).toHaveCount(0);
    }
    const [ink, paper] = await page.evaluate(() => {
      const lightness = (colour: string): number => {
        const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
        const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
        return alpha === 0 ? 255 : (red + green + blue) / 3;
      };
      const heading = document.querySelector('h1') as HTMLElement;
      return [lightness(getComputedStyle(heading).color), lightness(getComputedStyle(document.documentElement).backgroundColor)] as const;
    });
    expect(ink).toBeLessThan(80);
    expect(paper).toBeGreaterThan(240);
  });
}
