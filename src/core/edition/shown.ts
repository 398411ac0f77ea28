// Which incidents an edition holds. All others are withheld from it: ids, titles and all.
import type { EditionName } from '../model/edition.ts';
import type { DocumentStatus, Visibility } from '../model/incident.ts';
import type { SiteConfig } from '../model/site-config.ts';

/** What a file says of itself; `data` is undefined where it cannot be read, and then it is in no public edition. */
interface Stated {
  readonly data: { readonly visibility?: Visibility | undefined; readonly status?: DocumentStatus | undefined } | undefined;
}

export function isShownIn(edition: EditionName, { data }: Stated, config: SiteConfig): boolean {
  const visibility = data?.visibility ?? config.visibility;
  if (!config.editions[edition].drafts && (data?.status ?? 'published') !== 'published') return false;
  if (edition === 'public') return data !== undefined && visibility === 'public';
  return edition === 'restricted' || visibility !== 'restricted';
}
