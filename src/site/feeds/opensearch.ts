// Lets a browser search the archive from its address bar (OpenSearch 1.1). Needs absolute addresses, so only sites that know theirs have it.
import type { SiteConfig } from '../../core/model/site-config.ts';
import { pathIn } from '../../core/text/explicit-links.ts';
import { searchPath } from '../../core/text/urls.ts';
import { siteBase } from './address.ts';
import { element, textElement, xmlDocument } from './xml.ts';

/** Limits of the format. */
const LONGEST_NAME = 16;
const LONGEST_DESCRIPTION = 1024;

/** Undefined where the configuration gives no URL. */
export function writeOpenSearch(config: SiteConfig): string | undefined {
  const base = siteBase(config);
  if (!base) return undefined;
  const parts = [
    textElement('ShortName', cutAtWord(config.title, LONGEST_NAME)),
    textElement('Description', cut(`Search ${config.title}`, LONGEST_DESCRIPTION)),
    textElement('InputEncoding', 'UTF-8'),
    // Not through URL: the braces are the format's own and must stay.
    element('Url', {
      type: 'text/html',
      method: 'get',
      template: `${new URL(pathIn(config.urls, searchPath()), base).href}?q={searchTerms}`,
    }),
  ];
  return xmlDocument(element('OpenSearchDescription', { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' }, `\n${parts.join('\n')}\n`));
}

/** What a browser lists it by: whole words, where the first one fits. */
function cutAtWord(text: string, most: number): string {
  const room = cut(text, most + 1);
  if ([...room].length <= most) return room;
  return cut(room.replace(/\s+\S*$/u, ''), most);
}

/** By characters: half of a surrogate pair would be no character. */
function cut(text: string, most: number): string {
  return [...text].slice(0, most).join('').trim();
}
