// The first two bytes of every file of the search: which kind it is, and the format's number.
import { type ByteReader, makeByteReader } from './byte-reader.ts';
import { type ByteWriter, makeByteWriter } from './byte-writer.ts';
import type { SearchKind } from './paths.ts';

/** Goes up with every change of shape: a page left open over a release must not misread newer files. */
export const FORMAT = 3;

const MARKS: Readonly<Record<SearchKind, number>> = {
  ...{ directories: 0x44, terms: 0x54, positions: 0x50, words: 0x57, ids: 0x49, facts: 0x46 },
};

/** Thousands of files are written, one at a time. Browsers write none. */
const writer = /* @__PURE__ */ makeByteWriter(1 << 16);

/** Valid until the next file is begun. */
export function beginFile(kind: SearchKind): ByteWriter {
  writer.reset();
  writer.bytes(Uint8Array.of(MARKS[kind], FORMAT));
  return writer;
}

export function openFile(kind: SearchKind, path: string, data: Uint8Array): ByteReader {
  const reader = makeByteReader(path, data);
  const [mark, format] = reader.bytes(2);
  if (mark !== MARKS[kind]) reader.fail(`it does not hold ${kind}`);
  if (format !== FORMAT) reader.fail(`it is of format ${format}, this program reads ${FORMAT}`);
  return reader;
}
