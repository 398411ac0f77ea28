// What the journeys share: where the sites are, one page of each kind, and a watch over what a page must never do.
import { pathToFileURL } from 'node:url';
import { test as base, type ConsoleMessage, expect, type Page } from '@playwright/test';

/** The archive that ships. */
export const site = (): string => process.env.HINDSIGHT_SITE ?? '';
/** The same files, served under a prefix. */
export const prefixedSite = (): string => process.env.HINDSIGHT_PREFIXED ?? '';
/** More incidents than fit on one page of a list. */
export const largeSite = (): string => process.env.HINDSIGHT_LARGE ?? '';
/** One file of five lines; configured with the address, and served under the prefix, of `url`. */
export const minimalSite = (): string => process.env.HINDSIGHT_MINIMAL ?? '';

/** The archive that ships, with explicit links, served under the prefix. */
export const explicitSite = (): string => process.env.HINDSIGHT_EXPLICIT ?? '';
/** The same files, opened without a server. */
export const fromFolder = (): string => `${pathToFileURL(process.env.HINDSIGHT_EXPLICIT_FOLDER ?? '').href}/`;

/** One page of every kind, by what it is. */
export const PAGES = {
  home: '',
  triage: 'triage/',
  'comparison at rest': 'compare/',
  comparison:
    'compare/?ids=2024-01-15-portfolio-manager,2024-09-12-replica-connections,2025-11-07-rally-capacity,2026-02-10-replication-slot',
  archive: 'incidents/',
  'filtered archive': 'incidents/?severity=SEV2&sort=-lasted',
  'archive with nothing found': 'incidents/?q=zzzz&year=2024',
  incident: 'incidents/2024-01-15-portfolio-manager/',
  'long incident': 'incidents/2026-02-10-replication-slot/',
  'incident with code and tables': 'incidents/2024-11-11-migration-lock/',
  'draft of an incident': 'incidents/2026-11-18-card-declines/',
  'near miss': 'incidents/2026-05-28-restore-drill/',
  'incident in two scripts': 'incidents/2025-07-15-tokyo-quotes/',
  'incident with marks': 'incidents/2024-06-18-pool-exhausted/?mark=connect+pool#root-cause',
  'second telling': 'incidents/2024-01-15-portfolio-fumble/',
  'index of tags': 'tags/',
  'index of services': 'services/',
  'index of teams': 'teams/',
  'index of causes': 'causes/',
  'index of severities': 'severities/',
  'index of years': 'years/',
  tag: 'tags/database/',
  service: 'services/portfolio-manager/',
  team: 'teams/data-platform/',
  cause: 'causes/connection-pool/',
  severity: 'severities/sev1/',
  year: 'years/2024/',
  tracker: 'actions/',
  'promises by service': 'actions/services/',
  'promises for a service': 'actions/services/payments/',
  owners: 'actions/owners/',
  owner: 'actions/owners/ana/',
  'what nobody owns': 'actions/owners/no-owner/',
  'teams that promised': 'actions/teams/',
  'team that promised': 'actions/teams/payments/',
  'search at rest': 'search/',
  search: 'search/?q=connection+pool+severity%3A%3C%3D2',
  'search with nothing found': 'search/?q=conection+pool+service%3Acheckout+before%3A2020',
  insights: 'insights/',
  'insights of two years and two severities': 'insights/?from=2024-01-01&to=2025-12-31&severity=SEV1&severity=SEV2',
  'insights of a service': 'insights/services/payments/',
  API: 'api/',
  'not found': '404.html',
} as const;

/** What a page did that no page may do: listed as it happens. */
function watchOver(page: Page): readonly string[] {
  const offences: string[] = [];
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') offences.push(`asked for ${request.url()}`);
  });
  page.on('response', (response) => {
    const isPage = response.request().resourceType() === 'document';
    if (response.status() >= 400 && !isPage && !isIcon(response.url())) offences.push(`got ${response.status()} for ${response.url()}`);
  });
  page.on('pageerror', (error) => offences.push(`threw ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !isBrowsersOwn(message, page)) offences.push(`said ${message.text()}`);
  });
  return offences;
}

/** The page that was asked for is missing, or the browser looks for an icon where none can be: beside a file that is no page, beside an error. */
function isBrowsersOwn(message: ConsoleMessage, page: Page): boolean {
  const { url } = message.location();
  return message.text().startsWith('Failed to load resource') && (url === page.url() || isIcon(url));
}

const isIcon = (url: string): boolean => /\/favicon[^/]*$/.test(url);

/** Every page of the browser is watched; the test fails for what one of them did. */
export const test = base.extend<{ watched: Page }>({
  watched: async ({ page }, use) => {
    // Run by the debugger before anything else on the page, which the page's policy does not bind.
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        console.error(`The policy forbids ${violatedDirective} ${blockedURI}`);
      });
    });
    const offences = watchOver(page);
    await use(page);
    expect(offences).toEqual([]);
  },
});

export { expect };
