// What the files of an index hold, against the plainest way to work it out; and that a rebuild from memory is a build from nothing.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Archive } from '../../../src/core/model/archive.ts';
import { inSearchOrder, newSearchMemory } from '../../../src/core/search/build.ts';
import { FIELDS, fieldTexts } from '../../../src/core/search/fields.ts';
import { decodeDirectory } from '../../../src/core/search/files/directory.ts';
import { decodeIds, IDS_PER_FILE, IDS_PER_HASH, idFileName } from '../../../src/core/search/files/ids.ts';
import { decodeManifest } from '../../../src/core/search/files/manifest.ts';
import { SEARCH_INDEX, type SearchKind, searchFilePath } from '../../../src/core/search/files/paths.ts';
import { decodePositions, TEXT_GAP } from '../../../src/core/search/files/positions.ts';
import { decodeWords, joinWords } from '../../../src/core/search/files/words.ts';
import { placedTerms } from '../../../src/core/search/terms.ts';
import { words } from '../../../src/core/search/words.ts';
import { archive as archiveOf, at, incident, section } from '../../includes/sample-archive.ts';
import { builtFiles, nameOf, readBuilt, wholeDirectory } from './built-index.ts';
import { randomArchive, randomNumbers } from './random-archive.ts';

const archive = randomArchive(120, 7);
const files = builtFiles(archive);
const manifest = decodeManifest(files.get(SEARCH_INDEX) as Uint8Array);
const directory = wholeDirectory(manifest, files);
const { shards, postings } = readBuilt(files);

function file<T>(kind: SearchKind, hash: string, decode: (path: string, data: Uint8Array) => T): T {
  const path = searchFilePath(kind, hash);
  return decode(path, files.get(path) as Uint8Array);
}

/** Of all ids files but the whole one, in order. */
function idNames(): string[] {
  const firsts = Array.from({ length: Math.ceil(manifest.documents / IDS_PER_FILE) }, (_, n) => n * IDS_PER_FILE);
  return firsts.map((document) => idFileName(manifest.ids[Math.floor(document / IDS_PER_HASH)] ?? '', document));
}

const bytesOf = (built: ReadonlyMap<string, Uint8Array>): string[] => [...built].map(([path, data]) => `${path} ${nameOf(data)}`);

/** `field document` → term → places, token by token. */
function plainPlaces({ incidents, config }: Archive): Map<string, Map<string, number[]>> {
  const all = new Map<string, Map<string, number[]>>();
  for (const [document, one] of inSearchOrder(incidents).entries()) {
    const texts = fieldTexts(one, config);
    for (const [field, name] of FIELDS.entries()) {
      const places = new Map<string, number[]>();
      let start = 0;
      for (const text of texts[name]) {
        for (const word of words(text)) {
          for (const { term, place } of placedTerms(word)) places.set(term, [...(places.get(term) ?? []), start + place]);
          start += word.span;
        }
        start += TEXT_GAP;
      }
      all.set(`${field} ${document}`, places);
    }
  }
  return all;
}

describe('the files of an index', () => {
  test('are those the manifest names, and no others', () => {
    const named = [
      SEARCH_INDEX,
      ...manifest.directories.hashes.map((hash) => searchFilePath('directories', hash)),
      ...directory.terms.map((hash) => searchFilePath('terms', hash)),
      ...directory.positions.map((hash) => searchFilePath('positions', hash)),
      ...manifest.words.hashes.map((hash) => searchFilePath('words', hash)),
      ...idNames().map((name) => searchFilePath('ids', name)),
      searchFilePath('facts', manifest.facts),
      ...(manifest.whole ? [searchFilePath('directories', manifest.whole.directory), searchFilePath('ids', manifest.whole.ids)] : []),
    ];
    expect([...files.keys()].sort()).toEqual([...new Set(named)].sort());
    expect(shards.length).toBeGreaterThan(10);
  });

  test('tell by boundaries which shard has a term', () => {
    const { boundaries } = directory;
    shards.forEach(({ terms }, shard) => {
      for (const term of terms) expect(boundaries.findLastIndex((boundary) => boundary <= term)).toBe(shard);
    });
    expect(shards.every(({ terms }) => terms.length > 0)).toBe(true);
    const first = manifest.directories.hashes.map((hash) => file('directories', hash, decodeDirectory).boundaries[0]);
    expect(first).toEqual(manifest.directories.boundaries);
    expect(first.length).toBeGreaterThan(1);
  });

  test('hold the frequency and the places of every term', () => {
    const expected = plainPlaces(archive);
    let entries = 0;
    shards.forEach((shard, number) => {
      const positions = file('positions', directory.positions[number] ?? '', decodePositions);
      shard.terms.forEach((term, index) => {
        const posting = shard.postings(index);
        positions.of(index, posting).forEach((places = new Uint32Array(), n) => {
          const plain = expected.get(`${posting.fields[n]} ${posting.documents[n]}`)?.get(term);
          expect([...places]).toEqual(plain?.sort((a, b) => a - b));
          expect(posting.frequencies[n]).toBe(places.length);
          entries++;
        });
      });
    });
    expect(entries).toBe([...expected.values()].reduce((sum, { size }) => sum + size, 0));
  });

  test('have a dictionary of all terms with the documents and the commonest spelling of each', () => {
    const { terms, spellings, documents } = joinWords(manifest.words.hashes.map((hash) => file('words', hash, decodeWords)));
    expect(terms).toEqual([...postings.keys()]);
    expect([...documents]).toEqual([...postings.values()].map((posting) => new Set(posting.documents).size));
    const spelling = (term: string) => spellings[terms.indexOf(term)]?.[0];
    expect(new Set(spellings[terms.indexOf('connect')])).toEqual(new Set(['connections', 'connection']));
    expect(['databas', 'splitbrain', 'err_checkout_4012', '障害'].map(spelling)).toEqual([
      'database',
      'split-brain',
      'err_checkout_4012',
      '障害',
    ]);
  });

  test('hold the ids, oldest first, the undated before all others', () => {
    const ids = idNames().flatMap((name) => file('ids', name, decodeIds));
    expect(idNames().length).toBeGreaterThan(1);
    expect(ids).toEqual(inSearchOrder(archive.incidents).map(({ id }) => id));
    const days = inSearchOrder(archive.incidents).map(({ milestones }) => milestones.started?.iso ?? '');
    expect(days).toEqual([...days].sort());
    expect(file('ids', manifest.whole?.ids ?? '', decodeIds)).toEqual(ids);
  });

  test('have all directories in one as well', () => {
    expect(file('directories', manifest.whole?.directory ?? '', decodeDirectory)).toEqual(directory);
  });
});

