// The archive on disk as values: the text of every postmortem, the files beside them, and what could not be read.
import type { Diagnostic } from '../core/model/diagnostic.ts';
import { type AssetFile, pickAssets } from './assets.ts';
import { ageOf } from './clock.ts';
import { readText } from './read-text.ts';
import { statsOf } from './stats.ts';
import { type FoundFile, walk } from './walk.ts';

export interface SourceFile {
  /** From the archive's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface ReadArchive {
  /** In the order of their paths. */
  readonly sources: readonly SourceFile[];
  /** Paths of all postmortems, also of those that could not be read. */
  readonly postmortems: readonly string[];
  readonly assets: readonly AssetFile[];
  /** `file` is the path from the archive's folder. */
  readonly diagnostics: readonly Diagnostic[];
}

interface Remembered {
  readonly source: SourceFile;
  readonly stamp: string;
}

/** Files read before. A file that has not changed since comes back as the very same object, without being opened. */
export type ReadMemory = Map<string, Remembered>;

/** File systems stamp in steps of some milliseconds: a file as young as this may change once more under the same stamp. Some stamp whole seconds. */
const SETTLED = 100;
const SETTLED_COARSE = 2000;

/**
 * Reads a folder of postmortems. Reading is synchronous: for thousands of small files it takes a quarter of the time of promises.
 * Throws only when the folder itself is not there or cannot be read.
 */
export function readArchive(folder: string, memory: ReadMemory = new Map()): ReadArchive {
  const { files, diagnostics: found } = walk(folder);
  const diagnostics = [...found];
  const isSource = ({ path }: FoundFile): boolean => path.endsWith('.md');
  const postmortems = files.filter((file) => isSource(file));
  const sources: SourceFile[] = [];
  for (const file of postmortems) {
    const read = readRemembered(file, memory);
    if ('problem' in read) diagnostics.push({ file: file.path, severity: 'error', ...read.problem });
    else sources.push(read.source);
  }
  const others = files.filter((file) => !isSource(file));
  const paths = postmortems.map(({ path }) => path);
  const picked = pickAssets(others, paths);
  diagnostics.push(...picked.diagnostics, ...misnamed(others));
  forget(memory, postmortems);
  return { sources, postmortems: paths, assets: picked.assets, diagnostics };
}

function readRemembered(
  file: FoundFile,
  memory: ReadMemory,
): { source: SourceFile } | Extract<ReturnType<typeof readText>, { problem: unknown }> {
  const stats = statsOf(file.absolute);
  const stamp = stats === undefined ? '' : `${stats.mtimeMs} ${stats.ctimeMs} ${stats.size} ${stats.ino}`;
  const known = memory.get(file.path);
  if (known !== undefined && stamp !== '' && known.stamp === stamp) return known;
  const read = readText(file.absolute);
  if ('problem' in read) return read;
  const source = known?.source.text === read.text ? known.source : { path: file.path, text: read.text };
  const isSettled = stats !== undefined && ageOf(stats.ctimeMs) > (stats.ctimeMs % 1000 === 0 ? SETTLED_COARSE : SETTLED);
  memory.set(file.path, { source, stamp: isSettled ? stamp : '' });
  return { source };
}

function forget(memory: ReadMemory, postmortems: readonly FoundFile[]): void {
  if (memory.size === postmortems.length) return;
  const there = new Set(postmortems.map(({ path }) => path));
  for (const path of memory.keys()) if (!there.has(path)) memory.delete(path);
}

/** `notes.markdown` and `NOTES.MD` look like postmortems to their author, and would be missing without a word. */
function misnamed(files: readonly FoundFile[]): Diagnostic[] {
  return files
    .filter(({ path }) => /(?:^|\/)[^_/][^/]*\.(?:md|markdown|mdown|mkd|mdx)$/i.test(path))
    .map(({ path }) => {
      const message = 'The file is not read: the names of postmortems end in ".md".';
      return { file: path, line: 1, column: 1, severity: 'warning', code: 'file-extension', message, hint: 'Rename it.' };
    });
}
