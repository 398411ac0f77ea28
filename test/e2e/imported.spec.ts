// Documents of every kind, imported and built as a person would: what their authors wrote is on the page, on a phone and on a desk.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { violations } from './axe.ts';
import { expect, test } from './site.ts';
import { serveFolder } from './static-server.ts';

const FIXTURES = 'test/fixtures/import';
/** A document, the title on its page, and how many entries and promises are to be seen. */
const DOCUMENTS = [
  ['question-tables.md', 'Increased error rate on the Git fleet', 6, 3],
  ['mail-with-headers.txt', 'mirror network outage', 6, 2],
  ['wiki-incident-page.md', undefined, undefined, undefined],
  ['confluence.html', undefined, undefined, undefined],
  ['word.docx', undefined, undefined, undefined],
  ['incident-io.json', undefined, undefined, undefined],
] as const;

test.describe.configure({ mode: 'serial' });

let folder = '';
let url = '';
let close: () => Promise<void> = async () => {};
const imported = new Map<string, string>();

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hindsight-imported-'));
  mkdirSync(join(folder, 'wiki'));
  for (const [name] of DOCUMENTS) cpSync(join(FIXTURES, name), join(folder, 'wiki', name));
  const input = join(folder, 'postmortems');
  const run = (...args: string[]): string => execFileSync(process.execPath, ['bin/hindsight.js', ...args], { encoding: 'utf8' });
  run('import', join(folder, 'wiki'), '--output', input);
  run('build', '--input', input, '--output', join(folder, 'site'), '--as-of', '2026-11-22', '--no-history');
  for (const file of readdirSync(input)) {
    const source = /^ {2}file: "?(?:[^\n"]*\/)?([^/\n"#]+?)"?$/m.exec(readFileSync(join(input, file), 'utf8'))?.[1];
    if (source !== undefined && !imported.has(source)) imported.set(source, file.replace(/\.md$/, ''));
  }
  const server = await serveFolder(join(folder, 'site'), '/');
  url = server.url;
  close = () => server.close();
});

test.afterAll(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

for (const [name, title, entries, promises] of DOCUMENTS) {
  for (const width of [390, 1280]) {
    test(`${name}, ${width} px wide`, async ({ watched: page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${url}incidents/${imported.get(name)}/`);
      if (title !== undefined) await expect(page.locator('h1')).toContainText(title);
      const timeline = page.locator('.timeline__event');
      const actions = page.locator('.action-table__row');
      if (entries === undefined) await expect(timeline.first()).toBeVisible();
      else await expect(timeline).toHaveCount(entries);
      if (promises === undefined) await expect(actions.first()).toBeVisible();
      else await expect(actions).toHaveCount(promises);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect.soft(await violations(page)).toEqual([]);
    });
  }
}
