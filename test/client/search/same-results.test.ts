// A query in the box, in the URL and in a terminal: whatever was typed, the same results in the same order.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readState, withValues, writeState } from '../../../src/client/search/state.ts';
import { search } from '../../../src/core/search/search.ts';
import { openBuilt } from '../../core/search/open-built.ts';
import { smallArchive } from '../../core/search/small-archive.ts';

const { index } = openBuilt(smallArchive);

const PIECE = fc.oneof(
  fc.constantFrom('pool', 'connection', 'deadlok', 'ERR_4012', '"message brokers"', '-vendor', '-"cache stampede"', 'service:"web app"'),
  fc.constantFrom(
    'severity:<=2',
    'in:root-cause',
    'sort:date',
    'has:open-action',
    'before:2024-07',
    '-tag:cache',
    'status:draft',
    'owner:ana',
  ),
  fc.constantFrom(
    'http://x',
    'S3: timeout',
    'a^',
    '~2',
    'foo:bar',
    '"',
    '-',
    '😀',
    '\u202eloop',
    '\0',
    'po\ud800ol',
    '\udc00',
    '+%20&q=x#y',
    '\t',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const QUERY = fc.array(PIECE, { maxLength: 6 }).map((pieces) => pieces.join(' '));

const idsOf = async (query: string): Promise<string[]> => (await search(index, query, { limit: 20 })).hits.map(({ id }) => id);

test('the URL finds what the terminal finds', async () => {
  await fc.assert(
    fc.asyncProperty(QUERY, async (query) => {
      expect(await idsOf(readState(writeState({ q: query, page: 1 })).q)).toEqual(await idsOf(query));
    }),
  );
});

test('a box of the rail finds what its filter finds when it is typed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('pool', 'connection', '"message brokers"', '-vendor', 'tag:cache'), { maxLength: 4 }),
      async (words) => {
        const query = words.join(' ');
        expect(await idsOf(withValues(query, 'service', ['web app']))).toEqual(await idsOf(`service:"web app" ${query}`));
      },
    ),
  );
});
