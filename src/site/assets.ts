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
interface OutputAsset {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface BundledAssets {
  readonly assets: SiteAssets;
  readonly files: readonly OutputAsset[];
}

const BROWSERS = ['chrome123', 'firefox120', 'safari17.5'];

/** Apart from the site's own module: what they share with it would be a file more for every page. */
const SEARCH_MODULES = ['src/client/search/search.ts', 'src/client/marks.ts'];

const COMMON = {
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
  const [styles, search, worker, theme] = await Promise.all([
    build({ ...COMMON, entryPoints: ['src/styles/site.css'], target: BROWSERS }),
    build({ ...COMMON, entryPoints: SEARCH_MODULES, format: 'esm', target: BROWSERS, plugins: [trimLunr] }),
    // In parts: what only some queries want is fetched with the first of them.
    build({
      ...COMMON,
      entryPoints: ['src/client/search/worker.ts'],
      format: 'esm',
      splitting: true,
      target: BROWSERS,
      plugins: [trimLunr, oneLaterPart],
    }),
    build({ ...COMMON, entryPoints: ['src/client/theme.ts'], format: 'iife', target: BROWSERS }),
  ]);
  const modules = await bundleSite(search.outputFiles.map(toAsset));
  const favicon = hashed('favicon', '.svg', readFileSync(join(packageRoot, 'src/styles/favicon.svg')));
  const files = [...styles.outputFiles, ...modules.outputFiles, ...search.outputFiles, ...worker.outputFiles, ...theme.outputFiles].map(
    toAsset,
  );
  return {
    assets: {
      css: named(files, 'site-', '.css'),
      js: named(files, 'site-', '.js'),
      search: named(files, 'search-', '.js'),
      worker: named(files, 'worker-', '.js'),
      theme: named(files, 'theme-', '.js'),
      favicon: favicon.path,
    },
    files: [...files, favicon].sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** Loads the module that marks words by its name, from beside itself. */
function bundleSite(search: readonly OutputAsset[]): Promise<BuildResult & { readonly outputFiles: OutputFile[] }> {
  const marks = `./${named(search, 'marks-', '.js').split('/').at(-1)}`;
  const define = { MARKS_MODULE: JSON.stringify(marks) };
  return build({
    ...COMMON,
    entryPoints: ['src/client/site.ts'],
    format: 'esm',
    splitting: true,
    target: BROWSERS,
    define,
    external: [marks],
  });
}

function toAsset(file: OutputFile): OutputAsset {
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
