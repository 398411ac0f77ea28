// The manifest of a built site: every file with its size and SHA-256, so that a copy can be verified and stale files told apart.
import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EditionName } from '../core/model/edition.ts';
import type { Day } from '../core/model/timestamp.ts';
import type { Source } from '../io/git-source.ts';

export const MANIFEST = 'manifest.json';

export interface ManifestFile {
  /** From the site's root, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

export interface Manifest {
  readonly generator: 'hindsight';
  readonly version: string;
  readonly generated: Day;
  /** Absent from sites of versions that knew of one only: the internal. */
  readonly edition?: EditionName;
  /** What it was built from; absent outside of a git repository. */
  readonly source?: Source;
  /** How the packed files beside others were made; absent where there are none. */
  readonly packed?: string;
  /** In the order of their paths; the manifest itself is not among them. */
  readonly files: readonly ManifestFile[];
}

export function describeFile(path: string, content: Uint8Array): ManifestFile {
  return { path, bytes: content.byteLength, sha256: hash('sha256', content, 'hex') };
}

export function writeManifest(manifest: Manifest): string {
  const files = [...manifest.files].sort((a, b) => (a.path < b.path ? -1 : 1)).map((file) => `    ${JSON.stringify(file)}`);
  const { generator, version, generated, edition, source, packed } = manifest;
  const head = JSON.stringify(
    { generator, version, generated, ...(edition && { edition }), ...(source && { source }), ...(packed && { packed }) },
    null,
    2,
  ).replace(/\n\}$/, '');
  return `${head},\n  "files": [\n${files.join(',\n')}\n  ]\n}\n`;
}

/** The manifest of the site in a folder; `undefined` when there is none or it is not ours. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    const parsed = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')) as Partial<Manifest>;
    return parsed.generator === 'hindsight' && Array.isArray(parsed.files) ? (parsed as Manifest) : undefined;
  } catch {
    return undefined;
  }
}
