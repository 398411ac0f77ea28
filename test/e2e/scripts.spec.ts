// Nearly four hundred ways to run a script, in every field and part of a postmortem: none runs, under the site's own policy and without one.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { SCRIPTS, scriptArchive } from '../hostile/scripts.ts';
import { writeFiles } from '../io/temporary.ts';
import { expect, test } from './site.ts';
import { serveFolder } from './static-server.ts';

const INCIDENTS = 60;
/** Of the pages of a kind, as names and owners have one each. */
const OF_A_KIND = 4;
/** Queries, pastes and filters, in all. */
const FUZZED = 10_000;

let folder = '';
let url = '';
let close: () => Promise<void> = async () => {};

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hindsight-scripts-'));
  writeFiles(join(folder, 'postmortems'), scriptArchive(INCIDENTS));
  const args = ['build', '--input', join(folder, 'postmortems'), '--output', join(folder, 'site'), '--as-of', '2026-11-22', '--no-history'];
  execFileSync(process.execPath, ['bin/hindsight.js', ...args], { stdio: 'pipe' });
  const server = await serveFolder(join(folder, 'site'), '/');
  url = server.url;
  close = () => server.close();
});

test.afterAll(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

/** Pages that show what the archive holds: every incident, and some of every other kind. */
function pages(): string[] {
  const site = join(folder, 'site');
  const within = (path: string, most: number): string[] => {
    const names = readdirSync(join(site, path), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return names.slice(0, most).map(({ name }) => `${path}/${encodeURIComponent(name)}/`);
  };
  const kinds = ['services', 'teams', 'tags', 'causes', 'actions/owners', 'actions/teams', 'actions/services'];
  return [
    ...[
      '',
      'incidents/',
      'actions/',
      'insights/',
      'search/',
      'triage/',
      'compare/',
      'actions/recurring/',
      'severities/sev2/',
      'years/2026/',
    ],
    ...kinds.flatMap((kind) => [`${kind}/`, ...within(kind, OF_A_KIND)]),
    ...within('insights/services', OF_A_KIND),
    ...within('incidents', INCIDENTS),
  ];
}

/** Counts what a script of an author would do, on every page that is opened from here on. */
async function listen(page: Page): Promise<() => Promise<number>> {
  let ran = 0;
  await page.exposeFunction('scriptRan', () => void ran++);
  await page.addInitScript('globalThis.alert = () => globalThis.scriptRan();');
  page.on('dialog', (dialog) => {
    ran++;
    void dialog.dismiss();
  });
  return async () => {
    // What a script would begin with the page is over.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    return ran;
  };
}

/** Handlers, scripts, frames and addresses that wait for the reader to touch them. */
function traps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isTrap = (element: Element): boolean =>
      [...element.attributes].some(({ name }) => /^on|^style$|^srcdoc$|^formaction$/i.test(name)) ||
      /^(?:iframe|object|embed|base|style|math|audio|video|marquee)$/i.test(element.localName) ||
      (element instanceof HTMLScriptElement && !new URL(element.src).pathname.startsWith('/assets/')) ||
      (element instanceof HTMLAnchorElement && element.href !== '' && !/^(?:https?|mailto|webcal):$/.test(element.protocol));
    return [...document.querySelectorAll('*')].filter(isTrap).map((element) => element.outerHTML.slice(0, 200));
  });
}

for (const isBound of [true, false]) {
  test.describe(isBound ? "under the site's own policy" : 'without a policy', () => {
    test.use({ bypassCSP: !isBound });

    test('no page runs one, or waits to', async ({ watched: page }) => {
      test.setTimeout(300_000);
      expect(SCRIPTS.length).toBeGreaterThan(300);
      const count = await listen(page);
      const opened = pages();
      expect(opened.length).toBeGreaterThan(INCIDENTS + 30);
      for (const path of opened) {
        await page.goto(url + path);
        expect(await count(), path).toBe(0);
        expect(await traps(page), path).toEqual([]);
      }
    });

    test('nor does what is asked, pasted or written into the address', async ({ watched: page }) => {
      test.setTimeout(300_000);
      const count = await listen(page);
      const asked = [
        'search/?q=',
        'incidents/?q=',
        'incidents/?service=',
        'actions/?q=',
        'actions/?owner=',
        'insights/?from=',
        '?mark=',
        'triage/?q=#',
        'compare/?ids=',
      ];
      for (const [n, script] of SCRIPTS.entries()) {
        if (n % 8 !== 0) continue;
        await page.goto(url + asked[(n / 8) % asked.length] + encodeURIComponent(script));
        expect(await count(), script).toBe(0);
        expect(await traps(page), script).toEqual([]);
      }
      for (const [path, box] of [
        ['search/', '.search-box__input'],
        ['triage/', 'textarea'],
        ['incidents/', 'main input[type="search"]'],
        ['actions/', 'main input[type="search"]'],
      ] as const) {
        await page.goto(url + path);
        await fuzz(page, { box, scripts: SCRIPTS, times: FUZZED / 4 });
        expect(await count(), path).toBe(0);
        expect(await traps(page), path).toEqual([]);
      }
    });
  });
}

test.describe('without a policy', () => {
  test.use({ bypassCSP: true });

  test('one that is let in is counted, and seen', async ({ page }) => {
    const count = await listen(page);
    await page.goto(url);
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror=alert(1)>'));
    await expect.poll(count).toBe(1);
    expect(await traps(page)).toHaveLength(1);
  });
});

interface Fuzz {
  readonly box: string;
  readonly scripts: readonly string[];
  readonly times: number;
}

/** Types them all, whole, in halves and in pairs; lets the page answer now and then. */
async function fuzz(page: Page, given: Fuzz): Promise<void> {
  await page.evaluate(async ({ box, scripts, times }) => {
    const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(box);
    if (!field) throw new Error(`no ${box}`);
    for (let n = 0; n < times; n++) {
      const one = scripts[n % scripts.length] ?? '';
      const other = scripts[(n * 7 + Math.floor(n / scripts.length)) % scripts.length] ?? '';
      field.value =
        n < scripts.length ? one : n % 2 === 0 ? `${one} ${other}` : one.slice(0, one.length / 2) + other.slice(other.length / 2);
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      if (n % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }, given);
}
