// A folder against a manifest: every byte of every file, and nothing besides.
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sayCount } from '../../core/text/count.ts';
import { inParallel } from '../../io/in-parallel.ts';
import { errorCode } from '../../io/system-error.ts';
import { MANIFEST, type Manifest, type ManifestFile } from '../../site/manifest.ts';
import { type CopyProblem, compareProblems } from './problem.ts';

/** Files open at once: more gain nothing, and some systems allow few. */
const AT_ONCE = 16;

/** What file browsers leave behind in every folder they show. */
const LITTER = ['.DS_Store', '.directory'];

/** `report` hears of every file looked at. Rejects with what the system says of a folder that cannot be read. */
export async function verifyFolder(folder: string, manifest: Manifest, report: () => void = () => {}): Promise<readonly CopyProblem[]> {
  const extra = new Set(listFiles(folder));
  extra.delete(MANIFEST);
  for (const { path } of manifest.files) extra.delete(path);
  const found = await inParallel(manifest.files, AT_ONCE, async (file) => {
    const problem = await verifyFile(join(folder, file.path), file);
    report();
    return problem === undefined ? [] : [problem];
  });
  const strangers = [...extra].map((path): CopyProblem => ({ path, code: 'extra', severity: 'error', message: 'is not in the manifest' }));
  return [...found.flat(), ...strangers].sort(compareProblems);
}

async function verifyFile(absolute: string, file: ManifestFile): Promise<CopyProblem | undefined> {
  try {
    return compareBytes(file, describe(await readFile(absolute)));
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    const message = code === 'ENOENT' || code === 'ENOTDIR' ? 'is not there' : `cannot be read (${code})`;
    return { path: file.path, code: 'missing', severity: 'error', message };
  }
}

function describe(content: Uint8Array): Omit<ManifestFile, 'path'> {
  return { bytes: content.byteLength, sha256: createHash('sha256').update(content).digest('hex') };
}

/** Undefined when they are those of the manifest. */
export function compareBytes({ path, bytes, sha256 }: ManifestFile, found: Omit<ManifestFile, 'path'>): CopyProblem | undefined {
  if (found.sha256 === sha256 && found.bytes === bytes) return undefined;
  const message = found.bytes === bytes ? 'has other content' : `has ${sayCount(found.bytes)} bytes instead of ${sayCount(bytes)}`;
  return { path, code: 'changed', severity: 'error', message };
}

/** All that is no folder, symbolic links too, with forward slashes. */
function listFiles(folder: string): string[] {
  const below = (path: string): string[] =>
    readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
      if (LITTER.includes(entry.name)) return [];
      return entry.isDirectory() ? below(`${path}${entry.name}/`) : [`${path}${entry.name}`];
    });
  return below('');
}
