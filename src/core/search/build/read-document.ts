// One document as the numbers of its terms, in few bytes: what is kept of it until all are read, and over rebuilds.
import { FIELDS, type FieldTexts } from '../fields.ts';
import { NumberList } from './number-list.ts';
import { makeFieldReader } from './read-field.ts';
import { packVarints } from './varints.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Varints: how many words, and their numbers; then for each field how many terms, in the order in which they are met, and of each its number,
 * how often it stands there, and its places, each as the distance from the one before.
 */
export type DocumentTerms = Uint8Array;

export function makeDocumentReader(vocabulary: Vocabulary): (texts: FieldTexts) => DocumentTerms {
  const numbers = new NumberList(1 << 14);
  const spellings = makeDistinct();
  const readField = makeFieldReader(vocabulary, spellings.add);
  return (texts) => {
    numbers.clear();
    for (const name of FIELDS) readField(texts[name], numbers);
    return packVarints(spellings.take(), numbers);
  };
}

/** Numbers, each once. */
function makeDistinct() {
  const [list, taken] = [new NumberList(), new NumberList()];
  const isIn = new NumberList();
  return {
    add: (number: number): void => {
      if (isIn.at(number) === 1) return;
      isIn.set(number, 1);
      list.push(number);
    },
    /** How many they are, and all of them; valid until the next call. */
    take: (): NumberList => {
      taken.clear();
      taken.push(list.length);
      taken.pushAll(list);
      for (let n = 0; n < list.length; n++) isIn.set(list.at(n), 0);
      list.clear();
      return taken;
    },
  };
}
