// Words that some write as one and others as two.
import { describe, expect, test } from 'vitest';
import { search } from '../../../src/core/search/search.ts';
import { archive, incident, section } from '../../includes/sample-archive.ts';
import { openBuilt } from './open-built.ts';

const one = (id: string, words: string) => incident(id, { title: id.toUpperCase(), sections: [section('Impact', { words })] });
const { index } = openBuilt(
  archive([
    one('solid', 'A splitbrain in the datacenter; a timeout; one failover.'),
    one('apart', 'A split brain in the data center. Timing is all that ran out.'),
    one('hyphen', 'A split-brain.'),
    one('neither', 'The brain of the team.'),
  ]),
);
const ids = async (query: string) => (await search(index, query, { limit: 10 })).hits.map(({ id }) => id).sort();

describe('two words find', () => {
  test('the one that is written of them', async () => {
    expect(await ids('split brain')).toEqual(['apart', 'hyphen', 'neither', 'solid']);
    expect((await search(index, 'split brain', { limit: 10 })).hits.at(-1)?.id).toBe('neither');
    expect(await ids('data center')).toEqual(['apart', 'solid']);
  });

  test('what a verb and its particle make', async () => {
    expect(await ids('failing over')).toEqual(['solid']);
    expect(await ids('timing out')).toEqual(['apart', 'solid']);
  });

  test('nothing more where they are not beside each other, or too short', async () => {
    expect(await ids('data -vendor center')).toEqual(['apart', 'solid']);
    expect(await ids('center data')).toEqual(['apart']);
    expect(await ids('time "of day" out')).toEqual([]);
  });
});

describe('one word that is nowhere', () => {
  test('finds the two it is made of', async () => {
    expect(await ids('braindata')).toEqual(['apart', 'hyphen', 'neither']);
  });
});