test('a text cut at spaces has the words of the whole', () => {
  const unit = fc.constantFrom(
    ...'aB9_-./:,\'"@#+(= \t\n\u00a0\u00ad\u200b\u3000\ufeffé障害がสว장',
    '://',
    '--',
    '::',
    'v1.2',
    'http',
    '\ud83d\ude00',
  );
  const shape = (text: string) => words(text).map(({ text: word, span, parts }) => [word, span, ...parts]);
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
      expect(text.split(/[\t-\r ]+/).flatMap(shape)).toEqual(shape(text));
    }),
    { numRuns: 1000 },
  );
});

describe('a rebuild', () => {
  const changed = archive.incidents[40];
  const edited = archiveOf([
    ...archive.incidents.filter((one, n) => one !== changed && n !== 60),
    incident('incident-new', {
      milestones: { started: at('2026-01-01T10:00') },
      sections: [section('Impact', { words: 'Quite unheard of.' })],
    }),
    { ...(changed ?? incident('none')), title: 'A title that is new' },
  ]);

  test('with what an earlier one read is one from nothing', () => {
    const memory = newSearchMemory();
    builtFiles(archive, memory);
    expect(bytesOf(builtFiles(edited, memory))).toEqual(bytesOf(builtFiles(edited)));
    expect(bytesOf(builtFiles(archive, memory))).toEqual(bytesOf(files));
  });

  test('after many small edits is still one from nothing', () => {
    const memory = newSearchMemory();
    const random = randomNumbers(5);
    const others = randomArchive(60, 8).incidents;
    let incidents = archive.incidents.slice(0, 50);
    builtFiles(archiveOf(incidents), memory);
    for (let round = 0; round < 6; round++) {
      const [position, other] = [Math.floor(random() * incidents.length), others[round] ?? incident('none')];
      const { id, milestones } = incidents[position] ?? other;
      // Every other round also has a new incident, later than all others.
      const latest = { ...(others[59 - round] ?? other), id: `later-${round}`, milestones: { started: at(`2026-02-0${round + 1}`) } };
      incidents = [...incidents.with(position, { ...other, id, milestones }), ...(round % 2 === 0 ? [latest] : [])];
      expect(bytesOf(builtFiles(archiveOf(incidents), memory))).toEqual(bytesOf(builtFiles(archiveOf(incidents))));
    }
  });

  test('has the spellings of the words that are there, whatever was read before', () => {
    // CI/CD alone is cicd; in a name with a number it is a part that is kept to the letter.
    const [alone, named] = ['CI/CD', 'CI/CD:4012'].map((words) =>
      archiveOf([incident('one', { sections: [section('Cause', { words })] })]),
    );
    const memory = newSearchMemory();
    builtFiles(named as Archive, memory);
    expect(bytesOf(builtFiles(alone as Archive, memory))).toEqual(bytesOf(builtFiles(alone as Archive)));
  });

  test('after one word more in one incident leaves nearly all files as they were', () => {
    const more = archive.incidents.map((one) => (one === changed ? { ...one, tags: [...one.tags, 'zoo'] } : one));
    const after = builtFiles(archiveOf(more));
    const fresh = [...after.keys()].filter((path) => !files.has(path));
    // The shard and its positions, their directory, the part of the dictionary, and the facts.
    expect(fresh.length).toBe(6);
  });
});

test('an archive of nothing has an index of nothing', () => {
  const built = builtFiles(archiveOf([]));
  expect(readBuilt(built)).toMatchObject({ documents: 0, shards: [{ terms: [] }] });
  expect(decodeManifest(built.get(SEARCH_INDEX) as Uint8Array)).toMatchObject({ directories: { boundaries: [''] }, ids: [] });
});

test('second tellings are not in it', () => {
  const built = readBuilt(builtFiles(archiveOf([incident('one'), incident('two', { duplicateOf: 'one', title: 'Doppelganger' })])));
  expect(built.documents).toBe(1);
  expect(built.postings.has('doppelgang')).toBe(false);
});
