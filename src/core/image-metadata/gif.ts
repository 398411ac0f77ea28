// GIF without comments and what applications wrote, but for the number of times it is played.
import { joined } from './jpeg.ts';

const TRAILER = 0x3b;
const IMAGE = 0x2c;
const EXTENSION = 0x21;
const CONTROL = 0xf9;
const APPLICATION = 0xff;

/** Undefined where it is no whole GIF. */
export function stripGif(bytes: Uint8Array): Uint8Array | undefined {
  if (!/^GIF8[79]a$/.test(String.fromCharCode(...bytes.subarray(0, 6)))) return undefined;
  const kept: Uint8Array[] = [];
  let at = 13 + colours(bytes[10] ?? 0);
  kept.push(bytes.subarray(0, at));
  while (at < bytes.length) {
    const kind = bytes[at];
    if (kind === TRAILER) return joined([...kept, bytes.subarray(at, at + 1)]);
    const data = kind === IMAGE ? at + 11 + colours(bytes[at + 9] ?? 0) : kind === EXTENSION ? at + 2 : undefined;
    const end = data === undefined ? undefined : endOfBlocks(bytes, data);
    if (end === undefined) return undefined;
    if (kind === IMAGE || isNeeded(bytes, at)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
}

/** Bytes of a colour table. */
function colours(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

function endOfBlocks(bytes: Uint8Array, from: number): number | undefined {
  let at = from;
  while (at < bytes.length) {
    const size = bytes[at] ?? 0;
    at += size + 1;
    if (size === 0) return at;
  }
  return undefined;
}

function isNeeded(bytes: Uint8Array, at: number): boolean {
  if (bytes[at + 1] === CONTROL) return true;
  const name = String.fromCharCode(...bytes.subarray(at + 3, at + 14));
  return bytes[at + 1] === APPLICATION && (name === 'NETSCAPE2.0' || name === 'ANIMEXTS1.0');
}
