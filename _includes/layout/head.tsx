// The head of a page: what it is called, what it may load, where its feeds are.
import { pathIn } from '../../src/core/text/explicit-links.ts';
import { feedPath } from '../../src/core/text/urls.ts';
import type { FrameSite } from './page.tsx';

/** The same matter in another format: a feed, the Markdown of an incident. */
interface Alternate {
  readonly href: string;
  readonly type: string;
  readonly title?: string;
}

export interface HeadProps {
  readonly site: FrameSite;
  readonly root: string;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** The page's path from the root, for the canonical address of sites that have one. */
  readonly path?: string | undefined;
  /** What this page is drawn with besides the styles of every page, by path from the root. */
  readonly styles?: readonly string[] | undefined;
  /** What this page runs besides the script of every page, by path from the root. */
  readonly modules?: readonly string[] | undefined;
  /** Beside the feeds of the whole site. */
  readonly alternates?: readonly Alternate[] | undefined;
}

/** Nothing is loaded from elsewhere, and nothing inline runs: see docs/safety.md. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');

/** Before anything that loads something. */
export function Policy() {
  return (
    <>
      <meta http-equiv="Content-Security-Policy" content={CONTENT_SECURITY_POLICY} />
      <meta name="referrer" content="no-referrer" />
    </>
  );
}

export function Head({ site, root, title, description, path, styles = [], modules = [], alternates = [] }: HeadProps) {
  const { config, assets } = site;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <Policy />
      <title>{title === undefined ? config.title : `${title} \u00b7 ${config.title}`}</title>
      {description !== undefined && description !== '' && <meta name="description" content={description} />}
      <meta name="color-scheme" content="light dark" />
      {config.visibility !== 'public' && <meta name="robots" content="noindex" />}
      {/* Classic and first: the theme is set before anything is painted. */}
      <script src={root + assets.theme} />
      <link rel="stylesheet" href={root + assets.css} />
      {styles.map((style) => (
        <link key={style} rel="stylesheet" href={root + style} />
      ))}
      <link rel="icon" href={root + assets.favicon} type="image/svg+xml" />
      {config.url !== undefined && (
        <link rel="search" type="application/opensearchdescription+xml" title={config.title} href={`${root}opensearch.xml`} />
      )}
      {config.url !== undefined && path !== undefined && (
        <link rel="canonical" href={new URL(pathIn(config.urls, path), config.url).href} />
      )}
      <link rel="alternate" type="application/atom+xml" title={config.title} href={root + feedPath('', 'xml')} />
      <link rel="alternate" type="application/feed+json" title={config.title} href={root + feedPath('', 'json')} />
      {alternates.map((alternate) => (
        <link key={alternate.href} rel="alternate" type={alternate.type} title={alternate.title} href={alternate.href} />
      ))}
      <Script src={root + assets.js} site={site} />
      {modules.map((module) => (
        <Script key={module} src={root + module} site={site} />
      ))}
    </head>
  );
}

/** Both kinds run once the page is read, in their order. Browsers load no module from a folder. */
function Script({ src, site }: { readonly src: string; readonly site: FrameSite }) {
  return site.config.urls === 'explicit' ? <script defer src={src} /> : <script type="module" src={src} />;
}
