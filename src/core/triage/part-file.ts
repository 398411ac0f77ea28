// `triage/HASH.bin`: what triage compares of so many consecutive incidents.
import { makeByteReader } from '../search/files/byte-reader.ts';
import { makeByteWriter } from '../search/files/byte-writer.ts';
import { readStrings, writeStrings } from '../search/files/strings.ts';
import { LEVELS, type TriageRecord, type TriageSignature } from './record.ts';

const MARK = 0x47;
/** Goes up with every change of shape: a page left open over a release must not misread newer files. */
export const FORMAT = 1;
const SOURCES = ['field', 'block', 'inline'] as const satisfies readonly TriageSignature['source'][];

export function partPath(hash: string): string {
  return `triage/${hash}.bin`;
}

export function encodePart(records: readonly TriageRecord[]): Uint8Array<ArrayBuffer> {
  const writer = makeByteWriter(1 << 14);
  writer.bytes(Uint8Array.of(MARK, FORMAT));
  writeStrings(
    writer,
    records.map(({ id }) => id),
  );
  const numbers = numbersOf(records);
  writeStrings(writer, [...numbers.keys()]);
  for (const { terms, levels, signatures } of records) {
    writer.varint(terms.length);
    let before = 0;
    for (const [index, term] of terms.entries()) {
      const number = numbers.get(term) as number;
      writer.varint((number - before) * LEVELS + (levels[index] as number) - 1);
      before = number;
    }
    writer.varint(signatures.length);
    for (const { text, source } of signatures) {
      writer.varint(SOURCES.indexOf(source));
      writer.text(text);
    }
  }
  return writer.done();
}

/** All terms, in order. */
function numbersOf(records: readonly TriageRecord[]): Map<string, number> {
  const all = new Set<string>();
  for (const { terms } of records) for (const term of terms) all.add(term);
  return new Map([...all].sort().map((term, number) => [term, number]));
}

/** Throws a SearchFileError where the file is not what was written. */
export function decodePart(path: string, data: Uint8Array): TriageRecord[] {
  const reader = makeByteReader(path, data);
  const [mark, format] = reader.bytes(2);
  if (mark !== MARK) reader.fail('it does not hold what triage compares');
  if (format !== FORMAT) reader.fail(`it is of format ${format}, this program reads ${FORMAT}`);
  const ids = readStrings(reader);
  const all = readStrings(reader);
  const records = ids.map((id): TriageRecord => {
    const [terms, levels]: [string[], number[]] = [[], []];
    const count = reader.varintUpTo(reader.left);
    let number = 0;
    for (let n = 0; n < count; n++) {
      const value = reader.varint();
      number += Math.floor(value / LEVELS);
      terms.push(all[number] ?? reader.fail(`it names term ${number} of ${all.length}`));
      levels.push((value % LEVELS) + 1);
    }
    const signatures: TriageSignature[] = [];
    const signatureCount = reader.varintUpTo(reader.left);
    for (let n = 0; n < signatureCount; n++) {
      const source = SOURCES[reader.varintUpTo(SOURCES.length - 1)] as TriageSignature['source'];
      signatures.push({ source, text: reader.text() });
    }
    return { id, terms, levels, signatures };
  });
  reader.end();
  return records;
}
