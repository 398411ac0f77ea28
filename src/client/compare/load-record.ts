// Fetches the file of an incident, and says in a sentence why that did not work.
import { type CompareRecord, readRecord } from '../../core/compare/record.ts';
import { incidentTwinPath } from '../../core/text/urls.ts';
import { sayRefusal } from '../answer.ts';

export type Loaded = CompareRecord | NotLoaded;

interface NotLoaded {
  readonly id: string;
  readonly why: string;
  /** Asking once more may help. */
  readonly isPassing: boolean;
}

export function isLoaded(loaded: Loaded): loaded is CompareRecord {
  return 'timeline' in loaded;
}

/** `root` is the page's way to the site's root. */
export async function loadRecord(root: string, id: string): Promise<Loaded> {
  // Asks whether the file is still the newest: two incidents of different builds are no comparison.
  const response = await fetch(root + incidentTwinPath(id, 'json'), { cache: 'no-cache' }).catch(() => undefined);
  if (!response) return { id, why: unreachable(), isPassing: true };
  if (response.status === 404 || response.status === 410) {
    return { id, why: 'no incident of this archive has that id. If it is an old one, its page leads to the new one.', isPassing: false };
  }
  if (!response.ok) return { id, why: `its file could not be fetched: ${sayRefusal(response)}.`, isPassing: true };
  const json: unknown = await response.json().catch(() => undefined);
  const record = readRecord(json, id);
  return record ?? { id, why: 'its file could not be read: it is damaged, or of another version of this site.', isPassing: true };
}

function unreachable(): string {
  return location.protocol === 'file:'
    ? 'comparing needs a web server: browsers do not let a page opened from a folder read its own files.'
    : 'its file could not be fetched: the server did not answer.';
}
