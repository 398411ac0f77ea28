// Words of a document where they must stay on one line: comments of YAML, values, the report.

/** Control characters, marks that reverse what is shown, characters nobody sees, halves of characters. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\p{Surrogate}/gu;

/** On one line, with nothing in it that cannot be seen; cut at the end of a word where it is longer. */
export function oneLine(text: string, longest: number): string {
  const line = text
    .slice(0, longest * 4)
    .replace(UNSEEN, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.replace(/\s+\S{0,20}$/, '')}…`;
}

/** The same for text that may have more lines than one. */
export function manyLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(UNSEEN, ' ').trimEnd())
    .join('\n')
    .trim();
}
