// Reads a folder of postmortems into an archive: every file on its own first, then all of them together.
import { assembleArchive } from '../core/archive/assemble.ts';
import { type ConfigReading, defaultConfig, readSiteConfig } from '../core/config/read.ts';
import type { AllowedCredential } from '../core/credentials/judge-text.ts';
import type { Archive } from '../core/model/archive.ts';
import { compareDiagnostics, type Diagnostic } from '../core/model/diagnostic.ts';
import type { EditionName } from '../core/model/edition.ts';
import type { Incident } from '../core/model/incident.ts';
import type { Standing } from '../core/model/standing.ts';
import type { Day } from '../core/model/timestamp.ts';
import type { AssetFile } from '../io/assets.ts';
import { today } from '../io/clock.ts';
import type { Source } from '../io/git-source.ts';
import { type ReadArchive, type ReadMemory, readArchive, type SourceFile } from '../io/read-archive.ts';
import { readText } from '../io/read-text.ts';
import { begunIn, type CompiledFolder, checkFolder, compileFolder } from './check-folder.ts';
import type { CompileContext, CompiledFile } from './compile-files.ts';
import { type CredentialMemory, maskDiagnostics, newCredentialMemory } from './credentials.ts';
import { cutFolder, unshownIn } from './cut-folder.ts';
import type { Cut } from './edition.ts';
import { GIT_TIME_LIMIT, type History, readHistory } from './history.ts';
import type { LedgerMemory } from './ledger.ts';
import { guardOf, type LookBack, lookBack } from './look-back.ts';

export interface LoadOptions {
  /** Folder of the postmortems, absolute. */
  readonly input: string;
  /** Absolute path of the configuration; absent for the defaults. */
  readonly config?: string;
  /** Absent for today in the site's zone. */
  readonly asOf?: Day;
  /** Leave incidents with errors out instead of stopping. */
  readonly allowErrors: boolean;
  /** What is left out and withheld; without one the texts are as they stand in the files, and only restricted incidents are left out. */
  readonly edition?: EditionName;
  /** Read the history of the files from git; without it the ledger is unavailable, and the commit not known. */
  readonly history?: boolean;
  /**
   * Take the archive as it stood at the end of `asOf`: from git where it can tell, else by the dates in the files. Without it `asOf` is only the day that
   * everything is counted to.
   */
  readonly lookBack?: 'git' | 'dates';
  /** A text that one of the files does not have yet: what would be found if it had. */
  readonly instead?: SourceFile;
  /** Told what stands in the files, before any of it is understood; not where the archive is taken as it stood. */
  readonly onRead?: (read: ReadFiles) => void;
}

/** All that `compileAll` makes incidents from: plain data, for whatever thread. */
export interface ReadFiles extends Pick<CompileContext, 'config' | 'asOf'> {
  readonly sources: readonly SourceFile[];
}

/** What the dates in the files put after the day that is looked back to. */
export interface Later {
  /** How many had not begun. */
  readonly incidents: number;
  /** How many action items were closed later. */
  readonly reopened: number;
}

export interface LoadedArchive {
  readonly archive: Archive;
  /** Sorted by place. Paths are relative to the archive, but for the configuration's own. */
  readonly diagnostics: readonly Diagnostic[];
  /** Credentials that stand in them with a reason. */
  readonly allowed: readonly AllowedCredential[];
  /** Paths of all postmortems, also of those that could not be read. */
  readonly postmortems: readonly string[];
  /** Paths of those among them that are in no page, list or count because they are restricted. */
  readonly restricted: readonly string[];
  /** Paths of the others that are not in the edition. */
  readonly withheld: readonly string[];
  /** What the edition was cut from the archive by, where one was asked for. */
  readonly cut?: Cut;
  readonly assets: readonly AssetFile[];
  /** The text of each file used, by archive-relative path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Incidents that are what `compileAll` makes of what `onRead` was told: nothing was left out, cut or withheld that they show. */
  readonly asRead: ReadonlySet<Incident>;
  /** The commit the files are of, where it was asked for and there is one. */
  readonly source?: Source;
  readonly later?: Later;
  /** To be called when the assets have been read: files of the past are in a folder of their own. */
  readonly release: () => void;
}

/** What a previous load in this process worked out, so that the next one reads only what changed. */
export interface LoadCache {
  key: string;
  readonly memory: ReadMemory;
  readonly files: Map<string, CompiledFile>;
  /** Files as the edition has them. */
  readonly cut: Map<string, CompiledFile>;
  readonly ledger: LedgerMemory;
  readonly credentials: CredentialMemory;
}

export function newLoadCache(): LoadCache {
  return { key: '', memory: new Map(), files: new Map(), cut: new Map(), ledger: {}, credentials: newCredentialMemory() };
}

