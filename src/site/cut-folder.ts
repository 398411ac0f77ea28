// What is shown of a folder that was checked: the incidents of an edition as it has them; and what is in no page, and why.
import { replacePath } from '../core/edition/rewrite.ts';
import { isShownIn } from '../core/edition/shown.ts';
import type { Diagnostic } from '../core/model/diagnostic.ts';
import type { EditionName } from '../core/model/edition.ts';
import type { Incident } from '../core/model/incident.ts';
import type { SourceFile } from '../io/read-archive.ts';
import type { CheckedFolder, CompiledFolder } from './check-folder.ts';
import { type CompileContext, type CompiledFile, compileAll, isRestricted } from './compile-files.ts';
import { type Cut, cutEdition } from './edition.ts';

/** Of whom the site is for. */
interface Wanted {
  /** Absent for the texts as they stand in the files. */
  readonly edition?: EditionName;
  /** Absolute path of the configuration, where there is one. */
  readonly config?: string;
  readonly allowErrors: boolean;
}

export interface Examined {
  readonly compiled: CompiledFolder;
  readonly checked: CheckedFolder;
}

interface ShownFolder {
  readonly shown: readonly Incident[];
  /** Absent where none was asked for. */
  readonly cut?: Cut;
  readonly diagnostics: readonly Diagnostic[];
}

/** `known`: files as the edition had them before; replaced by what they are now. */
export function cutFolder(
  { edition, allowErrors }: Wanted,
  { compiled, checked: { broken } }: Examined,
  known: CompileContext['known'],
): ShownFolder {
  const { folder, context, later } = compiled;
  const { config } = context;
  const leftOut = new Set([...broken, ...later]);
  // Without the broken ones: only files that link to them are read again.
  const usable = broken.size > 0 && allowErrors ? compileAll(folder.sources, { ...context, leftOut }) : compiled.known;
  if (edition === undefined) {
    const shown = usable.flatMap(({ incident }) => (incident === undefined || broken.has(incident.file) ? [] : incident));
    return { shown, diagnostics: [] };
  }
  const cut = cutEdition(usable, { edition, config, assets: folder.assets, leftOut });
  keepUntouched(usable, cut, { config, known });
  const files = compileAll(sameSources(cut.sources, known), { ...context, config: cut.config, known, isWhole: true });
  return { cut, shown: files.flatMap(({ incident }) => incident ?? []), diagnostics: [...cut.diagnostics, ...cutProblems(files, cut)] };
}

/** Paths, by why nothing of them is in any page. */
interface Unshown {
  /** For their errors. */
  readonly leftOut: readonly string[];
  readonly restricted: readonly string[];
  /** They are not in the edition. */
  readonly withheld: readonly string[];
}

export function unshownIn({ edition, config: configFile }: Wanted, { compiled, checked }: Examined, cut: Cut | undefined): Unshown {
  const { folder, byFile, later } = compiled;
  const { config } = compiled.context;
  const isSecret = (file: string): boolean => isRestricted(byFile.get(file), config);
  const isHere = (file: string): boolean => edition === undefined || isShownIn(edition, byFile.get(file) ?? NOTHING, config);
  const inEdition = cut && new Set(cut.originals.values());
  const paths = folder.sources.map(({ path }) => path).filter((path) => !later.has(path));
  return {
    leftOut: [...checked.broken]
      .filter((file) => file !== configFile && (edition === 'restricted' || !isSecret(file)) && isHere(file))
      .map((path) => (cut ? replacePath(path, cut.wording) : path))
      .sort(),
    restricted: paths.filter((path) => isSecret(path) && !inEdition?.has(path)),
    withheld: paths.filter((path) => !isSecret(path) && !isHere(path)),
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

/** What the texts of the edition have wrong that the archive has not: withholding has spoilt something. */
function cutProblems(files: readonly CompiledFile[], { originals, edition }: Cut): Diagnostic[] {
  return files
    .flatMap(({ frontMatter, incident, diagnostics }) => (incident ? frontMatter.diagnostics : diagnostics))
    .filter(({ severity }) => severity === 'error')
    .map((problem) => ({
      file: originals.get(problem.file) ?? problem.file,
      line: 1,
      column: 1,
      severity: 'error',
      code: 'edition-field',
      message: `Without what is withheld from the ${edition} edition, a field is wrong: ${problem.message}`,
      ...(problem.hint !== undefined && { hint: problem.hint }),
    }));
}
