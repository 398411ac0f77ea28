// The files of an archive, each understood as far as it can be alone, then checked, alone and together.
import { softenImported } from '../core/check/imported.ts';
import { runArchiveRules } from '../core/check/index.ts';
import type { FrontMatter } from '../core/front-matter/read.ts';
import type { Diagnostic } from '../core/model/diagnostic.ts';
import type { ReadArchive } from '../io/read-archive.ts';
import { type CompileContext, type CompiledFile, compileAll } from './compile-files.ts';
import { type ArchiveCredentials, type CredentialMemory, searchCredentials } from './credentials.ts';

export interface CompiledFolder {
  readonly folder: ReadArchive;
  readonly context: CompileContext;
  /** Also those that had not begun. */
  readonly all: readonly CompiledFile[];
  readonly byFile: ReadonlyMap<string, FrontMatter>;
  /** Paths of what had not begun. */
  readonly later: ReadonlySet<string>;
  /** All of them, with no link to what had not begun. */
  readonly known: readonly CompiledFile[];
}

export function compileFolder(folder: ReadArchive, context: CompileContext): CompiledFolder {
  const all = compileAll(folder.sources, context);
  const later = new Set(all.filter((file) => file.later?.isWhole).map(({ source }) => source.path));
  const known = later.size > 0 ? compileAll(folder.sources, { ...context, leftOut: later }) : all;
  const byFile = new Map(all.map((file) => [file.source.path, file.frontMatter]));
  return { folder, context, all, byFile, later, known };
}

export interface CheckedFolder {
  readonly diagnostics: readonly Diagnostic[];
  readonly credentials: ArchiveCredentials;
  /** Paths of files with errors. */
  readonly broken: ReadonlySet<string>;
}

/** The configuration the files are checked against. */
interface ConfigFile {
  readonly path: string | undefined;
  readonly text: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** `memory`: credentials that were found before. */
export async function checkFolder(compiled: CompiledFolder, config: ConfigFile, memory: CredentialMemory): Promise<CheckedFolder> {
  const { folder, byFile, later } = compiled;
  const files = begunIn(compiled);
  const credentials = await searchCredentials({ ...folder, config: config.path, configText: config.text }, memory);
  const diagnostics = softenImported(
    [
      ...config.diagnostics,
      ...credentials.diagnostics,
      ...folder.diagnostics,
      ...files.flatMap((file) => file.diagnostics),
      ...checkAll(files, compiled),
    ],
    (file) => byFile.get(file)?.data?.source !== undefined,
  ).filter(({ file }) => !later.has(file));
  const broken = new Set(diagnostics.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  return { diagnostics, credentials, broken };
}

/** Those that had begun. */
export function begunIn({ known, later }: CompiledFolder): readonly CompiledFile[] {
  return known.filter(({ source }) => !later.has(source.path));
}

/** `files`: those that had begun. What links to the others is not wrong. */
function checkAll(files: readonly CompiledFile[], { all, byFile, folder, context: { config, asOf } }: CompiledFolder): Diagnostic[] {
  const assets = new Set(folder.assets.map(({ path }) => path));
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
