// What crawlers are asked: an internal archive that is reachable by mistake should at least not be found.
import type { SiteConfig } from '../../core/model/site-config.ts';
import { siteBase } from './address.ts';

export function writeRobots(config: SiteConfig): string {
  if (config.visibility !== 'public') return 'User-agent: *\nDisallow: /\n';
  const base = siteBase(config);
  return `User-agent: *\nAllow: /\n${base ? `Sitemap: ${new URL('sitemap.xml', base).href}\n` : ''}`;
}
