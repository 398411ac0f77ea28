// The whole address of something on a site that says where it is published.
import { pathIn, type UrlStyle } from './explicit-links.ts';
import { slugify } from './slug.ts';
import { incidentPath } from './urls.ts';

/** `url` of the configuration with a path of the site behind it, linked to as `urls` has it. */
export function siteUrl(url: string, path: string, urls: UrlStyle): string {
  return `${url.replace(/\/?$/, '/')}${pathIn(urls, path)}`;
}

/** Where an action item stands on the page of its incident. */
export function actionPath(incident: string, item: string): string {
  return `${incidentPath(incident)}#${encodeURIComponent(slugify(item))}`;
}
