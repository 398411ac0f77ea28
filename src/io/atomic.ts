// Files appear whole or not at all: written beside under another name, flushed, then linked into place.
import { randomBytes } from 'node:crypto';
import { closeSync, constants, copyFileSync, fsyncSync, linkSync, openSync, rmSync, writeFileSync } from 'node:fs';
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

function writeFlushed(path: string, text: string): void {
  const file = openSync(path, 'wx');
  try {
    writeFileSync(file, text);
    // Without it, a power cut could leave an empty file under the final name.
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A link, unlike a rename, fails when the name is taken. File systems without links (FAT, some network ones) get an exclusive copy. */
function linkNew(temporary: string, path: string): boolean {
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
