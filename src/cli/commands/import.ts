// `hindsight import`: documents of any kind become annotated postmortems.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { readSiteConfig } from '../../core/config/read.ts';
import type { SiteConfig } from '../../core/model/site-config.ts';
import { countOf, sayCount } from '../../core/text/count.ts';
import { isZone } from '../../core/time/zone.ts';
import type { ImportReport } from '../../import/report.ts';
import { gather } from '../../import/run/gather.ts';
import { runImport } from '../../import/run/index.ts';
import { prepareAll } from '../../import/run/pool.ts';
import type { Preparation, PrepareOptions } from '../../import/run/prepare.ts';
import { AppError } from '../../io/app-error.ts';
import { stopwatch, today } from '../../io/clock.ts';
import { clearProgress, note, print, progress, wantsColor } from '../../io/log.ts';
import { statsOf } from '../../io/stats.ts';
import { explainSystemError } from '../../io/system-error.ts';
import { type ArchiveOptions, type ArchivePaths, archivePaths } from '../archive-paths.ts';
import { EXIT } from '../exit-codes.ts';
import { importText } from '../report/import.ts';

interface ImportOptions extends ArchiveOptions {
  readonly output?: string;
  readonly format: 'md' | 'json';
  readonly dryRun?: boolean;
  readonly timezone?: string;
  readonly dateOrder?: 'dmy' | 'mdy';
  readonly force?: boolean;
  readonly merge?: boolean;
  readonly report?: string;
}

/** Returns the exit code. */
export async function importDocuments(files: readonly string[], options: ImportOptions): Promise<number> {
  const { output: typedOutput, timezone } = options;
  if (timezone !== undefined && !isZone(timezone)) {
    throw new AppError('usage', `--timezone: "${timezone}" is not a time zone.`, {
      hint: 'Give an IANA name such as Europe/Copenhagen, or UTC.',
    });
  }
  const paths = archivePaths(typedOutput === undefined || options.format === 'json' ? options : { ...options, input: typedOutput });
  const config = readConfig(paths);
  const prepare: PrepareOptions = {
    config,
    asOf: today(config.timezone),
    isForced: options.force === true,
    ...(timezone !== undefined && { timezone }),
    ...(options.dateOrder !== undefined && { dateOrder: options.dateOrder }),
  };
  if (options.report !== undefined) checkReport(options.report);
  const gathered = gather(files, options.format === 'json' ? undefined : paths.input);
  const time = stopwatch();
  const common = {
    prepare,
    threads: availableParallelism(),
    onProgress: (done: number) => progress(`${sayCount(done)} of ${countOf(gathered.tasks.length, 'file')}`),
  };
  try {
    if (options.format === 'json') return asJson(await prepareAll(gathered.tasks, common), gathered.tasks, typedOutput);
    const flags = { isDryRun: options.dryRun === true, isMerging: options.merge === true };
    const report = await runImport(gathered, { ...common, ...flags, output: paths.input, config });
    clearProgress();
    print(importText(report, { color: wantsColor('stdout'), show: paths.show }));
    if (options.report !== undefined) writeFileSync(resolve(options.report), `${JSON.stringify(report, null, 2)}\n`);
    if (process.stderr.isTTY) note(`in ${(time() / 1000).toFixed(1)} s`);
    return exitCode(report);
  } catch (error) {
    throw explainSystemError(error, paths.input) ?? error;
  }
}

/** Said before anything is read or written, not after it. */
function checkReport(typed: string): void {
  if (statsOf(dirname(resolve(typed)))?.isDirectory() === true && statsOf(resolve(typed))?.isDirectory() !== true) return;
  throw new AppError(
    'usage',
    `--report: ${typed} cannot be written: ${statsOf(resolve(typed)) ? 'it is a folder' : 'its folder is not there'}.`,
    {
      hint: 'Name a file in a folder that exists.',
    },
  );
}

function exitCode({ documents, counts }: ImportReport): number {
  return counts.failed > 0 || documents.length === 0 ? EXIT.problems : EXIT.ok;
}

function readConfig({ config, show }: ArchivePaths): SiteConfig {
  const read = readSiteConfig(config === undefined ? undefined : { path: config, text: readFileSync(config, 'utf8') });
  const [error] = read.diagnostics.filter(({ severity }) => severity === 'error');
  if (error === undefined) return read.config;
  throw new AppError('bad-config', `The configuration ${show(error.file)} cannot be used: line ${error.line}: ${error.message}`, {
    hint: 'Mend it first: what is imported is fitted to it.',
  });
}

/** An object a document: a line each, or a file each in the folder given. */
function asJson(prepared: readonly Preparation[], tasks: readonly { readonly shown: string }[], output: string | undefined): number {
  let failures = 0;
  if (output !== undefined) mkdirSync(output, { recursive: true });
  const taken = new Set<string>();
  prepared.forEach((result, index) => {
    if ('refusal' in result) {
      failures++;
      note(`${tasks[index]?.shown}: ${result.refusal}`);
      return;
    }
    for (const { path, format, labels, notes } of result.documents) {
      const told = { source: path, format, ...labels, notes };
      if (output === undefined) print(JSON.stringify(told));
      else writeFileSync(join(output, `${freeName(path, taken)}.json`), `${JSON.stringify(told, null, 2)}\n`);
    }
  });
  return failures > 0 ? EXIT.problems : EXIT.ok;
}

/** The file's own name without its extension, for those who compare. */
function freeName(path: string, taken: Set<string>): string {
  const base = (path.split('/').at(-1) ?? path).replace(/\.[A-Za-z]+(?=#|$)/, '').replace(/[^\p{L}\p{N}._-]+/gu, '-');
  let name = base;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${base}-${number}`;
  taken.add(name.toLowerCase());
  return name;
}
