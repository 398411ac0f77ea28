import { describe, expect, test } from 'vitest';
import { explicitHtml, explicitLink, pathIn } from '../../../src/core/text/explicit-links.ts';

describe('a link to a folder names the page in it', () => {
  test.each([
    ['incidents/', 'incidents/index.html'],
    ['../../', '../../index.html'],
    ['./', './index.html'],
    ['..', '../index.html'],
    ['../..', '../../index.html'],
    ['../b/#root-cause', '../b/index.html#root-cause'],
    ['actions/?view=overdue&by=team#top', 'actions/index.html?view=overdue&by=team#top'],
    ['search/?q=a/', 'search/index.html?q=a/'],
  ])('%s', (link, explicit) => expect(explicitLink(link)).toBe(explicit));
});

describe('everything else stays as it is', () => {
  const links = [
    'a.json',
    '../feed.xml',
    '#impact',
    '?q=a/',
    '',
    'https://example.org/',
    'mailto:a@example.org',
    '//example.org/',
    '/runbooks/',
  ];
  test.each(links)('%s', (link) => expect(explicitLink(link)).toBe(link));
  test('and a name that ends in dots is a folder as any other', () => expect(explicitLink('a../')).toBe('a../index.html'));
});

test('of links from the root of the host, those below the site are named', () => {
  expect(explicitLink('/ops/pm/incidents/', '/ops/pm/')).toBe('/ops/pm/incidents/index.html');
  expect(explicitLink('/wiki/', '/ops/pm/')).toBe('/wiki/');
});

test('on a page, links and forms are named, and nothing that only looks like one', () => {
  const html = '<a href="x/">a href=&quot;y/&quot;</a><form action="search/"></form><p title=" href=&quot;z/&quot;">href="w/</p>';
  expect(explicitHtml(html)).toBe(
    '<a href="x/index.html">a href=&quot;y/&quot;</a><form action="search/index.html"></form><p title=" href=&quot;z/&quot;">href="w/</p>',
  );
});

test('paths of the site', () => {
  expect(pathIn('explicit', '')).toBe('index.html');
  expect(pathIn('explicit', 'tags/')).toBe('tags/index.html');
  expect(pathIn('explicit', 'incidents/a/#ai-1')).toBe('incidents/a/index.html#ai-1');
  expect(pathIn('explicit', 'feed.xml')).toBe('feed.xml');
  expect(pathIn('folders', 'tags/')).toBe('tags/');
});
