// What publishing would change: the manifest of what is there, against that of the site.
import type { Manifest, ManifestFile } from '../site/manifest.ts';

export interface Plan {
  readonly added: readonly ManifestFile[];
  readonly changed: readonly ManifestFile[];
  /** As they are now. */
  readonly removed: readonly ManifestFile[];
  /** How many files stay as they are. */
  readonly unchanged: number;
}

/** `current` is undefined when nothing of ours is there yet. */
export function makePlan(current: Manifest | undefined, next: Manifest): Plan {
  const before = new Map(current?.files.map((file) => [file.path, file]));
  const added: ManifestFile[] = [];
  const changed: ManifestFile[] = [];
  for (const file of next.files) {
    const old = before.get(file.path);
    if (old === undefined) added.push(file);
    else if (old.sha256 !== file.sha256) changed.push(file);
    before.delete(file.path);
  }
  return { added, changed, removed: [...before.values()], unchanged: next.files.length - added.length - changed.length };
}

/** Files that have to go over the wire, and their bytes. */
export function costOf({ added, changed }: Plan): { readonly files: number; readonly bytes: number } {
  const bytes = [...added, ...changed].reduce((sum, file) => sum + file.bytes, 0);
  return { files: added.length + changed.length, bytes };
}
