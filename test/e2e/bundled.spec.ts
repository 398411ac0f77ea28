// An incident as one file: opened from an empty folder it looks as its page does, and asks for nothing.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { violations } from './axe.ts';
import { expect, site, test } from './site.ts';

/** Both have an image; one is a drawing. */
const IDS = ['2026-02-10-replication-slot', '2025-11-07-rally-capacity'] as const;

let folder = '';
const fileOf = (id: string): string => pathToFileURL(join(folder, `${id}.html`)).href;

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hindsight-bundled-'));
  for (const id of IDS) {
    const args = ['bundle', id, '--site', process.env.HINDSIGHT_FOLDER ?? '', '--output', join(folder, `${id}.html`)];
    execFileSync(process.execPath, ['bin/hindsight.js', ...args], { stdio: 'pipe' });
  }
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is asked for besides the file itself. */
function requestsOf(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!request.isNavigationRequest() && !request.url().startsWith('data:')) asked.push(request.url());
  });
  return asked;
}

for (const id of IDS) {
  test(`${id} shows its images, its timeline and its times, and asks for nothing`, async ({ watched: page }) => {
    const asked = requestsOf(page);
    await page.goto(fileOf(id));
    const images = page.locator('main img');
    await expect(images).not.toHaveCount(0);
    for (const image of await images.all()) {
      await image.scrollIntoViewIfNeeded();
      await expect.poll(() => image.evaluate((each) => (each as HTMLImageElement).naturalWidth)).toBeGreaterThan(100);
    }
    await expect(page.getByRole('heading', { name: 'Timeline', exact: true })).toBeVisible();
    expect(await page.locator('main time').filter({ visible: true }).count()).toBeGreaterThan(5);
    expect(await page.evaluate(() => [...document.querySelectorAll('script, iframe, form, button')].length)).toBe(0);
    expect(asked).toEqual([]);
  });

  test(`${id} says what its page says`, async ({ watched: page, browser }) => {
    await page.goto(fileOf(id));
    const title = await page.locator('h1').innerText();
    const headings = await page.locator('main h2').filter({ visible: true }).allInnerTexts();
    const plain = await browser.newPage({ javaScriptEnabled: false });
    await plain.goto(`${site()}incidents/${id}/`);
    expect(title).toBe(await plain.locator('h1').innerText());
    expect(headings).toEqual(await plain.locator('main h2').filter({ visible: true }).allInnerTexts());
    await plain.close();
  });
}

for (const width of [390, 1280]) {
  test(`it is styled as the site is, in both themes, and nothing runs over, ${width} px wide`, async ({ watched: page }) => {
    await page.setViewportSize({ width, height: 900 });
    const papers = new Set<string>();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const lookOf = async (address: string): Promise<string[]> => {
        await page.goto(address);
        return page.evaluate(() =>
          ['body', 'h1', '.timeline', 'main p'].map((part) => {
            const { color, backgroundColor, fontSize, fontFamily } = getComputedStyle(
              document.querySelector(part) ?? document.documentElement,
            );
            return [part, color, backgroundColor, fontSize, fontFamily].join(' ');
          }),
        );
      };
      const look = await lookOf(fileOf(IDS[0]));
      papers.add(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor));
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
      expect(look).toEqual(await lookOf(`${site()}incidents/${IDS[0]}/`));
    }
    expect(papers.size).toBe(2);
  });
}

// Not watched: axe is evaluated by the debugger, whose styles the policy of the file refuses.
test('axe finds nothing wrong with it', async ({ page }) => {
  await page.goto(fileOf(IDS[0]));
  expect(await violations(page)).toEqual([]);
});
