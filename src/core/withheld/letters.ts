// Texts as what is withheld is looked for in them: letters and digits alone, in one spelling. Case, accents, width, invisible characters and all
// that stands between words make no difference, nor does the alphabet of a letter that looks like one of ours.

/** Letters that Unicode does not take apart, though people type them so. */
const TYPED: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', æ: 'ae', œ: 'oe', þ: 'th', ς: 'σ', ı: 'i' };

/** Each pair is a letter and the one that readers take it for. What is looked for is spelt by the same table, so that Cyrillic and Greek are still found. */
const ALIKE =
  'аa вb еe зz іi јj кk мm нh оo рp сc тt уy хx ѕs ԁd ԛq ԝw һh ӏl αa βb εe ζz ηn ιi κk νv οo ρp τt υu χx ɑa ɡg ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz';

const PLAINER: Readonly<Record<string, string>> = {
  ...TYPED,
  ...Object.fromEntries(ALIKE.split(' ').map(([letter = '', plain = '']) => [letter, plain])),
};

const known = new Map<number, string>();

/** What one character counts as: mostly one letter or digit, of a ligature more, of everything else the empty string. */
export function lettersOf(code: number): string {
  if (code < 128) return ASCII[code] ?? '';
  const before = known.get(code);
  if (before !== undefined) return before;
  const letters = spell(code);
  known.set(code, letters);
  return letters;
}

function spell(code: number): string {
  if (code >= 0xd800 && code <= 0xdfff) return '';
  const apart = String.fromCodePoint(code).normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD');
  return [...apart]
    .filter((letter) => /[\p{L}\p{N}]/u.test(letter))
    .map((letter) => PLAINER[letter] ?? digitIn(letter) ?? letter)
    .join('');
}

/** `٧` is a 7 as well. Every script has its ten digits in a row, which begins at a multiple of sixteen or six places after it. */
function digitIn(letter: string): string | undefined {
  const code = letter.codePointAt(0) ?? 0;
  const row = code - (code % 16);
  const zero = [row, row + 6].find((first) => first <= code && code <= first + 9 && isDecimal(first) && isDecimal(first + 9));
  return zero === undefined || !isDecimal(code) ? undefined : String(code - zero);
}

function isDecimal(code: number): boolean {
  return /\p{Nd}/u.test(String.fromCodePoint(code));
}

const ASCII: readonly string[] = Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code).toLowerCase();
  return /[a-z0-9]/.test(letter) ? letter : '';
});

export function isAlphanumeric(code: number): boolean {
  return lettersOf(code) !== '';
}

/** Characters that a word may have inside without being two words: emphasis and escapes of Markdown, and what nobody sees. */
export function isThin(code: number): boolean {
  if (code < 128) return code === 0x2a || code === 0x5f || code === 0x7e || code === 0x60 || code === 0x5c;
  return /[\p{M}\p{Default_Ignorable_Code_Point}\p{Cf}]/u.test(String.fromCodePoint(code));
}

/** Scripts that write no space between words: where a word ends cannot be seen there. */
export function isSpaceless(code: number): boolean {
  return (
    code > 127 &&
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(
      String.fromCodePoint(code),
    )
  );
}
