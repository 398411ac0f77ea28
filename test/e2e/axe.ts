// What axe finds wrong with a page, in one line each.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Themes differ in nothing else. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly help: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** In both themes, each as the system asks for it. Evaluated by the debugger, which the page's policy does not bind. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await run(page, RULES);
  await page.emulateMedia({ colorScheme: 'dark' });
  return [...light, ...(await run(page, RULES_OF_COLOUR)).map((line) => `dark: ${line}`)];
}

async function run(page: Page, runOnly: readonly string[]): Promise<string[]> {
  const result = (await page.evaluate(`axe.run(${JSON.stringify({ runOnly })})`)) as AxeResult;
  return result.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`);
}
