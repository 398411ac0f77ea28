// Writes one file of a site after the other. Synchronous: for thousands of small files that takes a fraction of the time of promises.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describeFile, type ManifestFile } from './manifest.ts';

export interface NewFile {
  /** From the site's folder, with forward slashes. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Makes folders as they are needed. Throws what the system says. */
export function filePutter(folder: string): (file: NewFile) => ManifestFile {
  const made = new Set<string>();
  return ({ path, content }) => {
    const target = join(folder, path);
    const parent = dirname(target);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    writeFileSync(target, bytes);
    return describeFile(path, bytes);
  };
}
