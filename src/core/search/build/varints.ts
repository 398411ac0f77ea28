// Whole numbers as varints, many at once: of what the build itself has written, so that its inner loops need no checks.
import type { NumberList } from './number-list.ts';

/** The numbers of one list after the other, as a ByteWriter would write them. */
export function packVarints(...lists: readonly NumberList[]): Uint8Array<ArrayBuffer> {
  let size = 0;
  for (const { numbers, length } of lists) {
    for (let n = 0; n < length; n++) size += sizeOf(numbers[n] as number);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const { numbers, length } of lists) {
    for (let n = 0; n < length; n++) {
      let rest = numbers[n] as number;
      for (; rest > 0x7f; rest >>>= 7) bytes[at++] = (rest & 0x7f) | 0x80;
      bytes[at++] = rest;
    }
  }
  return bytes;
}

function sizeOf(number: number): number {
  return number < 1 << 7 ? 1 : number < 1 << 14 ? 2 : number < 1 << 21 ? 3 : number < 1 << 28 ? 4 : 5;
}

/** A class for the same reason as NumberList. */
export class VarintReader {
  /** Where the next number begins. */
  at = 0;
  private readonly data: Uint8Array;

  constructor(data: Uint8Array) {
    this.data = data;
  }

  next(): number {
    const { data } = this;
    let { at } = this;
    let byte = data[at++] as number;
    let value = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = data[at++] as number;
      value |= (byte & 0x7f) << shift;
    }
    this.at = at;
    return value;
  }

  /** Passes over so many. */
  skip(count: number): void {
    const { data } = this;
    let { at } = this;
    for (let left = count; left > 0; at++) if ((data[at] as number) < 0x80) left--;
    this.at = at;
  }
}
