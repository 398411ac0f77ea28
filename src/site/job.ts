// One build as the Eleventy configuration sees it: the archive, the bundled assets, and which incidents are already written as they should be.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sayDiagnostic } from '../core/model/diagnostic.ts';
import type { Incident } from '../core/model/incident.ts';
import { AppError } from '../io/app-error.ts';
import { type BundledAssets, bundleAssets } from './assets.ts';
import type { BuildInfo } from './cascade.ts';
import { incidentContext } from './incident-context.ts';
import { type LoadedArchive, loadArchive } from './load.ts';
import type { ManifestFile } from './manifest.ts';
import { packageVersion } from './package.ts';
import type { SiteWriter } from './writer.ts';

/** What an earlier build in this process left in the same output folder. */
export interface Written {
  /** By id, duplicates too. */
  readonly incidents: ReadonlyMap<string, WrittenIncident>;
  /** By path. */
  readonly files: ReadonlyMap<string, ManifestFile>;
}

interface WrittenIncident {
  readonly incident: Incident;
  readonly context: string;
}

export interface BuildJob {
  readonly loaded: LoadedArchive;
  readonly bundled: BundledAssets;
  readonly build: BuildInfo;
  /** Incidents whose page and twins have to be written. */
  readonly stale: readonly Incident[];
  /** State after this build, for the next one. */
  readonly incidents: ReadonlyMap<string, WrittenIncident>;
  readonly previous?: Written;
  /** Set when writing begins. */
  writer?: SiteWriter;
  /** Set when everything is written. */
  files?: ReadonlyMap<string, ManifestFile>;
}

export function makeJob(loaded: LoadedArchive, bundled: BundledAssets, previous?: Written): BuildJob {
  const { archive } = loaded;
  const build: BuildInfo = { version: packageVersion, asOf: archive.asOf };
  const shared = JSON.stringify([build, bundled.assets, archive.config]);
  const incidents = new Map<string, WrittenIncident>();
  for (const incident of archive.byId.values()) {
    incidents.set(incident.id, { incident, context: shared + JSON.stringify(incidentContext(archive, incident)) });
  }
  const stale = [...incidents].filter(([id, { incident, context }]) => {
    const before = previous?.incidents.get(id);
    return before?.incident !== incident || before.context !== context;
  });
  return { loaded, bundled, build, stale: stale.map(([, { incident }]) => incident), incidents, ...(previous && { previous }) };
}

/** The job of `npx @11ty/eleventy`: the archive of the folder it is run in. Errors in the archive stop it. */
export async function defaultJob(): Promise<BuildJob> {
  const config = resolve('_data/site.yaml');
  const [loaded, bundled] = await Promise.all([
    loadArchive({ input: resolve('postmortems'), ...(existsSync(config) && { config }), allowErrors: false }),
    bundleAssets(),
  ]);
  const errors = loaded.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const list = errors.map((error) => sayDiagnostic({ ...error, file: join('postmortems', error.file) })).join('\n');
    throw new AppError('archive-errors', `The archive has errors; nothing was built.\n${list}`, { hint: 'hindsight check says more.' });
  }
  return makeJob(loaded, bundled);
}
