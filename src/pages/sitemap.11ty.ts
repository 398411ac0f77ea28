// sitemap.xml, in as many files as the archive needs; none for a site that does not know its own address.
import type { Cascade } from '../site/cascade.ts';
import { type SitemapFile, sitemapFiles } from '../site/feeds/sitemap.ts';

type SitemapCascade = Cascade & { readonly file: SitemapFile };

export const data = {
  pagination: {
    data: 'kb.incidents',
    size: 1,
    alias: 'file',
    before: (_: unknown, { kb }: Cascade) => sitemapFiles(kb),
    addAllPagesToCollections: false,
  },
  permalink: ({ file }: SitemapCascade) => `/${file.path}`,
};

export function render({ file }: SitemapCascade): string {
  return file.write();
}
