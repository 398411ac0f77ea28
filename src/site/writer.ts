// Writes the files of a site as they are made, some at a time, and remembers what each of them holds.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describeFile, type ManifestFile } from './manifest.ts';

export interface SiteWriter {
  /** Absolute. */
  readonly folder: string;
  /** By path from the folder. Complete after `settle`. */
  readonly files: ReadonlyMap<string, ManifestFile>;
  /** Resolves when there is room for another file, not when this one is on disk. Rejects with the first error of any file before. */
  write(path: string, content: string | Uint8Array): Promise<void>;
  /** Resolves when every file is on disk. */
  settle(): Promise<void>;
}

/** Enough to keep the disk busy while the next page is rendered, few enough not to run out of handles or to hold many pages in memory. */
const AT_ONCE = 64;

export function makeWriter(folder: string): SiteWriter {
  const files = new Map<string, ManifestFile>();
  const folders = new Map<string, Promise<unknown>>();
  const pending = new Set<Promise<void>>();
  let failure: { readonly error: unknown } | undefined;

  const put = async (path: string, content: Uint8Array): Promise<void> => {
    const target = join(folder, path);
    const parent = dirname(target);
    const made = folders.get(parent) ?? mkdir(parent, { recursive: true });
    folders.set(parent, made);
    await made;
    await writeFile(target, content);
  };
  const start = (path: string, content: Uint8Array): void => {
    const writing = put(path, content)
      .catch((error: unknown) => {
        failure ??= { error };
      })
      .finally(() => pending.delete(writing));
    pending.add(writing);
  };
  const rethrow = (): void => {
    if (failure !== undefined) throw failure.error;
  };
  return {
    folder,
    files,
    write: async (path, content) => {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      files.set(path, describeFile(path, bytes));
      start(path, bytes);
      if (pending.size >= AT_ONCE) await Promise.race(pending);
      rethrow();
    },
    settle: async () => {
      await Promise.all(pending);
      rethrow();
    },
  };
}
