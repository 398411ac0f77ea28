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

export interface GitHistory {
  /** The commit up to which it was read. */
  readonly head: string;
  /** The first commit that has any of the files; empty where none has. */
  readonly began: string;
  /** By path from the archive's folder, oldest first; files that no commit has are not among them. */
  readonly versions: ReadonlyMap<string, readonly GitVersion[]>;
  /** Other names that files of the archive had, or that files had that are gone. */
  readonly gone: readonly string[];
}

/** What was read before, and for which paths. */
type EarlierHistory = GitHistory & { readonly paths: readonly string[] };

export interface HistoryWanted {
  readonly head: string;
  readonly paths: readonly string[];
  readonly before?: EarlierHistory;
}

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

/** Versions of the files at these paths. Of what was read before, only what came after it is asked of git; the answer is the same. */
export async function readVersions(wanted: HistoryWanted, options: HistoryOptions): Promise<GitHistory | { readonly failure: string }> {
  const { head, paths, before } = wanted;
  if (before !== undefined && (await leadsTo(before.head, head, options))) {
    const since = await readLog(`${before.head}..${head}`, options);
    if ('failure' in since) return since;
    const more = goOn(before, since, wanted);
    if (more !== undefined) return more;
  }
  const log = await readLog(head, options);
  if ('failure' in log) return log;
  const { versions } = followPaths(log, paths);
  const firsts = new Set([...versions.values()].map(([first]) => first?.commit));
  return { head, began: log.findLast(({ commit }) => firsts.has(commit))?.commit ?? '', versions, gone: namesOf(log, versions) };
}

async function readLog(range: string, { folder, timeLimit }: HistoryOptions): Promise<readonly Commit[] | { readonly failure: string }> {
  const answer = await askGit({ folder, timeLimit, args: [...LOG, range, '--', '.'] });
  return 'failure' in answer ? answer : parseLog(answer.output.toString());
}

/** Whether the first parents of a commit lead to an earlier one: not where the branch was rewritten, or the earlier one was merged. */
async function leadsTo(earlier: string, head: string, { folder, timeLimit }: HistoryOptions): Promise<boolean> {
  if (earlier === head) return true;
  const answer = await askGit({ folder, timeLimit, args: ['rev-list', '--first-parent', '--parents', `${earlier}..${head}`] });
  if ('failure' in answer) return false;
  const [, parent] = answer.output.toString().trim().split('\n').at(-1)?.split(' ') ?? [];
  return parent === earlier;
}

/** The versions there were and those that came; undefined where a path leads to a name that nobody asked about then, and that has a history. */
function goOn(before: EarlierHistory, since: readonly Commit[], { head, paths }: HistoryWanted): GitHistory | undefined {
  const asked = new Set(before.paths);
  const old = new Set(before.gone);
  const { versions: came, names } = followPaths(since, paths);
  const versions = new Map<string, readonly GitVersion[]>();
  const nameOf = new Map([...names].map(([name, path]) => [path, name]));
  for (const path of paths) {
    const name = nameOf.get(path);
    if (name !== undefined && !asked.has(name) && old.has(name)) return undefined;
    const list = [...((name === undefined ? undefined : before.versions.get(name)) ?? []), ...(came.get(path) ?? [])];
    if (list.length > 0) versions.set(path, list);
  }
  // Of an archive of which nothing was committed the first commit is still to be found; so it is where the first files are gone.
  if (before.began === '' || ![...versions.values()].some(([first]) => first?.commit === before.began)) return undefined;
  const gone = new Set([...before.gone, ...before.versions.keys(), ...namesOf(since, versions)].filter((name) => !versions.has(name)));
  return { head, began: before.began, versions, gone: [...gone].sort() };
}

function namesOf(log: readonly Commit[], versions: ReadonlyMap<string, unknown>): string[] {
  const names = new Set(log.flatMap(({ changes }) => changes.flatMap(({ from, to }) => [from, to])));
  return [...names].filter((name) => !versions.has(name)).sort();
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

interface Followed {
  readonly versions: Map<string, GitVersion[]>;
  /** The names that the paths had before the oldest commit. */
  readonly names: ReadonlyMap<string, string>;
}

/** Each path backwards through time under the names it had. */
function followPaths(newestFirst: readonly Commit[], paths: readonly string[]): Followed {
  const versions = new Map<string, GitVersion[]>();
  const names = new Map(paths.map((path) => [path, path]));
  for (const { commit, day, changes } of newestFirst) {
    for (const { status, blob, to } of changes) {
      const path = names.get(to);
      if (path === undefined || status === 'D') continue;
      const list = versions.get(path) ?? [];
      versions.set(path, list);
      list.push({ commit, day, blob });
    }
    const renames = changes.filter(({ status }) => status === 'R');
    const moved = renames.flatMap(({ from, to }) => {
      const path = names.get(to);
      return path === undefined ? [] : [[from, path] as const];
    });
    // Before that commit the name was the renamed file's: what has it later is another file, and began later.
    for (const { from, to } of renames) for (const name of [from, to]) names.delete(name);
    for (const [from, path] of moved) names.set(from, path);
  }
  for (const list of versions.values()) list.reverse();
  return { versions, names };
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
