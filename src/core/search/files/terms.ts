// `search/terms/HASH.bin`: a shard, the postings of a range of terms. Read term by term: a query wants one of a hundred.
import { FIELDS } from '../fields.ts';
import { type ByteReader, makeByteReader } from './byte-reader.ts';
import { type ByteWriter, makeByteWriter } from './byte-writer.ts';
import { beginFile, openFile } from './header.ts';
import { readStrings, writeStrings } from './strings.ts';

/** Where a term stands. Parallel arrays with one entry per field and document, by field in the order of FIELDS, then by document. */
export interface Postings {
  readonly term: string;
  /**
   * How many other terms stand before this one in the first field of its first document. With the first entry's document it gives the order
   * in which lunr met the terms, and so the order in which it adds up scores.
   */
  readonly first: number;
  /** Positions in FIELDS. */
  readonly fields: Uint8Array;
  /** Ordinals, the oldest incident is 0. */
  readonly documents: Uint32Array;
  /** How often, at least 1. */
  readonly frequencies: Uint32Array;
}

export interface Shard {
  /** In the order of UTF-16 code units, as `<` compares. */
  readonly terms: readonly string[];
  /** Of the term at this position in `terms`. */
  postings(index: number): Postings;
}

const body = /* @__PURE__ */ makeByteWriter(1 << 16);

/** Strings; the length of each term's postings in bytes; the postings. */
export function encodeShard(postings: readonly Postings[]): Uint8Array<ArrayBuffer> {
  const writer = beginFile('terms');
  writeStrings(
    writer,
    postings.map(({ term }) => term),
  );
  body.reset();
  for (const posting of postings) {
    const start = body.length;
    writePostings(body, posting);
    writer.varint(body.length - start);
  }
  writer.bytes(body.done());
  return writer.done();
}

/** `documents`: how many there are in all. */
export function decodeShard(path: string, data: Uint8Array, documents: number): Shard {
  const reader = openFile('terms', path, data);
  const terms = readStrings(reader);
  const isSorted = terms.every((term, index) => index === 0 || (terms[index - 1] ?? '') < term);
  if (!isSorted) reader.fail('its terms are not in order');
  const lengths = terms.map(() => reader.varint());
  const parts = lengths.map((length) => reader.bytes(length));
  reader.end();
  const postings = (index: number): Postings => {
    const [term, part] = [terms[index], parts[index]];
    if (term === undefined || part === undefined) throw new RangeError(`${path} has no term ${index}`);
    return readPostings(makeByteReader(path, part), term, documents);
  };
  return { terms, postings };
}

/**
 * The first number; a bit for each field that has the term; then of each such field how many documents, and of each document how many others lie
 * before it since the last one, doubled, and 1 more where the term stands there more than once: then also how often more than twice.
 */
function writePostings(writer: ByteWriter, { first, fields, documents, frequencies }: Postings): void {
  writer.varint(first);
  let mask = 0;
  for (const field of fields) mask |= 1 << field;
  writer.varint(mask);
  for (let from = 0, to = 0; from < fields.length; from = to) {
    while (to < fields.length && fields[to] === fields[from]) to++;
    writer.varint(to - from);
    for (let n = from, next = 0; n < to; n++) {
      const [document, frequency] = [documents[n] as number, frequencies[n] as number];
      writer.varint((document - next) * 2 + (frequency > 1 ? 1 : 0));
      if (frequency > 1) writer.varint(frequency - 2);
      next = document + 1;
    }
  }
}

function readPostings(reader: ByteReader, term: string, documentCount: number): Postings {
  const first = reader.varint();
  const mask = reader.varintUpTo((1 << FIELDS.length) - 1);
  // Every entry takes a byte at least.
  const most = reader.left;
  const [fields, documents, frequencies] = [new Uint8Array(most), new Uint32Array(most), new Uint32Array(most)];
  let length = 0;
  for (let field = 0; field < FIELDS.length; field++) {
    if ((mask & (1 << field)) === 0) continue;
    const end = length + reader.varintUpTo(Math.min(documentCount, reader.left));
    for (let next = 0; length < end; length++) {
      const step = reader.varint();
      const document = next + Math.floor(step / 2);
      if (document >= documentCount) reader.fail(`it names document ${document} of ${documentCount}`);
      fields[length] = field;
      documents[length] = document;
      frequencies[length] = step % 2 === 0 ? 1 : reader.varint() + 2;
      next = document + 1;
    }
  }
  if (length === 0) reader.fail(`it holds nothing of “${term}”`);
  reader.end();
  return { term, first, fields: fields.slice(0, length), documents: documents.slice(0, length), frequencies: frequencies.slice(0, length) };
}
