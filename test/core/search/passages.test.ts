// Where an incident says what was asked, with the words marked.
import { describe, expect, test } from 'vitest';
import { incidentJson } from '../../../src/core/api/incident.ts';
import { type MarkedPart, markedParts } from '../../../src/core/search/marks.ts';
import { passageSources } from '../../../src/core/search/passage-sources.ts';
import { passages } from '../../../src/core/search/passages.ts';
import { action, archive, entry, incident, rich, section } from '../../includes/sample-archive.ts';

/** Marked words between brackets. */
const show = (parts: readonly MarkedPart[]): string => parts.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('');

const LONG = `${'Nothing to see here, move along please. '.repeat(20)}Then the pool of connections was empty. ${'And so it went on. '.repeat(30)}`;

const one = incident('one', {
  title: 'Pool empty',
  summary: rich('The site was down.'),
  signatures: ['ERR_POOL_TIMEOUT at pool.js:12'],
  tags: ['queues'],
  sections: [
    section('Root cause', { role: 'root_cause', words: 'A connection was held.\nEvery connection of the pool was held by one export.' }),
    section('What we saw', { words: LONG }),
  ],
  timeline: [entry('Connections run out.', '2024-01-15T14:02')],
  actionItems: [action('AI-4', { words: 'Pool connections' })],
});
const file = incidentJson(one, archive([one]), { backlinks: [], similar: [] });
const found = (terms: readonly string[], phrases: readonly (readonly string[])[] = [], limit = 10) =>
  passages(passageSources(file), { terms, phrases }, limit).map(({ section: title, anchor, parts }) => [title, anchor, show(parts)]);

describe('marks', () => {
  test('stand on every form of a word, on compounds and names by their parts, and run over spaces', () => {
    const terms = new Set(['connect', 'pool']);
    expect(show(markedParts('Connected: the connection pool, pool-party', terms))).toBe('[Connected]: the [connection pool], [pool-party]');
    expect(show(markedParts('naïve, 障害が', new Set(['naiv', '障害'])))).toBe('[naïve], [障害]が');
    expect(show(markedParts('', terms))).toBe('');
    expect(show(markedParts('nothing', terms))).toBe('nothing');
  });
});

describe('passages', () => {
  test('with most of the query come first, each with its heading and anchor', () => {
    expect(found(['connect', 'pool']).slice(0, 4)).toEqual([
      ['Root cause', 'root-cause', 'Every [connection] of the [pool] was held by one export.'],
      ['What we saw', 'what-we-saw', expect.stringMatching(/^Then the \[pool\] of \[connections\] was empty\. .*…$/)],
      ['Action items', 'action-items', 'AI-4: [Pool connections]'],
      ['Signature', '_facts', '[ERR_POOL_TIMEOUT] at [pool.js:12]'],
    ]);
  });

  test('are never long', () => {
    for (const { parts } of passages(passageSources(file), { terms: ['connect', 'pool', 'noth', 'see'], phrases: [] }, 20)) {
      expect(show(parts).length).toBeLessThan(300);
    }
  });

  test('with the phrase come before those with its words', () => {
    const [, , second] = found(['pool', 'connect'], [['pool', 'connect']]).map(([title]) => title);
    expect(found(['pool', 'connect'], [['pool', 'connect']], 2).map(([title]) => title)).toEqual(['What we saw', 'Action items']);
    expect(second).toBe('Root cause');
  });

  test('of a timeline say when, of facts what it is filed under', () => {
    expect(found(['run'])).toEqual([['Timeline', 'timeline', '14:02: Connections [run] out.']]);
    expect(found(['queue'])).toEqual([['Facts', '_facts', '[queues]']]);
  });

  test('of what stands before the first heading lead there', () => {
    const { heading: _, ...text } = section('', { words: 'All of it began.\nIt began with a flood.' });
    const json = incidentJson(incident('two', { summary: rich('Wet.'), sections: [text, section('Impact')] }), archive([one]), {
      backlinks: [],
      similar: [],
    });
    const [passage] = passages(passageSources(json), { terms: ['flood'], phrases: [] }, 1);
    expect(passage).toMatchObject({ section: 'Text', anchor: '_text' });
  });

  test('without a word of the query show the beginning', () => {
    expect(found(['zebra'])).toEqual([['Summary', undefined, 'The site was down.']]);
    expect(found([], [], 0)).toEqual([]);
  });
});
