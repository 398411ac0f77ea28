// Windows-1252, which Latin-1 is a part of but for control characters. TextDecoder of Node 20 takes it for Latin-1 altogether.

/** What it shows for the bytes 0x80 to 0x9F; the five without a character stay control characters. */
export const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

export function decodeWindows1252(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte >= 0x80 && byte < 0xa0 ? WINDOWS_1252.charAt(byte - 0x80) : String.fromCharCode(byte);
  return text;
}
