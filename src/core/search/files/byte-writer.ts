// Bytes one after the other into memory that grows.

export interface ByteWriter {
  /** Whole numbers from 0 to 2^32 - 1: seven bits a byte, the lowest first, the eighth bit says that more follow. */
  varint(value: number): void;
  bytes(bytes: Uint8Array): void;
  /** Length, then UTF-8. */
  text(text: string): void;
  /** Of a text that is ASCII alone: what begins at `from`, without its length. */
  ascii(text: string, from: number): void;
  readonly length: number;
  /** A copy of all that was written. */
  done(): Uint8Array<ArrayBuffer>;
  /** Forgets what was written and keeps the memory. */
  reset(): void;
}

const encoder = new TextEncoder();

/** An encoder's call takes longer than most of our texts. */
export function toUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let n = 0; n < text.length; n++) {
    const unit = text.charCodeAt(n);
    if (unit > 0x7f) return encoder.encode(text);
    bytes[n] = unit;
  }
  return bytes;
}

export function isAscii(text: string): boolean {
  for (let n = 0; n < text.length; n++) if (text.charCodeAt(n) > 0x7f) return false;
  return true;
}

export function makeByteWriter(capacity = 256): ByteWriter {
  let buffer = new Uint8Array(capacity);
  let length = 0;
  const reserve = (count: number): void => {
    if (length + count <= buffer.length) return;
    const larger = new Uint8Array(Math.max(buffer.length * 2, length + count));
    larger.set(buffer.subarray(0, length));
    buffer = larger;
  };
  const varint = (value: number): void => {
    reserve(5);
    let rest = value;
    while (rest > 0x7f) {
      buffer[length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    buffer[length++] = rest;
  };
  const bytes = (added: Uint8Array): void => {
    reserve(added.length);
    buffer.set(added, length);
    length += added.length;
  };
  const text = (added: string): void => {
    const encoded = toUtf8(added);
    varint(encoded.length);
    bytes(encoded);
  };
  const ascii = (added: string, from: number): void => {
    reserve(added.length - from);
    for (let n = from; n < added.length; n++) buffer[length++] = added.charCodeAt(n);
  };
  return {
    ...{ varint, bytes, text, ascii },
    get length() {
      return length;
    },
    done: () => buffer.slice(0, length),
    reset: () => {
      length = 0;
    },
  };
}
