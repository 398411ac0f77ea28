// The whole hostile set built into a site: the build ends well, writes nowhere else, and no page holds anything an author put there.
import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { slugify } from '../../src/core/text/slug.ts';
import { build, folderOfFile } from '../site/build.ts';
import { listFiles, readFiles } from '../site/files.ts';
import { readTags } from '../site/markup.ts';
import { GOOD } from './answers.ts';
import { CASES } from './cases.ts';
import { findPayloads } from './payloads.ts';

const LONG = 100_000;
const LANGUAGES = ['shell', 'not a language', '"><script>'];
/** The path of the site's address, once it is made harmless: the page for missing pages has it before its links. */
const BASE = '/%22onload=%22alert(1)/';
const SITE = `title: '<script>alert(1)</script> "quoted" & ''so'''
url: 'https://a.example/"onload="alert(1)/'
ticket_links: { "PAY-": 'https://t.example/"onclick="{key}' }
source: { repository: "https://git.example/x", branch: '"><script>alert(1)</script>' }
severities: [{ label: '<b>', name: '"onclick="alert(1)', description: '<script>' }]
services: [{ id: '<script>', name: '<img src=x onerror=alert(1)>', description: '<script>alert(1)</script>', owner: '"><script>' }]
tags: [{ id: x, name: "javascript:alert(1)", description: "[x](javascript:alert(1))" }]
people: { ana: { name: '<script>alert(1)</script>', team: '"><script>' } }
`;

/** Every case as a file of one archive, with everything a folder can hold beside. */
function writeArchive(folder: string): void {
  const archive = join(folder, 'archive', 'postmortems');
  mkdirSync(join(archive, 'good'), { recursive: true });
  mkdirSync(join(folder, 'archive', '_data'));
  mkdirSync(join(archive, 'folder.md'));
  writeFileSync(join(folder, 'archive', '_data', 'site.yaml'), SITE);
  writeFileSync(join(folder, 'secret.md'), GOOD.replace('The neighbour', 'A clandestinity'));
  writeFileSync(join(archive, 'good.md'), GOOD);
  for (const [name, make] of Object.entries(CASES)) {
    const content = make();
    // Long ones are about time, and were read in time alone.
    if (content.length < LONG) writeFileSync(join(archive, `${slugify(name)}.md`), content);
  }
  for (const [index, language] of LANGUAGES.entries()) {
    const fence = `\`\`\`${language}\n<script>alert(1)</script>\n\`\`\``;
    writeFileSync(join(archive, `code-${index}.md`), GOOD.replace('The neighbour', `Code ${index}`).replace('It broke', fence));
  }
  symlinkSync('../../secret.md', join(archive, 'out.md'));
  symlinkSync('/etc', join(archive, 'etc'));
  writeFileSync(join(archive, 'large.md'), '');
  truncateSync(join(archive, 'large.md'), 3 * 1024 * 1024);
  for (const name of ['index.html', 'x.js', 'x".png', 'a b#?%41.png', '../good.json.txt'])
    writeFileSync(join(archive, 'good', name), '<script>alert(1)</script>');
  writeFileSync(join(archive, 'good', 'x.svg'), '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
}

describe('a site made of everything hostile', async () => {
  const folder = folderOfFile();
  writeArchive(folder);
  const before = readFiles(folder);
  const outcome = await build({ cwd: join(folder, 'archive'), args: ['--allow-errors', '--json'] });
  const site = join(folder, 'archive', '_site');
  const result = JSON.parse(outcome.stdout) as { leftOut: string[]; incidents: number };
  const pages = listFiles(site).filter((path) => path.endsWith('.html'));

  test('is built', () => {
    expect(outcome.stderr).toBe('');
    expect(result.incidents).toBeGreaterThan(20);
    expect(pages.length).toBeGreaterThan(40);
  });

  test('writes nowhere but into the output, and runs nothing', () => {
    const after = new Map([...readFiles(folder)].filter(([path]) => !path.startsWith('archive/_site/')));
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [path, content] of after) expect(content.equals(before.get(path) ?? Buffer.alloc(0)), path).toBe(true);
  });

  test('holds no script, handler, style or address of an author', () => {
    for (const path of pages) expect(findPayloads(readTags(readFileSync(join(site, path), 'utf8')), BASE), path).toEqual([]);
  });

  test('has no id twice on a page, whatever headings are called', () => {
    for (const path of pages) {
      const seen = new Set<string>();
      const ids = readTags(readFileSync(join(site, path), 'utf8')).flatMap(({ attributes }) => attributes.get('id') ?? []);
      expect(
        ids.filter((id) => seen.size === seen.add(id).size),
        path,
      ).toEqual([]);
    }
  });

  test('publishes nothing from outside the archive, and nothing that could run', () => {
    const files = listFiles(site);
    const isIndex = (path: string): boolean => /^(?:search\/[a-z]+|triage)\/[\w-]+\.bin$/.test(path);
    expect(files.filter((path) => !isIndex(path) && !/\.(?:html|css|js|svg|json|ndjson|xml|csv|ics|txt|md|png)$/.test(path))).toEqual([]);
    const isBadge = (path: string): boolean => /^services\/[^/]+\/badge\.svg$/.test(path);
    expect(files.filter((path) => /\.(?:js|svg)$/.test(path) && !path.startsWith('assets/') && !isBadge(path))).toEqual([]);
    const badges = files.filter(isBadge);
    expect(badges.length).toBeGreaterThan(0);
    for (const path of badges) {
      const tags = readTags(readFileSync(join(site, path), 'utf8'));
      expect([...new Set(tags.map(({ name }) => name))].sort(), path).toEqual(['rect', 'svg', 'text', 'title', 'tspan']);
      expect(
        tags.flatMap(({ attributes }) => [...attributes.keys()]).filter((name) => /^on|href|style/.test(name)),
        path,
      ).toEqual([]);
    }
    // Front-coded terms lie in the index with their beginnings cut off.
    const textOf = (path: string): string => {
      const bytes = readFileSync(join(site, path));
      return (isIndex(path) ? gunzipSync(bytes) : bytes).toString('latin1');
    };
    expect(files.filter((path) => /clandestin|andestin|ndestin/i.test(textOf(path)))).toEqual([]);
    expect(files.some((path) => path.includes('..'))).toBe(false);
  });

  test('says which files it leaves out', () => {
    const home = readFileSync(join(site, 'index.html'), 'utf8');
    expect(result.leftOut.length).toBeGreaterThan(100);
    expect(result.leftOut).toEqual(expect.arrayContaining(['postmortems/folder.md', 'postmortems/large.md', 'postmortems/out.md']));
    for (const path of result.leftOut.slice(0, 5)) expect(home).toContain(`<code>${path.replace('postmortems/', '')}</code>`);
    expect(home).toContain(`and ${result.leftOut.length - 5} more`);
  });
});
