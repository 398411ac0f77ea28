// Pages of lists that stand as an earlier build in this process wrote them: while serving, an edit renders the lists it is in and no others.
import { listPages } from '../core/archive/surroundings.ts';
import type { Archive } from '../core/model/archive.ts';
import type { BuildInfo, SiteAssets } from './cascade.ts';
import type { ManifestFile } from './manifest.ts';

/** Everything a page is made from that differs between the pages of one build. Objects are the same when they are identical. */
export type Shown = readonly unknown[];

/** What the pages of one build were made from. */
export interface PageMemory {
  /** What any of them may show. */
  readonly common: string;
  /** By path; only of pages that say what they show. */
  readonly shown: Map<string, Shown>;
}

/** Which pages of terms and owners there are is common to all: a link to one that comes or goes may stand on any page. */
export function newPageMemory(archive: Archive, build: BuildInfo, assets: SiteAssets): PageMemory {
  const { config, isGraded, standing } = archive;
  return { common: JSON.stringify([build, assets, config, isGraded, standing, [...listPages(archive)]]), shown: new Map() };
}

interface Pages {
  readonly pages: PageMemory;
  readonly previous?: { readonly pages: PageMemory; readonly files: ReadonlyMap<string, ManifestFile> };
}

/** The file of a page that need not be rendered again; notes what the page shows for the next build. */
export function keptPage({ pages, previous }: Pages, path: string, shown: Shown): ManifestFile | undefined {
  pages.shown.set(path, shown);
  const known = previous?.pages.common === pages.common ? previous.pages.shown.get(path) : undefined;
  const isSame = known?.length === shown.length && shown.every((value, index) => value === known[index]);
  return isSame ? previous?.files.get(path) : undefined;
}
