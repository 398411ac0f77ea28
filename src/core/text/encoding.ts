// Bytes as text: UTF-8 or a problem that says which byte, where, and what the file seems to be instead.
import type { Diagnostic } from '../model/diagnostic.ts';
import { lineIndex } from './line-index.ts';
import { type Utf16, utf16Kind } from './utf16.ts';
import { decodeWindows1252 } from './windows-1252.ts';

/** A diagnostic of a file whose name is not known here. */
type EncodingProblem = Pick<Diagnostic, 'line' | 'column' | 'code' | 'message'> & { readonly hint: string };
export type Decoded = { readonly text: string } | { readonly problem: EncodingProblem };

/** How much of a file is looked at to tell whether it is text at all. */
const SAMPLE = 4096;

const UTF16_NAMES: Readonly<Record<Utf16, string>> = { 'utf-16le': 'UTF-16 (little endian)', 'utf-16be': 'UTF-16 (big endian)' };

const STRICT = new TextDecoder('utf-8', { fatal: true });

/**
 * The text without its byte order mark. Nothing is guessed: what is not UTF-8 is a problem, as is UTF-16 (which would decode, but no other
 * tool of the archive reads it) and everything with NUL bytes. A decoded text never holds a lone surrogate.
 */
export function decode(bytes: Uint8Array): Decoded {
  const utf16 = utf16Kind(bytes);
  if (utf16 !== undefined) return { problem: inUtf16(UTF16_NAMES[utf16]) };
  const nul = bytes.indexOf(0);
  if (nul !== -1) return { problem: isBinary(bytes) ? binary() : nulByte(bytes, nul) };
  try {
    return { text: STRICT.decode(bytes) };
  } catch {
    return { problem: isBinary(bytes) ? binary() : notUtf8(bytes) };
  }
}

function inUtf16(name: string): EncodingProblem {
  const message = `The file is encoded as ${name}; postmortems are UTF-8.`;
  return { line: 1, column: 1, code: 'not-utf-8', message, hint: 'Save it as UTF-8.' };
}

function binary(): EncodingProblem {
  const message = 'The file is not text: it holds bytes that no text has.';
  return {
    line: 1,
    column: 1,
    code: 'binary-file',
    message,
    hint: 'Move it out of the archive, or put it in the folder beside its incident.',
  };
}

function nulByte(bytes: Uint8Array, offset: number): EncodingProblem {
  const message = 'The text holds a NUL character (byte 0x00).';
  return { ...placeOf(bytes, offset), code: 'binary-file', message, hint: 'Delete the character.' };
}

function notUtf8(bytes: Uint8Array): EncodingProblem {
  const offset = firstInvalid(bytes);
  const byte = `0x${(bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
  const guess = decodeWindows1252(bytes.subarray(offset, offset + 1));
  const message = `Byte ${byte} is not valid UTF-8 here; in Windows-1252 it would be "${guess}".`;
  return { ...placeOf(bytes, offset), code: 'not-utf-8', message, hint: 'Save the file as UTF-8.' };
}

function placeOf(bytes: Uint8Array, offset: number): { line: number; column: number } {
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, offset));
  return lineIndex(before).lineColumn(before.length);
}

/** A file is binary when more than one byte in fifty of its beginning is a control character that no editor writes. */
export function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  let controls = 0;
  for (const byte of sample)
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x1b) controls++;
  return controls * 50 > sample.length;
}

/** Offset of the first byte that begins no well-formed sequence (Unicode 15, table 3-7). */
function firstInvalid(bytes: Uint8Array): number {
  let i = 0;
  while (i < bytes.length) {
    const length = sequenceLength(bytes, i);
    if (length === 0) return i;
    i += length;
  }
  return bytes.length;
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  const second = bytes[at + 1] ?? 0;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (length === 0 || second < low || second > high) return 0;
  for (let i = 2; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}
