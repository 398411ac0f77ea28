// What crawlers, browsers and language models are told about the site.
import { expect, test } from 'vitest';
import { writeLlms } from '../../../src/site/feeds/llms.ts';
import { writeOpenSearch } from '../../../src/site/feeds/opensearch.ts';
import { writeRobots } from '../../../src/site/feeds/robots.ts';
import { sitemapFiles } from '../../../src/site/feeds/sitemap.ts';
import { archiveOf, bare, full, hostile, sampleArchive, sampleConfig } from '../../core/api/sample-archive.ts';
import { childrenOf, childText, parseXml } from './xml-reader.ts';

const url = 'https://ops.example/postmortems/';
const addressed = archiveOf([full, bare, hostile], { url });

const locations = (xml: string, item: string) => childrenOf(parseXml(xml), item).map((entry) => childText(entry, 'loc'));

test('a site without an address has no sitemap: it must hold absolute addresses', () => {
  expect(sitemapFiles(sampleArchive)).toEqual([]);
});

test('the sitemap names every page by its whole address', () => {
  const files = sitemapFiles(addressed);
  expect(files.map(({ path }) => path)).toEqual(['sitemap.xml']);
  const found = locations(files[0]?.write() ?? '', 'url');
  expect(found).toEqual(
    expect.arrayContaining([
      url,
      `${url}incidents/2026-11-02-checkout/`,
      `${url}tags/c-plus-plus/`,
      `${url}actions/owners/ana/`,
      `${url}years/2026/`,
    ]),
  );
  expect(found.every((location) => URL.canParse(location) && location.startsWith(url))).toBe(true);
  expect(new Set(found).size).toBe(found.length);
});

test('a sitemap too long for one file is split, and the first file names the others', () => {
  const files = sitemapFiles(addressed, 10);
  const [index, ...parts] = files;
  expect(locations(index?.write() ?? '', 'sitemap')).toEqual(parts.map(({ path }) => url + path));
  const split = parts.flatMap((part) => locations(part.write(), 'url'));
  expect(split).toEqual(locations(sitemapFiles(addressed)[0]?.write() ?? '', 'url'));
});

test('an internal archive asks not to be crawled; a public one shows its sitemap', () => {
  expect(writeRobots(sampleConfig)).toBe('User-agent: *\nDisallow: /\n');
  expect(writeRobots({ ...sampleConfig, visibility: 'public' })).toBe('User-agent: *\nAllow: /\n');
  expect(writeRobots({ ...sampleConfig, visibility: 'public', url })).toContain(`Sitemap: ${url}sitemap.xml`);
});

test('a browser is told where to search, where there is an address to tell', () => {
  expect(writeOpenSearch(sampleConfig)).toBeUndefined();
  const description = parseXml(writeOpenSearch({ ...sampleConfig, url }) ?? '');
  expect(childText(description, 'ShortName').length).toBeLessThanOrEqual(16);
  expect(childrenOf(description, 'Url')[0]?.attributes.template).toBe(`${url}search/?q={searchTerms}`);
});

test('llms.txt maps the archive and lists the newest, one link a line, whatever titles say', () => {
  const map = writeLlms(archiveOf([full, hostile, { ...bare, id: 'f(o)o', title: 'Two\nlines [x](y)' }]));
  expect(map).toMatch(/^# Tidemark & sons \\<archive\\>\n\n> /);
  expect(map).toContain('- [Checkout failed](incidents/2026-11-02-checkout.md): 2026-11-02, SEV1');
  expect(map).toContain('- [Two lines \\[x\\](y)](incidents/f%28o%29o.md)');
  expect(map).toContain('(api/incidents.json)');
  expect(map.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
});
