// One build as the Eleventy configuration sees it: the archive, the bundled assets, and which incidents are already written as they should be.
import { existsSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { type Surroundings, surroundingsOf, surroundingsWith } from '../core/archive/surroundings.ts';
import { sayDiagnostic } from '../core/model/diagnostic.ts';
import { DEFAULT_EDITION } from '../core/model/edition.ts';
import type { Incident } from '../core/model/incident.ts';
import type { ResemblanceMemory } from '../core/resemblance/compare.ts';
import { AppError } from '../io/app-error.ts';
import { type BundledAssets, bundleAssets } from './assets.ts';
import { bundledFor } from './assets-explicit.ts';
import type { BuildInfo } from './cascade.ts';
import type { Edition, IncidentOrder } from './incident-files.tsx';
import type { IncidentThread, ThreadSite } from './incident-thread.ts';
import { newPageMemory, type PageMemory } from './kept-pages.ts';
import { type LoadedArchive, loadArchive } from './load.ts';
import type { ManifestFile } from './manifest.ts';
import { packageVersion } from './package.ts';
import { whyEmpty } from './why-empty.ts';
import type { OrderWith, SiteWriter } from './writer.ts';

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

/** Carried from one build of a site to the next. */
interface BuildMemory {
  readonly resemblance: ResemblanceMemory;
  readonly written?: Written;
}

export interface BuildJob {
  readonly loaded: LoadedArchive;
  readonly bundled: BundledAssets;
  readonly build: BuildInfo;
  readonly edition: Edition;
  /** Finds the incidents whose page and twins have to be written, one by one. To be asked once, and to the end. */
  readonly orders: () => Iterable<IncidentOrder>;
  /** Ids of those that were found. */
  readonly stale: ReadonlySet<string>;
  /** State after this build, for the next one, if there is one. */
  readonly incidents: ReadonlyMap<string, WrittenIncident>;
  readonly pages: PageMemory;
  /** Pages of lists that need not be written. */
  readonly kept: Map<string, ManifestFile>;
  readonly previous?: Written;
  /** Nothing is built before or after it in this process. */
  readonly isOnce: boolean;
  /** Of a site that is built once, where incidents are many: the thread that compares and writes them. */
  readonly thread?: IncidentThread;
  /** What it has to be told of the incidents. */
  readonly shown: () => ThreadSite['shown'];
  /** Makes orders of what it says they are like. */
  readonly orderWith: () => OrderWith;
  /** The site is written where it stays, into a folder that may hold anything: what Eleventy's own command does. */
  readonly isInPlace?: true;
  /** Set when writing begins. */
  writer?: SiteWriter;
  /** Set when everything is written. */
  files?: ReadonlyMap<string, ManifestFile>;
}

interface JobOptions {
  /** Given where other builds of the same site come before or after, with what the one before has left. */
  readonly memory?: BuildMemory | undefined;
  readonly thread?: IncidentThread | undefined;
}

export function makeJob(loaded: LoadedArchive, bundled: BundledAssets, { memory, thread }: JobOptions): BuildJob {
  const { archive } = loaded;
  const { config, asOf, standing, isGraded, aliases } = archive;
  const build: BuildInfo = { version: packageVersion, asOf };
  const edition: Edition = { ...{ config, asOf, isGraded, aliases, assets: bundled.assets }, ...(standing && { standing }) };
  const pages = newPageMemory(archive, build, bundled.assets);
  const [stale, incidents] = [new Set<string>(), new Map<string, WrittenIncident>()];
  const previous = memory?.written;
  const shared = JSON.stringify([build, bundled.assets, config, standing]);
  const isStale = (incident: Incident, surroundings: Surroundings): boolean => {
    if (memory === undefined) return true;
    const context = shared + JSON.stringify(surroundings);
    incidents.set(incident.id, { incident, context });
    const before = previous?.incidents.get(incident.id);
    return before?.incident !== incident || before.context !== context;
  };
  return {
    loaded,
    bundled,
    build,
    edition,
    orders: () => findOrders(loaded, { isStale, stale, ...(memory && { resemblance: memory.resemblance }) }),
    stale,
    incidents,
    pages,
    kept: new Map(),
    isOnce: memory === undefined,
    shown: () => shownOf(loaded),
    orderWith: () => orderMaker(loaded),
    ...(previous && { previous }),
    ...(thread && { thread }),
  };
}

interface Finding {
  readonly resemblance?: ResemblanceMemory;
  isStale(incident: Incident, surroundings: Surroundings): boolean;
  readonly stale: Set<string>;
}

function* findOrders({ archive, texts }: LoadedArchive, { isStale, stale, resemblance }: Finding): Generator<IncidentOrder> {
  const surroundingsIn = surroundingsOf(archive, resemblance);
  for (const incident of archive.byId.values()) {
    const surroundings = surroundingsIn(incident);
    if (!isStale(incident, surroundings)) continue;
    stale.add(incident.id);
    yield { incident, surroundings, markdown: texts.get(incident.file) ?? '' };
  }
}

function shownOf({ archive, texts, asRead }: LoadedArchive): ThreadSite['shown'] {
  return Array.from(archive.byId.values(), (incident) =>
    asRead.has(incident) ? incident.file : { incident, markdown: texts.get(incident.file) ?? '' },
  );
}

function orderMaker({ archive, texts }: LoadedArchive): OrderWith {
  const surroundingsIn = surroundingsWith(archive);
  const byFile = new Map(Array.from(archive.byId.values(), (incident) => [incident.file, incident]));
  return ({ file, similar }) => {
    const incident = byFile.get(file) as Incident;
    return { incident, surroundings: surroundingsIn(incident, similar), markdown: texts.get(file) ?? '' };
  };
}

/** The job of `npx @11ty/eleventy`: the archive of the folder it is run in. Errors in the archive stop it. */
export async function defaultJob(): Promise<BuildJob> {
  const config = resolve('_data/site.yaml');
  const [loaded, bundled] = await Promise.all([
    loadArchive({
      input: resolve('postmortems'),
      ...(existsSync(config) && { config }),
      allowErrors: false,
      history: true,
      edition: DEFAULT_EDITION,
    }),
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
  return { ...makeJob(loaded, await bundledFor(loaded.archive.config, bundled), { memory: { resemblance: {} } }), isInPlace: true };
}
