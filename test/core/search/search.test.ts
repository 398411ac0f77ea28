// What a query finds, and what is said about it.
import { describe, expect, test } from 'vitest';
import { type SearchOptions, type SearchResult, search } from '../../../src/core/search/search.ts';
import { archive, incident } from '../../includes/sample-archive.ts';
import { openBuilt } from './open-built.ts';
import { smallArchive } from './small-archive.ts';

const { index } = openBuilt(smallArchive);

const find = (text: string, options: Partial<SearchOptions> = {}): Promise<SearchResult> => search(index, text, { limit: 20, ...options });
const ids = async (text: string, options: Partial<SearchOptions> = {}): Promise<string[]> =>
  (await find(text, options)).hits.map(({ id }) => id);
const found = async (text: string): Promise<string[]> => (await ids(text)).sort();

describe('words', () => {
  test('any of them is enough; whoever has all of them comes first', async () => {
    const all = await ids('connection pool');
    expect(all.slice(0, 3).sort()).toEqual(['deadlock', 'pool', 'replicas']);
    expect([...all].sort()).toEqual(['deadlock', 'pool', 'replicas', 'undated', 'vendor']);
  });

  test('are found in any of their forms', async () => {
    expect(await ids('deadlocks')).toEqual(['deadlock']);
    expect(await found('connected')).toEqual(['deadlock', 'pool', 'replicas']);
  });

  test('scores fall, pages follow one another', async () => {
    const { hits, total } = await find('connection pool restart ERR_4012');
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
    const pages = [await ids('connection pool', { limit: 2 }), await ids('connection pool', { limit: 9, offset: 2 })];
    expect(pages.flat()).toEqual(await ids('connection pool'));
    expect(total).toBe(hits.length);
  });

  test('of a question only those that carry it count', async () => {
    expect(await ids('has anyone ever seen the cache stampede happen before?')).toEqual(await ids('cache stampede'));
    expect(await ids('stampede start')).toEqual(['stampede']);
    expect((await find('stampede start')).missing).toEqual(['start']);
    expect((await find('why did something like this happen')).missing).not.toContain('why');
  });

  test('split-brain, split brain and splitbrain are one', async () => {
    for (const text of ['split-brain', 'split brain', 'splitbrain']) expect(await ids(text)).toEqual(['split']);
  });
});

describe('names', () => {
  test('stand above their parts', async () => {
    expect(await ids('ERR_4012')).toEqual(['code', 'code-2']);
    expect(await ids('checkout another ERR_4012')).toEqual(['code', 'code-2']);
  });

  test('that are nowhere whole are looked for in parts, and it is said', async () => {
    const result = await find('ERR_4013');
    expect(result.hits.map(({ id }) => id)).toContain('code-2');
    expect(result.corrections).toEqual([{ from: 'ERR_4013', to: 'err 4013' }]);
    expect(result.missing).toEqual([]);
  });

  test('of which only a common part is somewhere find nothing, and it is said', async () => {
    for (const text of ['ERR_81299', 'ERR_QQZZ_XXYY', 'ERR_81299 service:checkout']) {
      expect(await find(text)).toMatchObject({ total: 0, corrections: [], missing: [text.split(' ')[0]] });
    }
  });

  test('of numbers alone are not looked for in parts: an hour and an address are in anything', async () => {
    const numbers = openBuilt(archive([incident('ten', { title: 'Ten hours, 10 01 00 07 2012, without 22 shards' })])).index;
    for (const text of ['10.2.3.4', '2012-07-01', '00:10:01', '22s']) {
      expect(await search(numbers, text, { limit: 5 })).toMatchObject({ total: 0, corrections: [], missing: [text] });
    }
    expect(await search(numbers, '10', { limit: 5 })).toMatchObject({ total: 1 });
  });

  test('of numbers alone with a port or a mask are found without it, and not by their numbers', async () => {
    const titles = ['Gateway 10.2.3.4 silent', 'Ten of 10, 8080 of 24, at 03:14'];
    const numbers = openBuilt(archive(titles.map((title, n) => incident(`i${n}`, { title })))).index;
    const of = async (text: string) => (await search(numbers, text, { limit: 5 })).hits.map(({ id }) => id);
    expect(await of('10.2.3.4:8080')).toEqual(['i0']);
    for (const text of ['10.9.9.9:8080', '10.0.0.0/24', '2024-05-03T03:14', '1.24.10-8080']) {
      expect(await search(numbers, text, { limit: 5 })).toMatchObject({ total: 0, corrections: [], missing: [text] });
    }
  });

  test('of pods are found without what was made up for one start, and it is said', async () => {
    const titles = ['Pod checkout-7d9f8b6c5-x2k9q restarts', 'Restarts of the catalogue', 'ERR_4X29B'];
    const pods = openBuilt(archive(titles.map((title, n) => incident(`i${n}`, { title })))).index;
    const result = await search(pods, 'checkout-4b6c8d9f7-zq5wv', { limit: 5 });
    expect(result.hits.map(({ id }) => id)).toEqual(['i0']);
    expect(result.corrections).toEqual([{ from: 'checkout-4b6c8d9f7-zq5wv', to: 'checkout' }]);
    for (const text of ['nowhere-4b6c8d9f7-zq5wv', 'checkout-81299-zq5wv', 'ERR_4X29C']) {
      expect(await search(pods, text, { limit: 5 })).toMatchObject({ total: 0 });
    }
  });

  test('are more than numbers: how many there were does not stand above what it was', async () => {
    const given = ['Ledger timeouts', '22 days of something else'].map((title, n) => incident(`i${n}`, { title }));
    const { hits } = await search(openBuilt(archive(given)).index, 'timeout of the ledger for 22s, 22', { limit: 5 });
    expect(hits.map(({ id }) => id)).toEqual(['i0', 'i1']);
  });

  test('in a field that has none of their parts find nothing', async () => {
    for (const text of ['ERR_4013 in:tags', 'ERR_4012 in:title', 'checkout.none.4012 in:title']) {
      const { hits, matched } = await find(text);
      expect(hits).toEqual([]);
      expect(matched.documents).toHaveLength(0);
    }
    const scores = (await find('ERR_4013 checkout in:title')).hits.map(({ score }) => score);
    expect(scores.length).toBeGreaterThan(0);
    expect(scores.every((score) => Number.isFinite(score) && score > 0)).toBe(true);
  });
});

