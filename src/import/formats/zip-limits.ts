// Whether a zip file may be opened: every entry is unpacked here first, under a limit, because its own word on its size cannot be trusted.
import { inflateRawSync } from 'node:zlib';
import type { Refusal } from '../model.ts';

/** Of all parts of a document that are read: text of three hundred thousand words takes a tenth of it. */
const LARGEST_UNPACKED = 48 * 1024 * 1024;
const MOST_ENTRIES = 2000;

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
/** The record at the end has 22 bytes, and a comment of up to 65,535. */
const LONGEST_TAIL = 22 + 65_535;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
}

/** The names of the entries, or why the file is refused. Entries that `isRead` does not want are not unpacked by anyone. */
export function inspectZip(bytes: Buffer, isRead: (name: string) => boolean): { readonly names: readonly string[] } | Refusal {
  try {
    const entries = readDirectory(bytes);
    if (entries === undefined) return { code: 'damaged', refusal: 'It is not a zip file, or a damaged one.' };
    if (entries.length > MOST_ENTRIES)
      return { code: 'too-large', refusal: `It holds ${entries.length} parts; a document has at most ${MOST_ENTRIES}.` };
    let left = LARGEST_UNPACKED;
    for (const entry of entries.filter(({ name }) => isRead(name))) {
      left -= unpackedSize(bytes, entry, left);
      if (left < 0) return TOO_LARGE;
    }
    return { names: entries.map(({ name }) => name) };
  } catch (error) {
    if (error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return TOO_LARGE;
    return { code: 'damaged', refusal: 'It is a damaged zip file.' };
  }
}

const TOO_LARGE = { code: 'too-large', refusal: `Unpacked it is larger than ${LARGEST_UNPACKED / 1024 / 1024} MB.` } as const;

/** APPNOTE.TXT 4.3.12 and 4.3.16, https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT; undefined where there is no directory. */
function readDirectory(bytes: Buffer): Entry[] | undefined {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end < bytes.length - LONGEST_TAIL || bytes.readUInt32LE(end) !== END_OF_DIRECTORY) return undefined;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(at) !== ENTRY) return undefined;
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** Throws where the entry is larger than what is left, or damaged. */
function unpackedSize(bytes: Buffer, { method, packed, offset }: Entry, left: number): number {
  if (method === 0) return packed;
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  return inflateRawSync(bytes.subarray(start, start + packed), { maxOutputLength: Math.max(left, 1) }).length;
}
