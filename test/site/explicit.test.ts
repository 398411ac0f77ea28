// A site with explicit links: no link ends at a folder, none leads nowhere, and every file that pages fetch has its script, which the leak proof reads.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { dataScriptPath, isFetched, readDataScript, writeDataScript } from '../../src/core/text/data-script.ts';
import { proveSite } from '../../src/site/leak-proof.ts';
import { temporaryFolder } from '../io/temporary.ts';
import { build, folderOfFile, ROOT } from './build.ts';
import { readFiles } from './files.ts';
import { brokenLinks } from './links.ts';
import { addressesOf, readTags } from './markup.ts';

const folder = folderOfFile({ 'site.yaml': 'title: Explicit\nurl: https://ops.example/pm/\nurls: explicit\n' });
const output = join(folder, 'site');
let files: Map<string, Buffer>;

beforeAll(async () => {
  const input = join(ROOT, 'test', 'golden', 'archive');
  await build({ cwd: folder, args: ['--input', input, '--config', 'site.yaml', '--no-history', '--output', output] });
  files = readFiles(output);
});

test('no link of a page ends at a folder', () => {
  const pages = [...files].filter(([path]) => path.endsWith('.html'));
  const links = pages.flatMap(([path, bytes]) => addressesOf(readTags(bytes.toString())).map(({ url }) => `${path}: ${url}`));
  expect(links.length).toBeGreaterThan(500);
  expect(links.filter((link) => /(?:^|[/.])$/.test(link.replace(/[?#].*/, '')) && !/: https?:/.test(link))).toEqual([]);
});

test('no link of a page leads nowhere', () => {
  const own = (path: string): string => path.replaceAll('="/pm/', '="/');
  const pages = new Map([...files].map(([path, bytes]) => [path, path === '404.html' ? Buffer.from(own(bytes.toString())) : bytes]));
  expect(brokenLinks(pages)).toEqual([]);
});

test('addresses for other programs name the page too', () => {
  expect(String(files.get('opensearch.xml'))).toContain('https://ops.example/pm/search/index.html?q={searchTerms}');
  expect(String(files.get('actions/actions.ics')).replaceAll('\r\n ', '')).toMatch(
    /URL:https:\/\/ops\.example\/pm\/incidents\/[^/]+\/index\.html#/,
  );
  expect(String(files.get('actions/feed.xml'))).toMatch(/href="https:\/\/ops\.example\/pm\/incidents\/[^/]+\/index\.html#/);
  expect(String(files.get('sitemap.xml'))).toContain('<loc>https://ops.example/pm/incidents/2026-04-09-late-mail/index.html</loc>');
  expect(String(files.get('feed.xml'))).toContain('https://ops.example/pm/incidents/2026-04-09-late-mail/index.html"');
  expect(String(files.get('incidents/2026-04-09-late-mail/index.html'))).toContain(
    'rel="canonical" href="https://ops.example/pm/incidents/2026-04-09-late-mail/index.html"',
  );
});

test('pages load classic scripts only', () => {
  for (const [path, bytes] of files) if (path.endsWith('.html')) expect(bytes.toString(), path).not.toContain('type="module"');
});

test('beside every file that is fetched lies a script with its bytes, and beside no other', () => {
  const fetched = [...files.keys()].filter(isFetched);
  for (const path of ['incidents/rows.json', 'actions/rows.json', 'insights/rows.json', 'search/index.json', 'triage/index.json']) {
    expect(fetched).toContain(path);
  }
  for (const path of fetched) {
    const base64 = readDataScript(String(files.get(dataScriptPath(path))));
    expect(Buffer.from(base64 ?? '', 'base64').equals(files.get(path) ?? Buffer.of())).toBe(true);
  }
  const scripts = [...files.keys()].filter((path) => path.endsWith('.js') && !path.startsWith('assets/'));
  expect(scripts.sort()).toEqual(fetched.map(dataScriptPath).sort());
});

test.each([
  ['as it is', (text: string) => Buffer.from(text)],
  ['gzipped', (text: string) => gzipSync(text)],
])('the leak proof finds what a script hands over, %s', (_, pack) => {
  const path = 'incidents/rows.json.js';
  const site = temporaryFolder({ [path]: '' });
  const prove = (text: string) => {
    writeFileSync(join(site, path), writeDataScript(pack(JSON.stringify({ text })).toString('base64')));
    const secret = { kind: 'string', text: 'Vanadium Harbour', from: 'a string under `redact`' } as const;
    return proveSite({ folder: site, secrets: { list: [secret], ordinary: [] }, own: new Map() });
  };
  expect(prove('the vanadium harbour outage').map(({ code, file }) => [code, file])).toEqual([['leak', path]]);
  expect(prove('the other outage')).toEqual([]);
});