describe('phrases', () => {
  test('hold, anywhere in the query', async () => {
    // The one as text, the other as its tag connection-pool.
    expect(await found('"connection pool"')).toEqual(['pool', 'replicas']);
    expect(await ids('exhausted "pool of connections"')).toEqual(['replicas']);
    expect(await ids('"pool connection"')).toEqual(['deadlock']);
    expect(await ids('"split brain"')).toEqual(['split']);
  });

  test('never run from one text into the next', async () => {
    expect(await ids('"export one"')).toEqual([]);
  });

  test('are mended word by word, and it is said', async () => {
    const result = await find('"conection pool" exhuasted');
    expect(result.hits.map(({ id }) => id)).toEqual(await ids('"connection pool" exhausted'));
    expect(result.corrections).toEqual([
      { from: 'exhuasted', to: 'exhausted' },
      { from: 'conection', to: 'connection' },
    ]);
    expect(result.missing).toEqual([]);
    expect(result.phrases).toEqual((await find('"connection pool"')).phrases);
  });

  test('are said as they were typed', async () => {
    expect((await find('"Conéction pool"')).corrections).toEqual([{ from: 'Conéction', to: 'connection' }]);
    expect((await find('"connection Spóon"')).missing).toEqual(['Spóon']);
  });

  test('with a word that is nowhere find nothing, and it is said', async () => {
    expect(await find('"connection spoon"')).toMatchObject({ total: 0, missing: ['spoon'] });
  });
});

describe('exclusions', () => {
  test('of words, of phrases, of names as a whole', async () => {
    expect(await found('pool -vendor')).toEqual(['deadlock', 'pool', 'replicas', 'undated']);
    expect(await found('pool -"connection pool" -vendor')).toEqual(['deadlock', 'undated']);
    expect(await ids('checkout -ERR_4012')).toEqual(['code-2']);
    expect(await found('-pool service:checkout')).toEqual(['code', 'code-2']);
  });
});

describe('filters', () => {
  test.each([
    ['service:ledger', ['replicas']],
    ['service:"web app"', ['deadlock', 'pool']],
    ['service:ledger service:cache', ['replicas', 'stampede']],
    ['service:Ledger', ['replicas']],
    ['tag:connection-pool -service:ledger', ['pool']],
    ['severity:<=2', ['deadlock', 'pool', 'replicas', 'split']],
    ['severity:SEV3', ['stampede']],
    ['severity:>1 severity:<3', ['pool', 'replicas']],
    ['status:draft', ['undated']],
    ['owner:ana', ['pool']],
    ['year:2024', ['deadlock', 'pool', 'replicas']],
    ['year:>=2024 before:2025', ['deadlock', 'pool', 'replicas']],
    ['after:2024-06-18 before:2025', ['pool', 'replicas']],
    ['after:2024-07 before:2024-09-12', []],
    ['has:open-action', ['pool']],
    ['has:overdue', ['pool']],
    ['has:timeline', ['replicas']],
    ['has:recurrence', ['stampede']],
    ['has:open-action has:timeline', []],
    ['service:nowhere', []],
  ])('%s', async (text, expected) => {
    expect(await found(text)).toEqual(expected);
  });

  test('narrow what the words find', async () => {
    expect(await ids('pool service:ledger')).toEqual(['replicas']);
    expect((await find('pool service:ledger')).matched.documents).toHaveLength(5);
  });

  test('alone they list the newest first, the undated last', async () => {
    expect(await ids('severity:<=4')).toEqual(['replicas', 'pool', 'deadlock', 'stampede', 'split']);
    expect((await ids('-vendor')).at(-1)).toBe('undated');
  });
});

