// Watches everything the site is made of and tells apart what needs a new build and what needs a new process.
import { dirname, join, relative, sep } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { packageRoot } from '../../site/package.ts';
import type { ArchivePaths } from '../archive-paths.ts';

export interface WatchListener {
  /** A postmortem, an image, the configuration, a style or a script of the browser. */
  readonly onContent: () => void;
  /** A module that Node has loaded: a page, a component, the core. */
  readonly onCode: () => void;
  readonly onError: (error: Error) => void;
}

const SOURCES = ['src', '_includes', '_data', '.eleventy.js'].map((name) => join(packageRoot, name));

/** Bundled afresh for every build. */
const BUNDLED = ['src/styles', 'src/client'].map((name) => join(packageRoot, name) + sep);

/** Starts watching and resolves when every change from now on will be noticed. */
export async function watchSite({ input, configPlace }: ArchivePaths, listener: WatchListener): Promise<void> {
  const watchers = [
    watchFolder(input).on('all', () => listener.onContent()),
    watchPlace(configPlace).on('all', () => listener.onContent()),
    watch(SOURCES, OPTIONS).on('all', (_event, path) => {
      // The configuration of this very package is content like any other.
      if (path === configPlace) return;
      if (BUNDLED.some((folder) => path.startsWith(folder))) listener.onContent();
      else listener.onCode();
    }),
  ];
  // A limit of the system is met by every file after it.
  let isTold = false;
  for (const watcher of watchers) {
    watcher.on('error', (error) => {
      if (!isTold) listener.onError(error as Error);
      isTold = true;
    });
  }
  await Promise.all(watchers.map((watcher) => new Promise<void>((resolve) => watcher.once('ready', () => resolve()))));
}

/** A folder with everything in it. It is watched from the one around it: another branch of git takes it away and brings it back. */
function watchFolder(folder: string): FSWatcher {
  const around = dirname(folder);
  const isOutside = (path: string): boolean => path !== around && path !== folder && !path.startsWith(folder + sep);
  return watch(around, { ...OPTIONS, ignored: (path) => isOutside(path) || isUnread(relative(folder, path)) });
}

/** A file that may not be there yet, nor the folder it would be in: what is watched is the folder around that, and nothing else in it. */
function watchPlace(file: string): FSWatcher {
  const way = [dirname(dirname(file)), dirname(file), file];
  return watch(dirname(dirname(file)), { ...OPTIONS, depth: 1, ignored: (path) => !way.includes(path) });
}

// A file that is replaced is seen as deleted and added: both are waited out by the pause before a build, not by chokidar.
const OPTIONS = { ignoreInitial: true, atomic: false } as const;

/** What reading the archive passes over as well. */
function isUnread(path: string): boolean {
  return path.split(sep).some((name) => name === 'node_modules' || (name.startsWith('.') && name !== '..' && name !== '.'));
}
