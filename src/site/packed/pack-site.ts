// Packed forms beside every text file of a finished site. What the site before it has packed of the same content is taken from there.
import { hash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { inParallel } from '../../io/in-parallel.ts';
import { describeFile, MANIFEST, type Manifest, type ManifestFile, readManifest, writeManifest } from '../manifest.ts';
import { isWorthPacking, PACKED_EXTENSIONS, PACKED_HOW, type PackedExtension, packContent } from './pack-content.ts';

export interface PackOptions {
  /** The site that this one is to replace; it may be missing, or anything else. */
  readonly before: string;
  /** Hears of every file that is done. */
  readonly report: (done: number, of: number) => void;
}

export interface Packed {
  /** Packed files that were written. */
  readonly files: number;
  /** How many of them were taken from the site before. */
  readonly taken: number;
}

/** Node packs in threads of its own, four unless UV_THREADPOOL_SIZE says otherwise: enough are waiting for all of them to be busy. */
const AT_ONCE = 16;

/** Completes the site in `folder` and its manifest, which is the last file written. Throws when there is no site of ours. */
export async function packSite(folder: string, { before, report }: PackOptions): Promise<Packed> {
  const manifest = await readManifest(folder);
  if (manifest === undefined) throw new Error(`${folder} holds no site`);
  const earlier = await readEarlier(before);
  const originals = manifest.files.filter(({ path, bytes }) => isWorthPacking(path, bytes));
  let done = 0;
  let taken = 0;
  const packed = await inParallel(originals, AT_ONCE, async (file) => {
    const known = await takeEarlier(earlier, file);
    if (known !== undefined) taken += known.size;
    const forms = known ?? (await packContent(file.path, await readFile(join(folder, file.path))));
    const written = [...forms].map(async ([extension, content]) => {
      const path = `${file.path}${extension}`;
      await writeFile(join(folder, path), content, { flag: 'wx' });
      return describeFile(path, content);
    });
    report(++done, originals.length);
    return Promise.all(written);
  });
  const files = packed.flat();
  await writeFile(join(folder, MANIFEST), writeManifest({ ...manifest, packed: PACKED_HOW, files: [...manifest.files, ...files] }));
  return { files: files.length, taken };
}

interface Earlier {
  readonly folder: string;
  /** Packed files by what they were packed from: its kind and its hash. Empty for one that did not get smaller. */
  readonly forms: ReadonlyMap<string, ReadonlyMap<PackedExtension, ManifestFile>>;
}

/** Undefined where there is none that was packed as this one is to be. */
async function readEarlier(folder: string): Promise<Earlier | undefined> {
  const manifest = await readManifest(folder);
  if (manifest?.packed !== PACKED_HOW) return undefined;
  const paths = new Map(manifest.files.map((file) => [file.path, file]));
  return { folder, forms: new Map(originalsOf(manifest).map((file) => [keyOf(file), formsOf(file, paths)])) };
}

function originalsOf({ files }: Manifest): ManifestFile[] {
  return files.filter(({ path, bytes }) => isWorthPacking(path, bytes));
}

/** How well a content is packed depends on its kind. */
function keyOf({ path, sha256 }: ManifestFile): string {
  return `${extname(path)} ${sha256}`;
}

function formsOf({ path }: ManifestFile, paths: ReadonlyMap<string, ManifestFile>): ReadonlyMap<PackedExtension, ManifestFile> {
  const found = PACKED_EXTENSIONS.flatMap((extension) => {
    const form = paths.get(`${path}${extension}`);
    return form === undefined ? [] : [[extension, form] as const];
  });
  return new Map(found);
}

/** Undefined when it has to be packed: it was not there, or somebody has changed it since. */
async function takeEarlier(earlier: Earlier | undefined, file: ManifestFile): Promise<Map<PackedExtension, Uint8Array> | undefined> {
  const forms = earlier?.forms.get(keyOf(file));
  if (earlier === undefined || forms === undefined) return undefined;
  const contents = new Map<PackedExtension, Uint8Array>();
  for (const [extension, { path, sha256 }] of forms) {
    const content = await readFile(join(earlier.folder, path)).catch(() => undefined);
    if (content === undefined || hash('sha256', content, 'hex') !== sha256) return undefined;
    contents.set(extension, content);
  }
  return contents;
}
