// The index as it is fetched: each file once, nothing that is not wanted, and an error that names the file where one cannot be used.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { facets } from '../../../src/core/search/facets.ts';
import { SearchFileError } from '../../../src/core/search/files/error.ts';
import { IDS_PER_FILE } from '../../../src/core/search/files/ids.ts';
import { decodeManifest } from '../../../src/core/search/files/manifest.ts';
import { SEARCH_INDEX, searchFilePath } from '../../../src/core/search/files/paths.ts';
import { openIndex, type SearchIndex } from '../../../src/core/search/reader.ts';
import { search } from '../../../src/core/search/search.ts';
import { inTime } from '../../processor-time.ts';
import { builtFiles } from './built-index.ts';
import { openBuilt } from './open-built.ts';
import { randomArchive } from './random-archive.ts';

const archive = randomArchive(80, 11);
/** Between them they want a file of every kind. */
const QUERIES = ['database timeout', '"connection pool" tag:database', 'databse', 'ERR_CHECKOUT_4012 -cache'];

async function askAll(index: SearchIndex): Promise<string[][]> {
  const found: string[][] = [];
  for (const query of QUERIES) {
    const result = await search(index, query, { limit: 100 });
    found.push([...result.hits.map(({ id, score }) => `${id} ${score}`), `${result.total}`]);
    await facets(index, result);
  }
  return found;
}

const whole = await askAll(openBuilt(archive).index);

