// What a feed holds, whichever format it is written in.
import { type Archive, INDEX_KINDS, type IndexEntry } from '../../core/model/archive.ts';
import type { Incident } from '../../core/model/incident.ts';
import type { SiteConfig } from '../../core/model/site-config.ts';
import { MILESTONES } from '../../core/model/timestamp.ts';
import { rootOf, termPath } from '../../core/text/urls.ts';
import { opaque } from '../cascade.ts';
import { type Addresses, addressesOf } from './address.ts';
import { lastDay } from './last-day.ts';

const NEWEST = 50;
/** Every incident is in the feeds of a dozen terms, in two formats: at 1,000 incidents they were a quarter of the site. */
const NEWEST_OF_TERM = 20;

/** One feed to write: of the whole site, or of one entry of an index. */
export interface FeedSource {
  /** Where its files go, from the site's root: `''`, `tags/config/`. Not a URL: names stand in it as the disk has them. */
  readonly folder: string;
  /** The URL of the page it belongs to, from the site's root. */
  readonly path: string;
  readonly title: string;
  readonly incidents: readonly Incident[];
}

/** One incident in a feed. */
interface FeedItem {
  readonly incident: Incident;
  /** RFC 3339, UTC. */
  readonly published: string;
  /** Its last known moment: when the text was changed is not recorded in it. */
  readonly updated: string;
}

export interface Feed {
  readonly source: FeedSource;
  readonly archive: Archive;
  readonly addresses: Addresses;
  readonly items: readonly FeedItem[];
  readonly updated: string;
}

/** Every feed of the site. */
export function feedsOf({ config, incidents, indexes }: Archive): readonly FeedSource[] {
  const whole = { folder: '', path: '', title: config.title, incidents };
  const terms = INDEX_KINDS.flatMap((kind) => indexes[kind]).map((entry) => termSource(entry, config.title));
  return [whole, ...terms].map(opaque);
}

/**
 * The newest incidents of a source. Undated ones are left out: an entry must carry a date, and one that was made up would put them in a
 * place that means something.
 */
export function readFeed(source: FeedSource, archive: Archive): Feed {
  const newest = source.incidents.slice(0, source.path === '' ? NEWEST : NEWEST_OF_TERM);
  const items = newest.flatMap((incident) => itemOf(incident) ?? []);
  const updated = items
    .map((item) => item.updated)
    .sort()
    .at(-1);
  return {
    source,
    archive,
    addresses: addressesOf(archive.config, rootOf(source.path)),
    items,
    updated: updated ?? `${lastDay(archive)}T00:00:00Z`,
  };
}

type WriteItem = (item: FeedItem, feed: Feed) => string;

/** Writes an incident once for all feeds it stands in: those of its terms are all as far from the root. */
export function onceForAll(write: WriteItem): WriteItem {
  const known = new WeakMap<Incident, { readonly config: SiteConfig; readonly root: string; readonly text: string }>();
  return (item, feed) => {
    const { config } = feed.archive;
    const root = rootOf(feed.source.path);
    const before = known.get(item.incident);
    if (before?.config === config && before.root === root) return before.text;
    const text = write(item, feed);
    known.set(item.incident, { config, root, text });
    return text;
  };
}

function termSource(entry: IndexEntry, siteTitle: string): FeedSource {
  return {
    folder: `${entry.kind}/${entry.slug}/`,
    path: termPath(entry.kind, entry.slug),
    title: `${entry.name} \u00b7 ${siteTitle}`,
    incidents: entry.incidents,
  };
}

function itemOf(incident: Incident): FeedItem | undefined {
  const { started } = incident.milestones;
  if (!started) return undefined;
  const moments = MILESTONES.flatMap((milestone) => incident.milestones[milestone]?.epoch ?? []);
  return { incident, published: instant(started.epoch), updated: instant(Math.max(...moments)) };
}

function instant(epoch: number): string {
  return new Date(epoch).toISOString().replace('.000Z', 'Z');
}