/** Never throws for what stands in the files; a folder that cannot be read at all is an AppError of io. */
export async function loadArchive(options: LoadOptions, cache: LoadCache = newLoadCache()): Promise<LoadedArchive> {
  const read = readConfig(options.config);
  const asOf = options.asOf ?? today(read.config.timezone);
  const place = { folder: options.input, configFile: options.config, timeLimit: GIT_TIME_LIMIT };
  const back = options.lookBack && (await lookBack({ ...place, config: read.config, asOf, way: options.lookBack }));
  try {
    return await loadAt({ options, read, asOf, ...(back && { back }) }, cache);
  } catch (error) {
    back?.discard();
    throw error;
  }
}

interface Loading {
  readonly options: LoadOptions;
  readonly read: ConfigReading & { readonly text?: string };
  readonly asOf: Day;
  readonly back?: LookBack;
}

async function loadAt(loading: Loading, cache: LoadCache): Promise<LoadedArchive> {
  const { options, read, asOf, back } = loading;
  forgetOthers(cache, JSON.stringify([read.text, asOf, options.edition, back?.standing]));
  const folder = readFolder(loading, cache.memory);
  const context = contextOf(loading, cache.files);
  const { config } = context;
  if (back === undefined) options.onRead?.({ sources: folder.sources, config, asOf });
  const compiled = compileFolder(folder, context);
  const checked = await checkFolder(compiled, { ...read, path: options.config, text: read.text }, cache.credentials);
  const { cut, shown, diagnostics } = cutFolder(options, { compiled, checked }, cache.cut);
  const texts = new Map(folder.sources.map(({ path, text }) => [path, text]));
  const postmortems = folder.postmortems.filter((path) => !compiled.later.has(path));
  const wanted = { folder: options.input, configFile: options.config, config, paths: postmortems, texts, cut, back };
  const { ledger, source }: History = options.history ? await readHistory(shown, wanted, cache.ledger) : {};
  const standing = back && standingOf(back, compiled.all);
  const { leftOut, restricted, withheld } = unshownIn(options, { compiled, checked }, cut);
  return {
    archive: assembleArchive(shown, {
      config: cut?.config ?? config,
      asOf,
      leftOut,
      withRestricted: cut !== undefined,
      ...(standing && { standing }),
      ...(ledger && { ledger }),
    }),
    diagnostics: maskDiagnostics([...checked.diagnostics, ...diagnostics], checked.credentials).sort(compareDiagnostics),
    allowed: checked.credentials.allowed.filter(({ file }) => !compiled.later.has(file)),
    postmortems,
    restricted,
    withheld,
    assets: cut?.assets ?? folder.assets,
    asRead: new Set(back ? [] : compiled.all.flatMap(({ incident }) => incident ?? [])),
    texts: cut ? new Map(cut.sources.map(({ path, text }) => [path, text])) : texts,
    ...(source && { source }),
    ...(cut && { cut }),
    ...(standing?.by === 'dates' && { later: laterIn(compiled) }),
    release: () => back?.discard(),
  };
}

/** What was worked out under another key would be wrong. */
function forgetOthers(cache: LoadCache, key: string): void {
  if (cache.key !== key) for (const files of [cache.files, cache.cut]) files.clear();
  cache.key = key;
}

function laterIn(compiled: CompiledFolder): Later {
  const reopened = begunIn(compiled).reduce((sum, { later }) => sum + (later?.reopened ?? 0), 0);
  return { incidents: compiled.later.size, reopened };
}

function readFolder({ options: { input, instead }, back }: Loading, memory: ReadMemory): ReadArchive {
  const folder = readArchive(back?.folder ?? input, memory);
  return instead ? { ...folder, sources: folder.sources.map((source) => (source.path === instead.path ? instead : source)) } : folder;
}

function contextOf({ options, read, asOf, back }: Loading, known: CompileContext['known']): CompileContext {
  // Files of the past withhold what is withheld today.
  const { config, guard } = back?.folder === undefined ? { config: read.config, guard: undefined } : guardOf(options.input, read.config);
  return { config, asOf, known, ...(guard && { guard }), ...(back?.last && { last: back.last }) };
}

function standingOf({ standing }: LookBack, files: readonly CompiledFile[]): Standing {
  return standing.by === 'dates' ? { ...standing, hasMovedOn: files.some(({ later }) => later !== undefined) } : standing;
}

/** The configuration with its text; with the defaults in force where it is no text, or too long to be one. */
function readConfig(path: string | undefined): ConfigReading & { readonly text?: string } {
  if (path === undefined) return readSiteConfig(undefined);
  const read = readText(path);
  if ('text' in read) return { ...readSiteConfig({ path, text: read.text }), text: read.text };
  return { config: { ...defaultConfig, file: path }, diagnostics: [{ file: path, severity: 'error', ...read.problem }] };
}
