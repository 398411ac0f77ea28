// What Eleventy's data cascade holds for our pages, and the one trick it takes to keep a large model out of its way.
import type { Archive, Assignee, IndexEntry } from '../core/model/archive.ts';
import type { Day } from '../core/model/timestamp.ts';

/** Paths from the site's root, content-hashed. */
export interface SiteAssets {
  readonly css: string;
  /** The module every page loads. */
  readonly js: string;
  /** The search page's own module, and the worker it starts. */
  readonly search: string;
  readonly worker: string;
  /** The triage page's own module, and the worker it starts. */
  readonly triage: string;
  readonly matcher: string;
  /** The module and the styles that only the insights load. */
  readonly insights: string;
  readonly insightsCss: string;
  /** The same of the comparison. */
  readonly compare: string;
  readonly compareCss: string;
  /** The classic script that sets the theme before the first paint. */
  readonly theme: string;
  readonly favicon: string;
}

/** What every page may say about the build itself; nothing in it changes between two builds of the same day. */
export interface BuildInfo {
  readonly version: string;
  readonly asOf: Day;
}

/** Eleventy's own entry for the page being rendered. */
interface CurrentPage {
  readonly url: string;
}

/** The data a page's `render` and `permalink` get. The alias of a pagination is there only on pages that paginate. */
export interface Cascade {
  readonly kb: Archive;
  readonly assets: SiteAssets;
  readonly build: BuildInfo;
  readonly page: CurrentPage;
  readonly entry: IndexEntry;
  readonly assignee: Assignee;
}

const OPAQUE = Object.create(Object.prototype) as object;

/**
 * The same object under a prototype of its own. Eleventy copies plain objects deeply for every template and wraps them in proxies for every
 * page; an object that is not plain is handed through as it is.
 */
export function opaque<T extends object>(value: T): T {
  return Object.setPrototypeOf(value, OPAQUE) as T;
}
