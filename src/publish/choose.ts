// Which kind of place a name on the command line means.
import { AppError } from '../io/app-error.ts';
import type { Target } from './target.ts';
import { folderTarget } from './targets/folder.ts';
import { rsyncTarget } from './targets/rsync.ts';
import { parseRemote } from './targets/rsync-place.ts';

export interface TargetOptions {
  readonly keep: number;
}

/** Throws for what is no place to publish to. */
export function chooseTarget(typed: string, options: TargetOptions): Target {
  // A program that is handed such a name would take it for an option.
  if (typed.startsWith('-')) throw new AppError('usage', `A place to publish to cannot begin with "-": ${typed}`);
  if (typed === '') throw new AppError('usage', 'The name of the place to publish to is empty.');
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(typed)) {
    const hint = 'Name a folder, or user@host:/path.';
    throw new AppError('usage', 'An address of the web is not a place to publish to.', { hint });
  }
  const remote = parseRemote(typed);
  return remote === undefined ? folderTarget(typed, options) : rsyncTarget(remote, options);
}
