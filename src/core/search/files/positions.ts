// `search/positions/HASH.bin`: where in its texts each term of a shard stands, for quoted phrases.
import { type ByteReader, makeByteReader } from './byte-reader.ts';
import { beginFile, openFile } from './header.ts';
import type { Postings } from './terms.ts';

/**
 * Places count from 0 in each field of each document, as the tokenizer counts them: a word takes up `span` of them, its parts stand at their
 * `places`, stop words take theirs too. Between two texts of a field lie so many empty ones that no phrase reaches over them.
 */
export const TEXT_GAP = 32;

export interface Positions {
  /**
   * Of the entry `n` of the postings of the term at this place in its shard: as many as its frequency, rising. `isWanted` says of which entries:
   * the others are passed over.
   */
  of(index: number, postings: Postings, isWanted?: (entry: number) => boolean): readonly (Uint32Array | undefined)[];
}

/** `parts`: of each term of the shard, the positions of all its entries, each as its distance from the one before in the same entry, as varints. */
export function encodePositions(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const writer = beginFile('positions');
  writer.varint(parts.length);
  for (const part of parts) writer.varint(part.length);
  for (const part of parts) writer.bytes(part);
  return writer.done();
}

export function decodePositions(path: string, data: Uint8Array): Positions {
  const reader = openFile('positions', path, data);
  const lengths = Array.from({ length: reader.varintUpTo(reader.left) }, () => reader.varint());
  const parts = lengths.map((length) => reader.bytes(length));
  reader.end();
  return {
    of: (index, { frequencies }, isWanted = () => true) => {
      const part = makeByteReader(path, parts[index] ?? reader.fail(`it has no term ${index}`));
      const lists = Array.from(frequencies, (frequency, n) => (isWanted(n) ? readPositions(part, frequency) : skip(part, frequency)));
      part.end();
      return lists;
    },
  };
}

function readPositions(reader: ByteReader, frequency: number): Uint32Array {
  if (frequency > reader.left) reader.fail('it ends too early');
  const positions = new Uint32Array(frequency);
  for (let n = 0, before = 0; n < frequency; n++) {
    before += reader.varint();
    positions[n] = before;
  }
  return positions;
}

function skip(reader: ByteReader, frequency: number): undefined {
  for (let n = 0; n < frequency; n++) reader.varint();
}
