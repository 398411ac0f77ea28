// The public edition, as its readers meet it: what is withheld stands in a box wherever it is read, on the screen, to a screen reader and on paper.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFiles } from '../io/temporary.ts';
import { violations } from './axe.ts';
import { expect, test } from './site.ts';
import { serveFolder } from './static-server.ts';

const SITE = `title: Incidents at Acme Ltd
redact: [Acme Ltd]
people: { ana: { name: Ana Silva, role: on-call engineer } }
`;
const INCIDENTS: Readonly<Record<string, string>> = {
  '2026-01-02-checkout': `title: Checkout of Acme Ltd failed after a deploy
visibility: public
severity: SEV2
services: [checkout]
authors: [ana]
commander: ana
signatures: [ERR_CHECKOUT_4711]
related: [2026-01-04-again]
timeline:
  - { at: 2026-01-02T10:00:00Z, text: Acme Ltd calls Ana Silva. }
action_items:
  - { title: Limit the retries of Acme Ltd in the gateway, owner: ana, due: 2026-02-01 }
`,
  '2026-01-04-again': `title: Checkout of Acme Ltd failed again
visibility: public
services: [checkout]
trigger: deploy
recurrence_of: 2026-01-02-checkout
action_items:
  - { title: Limit the retries of Acme Ltd in the gateway, owner: ana, due: 2026-03-01 }
`,
  '2026-01-03-deal': 'title: The quiet deal of March\nvisibility: restricted\n',
};

let folder = '';
let url = '';
let close: () => Promise<void> = async () => {};

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hindsight-public-'));
  const files = Object.entries(INCIDENTS).map(([name, fields]) => [
    `postmortems/${name}.md`,
    `---\n${fields}started: ${name.slice(0, 10)}T10:00:00Z\n---\n\n## Root cause\n\nAcme Ltd sent twice, as in [[2026-01-03-deal]]. ERR_CHECKOUT_4711.\n`,
  ]);
  writeFiles(folder, { '_data/site.yaml': SITE, ...Object.fromEntries(files) });
  const args = ['build', '--input', join(folder, 'postmortems'), '--output', join(folder, 'site'), '--edition', 'public'];
  execFileSync(process.execPath, ['bin/hindsight.js', ...args, '--as-of', '2026-02-22', '--no-history'], { stdio: 'pipe' });
  const server = await serveFolder(join(folder, 'site'), '/');
  url = server.url;
  close = () => server.close();
});

test.afterAll(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

const BOX = '.redacted:visible';

test('a title with something withheld is read the same on every page that lists it', async ({ watched: page }) => {
  const incident = 'Checkout of redacted 1 failed after a deploy';
  for (const [path, place] of [
    ['', '.incident-list__title'],
    ['incidents/', '.incident-table__title'],
    ['incidents/?q=deploy', '.incident-table__title'],
    ['services/checkout/', 'main'],
    ['actions/', '.action-table__source'],
    ['search/?q=deploy', '.result-list__item'],
    ['triage/?q=ERR_CHECKOUT_4711', 'main'],
    ['incidents/2026-01-02-checkout/', 'h1'],
    ['incidents/2026-01-04-again/', 'main'],
  ] as const) {
    await page.goto(url + path);
    if (path.startsWith('triage'))
      await page.getByRole('textbox', { name: 'What you see' }).fill('ERR_CHECKOUT_4711 failed after a deploy');
    const shown = page.locator(place).filter({ hasText: incident }).first();
    await expect(shown, path).toBeVisible();
    await expect(shown.locator(BOX).first(), path).toHaveText('redacted 1');
    await expect(page.locator('body'), path).not.toContainText(/Acme|Silva|quiet deal/);
  }
});

test('and so is an action item, also one that was promised twice', async ({ watched: page }) => {
  const action = 'Limit the retries of redacted 1 in the gateway';
  const again = 'actions/recurring/';
  for (const [path, place] of [
    ['actions/', '.action-table__title'],
    ['actions/?q=retries', '.action-table__title'],
    ['services/checkout/', '.action-table__title'],
    ['incidents/2026-01-04-again/', '.action-table__title'],
    [again, 'h2'],
    ['search/?q=retries', '.result-list__item'],
  ] as const) {
    await page.goto(url + path);
    const shown = page.locator(place).filter({ hasText: action }).first();
    await expect(shown, path).toBeVisible();
    await expect(shown.locator(BOX).first(), path).toHaveText('redacted 1');
  }
  await page.goto(url + again);
  await page.locator('h2 a').first().click();
  await expect(page.locator('h1').filter({ hasText: action }).locator(BOX)).toHaveText('redacted 1');
});

for (const [kind, path] of [
  ['home', ''],
  ['incident', 'incidents/2026-01-02-checkout/'],
  ['list', 'incidents/'],
  ['tracker', 'actions/'],
  ['owner, who is a role', 'actions/owners/'],
] as const) {
  test(`${kind} of a public edition: nothing for axe, at either width`, async ({ watched: page }) => {
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(url + path);
      expect(await violations(page), `${width} px`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    }
  });
}

test('on paper the box is a frame, which needs no colour', async ({ watched: page }) => {
  await page.goto(`${url}incidents/2026-01-02-checkout/`);
  await page.emulateMedia({ media: 'print' });
  const box = page.locator('h1 .redacted');
  await expect(box).toBeVisible();
  const [width, style] = await box.evaluate((element) => {
    const { borderTopWidth, borderTopStyle } = getComputedStyle(element);
    return [Number.parseFloat(borderTopWidth), borderTopStyle] as const;
  });
  expect(width).toBeGreaterThan(0);
  expect(style).toBe('solid');
  expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(1000);
});
