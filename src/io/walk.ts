// Every file of a folder and its sub-folders, in one fixed order; what leads out of the folder is a problem, not a file.
import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../core/model/diagnostic.ts';
import { AppError } from './app-error.ts';
import { isWithin } from './inside.ts';
import { statsOf } from './stats.ts';
import { errorCode } from './system-error.ts';

export interface FoundFile {
  /** From the folder, with forward slashes. */
  readonly path: string;
  readonly absolute: string;
}

type Mistake = Pick<Diagnostic, 'code' | 'message' | 'hint'>;

const MISTAKES = {
  folder: {
    code: 'directory-named-md',
    message: 'It is a folder named like a postmortem; nothing in it is read.',
    hint: 'Rename the folder so that it does not end in ".md".',
  },
  special: { code: 'unreadable', message: 'It is not a regular file, so it is not read.', hint: 'Remove it.' },
  dangling: { code: 'unreadable', message: 'It is a symbolic link to nothing.', hint: 'Remove it, or mend what it points at.' },
  outside: {
    code: 'outside-archive',
    message: 'It is a symbolic link that leads out of the archive, so it is not read.',
    hint: 'Copy what it points at into the archive.',
  },
  linkedFolder: {
    code: 'linked-folder',
    message: 'It is a symbolic link to something other than a file, so it is not read.',
    hint: 'Remove it, or put the files themselves here.',
  },
} as const satisfies Record<string, Mistake>;

/** Hidden files, installed packages, and drafts and templates such as `_template.md`. */
const IGNORED = /^\.|^node_modules$|^_.*\.md$/;

/** Whether a file or folder of that name is looked at. */
export function isWalked(name: string): boolean {
  return !IGNORED.test(name);
}

interface Walk {
  /** The folder's real path: a symbolic link may stay inside it. */
  readonly root: string;
  readonly files: FoundFile[];
  readonly diagnostics: Diagnostic[];
}

/** Hidden files, `node_modules` and `_*.md` are passed over. Throws only when the folder itself cannot be read. */
export function walk(folder: string): { files: readonly FoundFile[]; diagnostics: readonly Diagnostic[] } {
  const state: Walk = { root: realRoot(folder), files: [], diagnostics: [] };
  visit(state, state.root, '');
  state.files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return state;
}

function realRoot(folder: string): string {
  try {
    const root = realpathSync(folder);
    if (statSync(root).isDirectory()) return root;
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    throw new AppError('not-found', `There is no folder ${folder}.`, {
      hint: 'Name the folder of the postmortems with --input DIR.',
      cause: error,
    });
  }
  throw new AppError('not-found', `${folder} is not a folder.`, { hint: 'Name the folder of the postmortems with --input DIR.' });
}

function visit(state: Walk, folder: string, prefix: string): void {
  for (const entry of list(state, folder, prefix)) {
    if (!isWalked(entry.name)) continue;
    const file = { path: prefix + entry.name, absolute: join(folder, entry.name) };
    if (entry.isSymbolicLink()) follow(state, file);
    else if (entry.isDirectory()) enter(state, file);
    else if (entry.isFile()) state.files.push(file);
    else if (isMarkdown(file)) report(state, file, MISTAKES.special);
  }
}

function list(state: Walk, folder: string, prefix: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (prefix === '') throw error;
    const path = prefix.slice(0, -1);
    const message = `The folder cannot be read (${errorCode(error) ?? 'unknown error'}), so neither can the postmortems in it.`;
    const place = { file: path, line: 1, column: 1 };
    state.diagnostics.push({ ...place, severity: 'error', code: 'unreadable', message, hint: 'Check its permissions.' });
    return [];
  }
}

function enter(state: Walk, file: FoundFile): void {
  if (isMarkdown(file)) report(state, file, MISTAKES.folder);
  else visit(state, file.absolute, `${file.path}/`);
}

/** A link to a file of the archive is read like one; a link to a folder would give every file in it a second time. */
function follow(state: Walk, file: FoundFile): void {
  const target = realTarget(file.absolute);
  if (target === undefined) report(state, file, MISTAKES.dangling);
  else if (!isWithin(state.root, target)) report(state, file, MISTAKES.outside);
  else if (statsOf(target)?.isFile()) state.files.push(file);
  else report(state, file, MISTAKES.linkedFolder);
}

function realTarget(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function isMarkdown(file: FoundFile): boolean {
  return file.path.endsWith('.md');
}

/** What is named like a postmortem was meant to be one: that it is missing is an error. */
function report(state: Walk, file: FoundFile, mistake: Mistake): void {
  const severity = isMarkdown(file) ? 'error' : 'warning';
  state.diagnostics.push({ file: file.path, line: 1, column: 1, severity, ...mistake });
}
