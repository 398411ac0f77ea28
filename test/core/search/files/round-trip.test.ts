// Every file of the search reads back as it was written, and none that is cut short or damaged is read as something else.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIELDS } from '../../../../src/core/search/fields.ts';
import { makeByteWriter } from '../../../../src/core/search/files/byte-writer.ts';
import { decodeDirectory, encodeDirectory } from '../../../../src/core/search/files/directory.ts';
import { SearchFileError } from '../../../../src/core/search/files/error.ts';
import { decodeFacts, encodeFacts, type FactColumn, type Facts, NO_DAY, valuesOf } from '../../../../src/core/search/files/facts.ts';
import { decodeIds, encodeIds } from '../../../../src/core/search/files/ids.ts';
import { decodeManifest, encodeManifest, type SearchManifest } from '../../../../src/core/search/files/manifest.ts';
import { decodePositions, encodePositions } from '../../../../src/core/search/files/positions.ts';
import { decodeShard, encodeShard, type Postings } from '../../../../src/core/search/files/terms.ts';
import { decodeWords, encodeWords } from '../../../../src/core/search/files/words.ts';

const DOCUMENTS = 300;
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 9 });
const sortedTerms = fc.uniqueArray(words, { maxLength: 20 }).map((terms) => terms.sort());
const number = fc.oneof({ weight: 5, arbitrary: fc.nat(9) }, fc.nat(0xffff), fc.constant(0xffffffff - 1));

const entries = fc
  .uniqueArray(fc.tuple(fc.nat(FIELDS.length - 1), fc.nat(DOCUMENTS - 1), fc.integer({ min: 1, max: 400 })), {
    minLength: 1,
    maxLength: 40,
    selector: ([field, document]) => `${field} ${document}`,
  })
  .map((list) => list.sort((a, b) => a[0] - b[0] || a[1] - b[1]));

const shard: fc.Arbitrary<Postings[]> = sortedTerms.chain((terms) =>
  fc.tuple(...terms.map((term) => fc.record({ term: fc.constant(term), first: number, entries }))).map((list) =>
    list.map(({ term, first, entries: found }) => ({
      ...{ term, first },
      fields: Uint8Array.from(found, ([field]) => field),
      documents: Uint32Array.from(found, ([, document]) => document),
      frequencies: Uint32Array.from(found, ([, , frequency]) => frequency),
    })),
  ),
);

const values = fc.array(fc.record({ id: words, name: words, aliases: fc.array(words, { maxLength: 2 }) }), { maxLength: 6 });

const column = (documents: number): fc.Arbitrary<FactColumn> =>
  values.chain((names) =>
    fc
      .array(names.length === 0 ? fc.constant<number[]>([]) : fc.subarray(names.map((_, position) => position)), {
        minLength: documents,
        maxLength: documents,
      })
      .map((lists) => {
        const starts = Uint32Array.from([0, ...lists.map((list) => list.length)]);
        for (let n = 0; n < documents; n++) starts[n + 1] = (starts[n] ?? 0) + (starts[n + 1] ?? 0);
        return { names, starts, values: Uint32Array.from(lists.flat()) };
      }),
  );

const facts: fc.Arbitrary<Facts> = fc.nat(12).chain((documents) => {
  const each = <T>(of: fc.Arbitrary<T>) => fc.array(of, { minLength: documents, maxLength: documents });
  return fc.record({
    documents: fc.constant(documents),
    severities: fc.constant([{ id: 'SEV1', name: 'Critical', aliases: [] }]),
    severityRank: each(fc.nat(1)).map((list) => Uint8Array.from(list)),
    day: each(fc.oneof(fc.constant(NO_DAY), fc.integer({ min: -800_000, max: 3_000_000 }))).map((list) => Int32Array.from(list)),
    status: each(fc.nat(2)).map((list) => Uint8Array.from(list)),
    flags: each(fc.nat(15)).map((list) => Uint8Array.from(list)),
    ...{ services: column(documents), teams: column(documents), tags: column(documents) },
    ...{ causes: column(documents), owners: column(documents) },
  });
});

const readShard = (data: Uint8Array): Postings[] => {
  const { terms, postings } = decodeShard('search/terms/x.bin', data, DOCUMENTS);
  return terms.map((_, index) => postings(index));
};

/** Cut anywhere it is an error; with one byte changed it is an error or something, but never a crash. */
function expectFragile(data: Uint8Array, read: (data: Uint8Array) => unknown): void {
  for (let length = 0; length < data.length; length++) expect(() => read(data.subarray(0, length))).toThrow(SearchFileError);
  expect(() => read(Uint8Array.of(...data, 0))).toThrow(SearchFileError);
  for (let at = 0; at < data.length; at++) {
    const damaged = data.slice();
    damaged[at] = (damaged[at] ?? 0) ^ 0x91;
    try {
      read(damaged);
    } catch (error) {
      expect(error).toBeInstanceOf(SearchFileError);
    }
  }
}

