// Reads a folder of postmortems into an archive: every file on its own first, then all of them together.
import { assembleArchive } from '../core/archive/assemble.ts';
import { softenImported } from '../core/check/imported.ts';
import { runArchiveRules } from '../core/check/index.ts';
import { type ConfigReading, defaultConfig, readSiteConfig } from '../core/config/read.ts';
import type { AllowedCredential } from '../core/credentials/judge-text.ts';
import { replacePath } from '../core/edition/rewrite.ts';
import { isShownIn } from '../core/edition/shown.ts';
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
import { type CompileContext, type CompiledFile, compileAll, isRestricted } from './compile-files.ts';
import { type CredentialMemory, maskDiagnostics, newCredentialMemory, searchCredentials } from './credentials.ts';
import { type Cut, cutEdition } from './edition.ts';
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

async function loadAt({ options, read, asOf, back }: Loading, cache: LoadCache): Promise<LoadedArchive> {
  const key = JSON.stringify([read.text, asOf, options.edition, back?.standing]);
  if (cache.key !== key) for (const files of [cache.files, cache.cut]) files.clear();
  cache.key = key;

  const folder = readArchive(back?.folder ?? options.input, cache.memory);
  const { instead } = options;
  const sources = instead ? folder.sources.map((source) => (source.path === instead.path ? instead : source)) : folder.sources;
  const { config, guard } = back?.folder === undefined ? { config: read.config, guard: undefined } : guardOf(options.input, read.config);
  const context: CompileContext = {
    ...{ config, asOf, known: cache.files },
    ...(guard && { guard }),
    ...(back?.last && { last: back.last }),
  };
  if (back === undefined) options.onRead?.({ sources, config, asOf });
  const all = compileAll(sources, context);
  const byFile = new Map(all.map((file) => [file.source.path, file.frontMatter]));
  const later = new Set(all.filter((file) => file.later?.isWhole).map(({ source }) => source.path));
  const isThere = (path: string): boolean => !later.has(path);
  // Once more without those that had not begun, so that no link leads to them.
  const known = later.size > 0 ? compileAll(sources, { ...context, leftOut: later }) : all;
  const files = known.filter(({ source }) => isThere(source.path));
  const credentials = await searchCredentials({ ...folder, sources, config: options.config, configText: read.text }, cache.credentials);
  const diagnostics = softenImported(
    [
      ...read.diagnostics,
      ...credentials.diagnostics,
      ...folder.diagnostics,
      ...files.flatMap((file) => file.diagnostics),
      ...checkAll({ all, files, folder, context }),
    ],
    (file) => byFile.get(file)?.data?.source !== undefined,
  ).filter(({ file }) => isThere(file));
  const broken = new Set(diagnostics.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  const leftOut = new Set([...broken, ...later]);
  // And without the broken ones: only files that link to them are read again.
  const usable = broken.size > 0 && options.allowErrors ? compileAll(sources, { ...context, leftOut }) : known;
  const isUsable = ({ incident }: CompiledFile): boolean => incident !== undefined && !broken.has(incident.file);
  const cut = options.edition && cutEdition(usable, { edition: options.edition, config, assets: folder.assets, leftOut });
  if (cut) keepUntouched(usable, cut, { config, known: cache.cut });
  const cutFiles =
    cut && compileAll(sameSources(cut.sources, cache.cut), { ...context, config: cut.config, known: cache.cut, isWhole: true });
  const shown = (cutFiles ?? usable.filter(isUsable)).flatMap(({ incident }) => incident ?? []);
  const texts = new Map(sources.map(({ path, text }) => [path, text]));
  const postmortems = folder.postmortems.filter(isThere);
  const { ledger, source }: History = options.history
    ? await readHistory(
        shown,
        { folder: options.input, configFile: options.config, config, paths: postmortems, texts, cut, back },
        cache.ledger,
      )
    : {};
  const isSecret = (file: string): boolean => isRestricted(byFile.get(file), config);
  const inEdition = cut && new Set(cut.originals.values());
  const isHere = (file: string): boolean =>
    options.edition === undefined || isShownIn(options.edition, byFile.get(file) ?? NOTHING, config);
  const paths = sources.map(({ path }) => path).filter(isThere);
  const standing = back && standingOf(back, all);
  return {
    archive: assembleArchive(shown, {
      config: cut?.config ?? config,
      asOf,
      ...(standing && { standing }),
      leftOut: [...broken]
        .filter((file) => file !== options.config && (options.edition === 'restricted' || !isSecret(file)) && isHere(file))
        .map((path) => (cut ? replacePath(path, cut.wording) : path))
        .sort(),
      withRestricted: cut !== undefined,
      ...(ledger && { ledger }),
    }),
    diagnostics: maskDiagnostics(
      [...diagnostics, ...(cut ? [...cut.diagnostics, ...cutProblems(cutFiles ?? [], cut)] : [])],
      credentials,
    ).sort(compareDiagnostics),
    allowed: credentials.allowed.filter(({ file }) => isThere(file)),
    postmortems,
    restricted: paths.filter((path) => isSecret(path) && !inEdition?.has(path)),
    withheld: paths.filter((path) => !isSecret(path) && !isHere(path)),
    assets: cut?.assets ?? folder.assets,
    asRead: new Set(back ? [] : all.flatMap(({ incident }) => incident ?? [])),
    texts: cut ? new Map(cut.sources.map(({ path, text }) => [path, text])) : texts,
    ...(source && { source }),
    ...(cut && { cut }),
    ...(standing?.by === 'dates' && { later: { incidents: later.size, reopened: sumOf(files, ({ later: own }) => own?.reopened ?? 0) } }),
    release: () => back?.discard(),
  };
}

function sumOf<T>(list: readonly T[], value: (one: T) => number): number {
  return list.reduce((sum, one) => sum + value(one), 0);
}

function standingOf({ standing }: LookBack, files: readonly CompiledFile[]): Standing {
  return standing.by === 'dates' ? { ...standing, hasMovedOn: files.some(({ later }) => later !== undefined) } : standing;
}

interface Checking {
  /** Those that had not begun too: what links to them is not wrong. */
  readonly all: readonly CompiledFile[];
  readonly files: readonly CompiledFile[];
  readonly folder: ReadArchive;
  readonly context: CompileContext;
}

function checkAll({ all, files, folder, context: { config, asOf } }: Checking): Diagnostic[] {
  const assets = new Set(folder.assets.map(({ path }) => path));
  const byFile = new Map(all.map((file) => [file.source.path, file.frontMatter]));
  return runArchiveRules(
    files.flatMap(({ incident }) => incident ?? []),
    {
      config,
      asOf,
      entries: all.map(({ frontMatter }) => frontMatter),
      unread: files.flatMap(({ unread }) => unread ?? []),
      hasAsset: (path) => assets.has(path),
      assets,
      locate: (file, place) => byFile.get(file)?.locate(place) ?? { line: 1, column: 1 },
    },
  );
}

const NOTHING = { data: undefined };

/**
 * A file that the edition has as its author wrote it is not read a second time: most editions touch few files, or none. Whether the links in it
 * still lead somewhere is asked again.
 */
function keepUntouched(files: readonly CompiledFile[], cut: Cut, { config, known }: Pick<CompileContext, 'config' | 'known'>): void {
  if (JSON.stringify(cut.config) !== JSON.stringify(config)) return;
  const read = new Map(files.map((file) => [file.source, file]));
  for (const source of cut.sources) {
    const file = read.get(source);
    if (file !== undefined) known.set(source.path, file);
  }
}

/** The very objects of the last time where nothing changed: then they are not read again. */
function sameSources(sources: readonly SourceFile[], known: ReadonlyMap<string, CompiledFile>): SourceFile[] {
  return sources.map((source) => {
    const before = known.get(source.path)?.source;
    return before?.text === source.text ? before : source;
  });
}

/** What the texts of the edition have wrong that the archive has not: withholding has spoilt something. */
function cutProblems(files: readonly CompiledFile[], { originals, edition }: Cut): Diagnostic[] {
  return files
    .flatMap(({ frontMatter, incident, diagnostics }) => (incident ? frontMatter.diagnostics : diagnostics))
    .filter(({ severity }) => severity === 'error')
    .map((problem) => ({
      ...{ file: originals.get(problem.file) ?? problem.file, line: 1, column: 1, severity: 'error' as const, code: 'edition-field' },
      message: `Without what is withheld from the ${edition} edition, a field is wrong: ${problem.message}`,
      ...(problem.hint !== undefined && { hint: problem.hint }),
    }));
}

/** The configuration with its text; with the defaults in force where it is no text, or too long to be one. */
function readConfig(path: string | undefined): ConfigReading & { readonly text?: string } {
  if (path === undefined) return readSiteConfig(undefined);
  const read = readText(path);
  if ('text' in read) return { ...readSiteConfig({ path, text: read.text }), text: read.text };
  return { config: { ...defaultConfig, file: path }, diagnostics: [{ file: path, severity: 'error', ...read.problem }] };
}
