// Bundles the styles and the browser code into files named by their content.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, type BuildResult, build, type OutputFile } from 'esbuild';
import type { SiteAssets } from './cascade.ts';
import { oneLaterPart } from './one-later-part.ts';
import { packageRoot } from './package.ts';
import { trimLunr } from './trim-lunr.ts';

/** One file to write, by its path from the site's root. */
export interface OutputAsset {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface BundledAssets {
  readonly assets: SiteAssets;
  readonly files: readonly OutputAsset[];
}

export const BROWSERS = ['chrome123', 'firefox120', 'safari17.5'];

export const STYLES = ['src/styles/site.css', 'src/styles/insights.css', 'src/styles/compare.css'];

/** Apart from the site's own module, and from each other: what they share would be a file more for every page. */
const APART = [
  ...['src/client/search/search.ts', 'src/client/marks.ts', 'src/client/lateness.ts'],
  ...['src/client/archive/archive.ts', 'src/client/tracker/tracker.ts'],
  ...['src/client/triage/triage.ts', 'src/client/triage/matcher.ts'],
];

/** What the JSX of components becomes in a browser: plain values, which `to-dom.ts` turns into elements. */
export const ELEMENTS = { '#jsx/jsx-runtime': join(packageRoot, 'src/client/elements/jsx-values.ts') };

export const COMMON = {
  absWorkingDir: packageRoot,
  bundle: true,
  minify: true,
  write: false,
  outdir: 'assets',
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  logLevel: 'silent',
  legalComments: 'none',
  charset: 'utf8',
} as const satisfies BuildOptions;

/** Bundles everything once. Fails only on mistakes in our own sources. */
export async function bundleAssets(): Promise<BundledAssets> {
  const [styles, apart, worker, insights, compare, theme] = await Promise.all([
    build({ ...COMMON, entryPoints: STYLES, target: BROWSERS }),
    build({ ...COMMON, entryPoints: APART, format: 'esm', target: BROWSERS, plugins: [trimLunr] }),
    // In parts: what only some queries want is fetched with the first of them.
    build({
      ...COMMON,
      entryPoints: ['src/client/search/worker.ts'],
      format: 'esm',
      splitting: true,
      target: BROWSERS,
      plugins: [trimLunr, oneLaterPart],
    }),
    // What draws the figures again is a file of its own, fetched when a reader picks something.
    bundleDrawing('src/client/insights/insights.ts', { splitting: true }),
    bundleDrawing('src/client/compare/compare.ts'),
    build({ ...COMMON, entryPoints: ['src/client/theme.ts'], format: 'iife', target: BROWSERS }),
  ]);
  const modules = await bundleSite(apart.outputFiles.map(toAsset));
  return assetsOf([styles, modules, apart, worker, insights, compare, theme].flatMap(({ outputFiles }) => outputFiles.map(toAsset)));
}

/** Says which of the bundled files is which, and adds those that are there already. */
export function assetsOf(bundled: readonly OutputAsset[]): BundledAssets {
  const favicon = hashed('favicon', '.svg', readFileSync(join(packageRoot, 'src/styles/favicon.svg')));
  return {
    assets: {
      css: named(bundled, 'site-', '.css'),
      js: named(bundled, 'site-', '.js'),
      search: named(bundled, 'search-', '.js'),
      worker: named(bundled, 'worker-', '.js'),
      triage: named(bundled, 'triage-', '.js'),
      matcher: named(bundled, 'matcher-', '.js'),
      insights: named(bundled, 'insights-', '.js'),
      insightsCss: named(bundled, 'insights-', '.css'),
      compare: named(bundled, 'compare-', '.js'),
      compareCss: named(bundled, 'compare-', '.css'),
      theme: named(bundled, 'theme-', '.js'),
      favicon: favicon.path,
    },
    files: [...bundled, favicon].sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** Loads the modules that few pages need by their names, from beside itself. */
function bundleSite(apart: readonly OutputAsset[]): Promise<BuildResult & { readonly outputFiles: OutputFile[] }> {
  const beside = (name: string) => `./${named(apart, `${name}-`, '.js').split('/').at(-1)}`;
  const modules = {
    ARCHIVE_MODULE: beside('archive'),
    TRACKER_MODULE: beside('tracker'),
    MARKS_MODULE: beside('marks'),
    LATENESS_MODULE: beside('lateness'),
  };
  return build({
    ...COMMON,
    entryPoints: ['src/client/site.ts'],
    format: 'esm',
    target: BROWSERS,
    define: Object.fromEntries(Object.entries(modules).map(([name, path]) => [name, JSON.stringify(path)])),
    external: Object.values(modules),
  });
}

/** Code that uses components. */
function bundleDrawing(
  entry: string,
  options: Pick<BuildOptions, 'splitting'> = {},
): Promise<BuildResult & { readonly outputFiles: OutputFile[] }> {
  return build({ ...COMMON, ...options, entryPoints: [entry], format: 'esm', target: BROWSERS, alias: ELEMENTS });
}

export function toAsset(file: OutputFile): OutputAsset {
  const name = file.path.split(/[/\\]/).at(-1);
  return { path: `assets/${name}`, bytes: file.contents };
}

function hashed(name: string, extension: string, bytes: Uint8Array): OutputAsset {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  return { path: `assets/${name}-${hash}${extension}`, bytes };
}

function named(files: readonly OutputAsset[], prefix: string, suffix: string): string {
  const found = files.find(({ path }) => path.startsWith(`assets/${prefix}`) && path.endsWith(suffix));
  if (found === undefined) throw new Error(`the bundle has no assets/${prefix}*${suffix}`);
  return found.path;
}
