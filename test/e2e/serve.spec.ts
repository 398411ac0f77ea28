// `hindsight serve` with a browser before it: what is saved shows by itself, what is broken says where, and what is mended is back.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { violations } from './axe.ts';
import { type Copy, copyPackage, postmortem, type Served } from './served-copy.ts';
import { test as base, expect } from './site.ts';

const DOWN = 'postmortems/2026-11-20-down.md';

const test = base.extend<object, { copy: Copy; served: Served }>({
  copy: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture depends on from this pattern.
    async ({}, use) => {
      const copy = copyPackage();
      await use(copy);
      copy.clear();
    },
    { scope: 'worker' },
  ],
  served: [
    async ({ copy }, use) => {
      const served = await copy.serve();
      await use(served);
      await served.end('SIGTERM');
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

// In one worker, one after the other: they share a server.
test.describe.configure({ mode: 'default', timeout: 240_000 });
/** A build takes as long as it takes. */
const soon = expect.configure({ timeout: 60_000 });

test('a changed postmortem shows by itself, on its page and in lists', async ({ watched: page, copy, served, context }) => {
  await page.goto(`${served.url}incidents/2026-11-20-down/`);
  const list = await context.newPage();
  await list.goto(`${served.url}incidents/`);
  copy.write(DOWN, postmortem('Down for an hour', 'A cable was cut.'));
  await soon(page.locator('h1')).toHaveText('Down for an hour');
  await expect(page.locator('main')).toContainText('A cable was cut.');
  await soon(list.getByRole('link', { name: 'Down for an hour' })).toBeVisible();
});

test('an added postmortem is listed, a deleted one is gone', async ({ watched: page, copy, served }) => {
  await page.goto(served.url);
  copy.write('postmortems/2026/2026-11-21-new.md', postmortem('Brand new'));
  const entry = page.locator('.incident-list').getByRole('link', { name: 'Brand new' });
  await soon(entry).toBeVisible();
  await entry.click();
  await expect(page.locator('h1')).toHaveText('Brand new');
  copy.remove('postmortems/2026/2026-11-21-new.md');
  await soon(page.locator('h1')).toHaveText('Nothing at this address');
  // The page for missing addresses is whole, two folders down.
  expect(await page.evaluate(() => document.styleSheets[0]?.cssRules.length)).toBeGreaterThan(0);
  await page.getByRole('link', { name: 'all incidents' }).click();
  await expect(page).toHaveURL(`${served.url}incidents/`);
  await expect(page.getByRole('link', { name: 'Brand new' })).toHaveCount(0);
});

test('a change of the configuration shows by itself', async ({ watched: page, copy, served }) => {
  await page.goto(`${served.url}tags/`);
  copy.write('_data/site.yaml', 'title: Renamed archive\n');
  await soon(page.locator('.site-header__title')).toHaveText('Renamed archive');
});

test('a change of a style shows by itself', async ({ watched: page, copy, served }) => {
  await page.goto(served.url);
  copy.change('src/styles/base.css', 'h1 { font-size:', 'h1 { color: rgb(1, 2, 3); font-size:');
  await soon(page.locator('h1')).toHaveCSS('color', 'rgb(1, 2, 3)');
});

test('a change of a component and of a page shows by itself', async ({ watched: page, copy, served }) => {
  await page.goto(served.url);
  copy.change('_includes/layout/footer.tsx', '>JSON feed<', '>JSON feed, changed<');
  await soon(page.locator('footer').getByRole('link', { name: 'JSON feed, changed' })).toBeVisible();
  await page.goto(`${served.url}nothing`);
  copy.change('src/pages/404.11ty.tsx', 'title="Nothing at this address"', 'title="Lost"');
  await soon(page).toHaveTitle(/^Lost/);
});

test('a change of a script of the browser shows by itself', async ({ watched: page, copy, served }) => {
  await page.goto(served.url);
  const script = page.locator('script[type="module"]');
  const before = (await script.getAttribute('src')) ?? '';
  copy.change('src/client/keys-dialog.ts', "'This list'", "'That list'");
  await soon(script).not.toHaveAttribute('src', before);
  await page.waitForLoadState();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('That list');
});

test('a broken postmortem is shown with file, line and reason, and the site is back once it is mended', async ({
  watched: page,
  copy,
  served,
}) => {
  await page.goto(`${served.url}incidents/2026-11-20-down/`);
  copy.write(DOWN, '---\ntitle: <img src=x onerror=alert(1)>\nstarted: never\nsevrity: SEV1\n---\n');
  await soon(page.locator('h1')).toHaveText(/^2 errors/);
  await expect(page.locator('h2')).toHaveText(DOWN);
  await expect(page.getByText(`${DOWN}:3:10`)).toBeVisible();
  await expect(page.locator('li', { hasText: `${DOWN}:4:1` })).toContainText('Did you mean "severity"?');
  await expect(page.locator('img')).toHaveCount(0);
  expect.soft(await violations(page)).toEqual([]);
  // Every address says so, and comes back by itself.
  await page.goto(`${served.url}incidents/2026-11-19-slow/`);
  await expect(page.locator('h2')).toHaveText(DOWN);
  copy.write(DOWN, postmortem('Mended'));
  await soon(page.locator('h1')).toHaveText('Slow');
  await page.goto(`${served.url}incidents/2026-11-20-down/`);
  await expect(page.locator('h1')).toHaveText('Mended');
});

test('a broken configuration and a broken component say so, and are got over', async ({ watched: page, copy, served }) => {
  await page.goto(served.url);
  copy.write('_data/site.yaml', 'title: Mended archive\ntimezone: Nowhere/Land\n');
  await soon(page.getByText('_data/site.yaml:2:11')).toBeVisible();
  copy.write('_data/site.yaml', 'title: Mended archive\n');
  await soon(page.locator('.site-header__title')).toHaveText('Mended archive');
  const header = readFileSync(join(copy.folder, '_includes/layout/header.tsx'), 'utf8');
  copy.write('_includes/layout/header.tsx', `${header}\nconst x = ;\n`);
  await soon(page.locator('h1')).toHaveText('The site could not be built');
  await expect(page.locator('pre')).toContainText('header.tsx');
  copy.write('_includes/layout/header.tsx', header);
  await soon(page.locator('.site-header__title')).toHaveText('Mended archive');
});

test('every tab follows, and one in the background catches up when it is looked at', async ({ watched: page, copy, served, context }) => {
  const look = (state: string): void => {
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  };
  const [other, hidden] = [await context.newPage(), await context.newPage()];
  for (const tab of [page, other, hidden]) await tab.goto(`${served.url}incidents/2026-11-18-lost/`);
  await hidden.evaluate(look, 'hidden');
  copy.write('postmortems/2026-11-18-lost.md', postmortem('Lost and found'));
  await soon(page.locator('h1')).toHaveText('Lost and found');
  await soon(other.locator('h1')).toHaveText('Lost and found');
  await expect(hidden.locator('h1')).toHaveText('Lost');
  await hidden.evaluate(look, 'visible');
  await soon(hidden.locator('h1')).toHaveText('Lost and found');
});

test('it ends when it is told to, leaves nothing behind, and an open page finds the next server', async ({ page, copy }) => {
  const ours = (): string[] => readdirSync(join(copy.folder, 'tmp')).filter((name) => name.startsWith('hindsight-serve-'));
  const before = { folders: ours(), processes: processesOf(copy.folder) };
  const first = await copy.serve();
  await page.goto(`${first.url}incidents/2026-11-19-slow/`);
  await expect(page.locator('h1')).toHaveText('Slow');
  expect(await first.end('SIGTERM')).toBe(143);
  expect(ours()).toEqual(before.folders);
  expect(processesOf(copy.folder)).toEqual(before.processes);
  await expect(page.request.get(first.url)).rejects.toThrow(/ECONNREFUSED/);
  copy.write('postmortems/2026-11-19-slow.md', postmortem('Slow again'));
  const second = await copy.serve(first.port);
  await soon(page.locator('h1')).toHaveText('Slow again');
  expect(await second.end('SIGINT')).toBe(130);
});

/** Processes whose command line names the folder; none where the system does not tell. */
function processesOf(folder: string): string[] {
  if (!existsSync('/proc')) return [];
  return readdirSync('/proc').filter((name) => {
    try {
      return /^\d+$/.test(name) && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(folder);
    } catch {
      return false;
    }
  });
}
