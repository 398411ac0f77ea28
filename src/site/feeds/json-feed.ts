// JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/): the same entries for readers that would rather not parse XML.
import { feedPath, incidentPath } from '../../core/text/urls.ts';
import { entryHtml, entrySummary } from './entry-text.ts';
import type { Feed, FeedItem } from './feed.ts';

export function writeJsonFeed(feed: Feed): string {
  const { source, addresses, archive } = feed;
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: source.title,
    home_page_url: addresses.link(source.path),
    feed_url: addresses.link(feedPath(source.path, 'json')),
    language: archive.config.language,
    items: feed.items.map((item) => itemOf(item, feed)),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

function itemOf({ incident, published, updated }: FeedItem, { archive, addresses }: Feed): object {
  const path = incidentPath(incident.id);
  const { people } = archive.config;
  return {
    id: addresses.name(path),
    url: addresses.link(path),
    title: incident.title,
    summary: entrySummary(incident),
    content_html: entryHtml(incident, archive.config),
    date_published: published,
    date_modified: updated,
    authors: incident.authors.length === 0 ? undefined : incident.authors.map((id) => ({ name: people[id]?.name ?? id })),
    tags: incident.tags,
  };
}
