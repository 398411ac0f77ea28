// Reads a folder of postmortems into an archive: every file on its own first, then all of them together.
import { assembleArchive } from '../core/archive/assemble.ts';
import { softenImported } from '../core/check/imported.ts';
import { runArchiveRules, runIncidentRules } from '../core/check/index.ts';
import { compileIncident } from '../core/compile.ts';
import { type ConfigReading, defaultConfig, readSiteConfig } from '../core/config/read.ts';
import type { Reading } from '../core/edit/reread.ts';
import { replacePath } from '../core/edition/rewrite.ts';
import { isShownIn } from '../core/edition/shown.ts';
import { type FrontMatter, readFrontMatter } from '../core/front-matter/read.ts';
import type { Registry } from '../core/markdown/env.ts';
import type { Archive } from '../core/model/archive.ts';
import { compareDiagnostics, type Diagnostic } from '../core/model/diagnostic.ts';
import type { EditionName } from '../core/model/edition.ts';
import type { Incident, Linking } from '../core/model/incident.ts';
import type { SiteConfig } from '../core/model/site-config.ts';
import type { Day } from '../core/model/timestamp.ts';
import type { AssetFile } from '../io/assets.ts';
import { today } from '../io/clock.ts';
import { readSource, type Source } from '../io/git-source.ts';
import { type ReadMemory, readArchive, type SourceFile } from '../io/read-archive.ts';
import { readText } from '../io/read-text.ts';
import { type Cut, cutEdition, ledgerEdition } from './edition.ts';
import { type LedgerMemory, readLedger } from './ledger.ts';
import { type Lookup, makeRegistry, stillAnswered, trackLookups } from './registry.ts';

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
  /** A text that one of the files does not have yet: what would be found if it had. */
  readonly instead?: SourceFile;
}

export interface LoadedArchive {
  readonly archive: Archive;
  /** Sorted by place. Paths are relative to the archive, but for the configuration's own. */
  readonly diagnostics: readonly Diagnostic[];
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
  /** The commit the files are of, where it was asked for and there is one. */
  readonly source?: Source;
}

/** One file as far as it can be understood alone, with what it asked about the others. */
interface CompiledFile {
  readonly source: SourceFile;
  readonly frontMatter: FrontMatter;
  readonly incident?: Incident;
  readonly unread?: Linking;
  readonly diagnostics: readonly Diagnostic[];
  readonly lookups: readonly Lookup[];
}

/** What a previous load in this process worked out, so that the next one reads only what changed. */
export interface LoadCache {
  key: string;
  readonly memory: ReadMemory;
  readonly files: Map<string, CompiledFile>;
  /** Files as the edition has them. */
  readonly cut: Map<string, CompiledFile>;
  readonly ledger: LedgerMemory;
}

/** Milliseconds; a status of ten thousand files takes a fraction of a second. */
const GIT_TIME_LIMIT = 60_000;

export function newLoadCache(): LoadCache {
  return { key: '', memory: new Map(), files: new Map(), cut: new Map(), ledger: {} };
}

