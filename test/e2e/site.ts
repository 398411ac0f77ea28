// What the journeys share: where the site is, one page of each kind, and a watch over what a page must never do.
import { test as base, expect, type Page } from '@playwright/test';

export const site = (): string => process.env.HINDSIGHT_SITE ?? '';
export const prefixedSite = (): string => process.env.HINDSIGHT_PREFIXED ?? '';

/** One page of every kind, by what it is. */
export const PAGES = {
  home: '',
  archive: 'incidents/',
  incident: 'incidents/2024-01-15-portfolio-manager/',
  'long incident': 'incidents/2024-11-11-migration-lock/',
  'second telling': 'incidents/2024-01-15-portfolio-fumble/',
  'index of tags': 'tags/',
  'index of severities': 'severities/',
  tag: 'tags/database/',
  service: 'services/portfolio-manager/',
  year: 'years/2024/',
  tracker: 'actions/',
  API: 'api/',
  'not found': '404.html',
} as const;

/** Fails a test whose page asked another host for something, broke the content security policy, or threw. */
export const test = base.extend<{ watched: Page }>({
  watched: async ({ page }, use) => {
    const offences: string[] = [];
    page.on('request', (request) => {
      const { host, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && host !== new URL(site()).host && host !== new URL(prefixedSite()).host) {
        offences.push(`asked for ${request.url()}`);
      }
    });
    page.on('pageerror', (error) => offences.push(`threw ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/Failed to load resource.*404/.test(message.text())) offences.push(`said ${message.text()}`);
    });
    await use(page);
    expect(offences).toEqual([]);
  },
});

export { expect };
