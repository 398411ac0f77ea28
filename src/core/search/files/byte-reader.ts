// Reads what a ByteWriter wrote. Every step is checked: a damaged file is an error that names it, never a wrong answer.
import { SearchFileError } from './error.ts';

export interface ByteReader {
  readonly path: string;
  varint(): number;
  /** A number that must not be larger: a count of things that take at least a byte each, or a position in a list. */
  varintUpTo(largest: number): number;
  bytes(count: number): Uint8Array;
  text(): string;
  /** Bytes not yet read. */
  readonly left: number;
  /** All bytes must have been read. */
  end(): void;
  fail(why: string): never;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function makeByteReader(path: string, data: Uint8Array): ByteReader {
  let at = 0;
  const fail = (why: string): never => {
    throw new SearchFileError(path, why);
  };
  const varint = (): number => {
    let value = 0;
    for (let unit = 1; unit <= 2 ** 28; unit *= 128) {
      const byte = data[at++];
      if (byte === undefined) return fail('it ends too early');
      value += (byte & 0x7f) * unit;
      if (byte < 0x80) return value <= 0xffffffff ? value : fail('it holds a number that is too large');
    }
    return fail('it holds a number that is too long');
  };
  const varintUpTo = (largest: number): number => {
    const value = varint();
    return value <= largest ? value : fail(`it holds ${value} where at most ${largest} can stand`);
  };
  const bytes = (count: number): Uint8Array => {
    if (count > data.length - at) return fail('it ends too early');
    at += count;
    return data.subarray(at - count, at);
  };
  return {
    ...{ path, varint, varintUpTo, bytes, fail },
    text: () => readUtf8(bytes(varint()), fail),
    get left() {
      return data.length - at;
    },
    end: () => {
      if (at !== data.length) fail(`${data.length - at} bytes are left over`);
    },
  };
}

/** Of more the decoder makes short work. */
const SHORT = 64;

/** Strict: bytes that are not UTF-8 are damage. */
export function readUtf8(bytes: Uint8Array, fail: (why: string) => never): string {
  // Files hold thousands of terms and ids: of each the decoder's call takes five times as long as this.
  if (bytes.length < SHORT && isAscii(bytes)) return String.fromCharCode.apply(null, bytes as unknown as number[]);
  try {
    return decoder.decode(bytes);
  } catch {
    return fail('it holds bytes that are no text');
  }
}

function isAscii(bytes: Uint8Array): boolean {
  for (let n = 0; n < bytes.length; n++) if ((bytes[n] as number) > 0x7f) return false;
  return true;
}
