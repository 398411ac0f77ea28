// Files appear and change whole or not at all: written beside under another name, flushed, then linked or renamed into place.
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode } from './system-error.ts';

/** A name that no other process comes up with. */
export function randomName(): string {
  return randomBytes(6).toString('hex');
}

/** Creates a file with all its content; false when something of that name is there already, which is left alone. An error names that file. */
export function createFile(path: string, text: string): boolean {
  const temporary = join(dirname(path), `.${basename(path)}.${randomName()}`);
  try {
    writeFlushed(temporary, text);
    return linkNew(temporary, path);
  } catch (error) {
    // Nobody knows the other name, and nothing of it is there any more.
    if (error instanceof Error && 'path' in error && error.path === temporary) error.path = path;
    throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}

export interface Replacing {
  /** Asked once the new content lies ready: whether the file is still the one that was read. */
  readonly isUnchanged: () => boolean;
}

/**
 * Gives a file other content in one step; false, and nothing done, where it has changed meanwhile. Permissions stay, and so does the owner where
 * the system lets one keep it. `path` is no symbolic link: what it pointed at would be replaced by a file. An error names that file.
 */
export function replaceFile(path: string, text: string, { isUnchanged }: Replacing): boolean {
  const temporary = join(dirname(path), `.${basename(path)}.${randomName()}`);
  try {
    writeFlushed(temporary, text, statSync(path));
    if (!isUnchanged()) return false;
    renameSync(temporary, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'path' in error && error.path === temporary) error.path = path;
    throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}

function writeFlushed(path: string, text: string, like?: Stats): void {
  const file = openSync(path, 'wx', like === undefined ? 0o666 : 0o600);
  try {
    if (like !== undefined) keepAccess(file, like);
    writeFileSync(file, text);
    // Without it, a power cut could leave an empty file under the final name.
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The owner first: giving a file away takes bits of its mode. */
function keepAccess(file: number, { uid, gid, mode }: Stats): void {
  try {
    fchownSync(file, uid, gid);
  } catch (error) {
    // Another's file in a folder of ours: it becomes ours, as with any editor.
    if (errorCode(error) !== 'EPERM') throw error;
  }
  fchmodSync(file, mode & 0o7777);
}

/** A link, unlike a rename, fails when the name is taken. File systems without links (FAT, some network ones) get an exclusive copy. */
export function linkNew(temporary: string, path: string): boolean {
  try {
    return unlessTaken(() => linkSync(temporary, path));
  } catch {
    return unlessTaken(() => copyFileSync(temporary, path, constants.COPYFILE_EXCL));
  }
}

function unlessTaken(create: () => void): boolean {
  try {
    create();
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}
