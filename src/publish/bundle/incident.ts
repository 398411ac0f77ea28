// An incident of a built site, found by its id or an old one, as one file.
import { closest } from '../../core/text/closest.ts';
import { incidentPath } from '../../core/text/urls.ts';
import { AppError } from '../../io/app-error.ts';
import { readSiteFile } from '../copy-site.ts';
import type { Site } from '../open-site.ts';
import { selfContained } from './self-contained.ts';

export interface Bundle {
  /** The one it has now. */
  readonly id: string;
  readonly html: string;
}

/** Throws when the site has no such incident, or is not that of its manifest. */
export async function bundleIncident(site: Site, name: string): Promise<Bundle> {
  const files = new Map(site.manifest.files.map((file) => [file.path, file]));
  const read = async (path: string): Promise<Uint8Array | undefined> => {
    const file = files.get(path);
    return file && readSiteFile(site, file);
  };
  const page = await read(pageOf(name));
  if (page === undefined || name.includes('/')) throw noIncident(site, name);
  const html = Buffer.from(page).toString('utf8');
  const moved = MOVED.exec(html)?.[1];
  if (moved !== undefined && moved !== name) return bundleIncident(site, moved);
  return { id: name, html: await selfContained(html, { path: pageOf(name), read }) };
}

/** The page at an old id, as `_includes/layout/redirect.tsx` writes it. */
const MOVED = /<meta http-equiv="refresh" content="0; url=(?:\.\.\/)+incidents\/([^/"]+)\/(?:index\.html)?"\/>/;

function pageOf(id: string): string {
  return `${incidentPath(id)}index.html`;
}

function noIncident({ manifest, typed }: Site, name: string): AppError {
  const ids = manifest.files.flatMap(({ path }) => /^incidents\/([^/]+)\/index\.html$/.exec(path)?.[1] ?? []);
  const near = closest(name, ids);
  return new AppError('not-found', `${typed} has no incident ${name}.`, {
    hint: near === undefined ? 'The id stands in the address of its page, and in the list of "hindsight search".' : `Did you mean ${near}?`,
  });
}
