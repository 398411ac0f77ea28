// Files that were in the folder of the site before: those of an earlier build go, those that no build is known to have written are told.
import { readdirSync } from 'node:fs';
import { rm, rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { AppError } from '../io/app-error.ts';
import { isWithin } from '../io/inside.ts';
import { statsOf } from '../io/stats.ts';
import type { Manifest } from './manifest.ts';

/** What people see of a long list. */
const SHOWN = 5;

type Paths = { has(path: string): boolean; keys(): Iterable<string> };

/** Removes what the manifest lists and `files` does not hold, with the folders that are empty then. */
export async function removeOldFiles(folder: string, before: Manifest | undefined, files: Paths): Promise<void> {
  for (const { path } of before?.files ?? []) {
    const place = resolve(folder, path);
    // The manifest is a file that anybody may have changed.
    if (files.has(path) || !isWithin(folder, place) || statsOf(place)?.isDirectory()) continue;
    await rm(place, { force: true });
    await removeEmptyFolders(folder, dirname(path));
  }
}

async function removeEmptyFolders(folder: string, path: string): Promise<void> {
  for (let current = path; current !== '.'; current = dirname(current)) {
    const isRemoved = await rmdir(join(folder, current)).then(
      () => true,
      () => false,
    );
    if (!isRemoved) return;
  }
}

/**
 * Throws when a folder that the site has of its own (`incidents/`, `tags/`, …) holds a file that is not of the site: it may be the page of an
 * incident that was withdrawn, and would be published; it may be somebody's, and is not deleted. Files beside those folders are left alone.
 */
export function refuseStrangers(folder: string, files: Paths): void {
  const own = new Set([...files.keys()].flatMap((path) => (path.includes('/') ? [path.slice(0, path.indexOf('/'))] : [])));
  const strangers = [...own].flatMap((name) => filesBelow(join(folder, name), name)).filter((path) => !files.has(path));
  if (strangers.length === 0) return;
  const more = strangers.length > SHOWN ? ` and ${strangers.length - SHOWN} more` : '';
  const list = `${strangers.sort().slice(0, SHOWN).join(', ')}${more}`;
  // In one, because Eleventy shows the message of an error and nothing else of it.
  const advice = 'They would be published with it: delete them, or delete the whole folder and build again.';
  throw new AppError(
    'foreign-files',
    `The site is written, but ${folder} holds files in its folders that are not of it: ${list}. ${advice}`,
  );
}

/** Paths of everything that is not a folder, with forward slashes; hidden files aside. */
function filesBelow(folder: string, prefix: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.')) return [];
    const path = `${prefix}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(join(folder, entry.name), path) : [path];
  });
}
