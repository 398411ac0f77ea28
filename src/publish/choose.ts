// Which kind of place a name on the command line means.
import { AppError } from '../io/app-error.ts';
import type { Target } from './target.ts';
import { branchTarget } from './targets/branch.ts';
import { folderTarget } from './targets/folder.ts';
import { rsyncTarget } from './targets/rsync.ts';
import { parseRemote } from './targets/rsync-place.ts';
import { s3Target } from './targets/s3.ts';
import { parseS3 } from './targets/s3-place.ts';

export interface TargetOptions {
  readonly keep: number;
  /** The name is that of a git remote, and this the branch to publish to. */
  readonly branch?: string;
  /** A folder of the repository that knows the remote. */
  readonly repository: string;
}

/** Throws for what is no place to publish to. */
export function chooseTarget(typed: string, options: TargetOptions): Target {
  // A program that is handed such a name would take it for an option.
  if (typed.startsWith('-')) throw new AppError('usage', `A place to publish to cannot begin with "-": ${typed}`);
  if (typed === '') throw new AppError('usage', 'The name of the place to publish to is empty.');
  if (options.branch !== undefined) return branchTarget({ branch: options.branch, remote: typed, folder: options.repository });
  const bucket = parseS3(typed);
  if (bucket !== undefined) return s3Target(bucket);
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(typed)) {
    const hint = 'Name a folder, user@host:/path, s3://bucket/prefix, or a remote of git with --branch.';
    throw new AppError('usage', 'An address of the web is not a place to publish to.', { hint });
  }
  const remote = parseRemote(typed);
  return remote === undefined ? folderTarget(typed, options) : rsyncTarget(remote, options);
}
