// Bytes of any origin as text, with what was repaired on the way; what is no text is refused with a sentence.
import { repairDoubleEncoding } from '../../core/text/double-encoding.ts';
import { isBinary } from '../../core/text/encoding.ts';
import { plainLines } from '../../core/text/line-ends.ts';
import { utf16Kind } from '../../core/text/utf16.ts';
import { decodeWindows1252 } from '../../core/text/windows-1252.ts';
import type { ImportNote, Refusal } from '../model.ts';

type Text = { readonly text: string; readonly notes: readonly ImportNote[] };
export type DecodedBytes = (Text & { readonly lineEnd?: '\r\n' }) | Refusal;

const UTF16_NAMES = { 'utf-16le': 'UTF-16 (little endian)', 'utf-16be': 'UTF-16 (big endian)' } as const;

/** The text with line feeds alone and without byte order mark; nothing else is changed but what the notes say. */
export function decodeBytes(bytes: Uint8Array): DecodedBytes {
  const read = readBytes(bytes);
  if ('refusal' in read) return read;
  const repaired = repairDoubleEncoding(plainLines(read.text));
  const ends = endsInCrlf(read.text) ? ({ lineEnd: '\r\n' } as const) : {};
  if (repaired.count === 0) return { text: repaired.text, notes: read.notes, ...ends };
  const message = `The text was encoded twice (UTF-8 read as Windows-1252); ${repaired.count === 1 ? 'one place was' : `${repaired.count} places were`} repaired.`;
  return { text: repaired.text, notes: [...read.notes, info('encoded-twice', message)], ...ends };
}

function endsInCrlf(text: string): boolean {
  return text.includes('\r') && !/\r(?!\n)|(?<!\r)\n/.test(text);
}

function readBytes(bytes: Uint8Array): DecodedBytes {
  const utf16 = utf16Kind(bytes);
  if (utf16 !== undefined) return readUtf16(bytes, utf16);
  if (isBinary(bytes)) return { code: 'not-text', refusal: 'It is not text: it holds bytes that no text has.' };
  const text = decodeAs('utf-8', bytes) ?? undefined;
  if (text !== undefined) return withoutNul(text);
  const read = readMixed(bytes);
  const plain = withoutNul(read.text);
  return 'refusal' in plain ? plain : { text: plain.text, notes: [...read.notes, ...plain.notes] };
}

function readUtf16(bytes: Uint8Array, kind: keyof typeof UTF16_NAMES): DecodedBytes {
  const text = new TextDecoder(kind).decode(bytes);
  const read = withoutNul(text);
  if ('refusal' in read) return read;
  return { text: read.text, notes: [info('encoding-converted', `The file was encoded as ${UTF16_NAMES[kind]}.`), ...read.notes] };
}

/** A stray NUL is dropped and said; text that is full of them is none. */
function withoutNul(text: string): DecodedBytes {
  if (!text.includes('\0')) return { text, notes: [] };
  const clean = text.replaceAll('\0', '');
  const count = text.length - clean.length;
  if (count * 50 > text.length) return { code: 'not-text', refusal: 'It is not text: it is full of NUL characters.' };
  return { text: clean, notes: [info('nul-dropped', `NUL characters were dropped: ${count}.`)] };
}

/**
 * Windows-1252 where it is not UTF-8, line by line: files are pasted together from both. Latin-1 is its subset, for printed characters.
 * A library that tells encodings from statistics was left out: of other single-byte encodings there is no way to be sure.
 */
function readMixed(bytes: Uint8Array): { readonly text: string; readonly notes: readonly ImportNote[] } {
  let foreign = 0;
  let utf8 = 0;
  const lines = splitLines(bytes).map((line) => {
    if (line.every((byte) => byte < 0x80)) return decodeAs('utf-8', line) ?? '';
    const text = decodeAs('utf-8', line);
    if (text !== undefined) utf8++;
    else foreign++;
    return text ?? decodeWindows1252(line);
  });
  const message =
    utf8 === 0
      ? 'The file is not UTF-8; it was read as Windows-1252.'
      : `The file mixes encodings: ${foreign} of its lines are not UTF-8 and were read as Windows-1252.`;
  return { text: lines.join(''), notes: [{ ...info('encoding-converted', message), severity: utf8 === 0 ? 'info' : 'warning' }] };
}

/** Each with its line feed. */
function splitLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(0x0a, start);
    const next = end === -1 ? bytes.length : end + 1;
    lines.push(bytes.subarray(start, next));
    start = next;
  }
  return lines;
}

function decodeAs(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function info(code: string, message: string): ImportNote {
  return { code, message, severity: 'info' };
}
