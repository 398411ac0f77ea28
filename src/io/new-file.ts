// A file that takes a while to write appears under its name once it is whole, or not at all.
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { linkNew, randomName } from './atomic.ts';

interface NewFileOptions {
  /** What is there already makes room; else it stays, and nothing is written. */
  readonly replaces: boolean;
}

/** `write` makes a file at the path it is given. False when one of the final name is there already. */
export async function writeNewFile(
  path: string,
  { replaces }: NewFileOptions,
  write: (temporary: string) => Promise<void>,
): Promise<boolean> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomName()}`);
  try {
    await write(temporary);
    flush(temporary);
    if (!replaces) return linkNew(temporary, path);
    renameSync(temporary, path);
    return true;
  } finally {
    rmSync(temporary, { force: true });
  }
}

function flush(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
