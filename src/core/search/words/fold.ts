// One spelling for what readers take for the same letters: STÖRUNG, Störung and Storung; naïve and naive; ＥＲＲ and err.

/** Letters that Unicode does not take apart, though people type them so. */
const PLAINER: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', æ: 'ae', œ: 'oe', þ: 'th', ς: 'σ' };

/**
 * Compatibility forms taken apart, accents dropped, lower case. Vowel signs of other scripts stay, and what is written as one character
 * (が, 장) is put together again. Idempotent.
 */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return (
    text
      .normalize('NFKD')
      .replace(
        /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u0591-\u05c7\u0640\u064b-\u0652\u0670]|\u00ad|\u200c|\u200d|\u2060|\ufeff/g,
        '',
      )
      // Upper case first: ß becomes SS, ſ becomes S.
      .toUpperCase()
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]+/g, '')
      .replace(/[øłđðħæœþς]/g, (letter) => PLAINER[letter] ?? letter)
      .normalize('NFC')
  );
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 127) return false;
  return true;
}
