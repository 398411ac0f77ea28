// Links that name the file they lead to: for hosts that do not show a folder's `index.html`, and for pages opened from a folder without any server.

/** What `urls` in the configuration can be: links end at folders, or name the page in them. */
export const URL_STYLES = ['folders', 'explicit'] as const;
export type UrlStyle = (typeof URL_STYLES)[number];

const PAGE = 'index.html';

/** Leads out of the site, or nowhere but within this page. */
const ELSEWHERE = /^(?:[a-z][a-z\d+.-]*:|\/\/|[#?]|$)/i;

/** `own`: the path under which the site is served, as far as it is known; other links that begin with a slash lead to something else on that host. */
export function explicitLink(link: string, own?: string): string {
  if (ELSEWHERE.test(link) || (link.startsWith('/') && (own === undefined || !link.startsWith(own)))) return link;
  const end = link.search(/[?#]/);
  const path = end < 0 ? link : link.slice(0, end);
  const rest = link.slice(path.length);
  if (path.endsWith('/')) return path + PAGE + rest;
  return /(?:^|\/)\.{1,2}$/.test(path) ? `${path}/${PAGE}${rest}` : link;
}

/** A path of `urls.ts` as it is linked to in this style. */
export function pathIn(style: UrlStyle, path: string): string {
  return style === 'explicit' ? explicitLink(path === '' ? PAGE : path) : path;
}

/**
 * The same page with every link named. It must be HTML as this site writes it: a quotation mark in a text or in the value of an attribute is
 * escaped, so ` href="` stands nowhere but in a tag.
 */
export function explicitHtml(html: string, own?: string): string {
  return html.replace(/ (href|action)="([^"]*)"/g, (_, name: string, link: string) => ` ${name}="${explicitLink(link, own)}"`);
}
