// A list of strings of which each begins as the one before it did: sorted terms, ids that are dates.
import { type ByteReader, readUtf8 } from './byte-reader.ts';
import { type ByteWriter, isAscii, toUtf8 } from './byte-writer.ts';

/** Shared beginnings are counted in bytes of UTF-8: in UTF-16 units they might end within a character. */
export function writeStrings(writer: ByteWriter, strings: readonly string[]): void {
  writer.varint(strings.length);
  let before = '';
  let wasAscii = true;
  for (const string of strings) {
    const isPlain = isAscii(string);
    if (isPlain && wasAscii) writeAscii(writer, before, string);
    else writeAny(writer, toUtf8(before), toUtf8(string));
    [before, wasAscii] = [string, isPlain];
  }
}

/** Most strings: units are bytes, and no bytes are made of them but those that are written. */
function writeAscii(writer: ByteWriter, before: string, string: string): void {
  const most = Math.min(before.length, string.length);
  let shared = 0;
  while (shared < most && before.charCodeAt(shared) === string.charCodeAt(shared)) shared++;
  writer.varint(shared);
  writer.varint(string.length - shared);
  writer.ascii(string, shared);
}

function writeAny(writer: ByteWriter, before: Uint8Array, bytes: Uint8Array): void {
  const shared = sharedLength(before, bytes);
  writer.varint(shared);
  writer.varint(bytes.length - shared);
  writer.bytes(bytes.subarray(shared));
}

export function readStrings(reader: ByteReader): string[] {
  const count = reader.varintUpTo(reader.left);
  const strings: string[] = [];
  let before: Uint8Array = new Uint8Array();
  for (let n = 0; n < count; n++) {
    const shared = reader.varintUpTo(before.length);
    const rest = reader.bytes(reader.varint());
    const bytes = new Uint8Array(shared + rest.length);
    bytes.set(before.subarray(0, shared));
    bytes.set(rest, shared);
    strings.push(readUtf8(bytes, reader.fail));
    before = bytes;
  }
  return strings;
}

function sharedLength(a: Uint8Array, b: Uint8Array): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a[length] === b[length]) length++;
  return length;
}
