// `hindsight check`: every problem of the archive, or of some of its files.
import { isAbsolute } from 'node:path';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { note, print, wantsColor } from '../../io/log.ts';
import { type LoadedArchive, loadArchive } from '../../site/load.ts';
import { whyEmpty } from '../../site/why-empty.ts';
import { type ArchiveOptions, archivePaths, DEFAULT_INPUT } from '../archive-paths.ts';
import { EXIT } from '../exit-codes.ts';
import { type Findings, FORMATS, type FormatName } from '../report/formats.ts';
import { type FileArgument, folderOf, readArguments, selectionOf } from '../selection.ts';

interface CheckOptions extends ArchiveOptions {
  readonly format: FormatName;
  readonly json?: boolean;
}

/** Returns the exit code. */
export async function check(files: readonly string[], options: CheckOptions): Promise<number> {
  const elsewhere = options.input === undefined ? folderOf(files, DEFAULT_INPUT) : undefined;
  if (elsewhere !== undefined) note(`Taking ${elsewhere} for the archive; name another with --input.`);
  const paths = archivePaths(elsewhere === undefined ? options : { ...options, input: elsewhere });
  const loaded = await loadArchive({ input: paths.input, ...(paths.config !== undefined && { config: paths.config }), allowErrors: true });
  const wanted = readArguments(files, paths.input);
  for (const { typed } of wanted.filter((file) => !isKnown(file, loaded))) note(`${typed} is not checked: it is not a postmortem.`);

  const { diagnostics, checked, restricted, allowed } = selectFindings(loaded, wanted);
  const withPath = <T extends { readonly file: string }>(one: T): T => ({ ...one, file: paths.show(one.file) });
  const format = FORMATS[options.json ? 'json' : options.format];
  const shown = { diagnostics: diagnostics.map(withPath), checked: checked.map(paths.show), restricted, allowed: allowed.map(withPath) };
  print(format(shown, { color: wantsColor('stdout') }));
  return diagnostics.some(({ severity }) => severity === 'error') ? EXIT.problems : EXIT.ok;
}

/** Errors of the configuration always count: the files are checked against it. */
function selectFindings(loaded: LoadedArchive, wanted: readonly FileArgument[]): Findings {
  const { postmortems, restricted, allowed } = loaded;
  const diagnostics = [...emptiness(loaded), ...loaded.diagnostics];
  if (wanted.length === 0) return { diagnostics, checked: postmortems, restricted: restricted.length, allowed };
  const isSelected = selectionOf(wanted);
  return {
    diagnostics: diagnostics.filter(({ file, severity }) => (isAbsolute(file) ? severity === 'error' : isSelected(file))),
    checked: postmortems.filter(isSelected),
    restricted: restricted.filter(isSelected).length,
    allowed: allowed.filter(({ file }) => isSelected(file)),
  };
}

/** What keeps a build from replacing a site is nothing wrong in a file. */
function emptiness(loaded: LoadedArchive): Diagnostic[] {
  const empty = whyEmpty(loaded, { isStopped: loaded.diagnostics.some(({ severity }) => severity === 'error') });
  return empty === undefined ? [] : [{ ...empty, severity: 'warning' }];
}

/** Whether there was anything to say about a file at all: templates and images, which a commit hook hands over too, are not checked. */
function isKnown(file: FileArgument, { postmortems, diagnostics }: LoadedArchive): boolean {
  const isSelected = selectionOf([file]);
  return postmortems.some(isSelected) || diagnostics.some((diagnostic) => isSelected(diagnostic.file));
}
