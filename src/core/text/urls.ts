// Where every page of the site lives, relative to its root: a link is `root + path`, so the same bytes work under any base.
import type { Assignee, IndexKind } from '../model/archive.ts';

/** `root` of a page at this path: `''` for `/`, `'../../'` for `incidents/ID/`. */
export function rootOf(path: string): string {
  return '../'.repeat(path.split('/').length - 1);
}

export function incidentPath(id: string): string {
  return `incidents/${encodeURIComponent(id)}/`;
}

/** The incident as a file to take along: its annotated Markdown or its JSON. */
export function incidentTwinPath(id: string, extension: 'md' | 'json'): string {
  return `incidents/${encodeURIComponent(id)}.${extension}`;
}

/** The archive list; page 1 is the list itself. */
export function incidentsPath(page = 1): string {
  return page > 1 ? `incidents/page/${page}/` : 'incidents/';
}

export function indexPath(kind: IndexKind): string {
  return `${kind}/`;
}

/** The page of one tag, service, team, cause, severity or year. `slug` is that of its index entry. */
export function termPath(kind: IndexKind, slug: string): string {
  return `${kind}/${encodeURIComponent(slug)}/`;
}

/** The search page; its index lies below it. */
export function searchPath(): string {
  return 'search/';
}

/** Where what somebody has on the screen is compared; its files lie below it. */
export function triagePath(): string {
  return 'triage/';
}

/** Incidents beside one another; without any, where they are chosen. */
export function comparePath(ids: readonly string[] = []): string {
  return ids.length === 0 ? 'compare/' : `compare/?ids=${ids.map(encodeURIComponent).join(',')}`;
}

/** The action tracker; page 1 is the tracker itself. */
export function actionsPath(page = 1): string {
  return page > 1 ? `actions/page/${page}/` : 'actions/';
}

/** What one person or one team promised, or what was promised for one service. */
export function assigneePath(kind: Assignee['kind'], slug: string): string {
  return `actions/${kind}s/${encodeURIComponent(slug)}/`;
}

/** The insights of the whole archive, or of one service or team. */
export function insightsPath(scope?: { readonly kind: IndexKind; readonly slug: string }): string {
  return scope === undefined ? 'insights/' : `insights/${termPath(scope.kind, scope.slug)}`;
}

/** A feed of the page at `path`: of the whole site for `''`. */
export function feedPath(path: string, format: 'xml' | 'json'): string {
  return `${path}feed.${format}`;
}

/** Promises that were made more than once; with a slug the page of one of them. */
export function recurringPath(slug?: string): string {
  return slug === undefined ? 'actions/recurring/' : `actions/recurring/${encodeURIComponent(slug)}/`;
}

/** The list of them; page 1 is the list itself. */
export function recurringPagePath(page: number): string {
  return page > 1 ? `actions/recurring/page/${page}/` : recurringPath();
}

/** The dossier of a service for other programs. */
export function serviceFilePath(slug: string): string {
  return `api/services/${encodeURIComponent(slug)}.json`;
}

/** Its state as a picture for other pages. */
export function serviceBadgePath(slug: string): string {
  return `${termPath('services', slug)}badge.svg`;
}
