// `search/words/HASH.bin`: a part of the dictionary, for words that match nothing: a range of terms, in how many documents each is, and how it is
// mostly spelt.
import { beginFile, openFile } from './header.ts';
import { readStrings, writeStrings } from './strings.ts';

/** Parallel lists, in the order of the shards. */
export interface Dictionary {
  readonly terms: readonly string[];
  /**
   * Words that become the term, folded, the commonest first: `connection`, `connections`, `connected` for `connect`; often the term itself. At least
   * one.
   */
  readonly spellings: readonly (readonly string[])[];
  /** Documents that have it in any field. */
  readonly documents: Uint32Array;
}

/**
 * Of each term how many spellings it has besides the first, for most none; of each spelling how many characters at the end of the term it does not
 * keep, and what follows those that it keeps.
 */
export function encodeWords({ terms, spellings, documents }: Dictionary): Uint8Array<ArrayBuffer> {
  const writer = beginFile('words');
  writeStrings(writer, terms);
  for (const count of documents) writer.varint(count);
  terms.forEach((term, index) => {
    const own = spellings[index] ?? [];
    writer.varint(own.length - 1);
    for (const spelling of own) {
      const kept = keptLength(term, spelling);
      writer.varint(term.length - kept);
      writer.text(spelling.slice(kept));
    }
  });
  return writer.done();
}

export function decodeWords(path: string, data: Uint8Array): Dictionary {
  const reader = openFile('words', path, data);
  const terms = readStrings(reader);
  const documents = Uint32Array.from(terms, () => reader.varint());
  const spellings = terms.map((term) =>
    Array.from(
      { length: reader.varintUpTo(reader.left) + 1 },
      () => term.slice(0, term.length - reader.varintUpTo(term.length)) + reader.text(),
    ),
  );
  reader.end();
  return { terms, spellings, documents };
}

/** Parts that follow each other as one. */
export function joinWords(parts: readonly Dictionary[]): Dictionary {
  const [first, ...others] = parts;
  if (first && others.length === 0) return first;
  return {
    terms: parts.flatMap(({ terms }) => terms),
    spellings: parts.flatMap(({ spellings }) => spellings),
    documents: Uint32Array.from(parts.flatMap(({ documents }) => [...documents])),
  };
}

/** Never half of a surrogate pair. */
function keptLength(term: string, spelling: string): number {
  let kept = 0;
  while (kept < term.length && kept < spelling.length && term[kept] === spelling[kept]) kept++;
  return kept > 0 && /[\uD800-\uDBFF]/.test(term[kept - 1] ?? '') ? kept - 1 : kept;
}
