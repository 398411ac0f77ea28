// Builds the whole site into a folder of its own; swapping it into place is the caller's business.
import { rm } from 'node:fs/promises';
import { relative } from 'node:path';
import Eleventy from '@11ty/eleventy';
import { CREDENTIAL } from '../core/credentials/judge-text.ts';
import type { Diagnostic } from '../core/model/diagnostic.ts';
import type { EditionName } from '../core/model/edition.ts';
import type { Standing } from '../core/model/standing.ts';
import type { Day } from '../core/model/timestamp.ts';
import type { ResemblanceMemory } from '../core/resemblance/compare.ts';
import { bundleAssets } from './assets.ts';
import { bundledFor } from './assets-explicit.ts';
import { opaque } from './cascade.ts';
import { type IncidentThread, startIncidentThread } from './incident-thread.ts';
import { type BuildJob, makeJob, type Written } from './job.ts';
import { proveSite } from './leak-proof.ts';
import { type Later, type LoadCache, type LoadedArchive, loadArchive, newLoadCache, type ReadFiles } from './load.ts';
import { packageRoot } from './package.ts';
import { whyEmpty } from './why-empty.ts';
import { MANY_INCIDENTS } from './writer.ts';

export interface BuildOptions {
  /** Absolute, as all paths here. */
  readonly input: string;
  readonly config?: string;
  /** The folder written into: empty, or left by an earlier call in this process. */
  readonly staging: string;
  readonly asOf?: Day;
  /** The archive as it stood then: see `LoadOptions`. */
  readonly lookBack?: 'git' | 'dates';
  readonly edition: EditionName;
  readonly allowErrors: boolean;
  /** Read the history of the files from git. */
  readonly history?: boolean;
  /** This process will build into the same folder again: it remembers what it read. Of a large archive that is a fifth of all memory. */
  readonly again?: boolean;
}

export type BuildEvent =
  | { readonly kind: 'loaded'; readonly checked: number; readonly incidents: number }
  | { readonly kind: 'written'; readonly files: number };

export interface BuildResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly incidents: number;
  /** Files of the site; 0 when errors, or an archive without anything to publish, stopped the build before anything was written. */
  readonly pages: number;
  readonly leftOut: readonly string[];
  /** How many incidents are in no page because they are restricted. */
  readonly restricted: number;
  /** How many others are not in the edition. */
  readonly withheld: number;
  /** Where it was to look back: how it is known what the archive was like, and what there is of later. */
  readonly standing?: Standing;
  readonly later?: Later;
}

/** What stays in memory between two builds into the same folder. */
interface Memory {
  readonly cache: LoadCache;
  readonly resemblance: ResemblanceMemory;
  written?: Written;
}

const memories = new Map<string, Memory>();

/**
 * Loads the archive and has Eleventy write the site. Called with `again`, the next call with the same folder writes only what changed.
 * Problems of the archive are in the result; an error thrown is the environment's.
 */
export async function buildSite(options: BuildOptions, report: (event: BuildEvent) => void): Promise<BuildResult> {
  const name = `${options.edition}\n${options.staging}`;
  const memory: Memory = memories.get(name) ?? { cache: newLoadCache(), resemblance: {} };
  if (options.again) memories.set(name, memory);
  // The bundler is a process of its own: it works while the archive is read here.
  const bundling = bundleAssets();
  bundling.catch(() => {});
  const isOnce = !options.again && !memory.written;
  let thread: IncidentThread | undefined;
  const onRead = (read: ReadFiles): void => {
    if (isOnce && read.sources.length >= MANY_INCIDENTS) thread = startIncidentThread(read);
  };
  try {
    const loaded = await loadArchive({ ...options, onRead }, options.again ? memory.cache : undefined);
    if (isOnce && loaded.archive.byId.size >= MANY_INCIDENTS) thread ??= startIncidentThread();
    return await writeSite(loaded, { options, memory, isOnce, thread, bundling, report }).finally(loaded.release);
  } finally {
    await thread?.end();
    // Left in the middle of its work, it complains at length where the user reads what is wrong with the archive.
    await bundling.catch(() => {});
  }
}

interface Writing {
  readonly options: BuildOptions;
  readonly memory: Memory;
  /** Nothing is built before or after it in this process. */
  readonly isOnce: boolean;
  readonly thread: IncidentThread | undefined;
  readonly bundling: ReturnType<typeof bundleAssets>;
  report(event: BuildEvent): void;
}

async function writeSite(loaded: LoadedArchive, { options, memory, isOnce, thread, bundling, report }: Writing): Promise<BuildResult> {
  const { archive, diagnostics, postmortems, restricted, withheld, later } = loaded;
  const { standing } = archive;
  const left = { leftOut: archive.leftOut, restricted: restricted.length, withheld: withheld.length };
  const result = { diagnostics, incidents: archive.incidents.length, ...left, ...(standing && { standing }), ...(later && { later }) };
  report({ kind: 'loaded', checked: postmortems.length, incidents: archive.incidents.length });
  const isStopped = diagnostics.some((problem) => stops(problem, options));
  const empty = whyEmpty(loaded, { isStopped });
  if (empty !== undefined) return { ...result, diagnostics: [empty, ...diagnostics], pages: 0 };
  if (isStopped) return { ...result, pages: 0 };

  const bundled = await bundledFor(archive.config, bundling);
  const job = opaque(makeJob(loaded, bundled, { memory: isOnce ? undefined : memory, thread }));
  delete memory.written;
  await runEleventy(job, options.staging);
  if (job.files === undefined) throw new Error('Eleventy ended without writing the site');
  const leaks = prove(loaded, job, options.staging);
  if (leaks.length > 0) {
    await discard(options.staging);
    return { ...result, diagnostics: [...leaks, ...diagnostics], pages: 0 };
  }
  memory.written = { incidents: job.incidents, files: job.files, pages: job.pages };
  report({ kind: 'written', files: job.files.size });
  return { ...result, pages: job.files.size };
}

/** Whatever is withheld is in no byte of what was written. */
function prove({ cut }: LoadedArchive, job: BuildJob, folder: string): Diagnostic[] {
  if (cut === undefined || cut.secrets.list.length === 0) return [];
  const own = new Map(job.bundled.files.map(({ path, bytes }) => [path, bytes]));
  return proveSite({ folder, secrets: cut.secrets, own });
}

async function discard(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const name of memories.keys()) if (name.endsWith(`\n${folder}`)) memories.delete(name);
}

async function runEleventy(job: BuildJob, output: string): Promise<void> {
  // Eleventy takes every path as relative to the folder it runs in, and its input is part of this package.
  const cwd = process.cwd();
  if (cwd !== packageRoot) process.chdir(packageRoot);
  try {
    const eleventy = new Eleventy('src/pages', relative(packageRoot, output), {
      configPath: '.eleventy.js',
      quietMode: true,
      runMode: 'build',
      config: (config) => config.addGlobalData('job', job),
    });
    // The command line says what was done; Eleventy's own lines would end up in its output.
    eleventy.disableLogger();
    await eleventy.write();
  } catch (error) {
    await job.writer?.abandon();
    await discard(output);
    throw error;
  } finally {
    if (cwd !== packageRoot) process.chdir(cwd);
  }
}

/**
 * Incidents can be left out; a configuration cannot: what is wrong in it might be what keeps an incident private. A credential stops every build: it has
 * to be made void, and nobody does that for an incident that is quietly missing.
 */
function stops({ severity, file, code }: Diagnostic, { allowErrors, config }: BuildOptions): boolean {
  return severity === 'error' && (!allowErrors || file === config || code === CREDENTIAL);
}
