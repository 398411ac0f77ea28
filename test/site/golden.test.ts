// The golden site: four small postmortems, every way of writing in one of them, and what is made of them, file by file, in test/golden/site.
// A difference is a change that someone will see. When it is meant: `npx vitest run test/site/golden -u`, and read the difference.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { build, folderOfFile, ROOT } from './build.ts';
import { listFiles, readFiles } from './files.ts';
import { brokenLinks } from './links.ts';

const GOLDEN = join(ROOT, 'test', 'golden');
const ARCHIVE = join(GOLDEN, 'archive');

/** Pages kept with their frame: head, header and footer. Of the others only what is between. */
const WHOLE = ['404.html', 'incidents/2026-03-02-checkout-errors/index.html', 'incidents/incident-17/index.html'];
const FILES = [
  ...WHOLE,
  'index.html',
  'incidents/index.html',
  'incidents/2026-04-09-late-mail/index.html',
  'incidents/2025-11-30-card-test/index.html',
  'actions/index.html',
  'services/checkout/index.html',
  'services/checkout/badge.svg',
  'api/services/checkout.json',
  'teams/payments/index.html',
  'incidents/2026-03-02-checkout-errors.json',
  'api/incidents.json',
  'actions/actions.csv',
  'actions/owners/ana/index.html',
  'actions/services/checkout/actions.ics',
  'actions/services/checkout/feed.xml',
  'actions/services/checkout/actions.json',
  'api/metrics.txt',
  'feed.xml',
  'sitemap.xml',
];

const output = join(folderOfFile(), 'site');
let files: Map<string, Buffer>;

beforeAll(async () => {
  await build({
    cwd: GOLDEN,
    args: ['--input', 'archive', '--config', 'site.yaml', '--as-of', '2026-05-01', '--no-history', '--output', output],
  });
  files = readFiles(output);
});

/** Styles, scripts and the index of the search have their content in their names, which is no matter of these files. */
const withoutHash = (text: string): string =>
  text.replace(/(assets\/[a-z]+)-[\da-z]{8}\./gi, '$1-HASH.').replace(/(search\/[a-z]+\/)[\w-]{8}\.bin/g, '$1HASH.bin');

/** A page is one long line: broken where a tag follows a tag, a difference shows where it is. */
function readable(path: string, html: string): string {
  const matter = WHOLE.includes(path) ? html : (/<main.*<\/main>/s.exec(html)?.[0] ?? '');
  return `${matter.replaceAll('><', '>\n<').trimEnd()}\n`;
}

test.each(FILES)('%s', async (path) => {
  const text = withoutHash(String(files.get(path)));
  await expect(path.endsWith('.html') ? readable(path, text) : text).toMatchFileSnapshot(join(GOLDEN, 'site', path));
});

test('has these files and no other', async () => {
  const paths = [...files.keys()].map(withoutHash).sort();
  await expect(`${paths.join('\n')}\n`).toMatchFileSnapshot(join(GOLDEN, 'files.txt'));
});

test('gives every postmortem away as it was written', () => {
  for (const path of listFiles(ARCHIVE)) expect(files.get(`incidents/${path}`)?.equals(readFileSync(join(ARCHIVE, path)))).toBe(true);
});

test('has no link that leads nowhere', () => {
  expect(brokenLinks(files)).toEqual([]);
});
