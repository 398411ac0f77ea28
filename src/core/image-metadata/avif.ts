// AVIF with its EXIF and XMP overwritten by zeros: nothing moves, so that every offset in the file stays right. Which way up it is says no EXIF there.
import { nameAt } from './webp.ts';

interface Box {
  readonly name: string;
  /** Of what it holds. */
  readonly start: number;
  readonly end: number;
}

/** Undefined where it is no AVIF that can be read. */
export function stripAvif(bytes: Uint8Array): Uint8Array | undefined {
  const boxes = boxesIn(bytes, 0, bytes.length);
  if (boxes?.[0]?.name !== 'ftyp') return undefined;
  const copy = bytes.slice();
  const meta = boxes.find(({ name }) => name === 'meta');
  if (meta !== undefined) {
    const inner = boxesIn(bytes, meta.start + 4, meta.end);
    if (inner === undefined || !blank(copy, inner)) return undefined;
  }
  for (const { name, start, end } of boxes) if (!PICTURE.has(name)) copy.fill(0, start, end);
  return copy;
}

const PICTURE = new Set(['ftyp', 'meta', 'mdat', 'moov', 'moof', 'mfra', 'sidx', 'styp', 'free', 'skip']);

function boxesIn(bytes: Uint8Array, from: number, to: number): Box[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const boxes: Box[] = [];
  for (let at = from; at < to; ) {
    if (at + 8 > to) return undefined;
    let [size, head] = [view.getUint32(at), 8];
    if (size === 1) {
      if (at + 16 > to) return undefined;
      size = Number(view.getBigUint64(at + 8));
      head = 16;
    }
    const end = size === 0 ? to : at + size;
    if (end > to || end < at + head) return undefined;
    boxes.push({ name: nameAt(bytes, at + 4), start: at + head, end });
    at = end;
  }
  return boxes;
}

/** False where the places of its parts cannot be read. */
function blank(copy: Uint8Array, boxes: readonly Box[]): boolean {
  const [items, places] = [boxes.find(({ name }) => name === 'iinf'), boxes.find(({ name }) => name === 'iloc')];
  if (items === undefined) return true;
  const secret = metadataItems(copy, items);
  if (secret === undefined) return false;
  if (secret.size === 0) return true;
  if (places === undefined) return false;
  const data = boxes.find(({ name }) => name === 'idat');
  try {
    for (const { id, isInside, from, length } of extents(copy, places)) {
      if (!secret.has(id)) continue;
      const start = isInside ? (data?.start ?? copy.length) + from : from;
      if (start + length > copy.length) return false;
      copy.fill(0, start, length === 0 ? copy.length : start + length);
    }
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Ids of the items that are no picture. */
function metadataItems(bytes: Uint8Array, { start, end }: Box): Set<number> | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = boxesIn(bytes, start + 4 + (bytes[start] === 0 ? 2 : 4), end);
  if (entries === undefined) return undefined;
  const found = new Set<number>();
  for (const { name, start: at } of entries) {
    const version = bytes[at] ?? 0;
    if (name !== 'infe' || version < 2) continue;
    const id = version === 2 ? view.getUint16(at + 4) : view.getUint32(at + 4);
    const type = nameAt(bytes, at + (version === 2 ? 8 : 10));
    if (type === 'Exif' || type === 'mime' || type === 'uri ') found.add(id);
  }
  return found;
}

interface Extent {
  readonly id: number;
  /** In the box `idat`, not in the file. */
  readonly isInside: boolean;
  readonly from: number;
  readonly length: number;
}

function* extents(bytes: Uint8Array, { start }: Box): Generator<Extent> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = bytes[start] ?? 0;
  const sizes = [(bytes[start + 4] ?? 0) >> 4, (bytes[start + 4] ?? 0) & 15, (bytes[start + 5] ?? 0) >> 4, (bytes[start + 5] ?? 0) & 15];
  const [offsetSize = 0, lengthSize = 0, baseSize = 0, indexSize = 0] = sizes;
  let at = start + 6;
  const read = (size: number): number => {
    let value = 0;
    for (let n = 0; n < size; n++) value = value * 256 + view.getUint8(at++);
    return value;
  };
  const count = read(version < 2 ? 2 : 4);
  for (let item = 0; item < count; item++) {
    const id = read(version < 2 ? 2 : 4);
    const method = version > 0 ? read(2) & 15 : 0;
    read(2);
    const base = read(baseSize);
    const extentCount = read(2);
    for (let extent = 0; extent < extentCount; extent++) {
      if (version > 0) read(indexSize);
      const from = base + read(offsetSize);
      yield { id, isInside: method === 1, from, length: read(lengthSize) };
    }
  }
}
