// What a reader or a program takes along: Markdown and JSON of an incident, tables for a spreadsheet, feeds.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, PAGES, prefixedSite, site, test } from './site.ts';

test('an incident opens as the Markdown it was written in', async ({ watched: page }) => {
  await page.goto(site() + PAGES.incident);
  await page.getByRole('link', { name: 'Markdown', exact: true }).click();
  await expect(page).toHaveURL(`${site()}incidents/2024-01-15-portfolio-manager.md`);
  const written = await readFile('postmortems/2024-01-15-portfolio-manager.md', 'utf8');
  expect(await (await page.request.get(page.url())).text()).toBe(written);
  await page.goBack();
  await expect(page.locator('h1')).toBeVisible();
});

test('an incident opens as JSON that says what its page says', async ({ watched: page }) => {
  await page.goto(site() + PAGES.incident);
  const title = await page.locator('h1').innerText();
  await page.getByRole('link', { name: 'JSON', exact: true }).click();
  await expect(page).toHaveURL(`${site()}incidents/2024-01-15-portfolio-manager.json`);
  const incident = await (await page.request.get(page.url())).json();
  expect(JSON.stringify(incident)).toContain(title);
});

test('the action items come as a table for a spreadsheet', async ({ watched: page }) => {
  await page.goto(site() + PAGES.tracker);
  const total = Number(await page.locator('.list-head__count b').innerText());
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('actions.csv');
  const [head, ...lines] = (await readFile(await download.path(), 'utf8')).trim().split(/\r?\n/);
  expect(head).toContain('"incident","id","title","status"');
  expect(lines).toHaveLength(total);
});

test('the page of a service leads to its calendar, feed and data', async ({ watched: page }) => {
  await page.goto(site() + PAGES.service);
  await page.getByRole('link', { name: 'All that was promised' }).click();
  await expect(page).toHaveURL(/\/actions\/services\/[\w-]+\/$/);
  const links = page.locator('.exports a');
  const addresses = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  const begins = [/^BEGIN:VCALENDAR\r\n/, /^<\?xml /, /^"incident","id"/, /^\{"schema":"/];
  expect(addresses).toHaveLength(begins.length);
  for (const [index, address] of addresses.entries()) {
    expect(address).toContain(page.url());
    expect(await (await page.request.get(address)).text()).toMatch(begins[index] ?? '');
  }
  await expect(page.locator('head link[type="text/calendar"]')).toHaveAttribute('href', /actions\.ics$/);
});

test('the data described at /api/ is there', async ({ watched: page }) => {
  await page.goto(site() + PAGES.API);
  const links = page.locator('main a.mono');
  const addresses = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  expect(addresses.length).toBeGreaterThan(10);
  for (const address of addresses) {
    const response = await page.request.get(address);
    expect(response.status(), address).toBe(200);
    const text = await response.text();
    if (address.endsWith('.json')) expect(JSON.parse(text), address).toBeInstanceOf(Object);
    if (address.endsWith('.ndjson')) for (const line of text.trim().split('\n')) JSON.parse(line);
    if (address.endsWith('.txt')) expect(text, address).toMatch(/# EOF\n$/);
  }
});

/** Addresses of the feeds that a page names in its head. */
const feedsOf = (page: Page): Promise<string[]> =>
  page
    .locator('head link[rel="alternate"][type*="atom"], head link[rel="alternate"][type*="feed"]')
    .evaluateAll((all) => all.map((link) => (link as HTMLLinkElement).href));

/** Where the entries of an Atom feed lead, as a feed reader would find out. */
const atomLinks = (page: Page, xml: string, address: string): Promise<string[]> =>
  page.evaluate(
    ([text, base]) => {
      const entries = [...new DOMParser().parseFromString(text, 'application/xml').querySelectorAll('entry > link[rel="alternate"]')];
      return entries.map((link) => new URL(link.getAttribute('href') ?? '', base).href);
    },
    [xml, address] as const,
  );

for (const [where, root] of [
  ['at the root', site],
  ['under a prefix', prefixedSite],
] as const) {
  for (const kind of ['home', 'tag', 'service', 'team'] as const) {
    test(`feeds of ${kind} ${where} lead to pages that are there`, async ({ watched: page }) => {
      await page.goto(root() + PAGES[kind]);
      const feeds = await feedsOf(page);
      expect(feeds.length).toBe(kind === 'home' ? 2 : 4);
      for (const feed of feeds) {
        const response = await page.request.get(feed);
        expect(response.status(), feed).toBe(200);
        const text = await response.text();
        const links = feed.endsWith('.json')
          ? (JSON.parse(text) as { items: { url: string }[] }).items.map(({ url }) => new URL(url, feed).href)
          : await atomLinks(page, text, feed);
        expect(links.length, feed).toBeGreaterThan(0);
        for (const link of links.slice(0, 5)) expect((await page.request.get(link)).status(), link).toBe(200);
      }
    });
  }
}
