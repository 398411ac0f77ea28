// The text of an attachment in whatever encoding it was saved: what readers' programs can show, the proof has to read.
import { decode } from '../text/encoding.ts';

/** UTF-16 also without its mark: no other text has bytes of zero. Undefined for what is no text. */
export function readAnyText(bytes: Uint8Array): string | undefined {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return new TextDecoder(wide).decode(bytes);
  const read = decode(bytes);
  return 'text' in read ? read.text : undefined;
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const zeros: [even: number, odd: number] = [0, 0];
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) zeros[at % 2 === 0 ? 0 : 1]++;
  if (zeros[0] + zeros[1] === 0) return undefined;
  return zeros[1] >= zeros[0] ? 'utf-16le' : 'utf-16be';
}
