// One build as the Eleventy configuration sees it: the archive, the bundled assets, and which incidents are already written as they should be.
import { existsSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { surroundingsOf } from '../core/archive/surroundings.ts';
import { sayDiagnostic } from '../core/model/diagnostic.ts';
import type { Incident } from '../core/model/incident.ts';
import { AppError } from '../io/app-error.ts';
import { type BundledAssets, bundleAssets } from './assets.ts';
import type { BuildInfo } from './cascade.ts';
import type { Edition, IncidentOrder } from './incident-files.tsx';
import { newPageMemory, type PageMemory } from './kept-pages.ts';
import { type LoadedArchive, loadArchive } from './load.ts';
import type { ManifestFile } from './manifest.ts';
import { packageVersion } from './package.ts';
import { whyEmpty } from './why-empty.ts';
import type { SiteWriter } from './writer.ts';

/** What an earlier build in this process left in the same output folder. */
export interface Written {
  /** By id, duplicates too. */
  readonly incidents: ReadonlyMap<string, WrittenIncident>;
  /** By path. */
  readonly files: ReadonlyMap<string, ManifestFile>;
  readonly pages: PageMemory;
}

interface WrittenIncident {
  readonly incident: Incident;
  /** All that its files were made from besides. */
  readonly context: string;
}

export interface BuildJob {
  readonly loaded: LoadedArchive;
  readonly bundled: BundledAssets;
  readonly build: BuildInfo;
  readonly edition: Edition;
  /** Incidents whose page and twins have to be written. */
  readonly stale: readonly IncidentOrder[];
  /** State after this build, for the next one. */
  readonly incidents: ReadonlyMap<string, WrittenIncident>;
  readonly pages: PageMemory;
  /** Pages of lists that need not be written. */
  readonly kept: Map<string, ManifestFile>;
  readonly previous?: Written;
  /** Nothing is built before or after it in this process. */
  readonly isOnce: boolean;
  /** The site is written where it stays, into a folder that may hold anything: what Eleventy's own command does. */
  readonly isInPlace?: true;
  /** Set when writing begins. */
  writer?: SiteWriter;
  /** Set when everything is written. */
  files?: ReadonlyMap<string, ManifestFile>;
}

/** `memory`: given where other builds of the same site come before or after, with what the one before has left. */
export function makeJob(loaded: LoadedArchive, bundled: BundledAssets, memory?: { readonly written?: Written }): BuildJob {
  const { archive, texts } = loaded;
  const previous = memory?.written;
  const { config, asOf, isGraded, aliases } = archive;
  const build: BuildInfo = { version: packageVersion, asOf };
  const shared = JSON.stringify([build, bundled.assets, config]);
  const surroundings = surroundingsOf(archive);
  const incidents = new Map<string, WrittenIncident>();
  const stale: IncidentOrder[] = [];
  for (const incident of archive.byId.values()) {
    const around = surroundings(incident);
    const context = shared + JSON.stringify(around);
    incidents.set(incident.id, { incident, context });
    const before = previous?.incidents.get(incident.id);
    if (before?.incident === incident && before.context === context) continue;
    stale.push({ incident, surroundings: around, markdown: texts.get(incident.file) ?? '' });
  }
  const edition: Edition = { config, asOf, isGraded, aliases, assets: bundled.assets };
  const pages = newPageMemory(archive, build, bundled.assets);
  return {
    loaded,
    bundled,
    build,
    edition,
    stale,
    incidents,
    pages,
    kept: new Map(),
    isOnce: memory === undefined,
    ...(previous && { previous }),
  };
}

/** The job of `npx @11ty/eleventy`: the archive of the folder it is run in. Errors in the archive stop it. */
export async function defaultJob(): Promise<BuildJob> {
  const config = resolve('_data/site.yaml');
  const [loaded, bundled] = await Promise.all([
    loadArchive({ input: resolve('postmortems'), ...(existsSync(config) && { config }), allowErrors: false, history: true }),
    bundleAssets(),
  ]);
  const errors = loaded.diagnostics.filter(({ severity }) => severity === 'error');
  const empty = whyEmpty(loaded, { isStopped: errors.length > 0 });
  if (empty !== undefined) errors.unshift(empty);
  if (errors.length > 0) {
    const show = (file: string): string => (isAbsolute(file) ? relative('', file) : join('postmortems', file));
    const list = errors.map((error) => sayDiagnostic({ ...error, file: show(error.file) })).join('\n');
    throw new AppError('archive-errors', `The archive has errors; nothing was built.\n${list}`, { hint: 'hindsight check says more.' });
  }
  return { ...makeJob(loaded, bundled, {}), isInPlace: true };
}
