// A short stable hash, to tell apart names that would otherwise look alike. Not for security.

/** In base 36: at most seven characters, the same for ever. */
export function shortHash(text: string): string {
  return numberHash(text).toString(36);
}

/** FNV-1a over UTF-16 code units, 32 bits. */
export function numberHash(text: string): number {
  return addToHash(EMPTY_HASH, text, 0, text.length) >>> 0;
}

/** Of no text. */
export const EMPTY_HASH = 0x811c9dc5 | 0;

/** The hash of what came before and a stretch of a text behind it, as a signed number: without putting them together. */
export function addToHash(before: number, text: string, from: number, to: number): number {
  let hash = before;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
