// Images without their metadata, the picture untouched: no byte of it is encoded again.
import { stripAvif } from './avif.ts';
import { stripGif } from './gif.ts';
import { stripJpeg } from './jpeg.ts';
import { stripPng } from './png.ts';
import { stripSvg } from './svg.ts';
import { stripWebp } from './webp.ts';

type Strip = (bytes: Uint8Array) => Uint8Array | undefined;

const KINDS: readonly (readonly [name: RegExp, begins: string, strip: Strip])[] = [
  [/\.jpe?g$/i, '\u00ff\u00d8', stripJpeg],
  [/\.png$/i, '\u0089PNG', stripPng],
  [/\.webp$/i, 'RIFF', stripWebp],
  [/\.gif$/i, 'GIF8', stripGif],
];

/** By what they hold rather than by their names: screenshots are often saved under another one's. `damaged` for what cannot be read. */
export function withoutMetadata(path: string, bytes: Uint8Array): Uint8Array | 'damaged' {
  if (/\.svg$/i.test(path)) return stripSvg(bytes, (image) => kindOf(image)?.[2](image)) ?? 'damaged';
  if (/\.avif$/i.test(path)) return stripAvif(bytes) ?? 'damaged';
  const named = KINDS.find(([name]) => name.test(path));
  if (named === undefined) return bytes;
  return (kindOf(bytes) ?? named)[2](bytes) ?? 'damaged';
}

function kindOf(bytes: Uint8Array): (typeof KINDS)[number] | undefined {
  return KINDS.find(([, begins]) => [...begins].every((letter, index) => bytes[index] === letter.charCodeAt(0)));
}
