import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundleIncident } from '../../../src/publish/bundle/incident.ts';
import { openSite } from '../../../src/publish/open-site.ts';
import { smallSite } from '../small-site.ts';

const CSS = 'p::after{content:"<"}';

const page = (body: string, head = ''): string =>
  `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"/><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'"/>` +
  `<title>A</title><script src="../../assets/theme-ABCDEFGH.js"></script><link rel="stylesheet" href="../../assets/site-ABCDEFGH.css"/>` +
  `<link rel="icon" href="../../assets/favicon-ABCDEFGH.svg"/><link rel="alternate" href="../a.md"/>${head}</head><body>${body}</body></html>\n`;

const site = (body: string, head?: string) =>
  openSite(
    smallSite({
      'assets/site-ABCDEFGH.css': CSS,
      'assets/favicon-ABCDEFGH.svg': '<svg/>',
      'incidents/a/index.html': page(body, head),
      'incidents/a/graph one.png': 'PNG',
      'incidents/old/index.html': `<html><head><meta http-equiv="refresh" content="0; url=../../incidents/a/"/></head></html>`,
    }),
  );

const bodyOf = (html: string): string => /<body>(.*)<\/body>/s.exec(html)?.[1]?.trim() ?? '';

test('styles, icon and images are in the file, and nothing that is loaded or run', async () => {
  const { id, html } = await bundleIncident(site('<img src="graph%20one.png" alt="Load"><script src="x.js"></script><form></form>'), 'a');
  expect(id).toBe('a');
  expect(html).toContain(`<style>${CSS}</style>`);
  expect(html).toContain(`<link rel="icon" href="data:image/svg+xml;base64,${btoa('<svg/>')}">`);
  expect(bodyOf(html)).toBe(`<img src="data:image/png;base64,${btoa('PNG')}" alt="Load">`);
  expect(html).not.toMatch(/<script|rel="stylesheet"|rel="alternate"/);
});

test('the policy of the file allows its one style, images in it, and nothing else', async () => {
  const { html } = await bundleIncident(site(''), 'a');
  const hash = createHash('sha256').update(CSS).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`;
  expect(html).toContain(`<meta http-equiv="Content-Security-Policy" content="${policy}">`);
});

const LINKS =
  '<a class="t" href="../b/">B</a><a href="#x">x</a><a href="./#y">y</a><a href="../b/#z">z</a><a href="https://example.org/">e</a><svg viewBox="0 0 1 1"><a href="../b/"><path d="M0 0"/></a></svg>';

test('without an address of the site, links to other pages are text', async () => {
  const { html } = await bundleIncident(site(LINKS), 'a');
  expect(bodyOf(html)).toBe(
    '<span class="t">B</span><a href="#x">x</a><a href="#y">y</a><span>z</span><a href="https://example.org/">e</a><svg viewBox="0 0 1 1"><a><path d="M0 0"></path></a></svg>',
  );
});

test('and what only offers another format is left out', async () => {
  const list = '<ul class="source-links"><li><a href="https://git.example/a">Source</a></li><li><a href="../a.md">Markdown</a></li></ul>';
  expect(bodyOf((await bundleIncident(site(list), 'a')).html)).toBe(
    '<ul class="source-links"><li><a href="https://git.example/a">Source</a></li></ul>',
  );
});

test('with one, they are full addresses', async () => {
  const { html } = await bundleIncident(site(LINKS, '<link rel="canonical" href="https://pm.example/ops/incidents/a/"/>'), 'a');
  const links = [...bodyOf(html).matchAll(/href="([^"]*)"/g)].map(([, link]) => link);
  const other = 'https://pm.example/ops/incidents/b/';
  expect(links).toEqual([other, '#x', '#y', `${other}#z`, 'https://example.org/', other]);
});

test('an image that is not in the site becomes its words; text stays text', async () => {
  const { html } = await bundleIncident(site('<img src="gone.png" alt="a &lt;b&gt; c"><p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'), 'a');
  expect(bodyOf(html)).toBe('a &lt;b&gt; c<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>');
});

test('an old id leads to the incident', async () => {
  expect((await bundleIncident(site('here'), 'old')).id).toBe('a');
});

test('an incident that is not there is said, with the nearest', async () => {
  await expect(bundleIncident(site(''), 'olt')).rejects.toMatchObject({ code: 'not-found', hint: 'Did you mean old?' });
  await expect(bundleIncident(site(''), '../incidents/a')).rejects.toMatchObject({ code: 'not-found' });
});

test('a page that somebody has changed is refused', async () => {
  const changed = site('as built');
  writeFileSync(join(changed.folder, 'incidents/a/index.html'), page('as changed'));
  await expect(bundleIncident(changed, 'a')).rejects.toMatchObject({ code: 'site-changed' });
});
