// What results are made of: the small file of an incident says as far as it goes what its JSON says, and is read where that is enough.
import { describe, expect, test } from 'vitest';
import { incidentJson } from '../../../src/core/api/incident.ts';
import { coreTexts } from '../../../src/core/search/core-texts.ts';
import { passageSources } from '../../../src/core/search/passage-sources.ts';
import { passages } from '../../../src/core/search/passages.ts';
import { extentsOf, loadResultTexts } from '../../../src/core/search/result-texts.ts';
import { search } from '../../../src/core/search/search.ts';
import { action, archive as archiveOf, at, entry, incident, rich, section } from '../../includes/sample-archive.ts';
import { openBuilt } from './open-built.ts';

const one = incident('one', {
  title: 'Pool empty',
  severity: 'SEV2',
  services: ['checkout'],
  milestones: { started: at('2026-01-15T14:00') },
  summary: rich('The pool was empty.'),
  signatures: ['ERR_POOL_TIMEOUT'],
  sections: [
    section('Summary', { role: 'summary', words: 'The pool was empty.' }),
    section('What we saw', { words: 'Graphs went flat for the pool.\nA flood of retries.' }),
    section('Root cause', { role: 'root_cause', words: 'Every connection of the pool was held.' }),
  ],
  timeline: [entry('The flood begins.', '2026-01-15T14:02')],
  actionItems: [action('AI-4', { words: 'Limit the flood' })],
});
const archive = archiveOf([one, incident('two', { title: 'Another', sections: [section('Impact', { words: 'None at all.' })] })]);
const json = incidentJson(one, archive, { backlinks: [], similar: [] });
const files: Readonly<Record<string, unknown>> = { 'incidents/one.json': json, 'search/texts/one.json': coreTexts(json) };
const asked: string[] = [];
const load = async (path: string) => {
  asked.push(path);
  return new TextEncoder().encode(path in files ? JSON.stringify(files[path]) : '{"title":');
};

describe('the two files of an incident', () => {
  test('say the same facts', async () => {
    const [small, whole] = [await loadResultTexts(load, 'one', false), await loadResultTexts(load, 'one', true)];
    expect(asked).toEqual(['search/texts/one.json', 'incidents/one.json']);
    expect({ ...small, sources: [], isWhole: true }).toEqual({ ...whole, sources: [] });
    expect(small).toMatchObject({ title: 'Pool empty', severity: 'SEV2', started: '2026-01-15', services: ['checkout'], isWhole: false });
  });

  test('give the same passages of summary, cause, resolution and signatures', async () => {
    const { sources } = await loadResultTexts(load, 'one', false);
    expect(sources).toEqual(passageSources(json).filter(({ isCore, section: title }, n) => isCore && (n === 0 || title !== 'Summary')));
    for (const terms of [['connect'], ['err_pool_timeout']]) {
      const query = { terms, phrases: [] };
      expect(passages(sources, query, 5)).toEqual(passages(passageSources(json), query, 5));
    }
  });

  test('that hold something else are named', async () => {
    for (const other of ['null', '{}', '[]', '"Sign in"']) {
      for (const [isWhole, path] of [
        [false, 'search/texts/one.json'],
        [true, 'incidents/one.json'],
      ] as const) {
        const loading = loadResultTexts(async () => new TextEncoder().encode(other), 'one', isWhole);
        await expect(loading).rejects.toMatchObject({ name: 'SearchFileError', path });
      }
    }
  });

  test('that are damaged are named', async () => {
    await expect(loadResultTexts(load, 'a b', false)).rejects.toMatchObject({
      path: 'search/texts/a%20b.json',
      why: 'it is damaged or cut off',
    });
    await expect(loadResultTexts(load, 'two', true)).rejects.toMatchObject({ path: 'incidents/two.json' });
  });
});

describe('the whole is read', () => {
  const extent = async (query: string) => {
    const { index } = openBuilt(archive);
    return (await extentsOf(index, await search(index, query, { limit: 10 }))).get('one');
  };

  test('only where more of the query stands outside the small file', async () => {
    expect(await extent('flood')).toEqual({ isWhole: true, hasMore: false });
    expect(await extent('connection')).toEqual({ isWhole: false, hasMore: false });
    expect(await extent('pool')).toEqual({ isWhole: false, hasMore: true });
    expect(await extent('pool connection flood')).toEqual({ isWhole: false, hasMore: true });
    expect(await extent('graphs flood connection')).toEqual({ isWhole: true, hasMore: false });
  });

  test('where nothing but what it is filed under has any', async () => {
    expect(await extent('checkout')).toEqual({ isWhole: true, hasMore: false });
    expect(await extent('checkout connection')).toEqual({ isWhole: false, hasMore: false });
  });

  test('for a phrase that may stand there', async () => {
    expect(await extent('"the flood begins"')).toEqual({ isWhole: true, hasMore: false });
    expect(await extent('"connection of the pool"')).toEqual({ isWhole: false, hasMore: true });
  });
});
