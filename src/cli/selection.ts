// Which part of the archive FILE arguments mean.
import { realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { AppError } from '../io/app-error.ts';
import { isWithin } from '../io/inside.ts';
import { statsOf } from '../io/stats.ts';

/** Whether a path of the archive (with forward slashes) was asked for. */
export type Selection = (path: string) => boolean;

export interface FileArgument {
  readonly typed: string;
  /** From the archive's folder, with forward slashes; empty for the folder itself. */
  readonly path: string;
}

/** Throws for what is not there or not in the archive. */
export function readArguments(files: readonly string[], input: string): FileArgument[] {
  const root = realpathSync(input);
  return files.map((typed) => {
    mustExist(typed);
    const place = realPlace(typed);
    if (!isWithin(root, place)) {
      const hint = `Name its archive with --input: hindsight check --input ${dirname(typed)} ${typed}`;
      throw new AppError('usage', `${typed} is not in the archive ${input}.`, { hint });
    }
    return { typed, path: relative(root, place).split(sep).join('/') };
  });
}

export function selectionOf(files: readonly FileArgument[]): Selection {
  if (files.length === 0) return () => true;
  return (path) => files.some((file) => file.path === '' || path === file.path || path.startsWith(`${file.path}/`));
}

/** The folder that holds all of these files, as the user would type it; undefined when they lie in `usual` anyway. */
export function folderOf(files: readonly string[], usual: string): string | undefined {
  for (const file of files) mustExist(file);
  if (files.every((file) => isWithin(resolve(usual), resolve(file)))) return undefined;
  return files.map((file) => (statsOf(file)?.isDirectory() ? file : dirname(file))).reduce(commonFolder);
}

function commonFolder(a: string, b: string): string {
  let folder = a;
  while (!isWithin(resolve(folder), resolve(b))) folder = isAbsolute(folder) ? dirname(folder) : join(folder, '..');
  return folder;
}

/** Links on the way to a file are followed, the file itself may be one. */
function realPlace(file: string): string {
  const absolute = resolve(file);
  return dirname(absolute) === absolute ? absolute : join(realpathSync(dirname(absolute)), basename(absolute));
}

function mustExist(file: string): void {
  if (statsOf(file) !== undefined) return;
  throw new AppError('not-found', `There is no file ${file}.`, { hint: 'Paths are read from the folder the command is run in.' });
}
