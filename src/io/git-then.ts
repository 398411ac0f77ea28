// The archive as git has it at the end of a day of the past: which commit that is, and its files in a folder of their own.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { onEnd } from './cleanup.ts';
import { askGit } from './git.ts';
import { type HistoryOptions, readBlobs } from './git-history.ts';
import { errorCode } from './system-error.ts';
import { isWalked } from './walk.ts';

type Failure = { readonly failure: string };

/** A commit of the first parents that changed something in the archive. */
export interface ArchiveCommit {
  readonly commit: string;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
}

export interface Then extends ArchiveCommit {
  /** No later commit changed anything in the archive. */
  readonly isLast: boolean;
}

/** The last commit before a moment that changed anything in the archive; else why there is none, and the first one after it. */
export async function findThen(before: number, options: HistoryOptions): Promise<Then | (Failure & { readonly first?: ArchiveCommit })> {
  const shallow = await askGit({ ...options, args: ['rev-parse', '--is-shallow-repository'] });
  if ('failure' in shallow) return shallow;
  const log = await askGit({ ...options, args: ['log', '--first-parent', '--format=%H %ct', 'HEAD', '--', '.'] });
  if ('failure' in log) return log;
  const commits = log.output.toString().trim().split('\n').flatMap(readCommit);
  const found = commits.find(({ at }) => at < before);
  if (found !== undefined) return { ...found, isLast: found === commits[0] };
  const first = commits.at(-1);
  if (first === undefined) return { failure: NOT_COMMITTED };
  return { failure: shallow.output.toString().trim() === 'true' ? SHALLOW : TOO_YOUNG, first };
}

const SHALLOW = 'the git clone is shallow and does not reach so far back';
const TOO_YOUNG = 'git has nothing of the archive from then';
const NOT_COMMITTED = 'no file of the archive is committed';

function readCommit(line: string): ArchiveCommit[] {
  const [, commit, seconds] = /^([0-9a-f]{40,64}) (\d+)$/.exec(line) ?? [];
  return commit === undefined ? [] : [{ commit, at: Number(seconds) * 1000 }];
}

export interface Checkout {
  /** Absolute. */
  readonly folder: string;
  readonly discard: () => void;
}

interface TreeFile {
  readonly mode: string;
  readonly blob: string;
  readonly size: number;
  readonly path: string;
}

/** Contents come from git some at a time: an archive may hold more images than fit into memory. */
const AT_A_TIME = 128 * 1024 * 1024;

/** Puts what an archive has of files in a commit into a new folder. What git would have filters do to them is not done. */
export async function checkOut(commit: string, options: HistoryOptions): Promise<Checkout | Failure> {
  const tree = await askGit({ ...options, args: ['rev-parse', '--verify', '--quiet', `${commit}:./`] });
  if ('failure' in tree) return { failure: 'git had no file of the archive then' };
  const listed = await askGit({ ...options, args: ['ls-tree', '-r', '-z', '-l', '--full-tree', tree.output.toString().trim()] });
  if ('failure' in listed) return listed;
  const lines = listed.output.toString().split('\0');
  // Git knows no size of a file it does not have.
  if (lines.some((line) => /^\d+ blob [0-9a-f]+ +BAD\t/.test(line))) return { failure: 'part of the history is not in this clone' };
  const files = lines.flatMap(readTreeLine).filter(isWanted);
  const checkout = newFolder();
  const failure = await fill(checkout.folder, files, options);
  if (failure === undefined) return checkout;
  checkout.discard();
  return { failure };
}

async function fill(folder: string, files: readonly TreeFile[], options: HistoryOptions): Promise<string | undefined> {
  for (const part of inParts(files)) {
    const blobs = await readBlobs([...new Set(part.map(({ blob }) => blob))], options);
    if ('failure' in blobs) return (blobs as Failure).failure;
    try {
      for (const file of part) put(file, blobs.get(file.blob), folder);
    } catch (error) {
      // Names that are one to this system, a full disk.
      return `the files of then cannot be written (${errorCode(error) ?? 'unknown error'})`;
    }
  }
  return undefined;
}

function newFolder(): Checkout {
  const folder = mkdtempSync(join(tmpdir(), 'hindsight-then-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
  const forget = onEnd(remove);
  const discard = (): void => {
    forget();
    remove();
  };
  return { folder, discard };
}

/** https://git-scm.com/docs/git-ls-tree#_output_format */
function readTreeLine(line: string): TreeFile[] {
  const [, mode = '', blob = '', size, path = ''] = /^(\d+) blob ([0-9a-f]+) +(\d+)\t(.*)$/s.exec(line) ?? [];
  return size === undefined ? [] : [{ mode, blob, size: Number(size), path }];
}

/** A tree made by hand may hold `..`, which like every name that begins with a dot is not read; nor is what means another place to this system. */
function isWanted({ path }: TreeFile): boolean {
  return path.split('/').every((name) => name !== '' && isWalked(name)) && (sep === '/' || !/[\\:]/.test(path));
}

/** Links last: nothing is written through one. */
function* inParts(files: readonly TreeFile[]): Iterable<readonly TreeFile[]> {
  const isLink = ({ mode }: TreeFile): boolean => mode === '120000';
  let part: TreeFile[] = [];
  let bytes = 0;
  for (const file of [...files.filter((one) => !isLink(one)), ...files.filter(isLink)]) {
    if (bytes > 0 && bytes + file.size > AT_A_TIME) {
      yield part;
      [part, bytes] = [[], 0];
    }
    part.push(file);
    bytes += file.size;
  }
  if (part.length > 0) yield part;
}

function put({ mode, path }: TreeFile, content: Buffer | undefined, folder: string): void {
  if (content === undefined) return;
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  if (mode === '120000') symlinkSync(content.toString(), target);
  else writeFileSync(target, content, { flag: 'wx' });
}
