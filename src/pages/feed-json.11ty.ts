// JSON Feed: one feed of the whole archive and one for every page of an index.
import type { Cascade } from '../site/cascade.ts';
import { type FeedSource, feedsOf, readFeed } from '../site/feeds/feed.ts';
import { writeJsonFeed } from '../site/feeds/json-feed.ts';

type FeedCascade = Cascade & { readonly feed: FeedSource };

export const data = {
  pagination: {
    data: 'kb.incidents',
    size: 1,
    alias: 'feed',
    before: (_: unknown, { kb }: Cascade) => feedsOf(kb),
    addAllPagesToCollections: false,
  },
  permalink: ({ feed }: FeedCascade) => `/${feed.folder}feed.json`,
  shows: ({ feed }: FeedCascade) => [feed.title, ...feed.incidents],
};

export function render({ kb, feed }: FeedCascade): string {
  return writeJsonFeed(readFeed(feed, kb));
}