describe('files', () => {
  test('are asked for once, also by queries at the same time', async () => {
    const { index, asked } = openBuilt(archive);
    await Promise.all([askAll(index), askAll(index)]);
    expect([...asked].sort()).toEqual([...new Set(asked)].sort());
  });

  test('are only those that a query wants', async () => {
    const { index, asked } = openBuilt(archive);
    await search(index, 'database', { limit: 10 });
    expect(asked.map((path) => path.split('/')[1])).toEqual(['index.json', 'directories', 'terms', 'ids', 'ids', 'ids']);
  });

  test('that name others are read whole ahead of queries, which then begin with the shards', async () => {
    const { index, asked } = openBuilt(archive);
    await Promise.all([index.gather(), index.gather()]);
    expect(asked.map((path) => path.split('/')[1])).toEqual(['index.json', 'directories', 'ids']);
    expect(await askAll(index)).toEqual(whole);
    expect(asked.filter((path) => /\/(?:directories|ids)\//.test(path))).toHaveLength(2);
  });

  test('that are whole and damaged leave queries to the parts', async () => {
    const files = new Map(builtFiles(archive));
    const { directories, documents, whole: all } = decodeManifest(files.get(SEARCH_INDEX) as Uint8Array);
    // Of one part, the whole is the part.
    expect([directories.hashes.length > 1, documents > IDS_PER_FILE]).toEqual([false, true]);
    const path = searchFilePath('ids', all?.ids ?? '');
    expect(files.has(path)).toBe(true);
    for (const harm of [new Uint8Array(), files.get(path)?.slice(0, -1), undefined]) {
      if (harm) files.set(path, harm);
      else files.delete(path);
      const index = openIndex(async (one) => files.get(one) ?? Promise.reject(new SearchFileError(one, 'it is not there')));
      await index.gather();
      expect(await askAll(index)).toEqual(whole);
    }
  });

  test('that did not come are asked for again', async () => {
    const { index, files } = openBuilt(archive);
    const kept = new Map(files);
    files.clear();
    await expect(search(index, 'database', { limit: 10 })).rejects.toThrow('search/index.json: it is not there');
    for (const [path, bytes] of kept) files.set(path, bytes);
    expect(await askAll(index)).toEqual(whole);
  });
});

describe('the dictionary', () => {
  test('of a beginning is the part that has all terms that begin so, and no more than it needs', async () => {
    const { index, asked } = openBuilt(archive);
    const whole = await openBuilt(archive).index.dictionary('');
    for (const beginning of ['d', 'de', 'dead', '1', 'zz', '障', whole.terms.at(-1) ?? '', whole.terms[0] ?? '']) {
      const part = await index.dictionary(beginning);
      const wanted = (terms: readonly string[]) => terms.filter((term) => term.startsWith(beginning));
      expect(wanted(part.terms)).toEqual(wanted(whole.terms));
      expect(await index.dictionary(beginning)).toBe(part);
    }
    const words = (paths: readonly string[]) => new Set(paths.filter((path) => path.includes('/words/'))).size;
    const only = openBuilt(archive);
    await only.index.dictionary('dead');
    expect(words(only.asked)).toBe(1);
    expect(words(asked)).toBeGreaterThan(1);
  });

  test('is fetched in part for a slip, and whole only for a word that is like none', async () => {
    const { index, asked } = openBuilt(archive);
    const words = () => new Set(asked.filter((path) => path.includes('/words/'))).size;
    expect((await search(index, 'databse', { limit: 10 })).corrections).toEqual([{ from: 'databse', to: 'database' }]);
    const forSlip = words();
    expect((await search(index, 'qqzzvvkkww', { limit: 10 })).missing).toEqual(['qqzzvvkkww']);
    expect(words()).toBeGreaterThan(forSlip);
  });
});

describe('a file that is missing, cut off or of another kind', () => {
  const files = builtFiles(archive);
  const asked = [...files.keys()].filter((path) => isWanted(path));

  test.each(['index.json', 'directories', 'terms', 'positions', 'words', 'ids', 'facts'])('%s is an error that names it', async (kind) => {
    const paths = asked.filter((path) => path.startsWith(`search/${kind}`));
    expect(paths.length).toBeGreaterThan(0);
    const harms: ((bytes: Uint8Array) => Uint8Array)[] = [
      () => new Uint8Array(),
      (bytes) => bytes.slice(0, bytes.length >> 1),
      (bytes) => bytes.slice(0, -1),
      (bytes) => Uint8Array.from([...bytes, 7]),
      (bytes) => bytes.map((byte, n) => (n === 0 ? byte ^ 1 : byte)),
    ];
    const path = paths[0] ?? '';
    for (const harm of harms) {
      // A line end less or a space more is no harm to JSON.
      if (kind === 'index.json' && harms.indexOf(harm) === 2) continue;
      const harmed = new Map(files).set(path, harm(files.get(path) as Uint8Array));
      const error = await askAll(openIndex(async (one) => harmed.get(one) as Uint8Array)).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(SearchFileError);
      expect((error as SearchFileError).path).toBe(path);
    }
  });
});

/** Whether the queries ask for it at all. */
function isWanted(path: string): boolean {
  return wanted.has(path);
}
const wanted = await (async () => {
  const { index, asked } = openBuilt(archive);
  await askAll(index);
  return new Set(asked);
})();

describe('any text', () => {
  const { index } = openBuilt(archive);

  test('is a query that finds or does not find, and never an error', async () => {
    const pieces = fc.constantFrom(
      'database',
      '"',
      '-',
      'service:',
      'severity:<=',
      'in:',
      'a^',
      '~2',
      'http://x',
      ':',
      '障害',
      '(',
      ' ',
      'ERR_',
      '*',
      '\\',
      '4012',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.array(pieces, { maxLength: 12 }).map((list) => list.join('')),
    );
    await fc.assert(
      fc.asyncProperty(texts, fc.boolean(), async (text, asTyped) => {
        const result = await search(index, text, { limit: 5, asTyped });
        expect(result.hits.length).toBeLessThanOrEqual(Math.min(5, result.total));
        await facets(index, result);
      }),
      { numRuns: 300 },
    );
  });

  test('of 10,000 characters takes no time', async () => {
    const strange = Array.from({ length: 1400 }, (_, n) => `zz${n.toString(26)}qx`.slice(0, 6)).join(' ');
    const texts = [
      strange,
      'a'.repeat(10_000),
      'a '.repeat(5000),
      '"'.repeat(10_000),
      '-x'.repeat(5000),
      'pool '.repeat(2000),
      'ab:'.repeat(3333),
    ];
    await inTime(5000, async () => {
      for (const text of texts) await search(index, text, { limit: 5 });
    });
  });
});
