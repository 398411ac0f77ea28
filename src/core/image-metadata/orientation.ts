// Which way up a picture is to be shown: the one thing of EXIF that a reader would miss.

/** 1 to 8, of a TIFF header with its first directory; undefined where it says nothing. */
export function orientationOf(tiff: Uint8Array): number | undefined {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  if (tiff.length < 14) return undefined;
  const isLittle = tiff[0] === 0x49;
  const from = view.getUint32(4, isLittle);
  if (from + 2 > tiff.length) return undefined;
  const count = view.getUint16(from, isLittle);
  for (let entry = 0; entry < count; entry++) {
    const at = from + 2 + entry * 12;
    if (at + 12 > tiff.length) return undefined;
    if (view.getUint16(at, isLittle) !== 0x0112) continue;
    const value = view.getUint16(at + 8, isLittle);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** A TIFF header and a directory of that one entry. */
export function minimalExif(orientation: number): Uint8Array {
  return Uint8Array.of(
    ...[0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8],
    ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  );
}
