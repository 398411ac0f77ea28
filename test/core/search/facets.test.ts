// What results can be narrowed by: every count is what the query finds with that filter added.
import { describe, expect, test } from 'vitest';
import { type FacetGroup, facets } from '../../../src/core/search/facets.ts';
import { search } from '../../../src/core/search/search.ts';
import { openBuilt } from './open-built.ts';
import { randomArchive } from './random-archive.ts';
import { smallArchive } from './small-archive.ts';

const { index } = openBuilt(smallArchive);

async function groupsOf(query: string, opened = index): Promise<readonly FacetGroup[]> {
  return facets(opened, await search(opened, query, { limit: 0 }));
}

const group = (groups: readonly FacetGroup[], field: FacetGroup['field']) => groups.find((one) => one.field === field)?.options;

describe('facets', () => {
  test('severities by rank with the empty ones, years newest first, the rest commonest first', async () => {
    const groups = await groupsOf('pool');
    expect(group(groups, 'severity')?.map(({ value, count }) => [value, count])).toEqual([
      ['SEV1', 1],
      ['SEV2', 2],
      ['SEV3', 0],
    ]);
    expect(group(groups, 'year')?.map(({ value, count }) => [value, count])).toEqual([
      ['2025', 1],
      ['2024', 3],
    ]);
    expect(group(groups, 'service')?.[0]).toEqual({ value: 'web app', name: 'web app', count: 2, isChosen: false });
    expect(group(groups, 'in')?.[0]).toMatchObject({ value: 'title', name: 'Title', count: 3 });
  });

  test('a group leaves its own filter aside and says what it lets pass', async () => {
    const groups = await groupsOf('pool severity:<=1 service:"web app"');
    expect(group(groups, 'severity')?.map(({ value, count, isChosen }) => [value, count, isChosen])).toEqual([
      ['SEV1', 1, true],
      ['SEV2', 1, false],
      ['SEV3', 0, false],
    ]);
    expect(group(groups, 'service')?.filter(({ isChosen }) => isChosen)).toEqual([
      { value: 'web app', name: 'web app', count: 1, isChosen: true },
    ]);
  });

  test('fields are counted as if the query looked everywhere', async () => {
    const options = group(await groupsOf('pool in:title'), 'in');
    expect(options?.find(({ value }) => value === 'title')).toMatchObject({ count: 3, isChosen: true });
    expect(options?.find(({ value }) => value === 'root-cause')).toMatchObject({ count: 2, isChosen: false });
  });

  test.each([
    'database',
    'database cache severity:<=2',
    '"connection pool"',
    'service:checkout service:mail year:2025',
    'timeout -cache tag:database',
  ])('of %s combine: each count is what the filter would find', async (query) => {
    const random = openBuilt(randomArchive(60, 4)).index;
    const fields = ['service', 'tag', 'cause', 'team', 'year', 'severity'] as const;
    for (const { field, options } of await groupsOf(query, random)) {
      if (!fields.some((one) => one === field)) continue;
      const others = query.replaceAll(new RegExp(`${field}:\\S+`, 'g'), '');
      for (const { value, count } of options.slice(0, 6)) {
        const { total } = await search(random, `${others} ${field}:"${value}"`, { limit: 0 });
        expect([field, value, total]).toEqual([field, value, count]);
      }
    }
  });
});