const check = <T>(arbitrary: fc.Arbitrary<T>, encode: (value: T) => Uint8Array, decode: (data: Uint8Array) => unknown): void => {
  fc.assert(
    fc.property(arbitrary, (value) => {
      expect(decode(encode(value))).toEqual(value);
    }),
    { numRuns: 50 },
  );
  fc.assert(
    fc.property(arbitrary, (value) => expectFragile(encode(value), decode)),
    { numRuns: 5 },
  );
};

test('postings of a shard', () => check(shard, encodeShard, readShard));

test('facts', () => check(facts, encodeFacts, (data) => decodeFacts('search/facts/x.bin', data)));

test('ids', () => check(fc.array(words), encodeIds, (data) => decodeIds('search/ids/x.bin', data)));

test('the dictionary', () => {
  const dictionary = fc.array(fc.tuple(words, words, number), { maxLength: 30 }).map((list) => ({
    terms: list.map(([term]) => term),
    spellings: list.map(([term, spelling], n) =>
      n % 3 === 0 ? [term] : n % 3 === 1 ? [`${term}${spelling}`, term, spelling] : [spelling],
    ),
    documents: Uint32Array.from(list, ([, , count]) => count),
  }));
  check(dictionary, encodeWords, (data) => decodeWords('search/words/x.bin', data));
});

test('positions of a shard', () => {
  fc.assert(
    fc.property(shard, fc.nat(500), (postings, start) => {
      const lists = postings.map(({ frequencies }) =>
        Array.from(frequencies, (frequency, n) => Uint32Array.from({ length: frequency }, (_, k) => start + k * (n + 1))),
      );
      const parts = lists.map((each) => {
        const writer = makeByteWriter(1);
        for (const positions of each) {
          for (const [n, position] of positions.entries()) writer.varint(position - (positions[n - 1] ?? 0));
        }
        return writer.done();
      });
      const read = decodePositions('search/positions/x.bin', encodePositions(parts));
      expect(postings.map((posting, index) => read.of(index, posting))).toEqual(lists);
    }),
    { numRuns: 20 },
  );
});

test('a directory', () => {
  const hash = fc.string({ unit: fc.constantFrom(...'abcXYZ019-_'), minLength: 8, maxLength: 8 });
  const directory = fc.array(fc.tuple(words, hash, hash)).map((list) => ({
    boundaries: list.map(([boundary]) => boundary),
    terms: list.map(([, terms]) => terms),
    positions: list.map(([, , positions]) => positions),
  }));
  check(directory, encodeDirectory, (data) => decodeDirectory('search/directories/x.bin', data));
});

test('the manifest', () => {
  const manifest: SearchManifest = {
    ...{ format: 3, documents: 3, ids: ['EEEEeee5'], facts: 'GGGGggg7' },
    directories: { boundaries: ['', 'con', 'conf', '障'], hashes: ['AAAAaaa1', 'BBBBbbb2', 'CCCCccc3', 'HHHHhhh8'] },
    words: { boundaries: ['', 'm'], hashes: ['DDDDddd4', 'FFFFfff6'] },
    whole: { directory: 'IIIIiii9', ids: 'JJJJjjj0' },
  };
  const data = encodeManifest(manifest);
  expect(decodeManifest(data)).toEqual(manifest);
  expect(new TextDecoder().decode(data).length).toBe(240);
  const { whole: _, ...small } = manifest;
  expect(decodeManifest(encodeManifest(small))).toEqual(small);
  const change = (from: string, to: string) => () =>
    decodeManifest(new TextEncoder().encode(new TextDecoder().decode(data).replace(from, to)));
  expect(change('"format":3', '"format":4')).toThrow('search/index.json: it is of format 4, this program reads 3');
  expect(change('{', '<html>')).toThrow('search/index.json: it is not JSON');
  expect(change('AAAA', 'AAA')).toThrow('search/index.json: it is damaged');
  expect(change('"boundaries"', '"bounds"')).toThrow(SearchFileError);
  expect(change('"hashes"', '"hushes"')).toThrow(SearchFileError);
  expect(change('GGGG', '../G')).toThrow(SearchFileError);
  expect(change('IIIIiii9', '')).toThrow(SearchFileError);
});

test('an error says which file and why', () => {
  const data = encodeIds(['a']);
  expect(() => decodeIds('search/ids/x.bin', data.subarray(0, 4))).toThrow('search/ids/x.bin: it ends too early');
  expect(() => decodeShard('search/terms/x.bin', data, 1)).toThrow('search/terms/x.bin: it does not hold terms');
});

test('values of a document', () => {
  const column: FactColumn = { names: [], starts: Uint32Array.of(0, 2, 2, 3), values: Uint32Array.of(4, 5, 6) };
  expect([0, 1, 2].map((document) => [...valuesOf(column, document)])).toEqual([[4, 5], [], [6]]);
});
