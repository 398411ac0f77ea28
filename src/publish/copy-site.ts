// A copy of a site, file by file, in which every byte has been compared with the manifest: what is unchanged is linked to an earlier copy.
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { link, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../io/app-error.ts';
import { inParallel } from '../io/in-parallel.ts';
import { errorCode } from '../io/system-error.ts';
import { MANIFEST, type Manifest, type ManifestFile } from '../site/manifest.ts';
import type { Site } from './open-site.ts';

interface CopyOptions {
  /** An earlier copy on the same disk. */
  readonly like?: { readonly folder: string; readonly manifest: Manifest };
  readonly report: (step: string) => void;
}

const AT_ONCE = 16;

/** `target` is an empty folder. The manifest is written last. Throws when the site is not, or no longer, that of its manifest. */
export async function copySite(site: Site, target: string, { like, report }: CopyOptions): Promise<void> {
  const { files } = site.manifest;
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) mkdirSync(join(target, folder), { recursive: true });
  const before = new Map(like?.manifest.files.map((file) => [file.path, file.sha256]));
  let done = 0;
  await inParallel(files, AT_ONCE, async (file) => {
    const isLinked =
      like !== undefined && before.get(file.path) === file.sha256 && (await linkSame(join(like.folder, file.path), target, file));
    if (!isLinked) await copyFile(site, target, file);
    done += 1;
    report(`Copied ${done} of ${files.length} files…`);
  });
  await writeFile(join(target, MANIFEST), site.manifestText);
}

/** False when the earlier copy is not what its manifest says (somebody edited it), or cannot be linked to. */
async function linkSame(old: string, target: string, file: ManifestFile): Promise<boolean> {
  try {
    if (hashOf(await readFile(old)) !== file.sha256) return false;
    await link(old, join(target, file.path));
    return true;
  } catch (error) {
    if (['ENOENT', 'EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP', 'EACCES'].includes(errorCode(error) ?? '')) return false;
    throw error;
  }
}

async function copyFile(site: Site, target: string, file: ManifestFile): Promise<void> {
  await writeFile(join(target, file.path), await readSiteFile(site, file), { flag: 'wx' });
}

/** Throws when it is not as the manifest says. */
export async function readSiteFile(site: Site, { path, sha256 }: ManifestFile): Promise<Uint8Array> {
  const content = await readFile(join(site.folder, path)).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') throw notWhole(site, `${path} is missing`);
    throw error;
  });
  if (hashOf(content) !== sha256) throw notWhole(site, `${path} is not as the manifest says`);
  return content;
}

function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

export function notWhole({ typed }: Site, what: string): AppError {
  return new AppError('site-changed', `${typed} is not the site of its manifest: ${what}. Nothing was published.`, {
    hint: 'Build it again, and let nothing write into it meanwhile.',
  });
}
