// The files that are meant: those named, and in folders those that documents are kept in.
import { type Dirent, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { AppError } from '../../io/app-error.ts';
import { isWithin } from '../../io/inside.ts';
import { statsOf } from '../../io/stats.ts';
import { errorCode } from '../../io/system-error.ts';
import type { Task } from './prepare.ts';

/** What is looked for in a folder; a file that is named itself may be called anything. */
const DOCUMENT = /\.(?:md|markdown|mdown|mkd|txt|text|html?|xhtml|docx|json)$/i;
const IGNORED = /^(?:\.|node_modules$|_)/;

export interface Gathered {
  /** In the order of the arguments, each folder's files by path; none twice. */
  readonly tasks: readonly Task[];
  /** Files of folders that were passed over for their kind. */
  readonly passedOver: number;
}

const FROM_HERE = 'Paths are read from the folder the command is run in.';
const PIPED = 'Text that is piped in is not read: save it as a file first.';

/** What is written beside its source would be read as a postmortem twice, and imported again the next time. */
function inArchive(argument: string): AppError {
  return new AppError('usage', `${argument} lies in the folder that is written into.`, {
    hint: 'Move what is to be imported to a folder of its own, or give another one with --output DIR.',
  });
}

/** Throws for what is not there, and for what lies within `output`. Nothing within `output` is read: it is where the results go. */
export function gather(typed: readonly string[], output: string | undefined): Gathered {
  const tasks = new Map<string, Task>();
  let passedOver = 0;
  for (const argument of typed) {
    const stats = statsOf(argument);
    if (stats === undefined)
      throw new AppError('not-found', `There is no file ${argument}.`, { hint: argument === '-' ? PIPED : FROM_HERE });
    const absolute = resolve(argument);
    if (output !== undefined && isWithin(output, stats.isDirectory() ? absolute : dirname(absolute))) throw inArchive(argument);
    if (!stats.isDirectory()) {
      add(tasks, { path: absolute, root: dirname(absolute), shown: shownPath(argument, '') });
      continue;
    }
    const found = walkFolder(absolute, output);
    passedOver += found.passedOver;
    for (const path of found.files) add(tasks, { path, root: absolute, shown: shownPath(argument, relative(absolute, path)) });
  }
  return { tasks: [...tasks.values()], passedOver };
}

function add(tasks: Map<string, Task>, task: Task): void {
  if (!tasks.has(task.path)) tasks.set(task.path, task);
}

/** As typed, with forward slashes; of an absolute path only what lies below the folder that was named. */
function shownPath(argument: string, below: string): string {
  const path = isAbsolute(argument) ? join(basename(argument), below) : join(argument, below);
  return path.replaceAll('\\', '/');
}

function walkFolder(folder: string, output: string | undefined): { readonly files: readonly string[]; readonly passedOver: number } {
  const files: string[] = [];
  let passedOver = 0;
  const root = realpathSync(folder);
  const queue = [folder];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (output !== undefined && next !== folder && isWithin(output, next)) continue;
    const entries = entriesOf(next, next === folder);
    // Told like a file that cannot be read: the others go on.
    if (entries === undefined) files.push(next);
    for (const entry of entries ?? []) {
      if (IGNORED.test(entry.name)) continue;
      const path = join(next, entry.name);
      if (entry.isDirectory()) queue.push(path);
      else if (!entry.isFile() && !(entry.isSymbolicLink() && isFileWithin(root, path))) continue;
      else if (DOCUMENT.test(entry.name)) files.push(path);
      else passedOver++;
    }
  }
  return { files: files.sort(), passedOver };
}

/** Undefined for a folder within the one that was named that may not be read; that one itself throws. */
function entriesOf(folder: string, isNamed: boolean): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isNamed || errorCode(error) !== 'EACCES') throw error;
    return undefined;
  }
}

function isFileWithin(root: string, path: string): boolean {
  return statsOf(path)?.isFile() === true && isWithin(root, realpathSync(path));
}
