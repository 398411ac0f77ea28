// What kind of character stands where: the tokenizer's one question, answered from tables.

export const OTHER = 0;
export const LETTER = 1;
export const DIGIT = 2;
/** Belongs to the letter before it, or is not seen at all: accents, soft hyphens, joiners. */
export const CLINGING = 3;
/** Part of a name in code, but never of a word. */
export const UNDERSCORE = 4;
/** Scripts that put no spaces between words: Chinese and Japanese characters, Thai, Lao, Khmer, Burmese. */
export const UNSPACED = 5;

/** First and last code point, in pairs. */
const UNSPACED_RANGES = [
  0x0e00, 0x0eff, 0x1000, 0x109f, 0x1780, 0x17ff, 0x3005, 0x3007, 0x3041, 0x30fa, 0x30fc, 0x30ff, 0x31f0, 0x31ff, 0x3400, 0x4dbf, 0x4e00,
  0x9fff, 0xa9e0, 0xa9ff, 0xaa60, 0xaa7f, 0xf900, 0xfaff, 0xff66, 0xff9f, 0x20000, 0x3ffff,
];

/** Half of a pair, or not asked for yet. */
const UNKNOWN = 255;
const kinds = new Uint8Array(0x10000).fill(UNKNOWN);
for (let unit = 0; unit < 128; unit++) kinds[unit] = kindOf(unit);

/** The kind of the code point that starts at this code unit; the second half of a pair, and a half alone, is OTHER. */
export function kindAt(text: string, index: number): number {
  if (index < 0 || index >= text.length) return OTHER;
  const known = kinds[text.charCodeAt(index)] as number;
  return known === UNKNOWN ? lookUp(text, index) : known;
}

function lookUp(text: string, index: number): number {
  const codePoint = text.codePointAt(index) as number;
  const kind = kindOf(codePoint);
  if ((codePoint & 0xf800) !== 0xd800 && codePoint < 0x10000) kinds[codePoint] = kind;
  return kind;
}

/** Where the letters, digits and underscores that begin at `index` end. */
export function endOfCore(text: string, index: number): number {
  let end = index;
  for (;;) {
    const kind = kindAt(text, end);
    if (kind === OTHER || kind === UNSPACED) return end;
    end += widthAt(text, end);
  }
}

/** Where neither word nor identifier begins, up to the next that may. */
export function endOfOther(text: string, index: number): number {
  let end = index;
  while (end < text.length) {
    const kind = kindAt(text, end);
    if (kind !== OTHER && kind !== CLINGING) return end;
    end += widthAt(text, end);
  }
  return end;
}

/** Code units of the code point at this index. */
export function widthAt(text: string, index: number): number {
  // Only a first half is unknown to the table for good.
  return kinds[text.charCodeAt(index)] === UNKNOWN &&
    (text.charCodeAt(index) & 0xfc00) === 0xd800 &&
    (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00
    ? 2
    : 1;
}

function kindOf(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  // ZWNJ and ZWJ shape letters; the others are invisible. A zero-width space (200B) does part words.
  if (/\u00ad|\u200c|\u200d|\u2060|\ufeff/.test(character)) return CLINGING;
  if (/[_\uff3f]/.test(character)) return UNDERSCORE;
  if (/\p{Nd}|\p{Nl}|\p{No}/u.test(character)) return DIGIT;
  if (!/\p{L}|\p{M}/u.test(character)) return OTHER;
  if (isUnspaced(codePoint)) return UNSPACED;
  return /\p{L}/u.test(character) ? LETTER : CLINGING;
}

function isUnspaced(codePoint: number): boolean {
  for (let range = 0; range < UNSPACED_RANGES.length; range += 2) {
    if (codePoint < (UNSPACED_RANGES[range] as number)) return false;
    if (codePoint <= (UNSPACED_RANGES[range + 1] as number)) return true;
  }
  return false;
}
