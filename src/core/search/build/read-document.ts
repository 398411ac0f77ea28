// One document as the numbers of its terms, in few bytes: what is kept of it until all are read, and over rebuilds.
import { FIELDS, type FieldTexts } from '../fields.ts';
import { makeByteWriter } from '../files/byte-writer.ts';
import { NumberList } from './number-list.ts';
import { makeFieldWriter } from './read-field.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Varints: how many words, and their numbers; then for each field how many terms, in the order in which they are met, and of each its number,
 * how often it stands there, and its places, each as the distance from the one before.
 */
export type DocumentTerms = Uint8Array;

export function makeDocumentReader(vocabulary: Vocabulary): (texts: FieldTexts) => DocumentTerms {
  const [writer, body] = [makeByteWriter(1 << 14), makeByteWriter(1 << 14)];
  const spellings = makeDistinct();
  const writeField = makeFieldWriter(vocabulary, spellings.add);
  return (texts) => {
    writer.reset();
    body.reset();
    for (const name of FIELDS) writeField(texts[name], body);
    const { numbers, length } = spellings.take();
    writer.varint(length);
    for (let n = 0; n < length; n++) writer.varint(numbers[n] as number);
    writer.bytes(body.done());
    return writer.done();
  };
}

/** Numbers, each once. */
function makeDistinct() {
  const list = new NumberList();
  const isIn = new NumberList();
  return {
    add: (number: number): void => {
      if (isIn.at(number) === 1) return;
      isIn.set(number, 1);
      list.push(number);
    },
    /** Valid until the next `add`. */
    take: (): { readonly numbers: Int32Array; readonly length: number } => {
      const { numbers, length } = list;
      for (let n = 0; n < length; n++) isIn.set(numbers[n] as number, 0);
      list.clear();
      return { numbers, length };
    },
  };
}
