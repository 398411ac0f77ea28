// `hindsight build`: the site, built beside the old one, verified, and swapped in whole.

import type { Diagnostic } from '../../core/model/diagnostic.ts';
import type { EditionName } from '../../core/model/edition.ts';
import type { Day } from '../../core/model/timestamp.ts';
import { countOf, sayCount } from '../../core/text/count.ts';
import { stopwatch } from '../../io/clock.ts';
import { takeLock } from '../../io/lock.ts';
import { clearProgress, note, print, progress, wantsColor } from '../../io/log.ts';
import { createStaging, lockPathOf, recover, swapIn } from '../../io/swap.ts';
import { explainSystemError } from '../../io/system-error.ts';
import type { BuildEvent, BuildResult } from '../../site/build.ts';
import { buildInThread } from '../../site/build-thread.ts';
import { type Packed, packSite } from '../../site/packed/pack-site.ts';
import { type ArchiveOptions, type ArchivePaths, archivePaths } from '../archive-paths.ts';
import { asOfOptions, sayAsOf } from '../as-of.ts';
import { EXIT } from '../exit-codes.ts';
import { locateOutput, mustBeReplaceable } from '../output-folder.ts';
import { toRow } from '../report/json.ts';
import { countProblems, listProblems, sayRestricted, sayWithheld } from '../report/text.ts';
import { verifyPacked, verifySite } from '../verify-site.ts';

interface BuildCommandOptions extends ArchiveOptions {
  readonly output: string;
  readonly edition: EditionName;
  readonly asOf?: Day;
  readonly allowErrors?: boolean;
  readonly history: boolean;
  readonly precompress?: boolean;
  readonly json?: boolean;
}

interface Built extends BuildResult {
  readonly packed?: Packed;
}

/** Returns the exit code. */
export async function build(options: BuildCommandOptions): Promise<number> {
  const elapsed = stopwatch();
  const paths = archivePaths(options);
  const output = locateOutput(options.output, paths);
  try {
    const result = withTypedPaths(await buildInto(output, options, paths), paths);
    clearProgress();
    if (options.json) sayJson(result, options);
    else if (isPublished(result)) print(sayBuilt(result, options, elapsed()));
    else note(sayRefused(result, options));
    return isPublished(result) ? EXIT.ok : EXIT.problems;
  } catch (error) {
    throw explainSystemError(error, options.output) ?? error;
  }
}

async function buildInto(output: string, options: BuildCommandOptions, paths: ArchivePaths): Promise<Built> {
  const lock = await takeLock(lockPathOf(output));
  if (await recover(output)) note(`An earlier build was killed: the site it had moved away is back in ${options.output}.`);
  await mustBeReplaceable(output, options.output);
  const staging = createStaging(output);
  try {
    progress('Reading the postmortems…');
    const { input, config } = paths;
    const choices = { ...(config !== undefined && { config }), ...asOfOptions(options) };
    const { history, edition, allowErrors = false } = options;
    const result = await buildInThread({ input, ...choices, staging: staging.folder, allowErrors, history, edition }, showProgress);
    if (!isPublished(result)) return result;
    const packed = options.precompress ? await packSite(staging.folder, { before: output, report: showPacking }) : undefined;
    if (packed && edition !== 'restricted') await verifyPacked(staging.folder);
    await verifySite(staging.folder);
    lock.assertHeld();
    await swapIn(staging, output);
    return packed === undefined ? result : { ...result, packed };
  } finally {
    staging.discard();
    lock.release();
  }
}

function isPublished(result: BuildResult): boolean {
  return result.pages > 0;
}

function showProgress(event: BuildEvent): void {
  if (event.kind === 'loaded') progress(`Writing the pages of ${countOf(event.incidents, 'incident')}…`);
  else progress(`Checking ${countOf(event.files, 'file')}…`);
}

function showPacking(done: number, all: number): void {
  progress(`Packed ${sayCount(done)} of ${countOf(all, 'file')}…`);
}

function withTypedPaths(result: Built, { show }: ArchivePaths): Built {
  const diagnostics = result.diagnostics.map((diagnostic) => ({ ...diagnostic, file: show(diagnostic.file) }));
  return { ...result, diagnostics, leftOut: result.leftOut.map(show) };
}

/** In one piece, so that the order stays when the output goes through a pipe. */
function sayBuilt(result: Built, { output, edition }: BuildCommandOptions, milliseconds: number): string {
  const { diagnostics, incidents, pages, leftOut, restricted, withheld, packed } = result;
  const errors = errorsOf(result);
  const warnings = diagnostics.length - errors.length;
  return [
    ...(errors.length > 0 ? [`${listProblems(errors, wantsColor('stdout'))}\n`] : []),
    ...(leftOut.length > 0 ? [`Left out because of errors: ${leftOut.join(', ')}`] : []),
    ...(warnings > 0 ? [`${countOf(warnings, 'warning')}; "hindsight check" lists them.`] : []),
    ...sayAsOf(result),
    ...sayRestricted(restricted),
    ...sayWithheld(withheld, edition),
    `${output}: ${countOf(incidents, 'incident')}, ${countOf(pages, 'file')}${sayPacked(packed)}, ${(milliseconds / 1000).toFixed(1)} s`,
  ].join('\n');
}

function sayPacked(packed: Packed | undefined): string {
  return packed === undefined ? '' : ` and ${sayCount(packed.files)} packed ones (${sayCount(packed.taken)} from the site before)`;
}

function sayRefused(result: BuildResult, { output, allowErrors }: BuildCommandOptions): string {
  const errors = errorsOf(result);
  const advice = allowErrors
    ? 'Credentials, errors of the configuration'
    : 'With --allow-errors, incidents with errors are left out; credentials, errors of the configuration';
  return [
    `${listProblems(errors, wantsColor('stderr'))}\n`,
    `Nothing was built; ${output} is as it was. ${countProblems(errors)}: mend them. ${advice}, and an archive without anything to publish, always stop a build.`,
  ].join('\n');
}

function errorsOf({ diagnostics }: BuildResult): Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 'error');
}

function sayJson(result: Built, { output, edition }: BuildCommandOptions): void {
  const { incidents, pages, leftOut, restricted, withheld, packed, diagnostics, standing, later } = result;
  print(
    JSON.stringify(
      {
        output,
        edition,
        built: isPublished(result),
        incidents,
        files: pages,
        ...(packed && { packed: packed.files }),
        leftOut,
        restricted,
        withheld,
        ...(standing && { standing: { ...standing, ...(later && { later }) } }),
        diagnostics: diagnostics.map(toRow),
      },
      null,
      2,
    ),
  );
}
