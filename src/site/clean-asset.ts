// Attachments as they are published: images without their metadata, and of a public edition texts without what is withheld.
import { withoutMetadata } from '../core/image-metadata/strip.ts';
import { readAnyText } from '../core/leak-proof/any-text.ts';
import type { Cut } from './edition.ts';

const TEXTS = /\.(?:txt|log|csv|json|svg)$/i;

/** An image that cannot be read is published as it is, but in a public edition: there it stops the build before. */
export function cleanAsset(path: string, bytes: Uint8Array, cut: Cut | undefined): Uint8Array {
  const stripped = withoutMetadata(path, bytes);
  const clean = stripped === 'damaged' ? bytes : stripped;
  if (cut === undefined || cut.secrets.list.length === 0 || !TEXTS.test(path)) return clean;
  const read = readAnyText(clean);
  if (read === undefined) return clean;
  const text = cut.wording.replace(read);
  return text === read ? clean : new TextEncoder().encode(text);
}
