// A short stable hash, to tell apart names that would otherwise look alike. Not for security.

/** In base 36: at most seven characters, the same for ever. */
export function shortHash(text: string): string {
  return numberHash(text).toString(36);
}

/** FNV-1a over UTF-16 code units, 32 bits. */
export function numberHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}
