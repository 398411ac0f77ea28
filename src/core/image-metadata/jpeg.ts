// JPEG without what a camera or an editor wrote into it: where, when, by whom, with what; thumbnails of what was cut away.
import { minimalExif, orientationOf } from './orientation.ts';

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;

/** Undefined where it is no whole JPEG. */
export function stripJpeg(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== START) return undefined;
  const kept: Uint8Array[] = [];
  let orientation = 1;
  let at = 2;
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    // Any number of fill bytes may stand before a marker.
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === END) return joined([bytes.subarray(0, 2), ...orientationSegment(orientation), ...kept, bytes.subarray(at, at + 2)]);
    const isBare = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
    const length = isBare ? 0 : ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    let end = at + 2 + length;
    if ((!isBare && length < 2) || end > bytes.length) return undefined;
    const segment = bytes.subarray(at, end);
    if (isExif(segment)) orientation = orientationOf(segment.subarray(10)) ?? orientation;
    if (marker === SCAN) end = endOfScan(bytes, end);
    if (isNeeded(marker, segment)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
}

/** Picture data, and of the application segments those that say how colours are meant: JFIF, the colour profile, Adobe's transform. */
function isNeeded(marker: number, segment: Uint8Array): boolean {
  if (marker === 0xe0) return startsWith(segment, 'JFIF\0');
  if (marker === 0xe2) return startsWith(segment, 'ICC_PROFILE\0');
  if (marker === 0xee) return startsWith(segment, 'Adobe');
  return !(marker >= 0xe0 && marker <= 0xef) && marker !== 0xfe && !(marker >= 0xf0 && marker <= 0xfd);
}

function isExif(segment: Uint8Array): boolean {
  return segment[1] === 0xe1 && startsWith(segment, 'Exif\0\0');
}

function startsWith(segment: Uint8Array, name: string): boolean {
  return [...name].every((letter, index) => segment[4 + index] === letter.charCodeAt(0));
}

/** The compressed picture runs to the next marker that is neither an escaped FF nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from;
  for (; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

function orientationSegment(orientation: number): Uint8Array[] {
  if (orientation === 1) return [];
  const exif = minimalExif(orientation);
  const length = exif.length + 8;
  return [Uint8Array.of(0xff, 0xe1, length >> 8, length & 0xff, 0x45, 0x78, 0x69, 0x66, 0, 0), exif];
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
