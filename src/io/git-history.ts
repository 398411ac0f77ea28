// The history of the archive's files from git: for each file its versions by commit, followed through renames. The first parents alone are read:
// what the branch saw, on the day it saw it; a merge is one change.
import { askGit, type GitAnswer } from './git.ts';

export interface GitVersion {
  readonly commit: string;
  /** Of the commit, in the committer's zone: `2026-11-22`. */
  readonly day: string;
  /** Id of the content. */
  readonly blob: string;
}

export type GitHistory =
  /** `versions` by path from the archive's folder, oldest first; files that no commit has are not among them. `began`: the first commit of any. */
  | { readonly head: string; readonly began: string; readonly versions: ReadonlyMap<string, readonly GitVersion[]> }
  | { readonly failure: string };

export interface HistoryOptions {
  /** Folder of the archive, absolute. */
  readonly folder: string;
  /** Of every call of git, in milliseconds. */
  readonly timeLimit: number;
}

/** The commit that is checked out, or why there is no history to be had: one call. */
export async function readHead({ folder, timeLimit }: HistoryOptions): Promise<{ readonly head: string } | { readonly failure: string }> {
  const answer = await askGit({ folder, timeLimit, args: ['rev-parse', '--is-shallow-repository', 'HEAD'] });
  if ('failure' in answer) return answer;
  const [isShallow, head = ''] = answer.output.toString().trim().split('\n');
  if (isShallow === 'true') return { failure: 'the git clone is shallow' };
  return /^[0-9a-f]{40,64}$/.test(head) ? { head } : { failure: 'git failed' };
}

const LOG = ['log', '--first-parent', '-m', '--raw', '-z', '--no-abbrev', '--find-renames', '-l0', '--relative', '--format=commit %H %cI'];

/** Versions of the files at these paths. */
export async function readVersions(head: string, paths: readonly string[], options: HistoryOptions): Promise<GitHistory> {
  const { folder, timeLimit } = options;
  const answer = await askGit({ folder, timeLimit, args: [...LOG, head, '--', '.'] });
  if ('failure' in answer) return answer;
  const log = parseLog(answer.output.toString());
  const versions = followPaths(log, paths);
  const firsts = new Set([...versions.values()].map(([first]) => first?.commit));
  return { head, began: log.findLast(({ commit }) => firsts.has(commit))?.commit ?? '', versions };
}

interface Change {
  readonly status: string;
  readonly blob: string;
  /** Where the file was before, for a rename; else its path. */
  readonly from: string;
  readonly to: string;
}

interface Commit {
  readonly commit: string;
  readonly day: string;
  readonly changes: readonly Change[];
}

/** Newest first, as git prints them. */
function parseLog(output: string): Commit[] {
  const commits: (Commit & { readonly changes: Change[] })[] = [];
  const parts = output.split('\0');
  for (let at = 0; at < parts.length; at++) {
    const part = (parts[at] ?? '').replace(/^\n/, '');
    const head = /^commit ([0-9a-f]+) (\d{4}-\d\d-\d\d)/.exec(part);
    if (head) commits.push({ commit: head[1] ?? '', day: head[2] ?? '', changes: [] });
    const raw = /^:\d+ (\d+) [0-9a-f]+ ([0-9a-f]+) ([A-Z])\d*$/.exec(part);
    if (!raw) continue;
    const [, mode = '', blob = '', status = ''] = raw;
    const from = parts[++at] ?? '';
    const to = status === 'R' || status === 'C' ? (parts[++at] ?? '') : from;
    // Symbolic links and submodules are no files of ours.
    if (status === 'D' || mode.startsWith('100')) commits.at(-1)?.changes.push({ status, blob, from, to });
  }
  return commits;
}

/** Each path backwards through time under the names it had. */
function followPaths(newestFirst: readonly Commit[], paths: readonly string[]): Map<string, GitVersion[]> {
  const found = new Map<string, GitVersion[]>();
  let names = new Map(paths.map((path) => [path, path]));
  for (const { commit, day, changes } of newestFirst) {
    const renamed = new Map<string, string>();
    for (const { status, blob, from, to } of changes) {
      const path = names.get(to);
      if (path === undefined || status === 'D') continue;
      const list = found.get(path) ?? [];
      found.set(path, list);
      list.push({ commit, day, blob });
      if (status === 'R') renamed.set(to, from);
    }
    if (renamed.size > 0) names = new Map([...names].map(([name, path]) => [renamed.get(name) ?? name, path]));
  }
  for (const list of found.values()) list.reverse();
  return found;
}

/** The contents of blobs by their ids, in one call. A blob that is not there makes it fail: half a history would be a guess. */
export async function readBlobs(
  ids: readonly string[],
  { folder, timeLimit }: HistoryOptions,
): Promise<Map<string, Buffer> | { failure: string }> {
  if (ids.length === 0) return new Map();
  const answer: GitAnswer = await askGit({ folder, timeLimit, args: ['cat-file', '--batch'], input: `${ids.join('\n')}\n` });
  if ('failure' in answer) return answer;
  const { output } = answer;
  const blobs = new Map<string, Buffer>();
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(10, at);
    const [id = '', kind, size] = output.toString('latin1', at, end < 0 ? output.length : end).split(' ');
    if (end < 0 || kind !== 'blob') return { failure: 'part of the history is not in this clone' };
    blobs.set(id, output.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return blobs;
}
