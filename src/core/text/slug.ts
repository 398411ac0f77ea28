// A name as one segment of a URL and one name on a disk: `Café & Bar` → `café-bar`.
import { shortHash } from './hash.ts';

const LONGEST = 80;

/** Names that Windows keeps for devices, whatever their extension. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** Nearly all names are of this kind, and nothing has to be done for them but lower case. */
const PLAIN = /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/;

/**
 * Letters and digits of every script stay, everything else becomes a dash; `+` and `#` are spelt out so that C, C++ and C# differ.
 * Never empty, never longer than 80 UTF-16 units, unchanged when slugged again.
 */
export function slugify(text: string): string {
  const slug = PLAIN.test(text) ? text.toLowerCase() : respell(text);
  if (slug === '') return `x-${shortHash(text)}`;
  if (RESERVED.test(slug)) return `x-${slug}`;
  return slug.length > LONGEST ? cut(slug) : slug;
}

function respell(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      // Lower-casing may decompose (İ): normal form again, or the same name would have two slugs.
      .normalize('NFKC')
      .replace(/\p{Default_Ignorable_Code_Point}+/gu, '')
      .replaceAll('+', '-plus-')
      .replaceAll('#', '-sharp-')
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
  );
}

/** Long names that differ only near their end stay apart by a hash of the whole. */
function cut(slug: string): string {
  const tail = `-${shortHash(slug)}`;
  const head = slug.slice(0, LONGEST - tail.length);
  // Not through the middle of a surrogate pair.
  return head.replace(/[\uD800-\uDBFF]$/, '').replace(/-+$/, '') + tail;
}
