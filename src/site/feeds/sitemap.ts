// The sitemap (https://www.sitemaps.org/protocol.html). It must hold absolute addresses, so only sites that know theirs have one.
import { type Archive, INDEX_KINDS } from '../../core/model/archive.ts';
import { pathIn } from '../../core/text/explicit-links.ts';
import { actionsPath, assigneePath, incidentPath, incidentsPath, indexPath, recurringPath, termPath } from '../../core/text/urls.ts';
import { opaque } from '../cascade.ts';
import { siteBase } from './address.ts';
import { element, textElement, xmlDocument } from './xml.ts';

/** Of the protocol, for one file. */
const MOST_ADDRESSES = 50_000;
const NAMESPACE = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' };

export interface SitemapFile {
  readonly path: string;
  write(): string;
}

/** `sitemap.xml`, and where one file cannot hold the site, the files it names; none for a site without a URL. */
export function sitemapFiles(archive: Archive, most = MOST_ADDRESSES): readonly SitemapFile[] {
  const base = siteBase(archive.config);
  if (!base) return [];
  const address = (path: string) => new URL(pathIn(archive.config.urls, path), base).href;
  const paths = pathsOf(archive);
  const parts: SitemapFile[] = [];
  for (let first = 0; first < paths.length; first += most) {
    const part = paths.slice(first, first + most);
    parts.push({ path: `sitemap-${parts.length + 1}.xml`, write: () => list('urlset', 'url', part.map(address)) });
  }
  const [only] = parts;
  if (only && parts.length === 1) return [opaque({ ...only, path: 'sitemap.xml' })];
  const index = {
    path: 'sitemap.xml',
    write: () =>
      list(
        'sitemapindex',
        'sitemap',
        parts.map(({ path }) => address(path)),
      ),
  };
  return [index, ...parts].map(opaque);
}

/** Every page worth finding; second tellings and redirects are not. */
function pathsOf({ incidents, indexes, owners, teams, services, recurring }: Archive): string[] {
  return [
    '',
    incidentsPath(),
    actionsPath(),
    recurringPath(),
    ...recurring.map(({ slug }) => recurringPath(slug)),
    ...INDEX_KINDS.map(indexPath),
    ...incidents.map(({ id }) => incidentPath(id)),
    ...INDEX_KINDS.flatMap((kind) => indexes[kind].map(({ slug }) => termPath(kind, slug))),
    ...[...owners, ...teams, ...services].map(({ kind, slug }) => assigneePath(kind, slug)),
  ];
}

/** No `lastmod`: when a page last changed is not known here, and a wrong date is worse than none. */
function list(root: string, item: string, addresses: readonly string[]): string {
  const items = addresses.map((address) => element(item, {}, textElement('loc', address)));
  return xmlDocument(element(root, NAMESPACE, `\n${items.join('\n')}\n`));
}
