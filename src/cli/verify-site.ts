// Whether a folder holds the site that its manifest describes, no file less and no byte less: a full disk may cut files short in silence.
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { AppError } from '../io/app-error.ts';
import { filesIn } from '../io/files-in.ts';
import { MANIFEST, readManifest } from '../site/manifest.ts';

/** Throws when it does not. */
export async function verifySite(folder: string): Promise<void> {
  const manifest = await readManifest(folder);
  if (manifest === undefined) throw incomplete('its manifest is missing or broken');
  const unlisted = new Set(filesIn(folder));
  unlisted.delete(MANIFEST);
  for (const { path, bytes } of manifest.files) {
    if (!unlisted.delete(path)) throw incomplete(`${path} is missing`);
    const { size } = statSync(join(folder, path));
    if (size !== bytes) throw incomplete(`${path} has ${size} bytes instead of ${bytes}`);
  }
  const [extra] = unlisted;
  if (extra !== undefined) throw incomplete(`${extra} is not in the manifest`);
}

/** What was proven of a file holds for its packed forms: they are nothing else. Packed forms may come from an earlier site. */
export async function verifyPacked(folder: string): Promise<void> {
  for (const path of filesIn(folder)) {
    const original = path.replace(/\.(?:br|gz)$/, '');
    if (original === path) continue;
    const [packed, plain] = await Promise.all([readFile(join(folder, path)), readFile(join(folder, original))]);
    const unpacked = path.endsWith('.br') ? brotliDecompressSync(packed) : gunzipSync(packed);
    if (Buffer.compare(unpacked, plain) !== 0) throw incomplete(`${path} is not ${original}, packed`);
  }
}

function incomplete(what: string): AppError {
  const hint = 'Look for a full disk, or for another program that writes beside the output, and build again.';
  return new AppError('incomplete', `The new site was not written as it should be (${what}); the old one stands.`, { hint });
}
