// Every HTML page of a site under a prefix, opened once: nothing asked of another host, nothing the policy forbids, no error, nothing missing.
import { expect, minimalSite, prefixedSite, test } from './site.ts';

interface Manifest {
  readonly files: readonly { readonly path: string }[];
}

/** Run on the page: links to the same host that leave the prefix. */
function linksBeside(prefix: string): string[] {
  return [...document.links].filter(({ host, pathname }) => host === location.host && !pathname.startsWith(prefix)).map(({ href }) => href);
}

for (const [what, root] of [
  ['the archive that ships', prefixedSite],
  ['the smallest archive', minimalSite],
] as const) {
  test(`pages of ${what}`, async ({ watched: page }) => {
    test.setTimeout(300_000);
    const manifest = (await (await page.request.get(`${root()}manifest.json`)).json()) as Manifest;
    const paths = manifest.files.map(({ path }) => path).filter((path) => path.endsWith('index.html'));
    expect(paths.length).toBeGreaterThan(10);
    for (const path of paths) {
      await page.goto(root() + path.replace(/index\.html$/, ''));
      await expect(page.locator('h1')).toHaveCount(1);
      expect(await page.evaluate(linksBeside, new URL(root()).pathname), path).toEqual([]);
    }
  });
}

test('a missing address at any depth is a page with ways on, where the address of the site is configured', async ({ watched: page }) => {
  for (const path of ['nothing', 'incidents/nothing/', 'actions/owners/nobody/at/all']) {
    const response = await page.goto(minimalSite() + path);
    expect(response?.status()).toBe(404);
    await expect(page.locator('h1')).toHaveText('Nothing at this address');
    await page.getByRole('link', { name: 'all incidents' }).click();
    await expect(page).toHaveURL(`${minimalSite()}incidents/`);
  }
});

test('without a configured address, at the top at least', async ({ watched: page }) => {
  await page.goto(`${prefixedSite()}nothing`);
  await page.getByRole('link', { name: 'the action items' }).click();
  await expect(page).toHaveURL(`${prefixedSite()}actions/`);
});
