// Bundles the browser code for sites with explicit links: classic scripts, each whole, which run in a page opened from a folder as from a server.
import { join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import type { SiteConfig } from '../core/model/site-config.ts';
import { assetsOf, BROWSERS, type BundledAssets, COMMON, ELEMENTS, STYLES, toAsset } from './assets.ts';
import { packageRoot } from './package.ts';
import { trimLunr } from './trim-lunr.ts';

const PAGES = [
  ...['src/client/site.ts', 'src/client/search/search.ts', 'src/client/triage/triage.ts'],
  ...['src/client/insights/insights.ts', 'src/client/compare/compare.ts'],
];
const WORKERS = ['src/client/search/worker.ts', 'src/client/triage/matcher.ts'];

/** Scripts cannot load each other by `import`: what site.ts loads for some pages is in it. */
const MODULES = {
  ARCHIVE_MODULE: './archive/archive.ts',
  TRACKER_MODULE: './tracker/tracker.ts',
  MARKS_MODULE: './marks.ts',
  LATENESS_MODULE: './lateness.ts',
};

/** What the sources ask it for is whether the page may read files. Here it may. */
const MAY_READ = { 'location.protocol': JSON.stringify('https:') };

const URLS = join(packageRoot, 'src/client/from-folder/urls.ts');

const explicitUrls: Plugin = {
  name: 'explicit-urls',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/text\/urls\.ts$/ }, ({ importer }) => (importer === URLS ? undefined : { path: URLS }));
  },
};

const SCRIPT = {
  ...COMMON,
  format: 'iife',
  target: BROWSERS,
  alias: ELEMENTS,
  plugins: [trimLunr, explicitUrls],
} satisfies BuildOptions;

const FETCH = 'src/client/from-folder/fetch.ts';

/** What `bundling` has where links end at folders; else a bundle of another kind. */
export async function bundledFor(
  { urls }: Pick<SiteConfig, 'urls'>,
  bundling: BundledAssets | Promise<BundledAssets>,
): Promise<BundledAssets> {
  return urls === 'explicit' ? bundleExplicit() : bundling;
}

/** Fails only on mistakes in our own sources. */
async function bundleExplicit(): Promise<BundledAssets> {
  const define = Object.fromEntries(Object.entries(MODULES).map(([name, path]) => [name, JSON.stringify(path)]));
  const bundles = await Promise.all([
    build({ ...COMMON, entryPoints: STYLES, target: BROWSERS }),
    build({ ...SCRIPT, entryPoints: PAGES, define: { ...MAY_READ, ...define }, inject: [FETCH, 'src/client/from-folder/worker.ts'] }),
    build({ ...SCRIPT, entryPoints: ['src/client/theme.ts'], define: MAY_READ }),
    build({ ...SCRIPT, entryPoints: WORKERS, inject: [FETCH, 'src/client/from-folder/worker-scope.ts'] }),
  ]);
  return assetsOf(bundles.flatMap(({ outputFiles }) => outputFiles.map(toAsset)));
}
