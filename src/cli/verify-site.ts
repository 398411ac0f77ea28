// Whether a folder holds the site that its manifest describes, no file less and no byte less: a full disk may cut files short in silence.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../io/app-error.ts';
import { MANIFEST, readManifest } from '../site/manifest.ts';

/** Throws when it does not. */
export async function verifySite(folder: string): Promise<void> {
  const manifest = await readManifest(folder);
  if (manifest === undefined) throw incomplete('its manifest is missing or broken');
  const unlisted = new Set(listFiles(folder));
  unlisted.delete(MANIFEST);
  for (const { path, bytes } of manifest.files) {
    if (!unlisted.delete(path)) throw incomplete(`${path} is missing`);
    const { size } = statSync(join(folder, path));
    if (size !== bytes) throw incomplete(`${path} has ${size} bytes instead of ${bytes}`);
  }
  const [extra] = unlisted;
  if (extra !== undefined) throw incomplete(`${extra} is not in the manifest`);
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
}

function incomplete(what: string): AppError {
  const hint = 'Look for a full disk, or for another program that writes beside the output, and build again.';
  return new AppError('incomplete', `The new site was not written as it should be (${what}); the old one stands.`, { hint });
}
