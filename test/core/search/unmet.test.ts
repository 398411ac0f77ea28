// Filters that nothing can meet, said as such.
import { expect, test } from 'vitest';
import { parseQuery } from '../../../src/core/search/query.ts';
import { unmetIn } from '../../../src/core/search/unmet.ts';
import { archive, incident } from '../../includes/sample-archive.ts';
import { openBuilt } from './open-built.ts';
import { smallArchive } from './small-archive.ts';

const small = openBuilt(smallArchive);
const bare = openBuilt(archive([incident('one', { title: 'Pool' })]));

test('names the archive does not have are told, with the nearest, whatever else is found', async () => {
  const { unknown, lacking } = await unmetIn(small.index, parseQuery('pool service:chekout tag:zzzzzz tag:cache severity:1 has:timeline'));
  expect(unknown).toEqual([{ filter: 'service:chekout', nearest: 'checkout' }, { filter: 'tag:zzzzzz' }]);
  expect(lacking).toEqual([]);
  expect((await unmetIn(small.index, parseQuery('tag:data'))).unknown).toEqual([{ filter: 'tag:data', nearest: 'database' }]);
});

test('severities the archive does not have are told, by name or by number', async () => {
  const said = async (query: string) => (await unmetIn(small.index, parseQuery(query))).unknown;
  expect(await said('severity:critcal severity:99')).toMatchObject([{ filter: 'severity:critcal' }, { filter: 'severity:99' }]);
  expect(await said('severity:SEV9')).toMatchObject([{ filter: 'severity:SEV9' }]);
  expect(await said('severity:1 severity:SEV2 severity:sev1 severity:<=99 severity:>0')).toEqual([]);
  expect((await unmetIn(bare.index, parseQuery('severity:critcal'))).unknown).toEqual([]);
});

test('what no incident has is told once, and not where it is excluded', async () => {
  const said = async (query: string) => (await unmetIn(bare.index, parseQuery(query))).lacking;
  expect(await said('pool severity:<=2 severity:>=1 has:timeline year:2024')).toEqual([
    'No incident of this archive has a severity.',
    'No incident of this archive has a timeline.',
    'No incident of this archive has a date.',
  ]);
  expect(await said('has:overdue has:open-action has:recurrence')).toHaveLength(3);
  expect(await said('-severity:1 status:draft')).toEqual([]);
});

test('a query without filters fetches nothing for this', async () => {
  const { index, asked } = openBuilt(smallArchive);
  expect(await unmetIn(index, parseQuery('pool'))).toEqual({ unknown: [], lacking: [] });
  expect(asked).toEqual([]);
});
