// What the archive was built from, as git knows it: the commit that is checked out, and whether the files are still those of it.
import { basename, dirname } from 'node:path';
import { askGit } from './git.ts';

export interface Source {
  readonly commit: string;
  /** The archive or its configuration has changes that are not in the commit. */
  readonly modified?: true;
}

export interface SourceOptions {
  /** Folder of the archive, absolute. */
  readonly folder: string;
  /** Absolute path of the configuration, where there is one. */
  readonly config?: string;
  /** Of every call of git, in milliseconds. */
  readonly timeLimit: number;
}

/** Undefined where there is no commit to name: no repository, no git. */
export async function readSource({ folder, config, timeLimit }: SourceOptions): Promise<Source | undefined> {
  const [archive, configuration] = await Promise.all([
    readStatus({ folder, path: '.', timeLimit }),
    config === undefined ? undefined : readStatus({ folder: dirname(config), path: basename(config), timeLimit }),
  ]);
  if (archive === undefined) return undefined;
  const isModified = archive.isModified || (configuration?.commit === archive.commit && configuration.isModified);
  return { commit: archive.commit, ...(isModified && { modified: true }) };
}

interface Place {
  readonly folder: string;
  /** From the folder, literally. */
  readonly path: string;
  readonly timeLimit: number;
}

/** https://git-scm.com/docs/git-status#_porcelain_format_version_2: headers, then an entry for everything that differs from the commit. */
async function readStatus({ folder, path, timeLimit }: Place): Promise<{ commit: string; isModified: boolean } | undefined> {
  const args = [
    '--literal-pathspecs',
    'status',
    '--porcelain=v2',
    '--branch',
    '-z',
    '--no-renames',
    '--untracked-files=normal',
    '--',
    path,
  ];
  const answer = await askGit({ folder, timeLimit, args });
  if ('failure' in answer) return undefined;
  const lines = answer.output.toString().split('\0');
  const commit = lines.find((line) => line.startsWith('# branch.oid '))?.slice('# branch.oid '.length);
  if (commit === undefined || !/^[0-9a-f]{40,64}$/.test(commit)) return undefined;
  return { commit, isModified: lines.some((line) => /^[12u?] /.test(line)) };
}
