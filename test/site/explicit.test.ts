// A site with explicit links: no link ends at a folder, none leads nowhere, and every file that pages fetch has its script, which the leak proof reads.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { dataScriptPath, isFetched, readDataScript, writeDataScript } from '../../src/core/text/data-script.ts';
import { proveSite } from '../../src/site/leak-proof.ts';
import { hindsight } from '../cli/command.ts';
import { temporaryFolder, writeFiles } from '../io/temporary.ts';
import { AS_OF, build, folderOfFile, ROOT } from './build.ts';
import { startBuilder } from './builder.ts';
import { differences, readFiles } from './files.ts';
import { brokenLinks } from './links.ts';
import { addressesOf, readTags } from './markup.ts';

const folder = folderOfFile({ 'site.yaml': 'title: Explicit\nurl: https://ops.example/pm/\nurls: explicit\n' });
const output = join(folder, 'site');
let files: Map<string, Buffer>;
const [builds, fromNothing] = [startBuilder(), startBuilder()];

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

/** Every `url` of ours in the file. Authors' links are whole addresses. */
function urlsIn(text: string): string[] {
  const urls: string[] = [];
  JSON.parse(text, (name, value) => {
    if (/(?:^|_page_)url$/.test(name) && typeof value === 'string' && (!/^https?:/.test(value) || value.startsWith('https://ops.example/')))
      urls.push(value);
    return value;
  });
  return urls;
}

test('addresses in the files for other programs name the page', () => {
  const texts = [...files].flatMap(([path, bytes]) => {
    const text = bytes.toString();
    if (path.endsWith('.ndjson'))
      return text
        .trim()
        .split('\n')
        .map((line) => ({ path, text: line }));
    return path.endsWith('.json') && !path.endsWith('rows.json') && !/^(?:manifest|api\/schemas?\/)/.test(path) ? [{ path, text }] : [];
  });
  const urls = texts.flatMap(({ path, text }) => urlsIn(text).map((url) => `${path}: ${url}`));
  for (const from of [
    'api/incidents.json',
    'api/actions.ndjson',
    'api/services/',
    'api/tags.json',
    'feed.json',
    'incidents/',
    'actions/',
  ]) {
    expect(urls.filter((url) => url.startsWith(from)).length, from).toBeGreaterThan(0);
  }
  expect(urls.filter((url) => !/\/index\.html(?:[?#]|$)/.test(url))).toEqual([]);
});

test('so does what the commands print', async () => {
  const search = await hindsight(folder, 'search', 'card', '--site', 'site', '--json');
  const input = join(ROOT, 'test', 'golden', 'archive');
  const log = join(temporaryFolder({ 'log.txt': 'receipts were refused: certificate expired, checkout' }), 'log.txt');
  const triage = await hindsight(folder, 'triage', log, '--input', input, '--config', 'site.yaml', '--json');
  const [found, like] = [search, triage].map(({ stdout }) => urlsIn(stdout));
  expect(found?.length).toBeGreaterThan(0);
  expect(like?.length).toBeGreaterThan(0);
  for (const url of [...(found ?? []), ...(like ?? [])]) expect(url).toMatch(/^incidents\/[^/]+\/index\.html(?:#|$)/);
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

test('while serving, what a build keeps it keeps with its script, and what it drops it drops with it', async () => {
  const outage = (day: string, body: string): string =>
    `---\ntitle: Outage of ${day}\nstarted: ${day}T14:02:00Z\n---\n\n## Impact\n\n${body}\n`;
  const put = (more: Readonly<Record<string, string>>): void => writeFiles(join(folder, 'served'), more);
  put({ 'site.yaml': 'title: Served\nurls: explicit\nrequired: []\n', 'postmortems/one.md': outage('2026-01-10', 'It broke.') });
  put({ 'postmortems/two.md': outage('2026-02-10', 'It stopped.') });
  const order = {
    input: join(folder, 'served', 'postmortems'),
    config: join(folder, 'served', 'site.yaml'),
    asOf: AS_OF,
    edition: 'internal',
  } as const;
  const again = join(folder, 'again', 'site');
  let count = 0;
  const rebuild = async (): Promise<Map<string, Buffer>> => {
    await builds({ ...order, staging: again });
    const fresh = join(folder, 'fresh', `site-${++count}`);
    await fromNothing({ ...order, staging: fresh });
    const built = readFiles(again);
    expect(differences(built, readFiles(fresh))).toEqual([]);
    return built;
  };
  await rebuild();
  put({ 'postmortems/two.md': outage('2026-02-10', 'It stopped, and nobody saw it.') });
  const edited = await rebuild();
  const script = edited.get('incidents/one.json.js');
  expect(Buffer.from(readDataScript(String(script)) ?? '', 'base64')).toEqual(edited.get('incidents/one.json'));
  expect(JSON.parse(String(edited.get('manifest.json'))).files.map(({ path }: { path: string }) => path)).toContain(
    'incidents/one.json.js',
  );
  rmSync(join(folder, 'served', 'postmortems', 'one.md'));
  expect([...(await rebuild()).keys()].filter((path) => path.includes('one'))).toEqual([]);
});
