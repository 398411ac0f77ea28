// WebP without EXIF, XMP and unknown chunks.
import { joined } from './jpeg.ts';
import { minimalExif, orientationOf } from './orientation.ts';

const NEEDED = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const HAS_EXIF = 0x08;
const HAS_XMP = 0x04;

/** Undefined where it is no whole WebP. */
export function stripWebp(bytes: Uint8Array): Uint8Array | undefined {
  if (nameAt(bytes, 0) !== 'RIFF' || nameAt(bytes, 8) !== 'WEBP') return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = 8 + view.getUint32(4, true);
  if (end > bytes.length + 1) return undefined;
  const kept: Uint8Array[] = [];
  let orientation = 1;
  for (let at = 12; at + 8 <= end; ) {
    const size = view.getUint32(at + 4, true);
    const next = at + 8 + size + (size % 2);
    if (at + 8 + size > bytes.length) return undefined;
    const name = nameAt(bytes, at);
    if (name === 'EXIF') orientation = orientationOf(withoutPrefix(bytes.subarray(at + 8, at + 8 + size))) ?? 1;
    else if (NEEDED.has(name)) kept.push(padded(bytes.subarray(at, at + 8 + size)));
    at = next;
  }
  return kept.length === 0 ? undefined : assemble(kept, orientation);
}

function assemble(kept: readonly Uint8Array[], orientation: number): Uint8Array {
  const exif = orientation === 1 ? [] : [chunk('EXIF', minimalExif(orientation))];
  const parts = kept.map((part) => (nameAt(part, 0) === 'VP8X' ? flagged(part, exif.length > 0) : part));
  const body = joined([...parts, ...exif]);
  const head = new Uint8Array(12);
  head.set([0x52, 0x49, 0x46, 0x46, 0, 0, 0, 0, 0x57, 0x45, 0x42, 0x50]);
  new DataView(head.buffer).setUint32(4, body.length + 4, true);
  return joined([head, body]);
}

function flagged(part: Uint8Array, hasExif: boolean): Uint8Array {
  const copy = part.slice();
  copy[8] = ((copy[8] ?? 0) & ~(HAS_EXIF | HAS_XMP)) | (hasExif ? HAS_EXIF : 0);
  return copy;
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const head = new Uint8Array(8);
  head.set([...name].map((letter) => letter.charCodeAt(0)));
  new DataView(head.buffer).setUint32(4, data.length, true);
  return padded(joined([head, data]));
}

function padded(part: Uint8Array): Uint8Array {
  return part.length % 2 === 0 ? part : joined([part, Uint8Array.of(0)]);
}

/** Some writers put JPEG's own prefix there. */
function withoutPrefix(exif: Uint8Array): Uint8Array {
  return nameAt(exif, 0) === 'Exif' ? exif.subarray(6) : exif;
}

export function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
