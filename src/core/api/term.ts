// One value of an index for other programs.
import type { IndexEntry } from '../model/archive.ts';
import { pathIn, type UrlStyle } from '../text/explicit-links.ts';
import { feedPath, termPath } from '../text/urls.ts';
import { ROOT } from './facts.ts';
import type { TermJson } from './schema/term.ts';

/** An entry of `api/tags.json`, `api/services.json` and their kind. */
export function termJson(entry: IndexEntry, urls: UrlStyle): TermJson {
  const path = ROOT + termPath(entry.kind, entry.slug);
  return {
    id: entry.id,
    name: entry.name,
    description: entry.description,
    owner: entry.owner,
    url: pathIn(urls, path),
    feed_url: feedPath(path, 'xml'),
    incident_count: entry.incidents.length,
    action_count: entry.actionCount,
    open_action_count: entry.openActions.length,
    overdue_action_count: entry.overdueCount,
    incidents: entry.incidents.map(({ id }) => id),
  };
}
