// PNG without comments, times, EXIF and whatever else is not the picture.
import { crc32 } from './crc32.ts';
import { joined } from './jpeg.ts';
import { minimalExif, orientationOf } from './orientation.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** How the picture looks, and its animation. Critical chunks begin with a capital and stay as well. */
const NEEDED = new Set(['tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs', 'cICP', 'mDCV', 'cLLI', 'acTL', 'fcTL', 'fdAT']);

/** Undefined where it is no whole PNG. What follows its end is dropped. */
export function stripPng(bytes: Uint8Array): Uint8Array | undefined {
  if (!SIGNATURE.every((byte, index) => bytes[index] === byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept = [bytes.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) return undefined;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const orientation = name === 'eXIf' ? (orientationOf(bytes.subarray(at + 8, end - 4)) ?? 1) : 1;
    if (orientation !== 1) kept.push(chunk('eXIf', minimalExif(orientation)));
    else if (/^[A-Z]/.test(name) || NEEDED.has(name)) kept.push(bytes.subarray(at, end));
    if (name === 'IEND') return joined(kept);
    at = end;
  }
  return undefined;
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const made = new Uint8Array(12 + data.length);
  const view = new DataView(made.buffer);
  view.setUint32(0, data.length);
  made.set(
    [...name].map((letter) => letter.charCodeAt(0)),
    4,
  );
  made.set(data, 8);
  view.setUint32(8 + data.length, crc32(made.subarray(4, 8 + data.length)));
  return made;
}