describe('settings', () => {
  test('in: looks only there', async () => {
    expect(await found('pool in:title')).toEqual(['pool', 'undated', 'vendor']);
    expect(await found('pool in:root-cause')).toEqual(['pool', 'replicas']);
    expect(await found('"connection pool" in:root-cause')).toEqual([]);
  });

  test('sort: by date, the undated last from either end', async () => {
    expect(await ids('pool sort:date')).toEqual(['vendor', 'replicas', 'pool', 'deadlock', 'undated']);
    expect(await ids('pool sort:oldest')).toEqual(['deadlock', 'pool', 'replicas', 'vendor', 'undated']);
  });
});

describe('words that are nowhere', () => {
  test('are looked for as they are mostly spelt, and it is said', async () => {
    const result = await find('deadlok database');
    expect(result.hits[0]?.id).toBe('deadlock');
    expect(result.corrections).toEqual([{ from: 'deadlok', to: 'deadlock' }]);
  });

  test('or as the beginning of others', async () => {
    const result = await find('stamp');
    expect(result.hits.map(({ id }) => id)).toEqual(['stampede']);
    expect(result.corrections).toEqual([{ from: 'stamp', to: 'stampede' }]);
  });

  test('or as either, where one slip makes another word of it', async () => {
    const cold = openBuilt(archive([incident('cold', { title: 'Cold cache' }), incident('other', { title: 'Cloddish cache' })]));
    const result = await search(cold.index, 'clod cache', { limit: 5 });
    expect(result.hits.map(({ id }) => id)).toEqual(['cold', 'other']);
    expect(result.corrections).toEqual([{ from: 'clod', to: 'cold cloddish' }]);
  });

  test('but not so short ones', async () => {
    expect(await find('sta')).toMatchObject({ total: 0, corrections: [], missing: ['sta'] });
  });

  test('or as two that were run together', async () => {
    const result = await find('webapplication');
    expect(result.hits[0]?.id).toBe('deadlock');
    expect(result.corrections).toEqual([{ from: 'webapplication', to: 'web application' }]);
  });

  test('a short form stands for what it is short for, and says so where nothing has its letters', async () => {
    const result = await find('db');
    expect(result).toMatchObject({ corrections: [{ from: 'db', to: 'database' }], missing: [] });
    expect(result.hits[0]?.id).toBe('deadlock');
    expect(await find('lb')).toMatchObject({ total: 0, corrections: [], missing: ['lb'] });
  });

  test('and when nothing comes near, nothing is found', async () => {
    expect(await find('xylophone')).toMatchObject({ total: 0, hits: [], corrections: [], missing: ['xylophone'] });
    expect(await find('pool xylophone')).toMatchObject({ total: 5, missing: ['xylophone'] });
  });
});

describe('while typing', () => {
  test.each(['s', 'sta', 'stampe', 'the stampe'])('%s may become stampede', async (text) => {
    const result = await find(text, { asTyped: true });
    expect(result.hits.map(({ id }) => id)).toContain('stampede');
    expect(result.corrections).toEqual([]);
  });

  test('a word that is there gives what it gives when it is sent', async () => {
    for (const text of ['cache', 'connection pool', 'another', 'pool one', 'split']) {
      expect(await ids(text, { asTyped: true })).toEqual(await ids(text));
    }
  });

  test.each(['a', 'i', 'an', 'the a'])('%s alone may become a word, though it is none yet', async (text) => {
    expect((await find(text, { asTyped: true })).total).toBeGreaterThan(0);
    expect(await find(`${text} `, { asTyped: true })).toMatchObject({ total: 0, missing: [] });
    expect(await find(text)).toMatchObject({ total: 0, missing: [] });
  });

  test('a stop word after others changes nothing', async () => {
    expect(await ids('pool a', { asTyped: true })).toEqual(await ids('pool'));
  });

  test('a misspelt one is not given up', async () => {
    expect((await ids('deadlok', { asTyped: true }))[0]).toBe('deadlock');
  });
});

describe('a query that asks for nothing', () => {
  test.each(['', '   ', '""', '-', 'the', '"of the"', '!!!'])('%j finds nothing', async (text) => {
    expect(await find(text)).toMatchObject({ total: 0, hits: [] });
  });
});
