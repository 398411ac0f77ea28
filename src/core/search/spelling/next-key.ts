// Keys that a finger hits for one another: side by side or in the next row, as nearly all keyboards for Latin letters have them.

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Pairs of letters, either way round. Each row stands half a key to the right of the one above. */
const NEXT: ReadonlySet<string> = new Set(
  ROWS.flatMap((row, n) =>
    [...row].flatMap((key, at) => {
      const below = ROWS[n + 1] ?? '';
      const others = [row[at + 1], below[at], below[at - 1]].filter((other) => other !== undefined);
      return others.flatMap((other) => [key + other, other + key]);
    }),
  ),
);

/** The words differ in a single letter, not the first, and it was the next key. */
export function isNextKey(word: string, other: string): boolean {
  if (word.length !== other.length) return false;
  let differs = -1;
  for (let at = 0; at < word.length; at++) {
    if (word[at] === other[at]) continue;
    if (differs >= 0) return false;
    differs = at;
  }
  return differs > 0 && NEXT.has(`${word[differs]}${other[differs]}`);
}
