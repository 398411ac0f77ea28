// JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/): the same entries for readers that would rather not parse XML.
import { personOf } from '../../core/model/site-config.ts';
import { feedPath, incidentPath } from '../../core/text/urls.ts';
import { entryHtml, entrySummary } from './entry-text.ts';
import { type Feed, onceForAll } from './feed.ts';

export function writeJsonFeed(feed: Feed): string {
  const { source, addresses, archive } = feed;
  const head = {
    version: 'https://jsonfeed.org/version/1.1',
    title: source.title,
    home_page_url: addresses.link(source.path),
    feed_url: addresses.link(feedPath(source.path, 'json')),
    language: archive.config.language,
  };
  const items = feed.items.map((item) => itemText(item, feed)).join(',\n');
  return `${JSON.stringify(head).slice(0, -1)},"items":[\n${items}\n]}\n`;
}

const itemText = onceForAll(({ incident, published, updated }, { archive, addresses }) => {
  const path = incidentPath(incident.id);
  return JSON.stringify({
    id: addresses.name(path),
    url: addresses.link(path),
    title: incident.title,
    summary: entrySummary(incident),
    content_html: entryHtml(incident, archive.config),
    date_published: published,
    date_modified: updated,
    authors: incident.authors.length === 0 ? undefined : incident.authors.map((id) => ({ name: personOf(archive.config, id)?.name ?? id })),
    tags: incident.tags,
  });
});
