// UTF-8 that was read as Windows-1252 and saved as UTF-8 once more: `Ã©` for `é`, `â€”` for `—`.
import { WINDOWS_1252 } from './windows-1252.ts';

export interface DoubleEncoding {
  readonly offset: number;
  readonly found: string;
  readonly repaired: string;
}

const BYTES = new Map(Array.from(WINDOWS_1252, (character, index) => [character, 0x80 + index]));

const TRAIL = `[\\u0080-\\u00bf${WINDOWS_1252}]`;
const SEQUENCE = `[\\u00c2-\\u00df]${TRAIL}|[\\u00e0-\\u00ef]${TRAIL}{2}|[\\u00f0-\\u00f4]${TRAIL}{3}`;
const RUN = new RegExp(`(?:${SEQUENCE})+`, 'g');

/** What may well stand after an accented letter in good text: closing quotes, dashes, marks. */
const NATURAL = /^[‘’“”–—…•™›»«°©®²³¹·\u00a0]+$/;

/** The first run of text that decodes to something shorter and likelier when its characters are taken for Windows-1252 bytes. */
export function findDoubleEncoding(text: string): DoubleEncoding | undefined {
  for (const match of text.matchAll(RUN)) {
    const found = match[0];
    const repaired = redecode(found);
    if (repaired !== undefined && isLikely(found, repaired, text[match.index - 1] ?? '')) return { offset: match.index, found, repaired };
  }
  return undefined;
}

/** Every run that `findDoubleEncoding` would find, repaired, and how many there were; twice, for text that was saved wrongly twice. */
export function repairDoubleEncoding(text: string): { readonly text: string; readonly count: number } {
  const once = repairOnce(text);
  if (once.count === 0) return once;
  const again = repairOnce(once.text);
  return { text: again.text, count: once.count };
}

function repairOnce(text: string): { readonly text: string; readonly count: number } {
  let count = 0;
  const repaired = text.replace(RUN, (found, offset: number) => {
    const decoded = redecode(found);
    if (decoded === undefined || !isLikely(found, decoded, text[offset - 1] ?? '')) return found;
    count++;
    return decoded;
  });
  return { text: repaired, count };
}

function redecode(found: string): string | undefined {
  const bytes = Uint8Array.from(found, (character) => BYTES.get(character) ?? character.charCodeAt(0));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** `MENÜ“` and `l’été”–` decode too; such single sequences count only where no writer would have put those characters side by side. */
function isLikely(found: string, repaired: string, before: string): boolean {
  if (Array.from(repaired).length > 1) return true;
  const lead = found[0] ?? '';
  const trail = found.slice(1);
  if (lead === 'Â' || lead === 'Ã') return !(/[‘’“”–—…»›]/.test(trail) && /\p{Lu}/u.test(before));
  if (NATURAL.test(trail)) return false;
  return found.length > 2 || /\p{L}/u.test(repaired);
}
