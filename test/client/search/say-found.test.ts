// What the page says about a search.
import { describe, expect, it } from 'vitest';
import type { Found } from '../../../src/client/search/messages.ts';
import { announcementOf, remarksOn, sayFound } from '../../../src/client/search/say-found.ts';

const FOUND: Found = {
  total: 4,
  entries: [],
  sort: 'best',
  isAsked: true,
  terms: [],
  corrections: [],
  missing: [],
  near: [],
  withFewerConditions: [],
  unknown: [],
  lacking: [],
};

describe('the count', () => {
  it('says in which order, where there is one', () => {
    expect(sayFound(FOUND, 1)).toEqual({ bold: '4', rest: ' incidents match, best first' });
    expect(sayFound({ total: 1, sort: 'newest' }, 1)).toEqual({ bold: '1', rest: ' incident matches' });
  });

  it('of many says which are shown', () => {
    expect(sayFound({ total: 1204, sort: 'newest' }, 121).rest).toBe(' incidents match, 1,201 to 1,204, newest first');
  });
});

describe('remarks', () => {
  const said = (found: Partial<Found>, q: string): string => announcementOf({ ...FOUND, ...found }, { q, page: 1 });

  it('name the spelling that was tried', () => {
    expect(said({ corrections: [{ from: 'deadlok', to: 'deadlock' }] }, 'deadlok')).toMatch('Nothing for deadlok; showing deadlock.');
  });

  it('lead to the query with that word mended, and no other', () => {
    const queryOf = (q: string, from: string, to: string) =>
      remarksOn({ ...FOUND, corrections: [{ from, to }] }, q)[0]?.flatMap((part) =>
        typeof part === 'object' && 'query' in part ? [part.query] : [],
      );
    expect(queryOf('policy pol', 'pol', 'pool')).toEqual(['policy pool']);
    expect(queryOf('service:pol -pol pol-x "pol" tag:y', 'pol', 'pool')).toEqual(['service:pol -pol pol-x "pool" tag:y']);
    expect(queryOf('“Störungg” İİ pool', 'Störungg', 'storung')).toEqual(['“storung” İİ pool']);
    expect(queryOf('障害対応', '障害', '故障')).toEqual(['故障対応']);
  });

  it('name words and filters that lead nowhere', () => {
    expect(said({ total: 0, missing: ['zzz', 'qqq'] }, 'zzz qqq')).toBe('No incident matches. zzz, qqq occur nowhere in the archive.');
    expect(said({ total: 0, unknown: [{ filter: 'service:legder', nearest: 'ledger' }] }, 'service:legder')).toMatch(
      'No incident has service:legder. Did you mean service:ledger?',
    );
    expect(said({ lacking: ['No incident of this archive has a severity.'] }, 'pool severity:1')).toBe(
      '4 incidents match, best first. No incident of this archive has a severity.',
    );
  });
});
