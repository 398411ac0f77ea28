// A title as the name of a file: the name becomes the incident's id, which is plain ASCII.
import { shortHash } from './hash.ts';
import { slugify } from './slug.ts';

/** Latin letters that are no other letter with an accent. */
const SPELT: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', å: 'a', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i' };

/** Accents go, and a title in another script gets a short stable name. `isComplete` says that no letter of the title is missing. */
export function fileSlug(title: string): { readonly slug: string; readonly isComplete: boolean } {
  const spelt = title.toLowerCase().replace(/[ßæœøåđðþłı]/g, (letter) => SPELT[letter] ?? '');
  const bare = spelt.normalize('NFKD').replace(/\p{M}/gu, '');
  const ascii = bare.replace(/[^\x20-\x7e]/g, ' ');
  return {
    slug: slugify(/[a-z0-9]/.test(ascii) ? ascii : `incident-${shortHash(title)}`),
    isComplete: !/[^\x20-\x7e]/.test(bare.replace(/[^\p{L}\p{N}]/gu, '')),
  };
}
