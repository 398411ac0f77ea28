// Atom (RFC 4287). Written here and not by a library: those at hand refuse relative links, which this site lives by.

import { personOf } from '../../core/model/site-config.ts';
import { feedPath, incidentPath } from '../../core/text/urls.ts';
import { entryHtml, entrySummary } from './entry-text.ts';
import { type Feed, onceForAll } from './feed.ts';
import { element, escapeMarkup, textElement, xmlDocument } from './xml.ts';

export function writeAtom(feed: Feed): string {
  const { source, addresses, archive } = feed;
  const parts = [
    textElement('id', addresses.name(feedPath(source.path, 'xml'))),
    textElement('title', source.title),
    textElement('updated', feed.updated),
    element('author', {}, textElement('name', archive.config.title)),
    element('link', { rel: 'self', type: 'application/atom+xml', href: addresses.link(feedPath(source.path, 'xml')) }),
    element('link', { rel: 'alternate', type: 'text/html', href: addresses.link(source.path) }),
    ...feed.items.map((item) => entry(item, feed)),
  ];
  return xmlDocument(
    element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': archive.config.language }, `\n${parts.join('\n')}\n`),
  );
}

const entry = onceForAll(({ incident, published, updated }, { archive, addresses }) => {
  const path = incidentPath(incident.id);
  const summary = entrySummary(incident);
  const parts = [
    textElement('id', addresses.name(path)),
    textElement('title', incident.title),
    element('link', { rel: 'alternate', type: 'text/html', href: addresses.link(path) }),
    textElement('published', published),
    textElement('updated', updated),
    ...incident.authors.map((id) => element('author', {}, textElement('name', personOf(archive.config, id)?.name ?? id))),
    ...incident.tags.map((term) => element('category', { term })),
    ...(summary === undefined ? [] : [textElement('summary', summary)]),
    // Escaped as a whole: the reader turns it back into the HTML it is.
    element('content', { type: 'html' }, escapeMarkup(entryHtml(incident, archive.config))),
  ];
  return `<entry>\n${parts.join('\n')}\n</entry>`;
});
