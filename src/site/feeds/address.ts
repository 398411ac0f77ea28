// Addresses and lasting names for feeds: absolute where the site knows its own URL, relative to the feed where it does not.
import type { SiteConfig } from '../../core/model/site-config.ts';
import { pathIn } from '../../core/text/explicit-links.ts';
import { slugify } from '../../core/text/slug.ts';

export interface Addresses {
  /** The address of a path from the site's root. */
  link(path: string): string;
  /** A name for what lies at this path that outlives moves and redirects (RFC 4151); Atom wants one that is absolute. */
  name(path: string): string;
}

/** A tag URI names a year in which the host was its owner's; this one never changes, or every entry would be new to its readers. */
const MINTED = '2026';

/** `root` is the way from the feed to the site's root: `''`, `'../../'`. */
export function addressesOf(config: SiteConfig, root: string): Addresses {
  const base = siteBase(config);
  const prefix = base && /^[\w.-]+$/.test(base.hostname) ? `tag:${base.hostname},${MINTED}:${base.pathname}` : nameless(config);
  return {
    link: (path) => {
      const linked = pathIn(config.urls, path);
      return base ? new URL(linked, base).href : root + linked || './';
    },
    name: (path) => prefix + path,
  };
}

/** The site's URL as one to resolve against; undefined where the configuration gives none. */
export function siteBase({ url }: SiteConfig): URL | undefined {
  return url === undefined ? undefined : new URL(url.endsWith('/') ? url : `${url}/`);
}

/** `.invalid` belongs to nobody and never will (RFC 2606); the title tells two archives in one reader apart. */
function nameless({ title }: SiteConfig): string {
  return `tag:hindsight.invalid,${MINTED}:/${encodeURIComponent(slugify(title))}/`;
}
