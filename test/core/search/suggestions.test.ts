// Where to go on when nothing matches, and the exact phrase where several words were asked.
import { describe, expect, test } from 'vitest';
import { search } from '../../../src/core/search/search.ts';
import { exactPhrase, suggestions } from '../../../src/core/search/suggestions.ts';
import { openBuilt } from './open-built.ts';
import { smallArchive } from './small-archive.ts';

const { index } = openBuilt(smallArchive);
const resultOf = (query: string) => search(index, query, { limit: 10 });

describe('a query without results', () => {
  test('is tried without each of its conditions, and without all that narrow it', async () => {
    const { withFewerConditions } = await suggestions(index, await resultOf('pool service:checkout before:2024'));
    expect(withFewerConditions).toEqual([{ query: 'pool', total: 5 }]);
    expect((await suggestions(index, await resultOf('service:checkout before:2024'))).withFewerConditions).not.toContainEqual(
      expect.objectContaining({ query: '' }),
    );
    const other = await suggestions(index, await resultOf('stampede service:checkout'));
    expect(other.withFewerConditions).toEqual([
      { query: 'service:checkout', total: 2 },
      { query: 'stampede', total: 1 },
    ]);
  });

  test('is tried anywhere where it asked for a place', async () => {
    const { withFewerConditions } = await suggestions(index, await resultOf('in:resolution stampede'));
    expect(withFewerConditions).toEqual([{ query: 'stampede', total: 1 }]);
  });

  test('is tried without its quotation marks', async () => {
    const of = async (query: string) => (await suggestions(index, await resultOf(query))).withFewerConditions.map((one) => one.query);
    expect(await of('"restart stampede"')).toEqual(['restart stampede']);
    expect(await of('deadlock "svc_web" "svc_db"')).toEqual(['deadlock svc_web svc_db']);
    expect(await of('-"cache stampede" "stampede cache"')).not.toContain('-"cache stampede" stampede cache');
  });

  test('offers tags and services that sound like it', async () => {
    const { tags, services } = await suggestions(index, await resultOf('databse service:chekout'));
    expect(tags).toEqual([{ value: 'database', name: 'database', count: 1 }]);
    expect(services).toEqual([{ value: 'checkout', name: 'checkout', count: 2 }]);
  });

  test('takes names from words and from filters on names alone', async () => {
    const of = async (query: string) => {
      const { tags, services, teams, causes, owners } = await suggestions(index, await resultOf(query));
      return [tags, services, teams, causes, owners].flat().map(({ value }) => value);
    };
    expect(await of('xylophone owner:an')).toEqual([]);
    expect(await of('xylophone owner:anna')).toEqual(['ana']);
    expect(await of('xylophone -tag:databse')).toEqual([]);
    expect(await of('xylophone status:cache before:1999')).toEqual([]);
    expect(await of('tag:data')).toEqual(['database']);
    expect(await of('the which')).toEqual([]);
  });

  test('leaves conditions out of the query as it was mended', async () => {
    const { withFewerConditions } = await suggestions(index, await resultOf('deadlok year:2019'));
    expect(withFewerConditions).toEqual([{ query: 'deadlock', total: 1 }]);
    const phrase = await suggestions(index, await resultOf('"conection pool" year:2019'));
    expect(phrase.withFewerConditions).toEqual([{ query: '"connection pool"', total: 2 }]);
  });
});

describe('the exact phrase', () => {
  test('is offered where some results have it', async () => {
    expect(await exactPhrase(index, await resultOf('connection pool year:2024'))).toEqual({
      query: '"connection pool" year:2024',
      total: 2,
    });
  });

  test.each(['pool', 'pool stampede', '"connection pool"', 'connection pool -vendor', 'year:2024'])('not for %s', async (query) => {
    expect(await exactPhrase(index, await resultOf(query))).toBeUndefined();
  });
});
