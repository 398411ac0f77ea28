// The files of a built site, as a web server has them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Paths from the folder, with forward slashes, in their order; symbolic links are passed over. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** Every file by its path. */
export function readFiles(folder: string): Map<string, Buffer> {
  return new Map(listFiles(folder).map((path) => [path, readFileSync(join(folder, path))]));
}

/** Paths whose bytes differ, or that only one of the two has. */
export function differences(a: ReadonlyMap<string, Buffer>, b: ReadonlyMap<string, Buffer>): string[] {
  const paths = new Set([...a.keys(), ...b.keys()]);
  return [...paths].filter((path) => !(a.get(path)?.equals(b.get(path) ?? Buffer.alloc(0)) && b.has(path))).sort();
}
