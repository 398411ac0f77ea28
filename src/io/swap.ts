// A built site takes the place of the old one as a whole. Killed at any moment, the old site or the new one stands, or is put back by the next build.
import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { randomName } from './atomic.ts';
import { onEnd } from './cleanup.ts';

/**
 * The folders beside the output, which are there only while a build runs or after it was killed. Beside, because only within one file system is
 * a rename a single step.
 */
type Role = 'staging' | 'old' | 'trash';

export interface Staging {
  /** Absolute; empty at first. */
  readonly folder: string;
  /** Removes it, if it is still there. */
  readonly discard: () => void;
}

export function lockPathOf(output: string): string {
  return join(dirname(output), `.${basename(output)}.lock`);
}

/** An empty folder beside the output to build in, removed when the process ends before it is swapped in. */
export function createStaging(output: string): Staging {
  const folder = beside(output, 'staging');
  mkdirSync(folder);
  const discard = (): void => {
    forget();
    try {
      rmSync(folder, PATIENCE);
    } catch {
      // The next build tries again; what is wrong now is worth more words than this.
    }
  };
  const forget = onEnd(discard);
  return { folder, discard };
}

/**
 * Puts the staging folder where the output is. There is no call in Node that exchanges two folders in one step, so it takes two renames, with
 * some microseconds between them in which only `recover` knows where the old site is.
 */
export async function swapIn(staging: Staging, output: string): Promise<void> {
  const mode = statSync(output, { throwIfNoEntry: false })?.mode;
  if (mode === undefined) {
    renameSync(staging.folder, output);
    return;
  }
  // Whoever may read the old site may read the new one.
  chmodSync(staging.folder, mode & 0o7777);
  const old = beside(output, 'old');
  renameSync(output, old);
  try {
    renameSync(staging.folder, output);
  } catch (error) {
    renameSync(old, output);
    throw error;
  }
  await throwAway(old, output);
}

/**
 * Puts right what a killed build left: an old site that was moved away and not yet replaced comes back, folders of no use go. Only for the
 * holder of the lock, since the folders of a living build look the same. True when an old site was put back.
 */
export async function recover(output: string): Promise<boolean> {
  const isMissing = statSync(output, { throwIfNoEntry: false }) === undefined;
  const [newest, ...olds] = leftovers(output, 'old').sort((a, b) => statSync(b).ctimeMs - statSync(a).ctimeMs);
  if (newest !== undefined && isMissing) renameSync(newest, output);
  else if (newest !== undefined) olds.push(newest);
  for (const old of olds) await throwAway(old, output);
  for (const folder of [...leftovers(output, 'trash'), ...leftovers(output, 'staging')]) await remove(folder);
  return newest !== undefined && isMissing;
}

/** Renamed first: a folder called `old` is always a whole site, also when the removal is broken off in the middle. */
async function throwAway(folder: string, output: string): Promise<void> {
  const trash = beside(output, 'trash');
  renameSync(folder, trash);
  await remove(trash);
}

function beside(output: string, role: Role): string {
  return join(dirname(output), `.${basename(output)}.${role}-${randomName()}`);
}

function leftovers(output: string, role: Role): string[] {
  const prefix = `.${basename(output)}.${role}-`;
  return readdirSync(dirname(output))
    .filter((name) => name.startsWith(prefix) && /^[0-9a-f]{12}$/.test(name.slice(prefix.length)))
    .map((name) => join(dirname(output), name));
}

/** A write that was under way in another thread may put a file into a folder that was just emptied. */
const PATIENCE = { recursive: true, force: true, maxRetries: 5, retryDelay: 20 } as const;

/**
 * What cannot be removed at all (a file of somebody else's) harms nobody beside the site, and the next build tries again. Asynchronous, because
 * several threads remove the thousands of files of an old site in half the time.
 */
async function remove(folder: string): Promise<void> {
  await rm(folder, PATIENCE).catch(() => {});
}