/** Never throws for what stands in the files; a folder that cannot be read at all is an AppError of io. */
export async function loadArchive(options: LoadOptions, cache: LoadCache = newLoadCache()): Promise<LoadedArchive> {
  const { text: configText, ...read } = readConfig(options.config);
  const asOf = options.asOf ?? today(read.config.timezone);
  const key = JSON.stringify([configText, asOf, options.edition]);
  if (cache.key !== key) for (const files of [cache.files, cache.cut]) files.clear();
  cache.key = key;

  const folder = readArchive(options.input, cache.memory);
  const { instead } = options;
  const sources = instead ? folder.sources.map((source) => (source.path === instead.path ? instead : source)) : folder.sources;
  const context = { config: read.config, asOf, known: cache.files };
  const files = compileAll(sources, context);
  const assets = new Set(folder.assets.map(({ path }) => path));
  const incidents = files.flatMap(({ incident }) => (incident === undefined ? [] : [incident]));
  const byFile = new Map(files.map((file) => [file.source.path, file.frontMatter]));
  const crossChecks = runArchiveRules(incidents, {
    config: read.config,
    asOf,
    entries: files.map(({ frontMatter }) => frontMatter),
    unread: files.flatMap(({ unread }) => (unread === undefined ? [] : [unread])),
    hasAsset: (path) => assets.has(path),
    assets,
    locate: (file, place) => byFile.get(file)?.locate(place) ?? { line: 1, column: 1 },
  });
  const found = [...read.diagnostics, ...folder.diagnostics, ...files.flatMap((file) => file.diagnostics), ...crossChecks];
  const diagnostics = softenImported(found, (file) => byFile.get(file)?.data?.source !== undefined);
  const broken = new Set(diagnostics.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  // Once more without the broken ones, so that no link leads to a page that is not there: only files that link to them are read again.
  const usable = broken.size > 0 && options.allowErrors ? compileAll(sources, { ...context, broken }) : files;
  const isUsable = ({ incident }: CompiledFile): boolean => incident !== undefined && !broken.has(incident.file);
  const cut = options.edition && cutEdition(usable, { edition: options.edition, config: read.config, assets: folder.assets, broken });
  if (cut) keepUntouched(usable, cut, { config: read.config, known: cache.cut });
  const cutFiles = cut && compileAll(sameSources(cut.sources, cache.cut), { config: cut.config, asOf, known: cache.cut, isWhole: true });
  const shown = (cutFiles ?? usable.filter(isUsable)).flatMap(({ incident }) => incident ?? []);
  const texts = new Map(sources.map(({ path, text }) => [path, text]));
  const history = { folder: options.input, config: read.config, paths: folder.postmortems, texts };
  const [ledger, source] = options.history
    ? await Promise.all([
        readLedger(withOriginalPaths(shown, cut), { ...history, ...(cut && { edition: ledgerEdition(cut, read.config) }) }, cache.ledger),
        readSource({ ...sourceOf(options), timeLimit: GIT_TIME_LIMIT }),
      ])
    : [];
  const isSecret = (file: string): boolean => isRestricted(byFile.get(file), read.config);
  const inEdition = cut && new Set(cut.originals.values());
  const isHere = (file: string): boolean =>
    options.edition === undefined || isShownIn(options.edition, byFile.get(file) ?? NOTHING, read.config);
  return {
    archive: assembleArchive(shown, {
      config: cut?.config ?? read.config,
      asOf,
      leftOut: [...broken]
        .filter((file) => file !== options.config && (options.edition === 'restricted' || !isSecret(file)) && isHere(file))
        .map((path) => (cut ? replacePath(path, cut.wording) : path))
        .sort(),
      withRestricted: cut !== undefined,
      ...(ledger && { ledger }),
    }),
    diagnostics: [...diagnostics, ...(cut ? [...cut.diagnostics, ...cutProblems(cutFiles ?? [], cut)] : [])].sort(compareDiagnostics),
    postmortems: folder.postmortems,
    restricted: sources.map(({ path }) => path).filter((path) => isSecret(path) && !inEdition?.has(path)),
    withheld: sources.map(({ path }) => path).filter((path) => !isSecret(path) && !isHere(path)),
    assets: cut?.assets ?? folder.assets,
    texts: cut ? new Map(cut.sources.map(({ path, text }) => [path, text])) : texts,
    ...(source && { source }),
    ...(cut && { cut }),
  };
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

function withOriginalPaths(incidents: readonly Incident[], cut: Cut | undefined): readonly Incident[] {
  return cut ? incidents.map((incident) => ({ ...incident, file: cut.originals.get(incident.file) ?? incident.file })) : incidents;
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

function sourceOf({ input, config }: LoadOptions): { readonly folder: string; readonly config?: string } {
  return { folder: input, ...(config !== undefined && { config }) };
}

/** The configuration with its text; with the defaults in force where it is no text, or too long to be one. */
function readConfig(path: string | undefined): ConfigReading & { readonly text?: string } {
  if (path === undefined) return readSiteConfig(undefined);
  const read = readText(path);
  if ('text' in read) return { ...readSiteConfig({ path, text: read.text }), text: read.text };
  return { config: { ...defaultConfig, file: path }, diagnostics: [{ file: path, severity: 'error', ...read.problem }] };
}

interface CompileContext {
  readonly config: SiteConfig;
  readonly asOf: Day;
  /** What was compiled before; replaced by what is compiled now. */
  readonly known: Map<string, CompiledFile>;
  /** Files that are left out: no link leads to them. */
  readonly broken?: ReadonlySet<string>;
  /** An edition has been cut: whatever is still there may be linked to. */
  readonly isWhole?: boolean;
}

function isRestricted(frontMatter: FrontMatter | undefined, config: SiteConfig): boolean {
  return (frontMatter?.data?.visibility ?? config.visibility) === 'restricted';
}

function compileAll(sources: readonly SourceFile[], context: CompileContext): CompiledFile[] {
  const { config } = context;
  const read = sources.map((source) => {
    const known = context.known.get(source.path);
    return { source, known, frontMatter: known?.source === source ? known.frontMatter : readFrontMatter(source, config) };
  });
  // A link to a restricted incident stays text: neither its page nor its title is in the site.
  const linkable = read.filter(
    ({ frontMatter }) => (context.isWhole || !isRestricted(frontMatter, config)) && !context.broken?.has(frontMatter.file),
  );
  const registry = makeRegistry(linkable.map(({ frontMatter }) => frontMatter));
  const files = read.map(({ source, known, frontMatter }) =>
    known?.frontMatter === frontMatter && stillAnswered(registry, known.lookups)
      ? known
      : compileFile(source, frontMatter, { ...context, registry }),
  );
  context.known.clear();
  for (const file of files) context.known.set(file.source.path, file);
  return files;
}

/** Reads a file of a loaded archive with another text, as often as asked: what it and the checks of it alone make of that. */
export function rereader(path: string, { archive }: LoadedArchive, cache: LoadCache): (text: string) => Reading {
  const { config, asOf } = archive;
  const known = [...cache.files.values()].map(({ frontMatter }) => frontMatter).filter((frontMatter) => !isRestricted(frontMatter, config));
  const registry = makeRegistry(known);
  return (text) => {
    const source = { path, text };
    const { frontMatter, incident, diagnostics } = compileFile(source, readFrontMatter(source, config), {
      config,
      asOf,
      known: cache.files,
      registry,
    });
    return { diagnostics, locate: frontMatter.locate, ...(incident && { incident }) };
  };
}

function compileFile(source: SourceFile, frontMatter: FrontMatter, context: CompileContext & { registry: Registry }): CompiledFile {
  const { config, asOf } = context;
  const { registry, lookups } = trackLookups(context.registry);
  const { incident, unread, diagnostics } = compileIncident(frontMatter, { config, registry });
  const checks = incident === undefined ? [] : runIncidentRules(incident, { ...frontMatter, config, asOf });
  return {
    source,
    frontMatter,
    ...(incident && { incident }),
    ...(unread && { unread }),
    diagnostics: [...frontMatter.diagnostics, ...diagnostics, ...checks],
    lookups,
  };
}
