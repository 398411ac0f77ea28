// The frame of every page: safe to open anywhere, labelled, and the same for every page of a folder.
import { describe, expect, it } from 'vitest';
import { Page, type PageProps } from '../../_includes/layout/page.tsx';
import { Redirect } from '../../_includes/layout/redirect.tsx';
import { render, words } from './render.ts';
import { sampleConfig } from './sample-archive.ts';

const assets = { css: 'assets/site-1.css', js: 'assets/site-1.js', theme: 'assets/theme-1.js', favicon: 'assets/favicon-1.svg' };
const site = { config: { ...sampleConfig, title: 'A & B' }, assets };

function pageWith(props: Partial<PageProps> = {}): string {
  return render(
    <Page site={site} root="../../" title="x <y>" {...props}>
      <p>Matter</p>
    </Page>,
  );
}

describe('the frame', () => {
  it('loads nothing from elsewhere and runs nothing inline', () => {
    const html = pageWith();
    expect(html).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    for (const [, url] of html.matchAll(/ (?:src|href)="([^"#]*)"/g)) expect(url).toMatch(/^\.\.\/\.\.\//);
    expect(html).not.toMatch(/ style="| on[a-z]+="|<style|<script>/);
  });

  it('keeps search engines and referrers out', () => {
    expect(pageWith().match(/<meta name="robots" content="noindex"\/>/g)).toHaveLength(1);
    expect(pageWith().match(/<meta name="referrer" content="no-referrer"\/>/g)).toHaveLength(1);
  });

  it('lets search engines in where everybody may read', () => {
    const html = pageWith({ site: { ...site, config: { ...site.config, visibility: 'public' } } });
    expect(html).not.toContain('noindex');
    expect(html).toContain('<meta name="referrer" content="no-referrer"/>');
  });

  it('escapes titles', () => {
    expect(pageWith()).toContain('<title>x &lt;y> \u00b7 A &amp; B</title>');
  });

  it('marks where the reader is', () => {
    expect(pageWith({ current: 'incidents' }).match(/aria-current="page"/g)).toHaveLength(1);
    expect(pageWith({ current: 'years' })).not.toContain('aria-current');
  });

  it('has one search at most', () => {
    expect(pageWith().match(/type="search"/g)).toHaveLength(1);
    expect(pageWith({ hasSearch: true })).not.toContain('type="search"');
  });

  it('says what lists rest on, and nothing of it elsewhere', () => {
    expect(words(pageWith({ built: { asOf: '2024-11-22', incidents: 1, actions: 2 } }))).toContain(
      'Built from 1 incident and 2 action items, as of 22 Nov 2024',
    );
    expect(words(pageWith())).not.toContain('Built');
  });

  it('has a canonical address only where the site has one', () => {
    expect(pageWith({ path: 'incidents/x/' })).not.toContain('canonical');
    const config = { ...sampleConfig, url: 'https://kb.example/base/' };
    expect(pageWith({ path: 'incidents/x/', site: { config, assets } })).toContain(
      '<link rel="canonical" href="https://kb.example/base/incidents/x/"/>',
    );
  });
});

describe('a redirect', () => {
  it('leads on by itself and by a link', () => {
    const html = render(<Redirect site={site} root="../../" to="../../incidents/new/" title={'"New"'} />);
    expect(html).toContain("default-src 'none'");
    expect(html).toContain('<meta http-equiv="refresh" content="0; url=../../incidents/new/"/>');
    expect(html).toContain('<a href="../../incidents/new/">');
    expect(html).toContain('&quot;New&quot;');
  });
});
