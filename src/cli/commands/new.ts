// `hindsight new TITLE`: a postmortem from the template, under a name made of its day and its title.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSiteConfig } from '../../core/config/read.ts';
import type { SiteConfig } from '../../core/model/site-config.ts';
import { closest } from '../../core/text/closest.ts';
import { fileSlug } from '../../core/text/file-slug.ts';
import { parseTimestamp } from '../../core/time/parse.ts';
import { AppError } from '../../io/app-error.ts';
import { createFile } from '../../io/atomic.ts';
import { today } from '../../io/clock.ts';
import { note, print } from '../../io/log.ts';
import { readText } from '../../io/read-text.ts';
import { statsOf } from '../../io/stats.ts';
import { explainSystemError } from '../../io/system-error.ts';
import { type ArchiveOptions, type ArchivePaths, archivePaths } from '../archive-paths.ts';
import { EXIT } from '../exit-codes.ts';
import { visible } from '../report/visible.ts';
import { BUILT_IN_TEMPLATE, fillTemplate } from '../template.ts';

const TEMPLATE = '_template.md';

/** Longer ones are summaries. */
const LONGEST_TITLE = 200;

interface NewOptions extends ArchiveOptions {
  readonly severity?: string;
  readonly started?: string;
}

/** Returns the exit code. */
export async function create(typedTitle: string, options: NewOptions): Promise<number> {
  const paths = archivePaths(options);
  const config = readConfig(paths);
  const title = readTitle(typedTitle);
  const severity = options.severity === undefined ? undefined : readSeverity(options.severity, config);
  const started = options.started === undefined ? today(config.timezone) : readStarted(options.started, config);
  const text = fillTemplate(readTemplate(paths.input), { title, severity, started });

  const { slug, isComplete } = fileSlug(title);
  const name = `${started.slice(0, 10)}-${slug}.md`;
  const isNewFolder = statsOf(paths.input) === undefined;
  try {
    mkdirSync(paths.input, { recursive: true });
    if (createFile(join(paths.input, name), text)) {
      print(paths.show(name));
      if (isNewFolder) note(`There was no folder ${paths.show('.')}; it was made. Another one is named with --input.`);
      if (!isComplete)
        note(
          'The name has ASCII letters alone, which the title does not. It is the id of the incident: rename the file to one that says more.',
        );
      return EXIT.ok;
    }
  } catch (error) {
    throw explainSystemError(error, paths.input) ?? error;
  }
  note(`error: ${paths.show(name)} is there already, and was left alone.\n  Give the new one another title, or another --started.`);
  return EXIT.problems;
}

function readTitle(typed: string): string {
  const title = typed.trim();
  const fault = titleFault(title);
  if (fault === undefined) return title;
  throw new AppError('usage', fault, { hint: 'Say what happened in a few words: hindsight new "Checkout errors after a push".' });
}

function titleFault(title: string): string | undefined {
  if (title === '') return 'The title is empty.';
  if (title.length > LONGEST_TITLE) return `The title has ${title.length} characters; ${LONGEST_TITLE} are plenty.`;
  if (visible(title) !== title) return `The title holds line ends or characters that cannot be seen: "${visible(title)}".`;
  if (!/[\p{L}\p{N}]/u.test(title)) return `The title "${title}" has neither a letter nor a digit.`;
  return undefined;
}

function readSeverity(typed: string, config: SiteConfig): string {
  const labels = config.severities.map(({ label }) => label);
  const label = labels.find((known) => known.toLowerCase() === typed.toLowerCase());
  if (label !== undefined) return label;
  const near = closest(typed, labels);
  const hint = near === undefined ? `This site has ${labels.join(', ')}.` : `Did you mean ${near}?`;
  throw new AppError('usage', `"${visible(typed)}" is not a severity of this site.`, { hint });
}

function readStarted(typed: string, config: SiteConfig): string {
  const read = parseTimestamp(typed, config.timezone);
  if ('problem' in read) throw new AppError('usage', `--started: ${visible(read.problem)}.`);
  return typed.trim().replace(/[ t]+/, 'T');
}

function readTemplate(folder: string): string {
  const path = join(folder, TEMPLATE);
  if (!existsSync(path)) return BUILT_IN_TEMPLATE;
  const read = readText(path);
  if ('text' in read) return read.text;
  throw new AppError('bad-template', `The template ${path} cannot be used: ${read.problem.message}`, {
    hint: read.problem.hint ?? 'Mend it.',
  });
}

function readConfig({ config }: ArchivePaths): SiteConfig {
  return readSiteConfig(config === undefined ? undefined : { path: config, text: readFileSync(config, 'utf8') }).config;
}
