// The search page's URL, and what boxes write into a query.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readState, valuesOf, withValues, writeState } from '../../../src/client/search/state.ts';

describe('the URL', () => {
  it('holds the query as typed, and a later page', () => {
    expect(readState('?q=%22connection+pool%22+severity%3A%3C%3D2&page=3')).toEqual({ q: '"connection pool" severity:<=2', page: 3 });
  });

  it('of several lines is one line, as its box holds it', () => {
    expect(readState(`?q=${encodeURIComponent('handshake\r\ntimeout\n')}`).q).toBe('handshake timeout');
  });

  it('passes over pages that are none', () => {
    for (const page of ['0', '-1', '1e9', 'x', '', '9999999']) expect(readState(`?q=a&page=${page}`).page).toBe(1);
  });

  it('is never longer than servers take, and holds the beginning of a long query', () => {
    for (const piece of ['timeout at host ', 'x', '障害 ', '障', '"', '\u{1f525}', ' 100% ']) {
      const q = piece.repeat(10_000 / piece.length).trim();
      const address = writeState({ q, page: 12 });
      expect(address.length).toBeLessThan(6100);
      const read = readState(address).q;
      expect(q.startsWith(read)).toBe(true);
      expect(read.length).toBeGreaterThan(500);
    }
    expect(readState(writeState({ q: 'timeout at host '.repeat(600), page: 1 })).q).toMatch(/(?:timeout|at|host)$/);
  });

  it('of no query is the page itself', () => {
    expect(writeState({ q: '  ', page: 4 })).toBe('./');
    expect(readState('')).toEqual({ q: '', page: 1 });
  });

  it('brings back what was written, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.integer({ min: 1, max: 99_999 }), (text, page) => {
        const q = text.trim();
        if (q !== '') expect(readState(writeState({ q, page }))).toEqual({ q, page });
      }),
    );
  });
});

describe('a box', () => {
  it('adds its value at the end and keeps the words in their order', () => {
    expect(withValues('"connection pool" -vendor', 'service', ['ledger'])).toBe('"connection pool" -vendor service:ledger');
  });

  it('takes the place of what the field said before, in whatever case', () => {
    expect(withValues('pool Severity:<=2 lock', 'severity', ['SEV1'])).toBe('pool lock severity:SEV1');
    expect(withValues('pool service:"web app" service:ledger', 'service', [])).toBe('pool');
  });

  it('quotes a value of several words, and reads it again', () => {
    const query = withValues('pool', 'service', ['web app', 'ledger']);
    expect(query).toBe('pool service:"web app" service:ledger');
    expect(valuesOf(query, 'service')).toEqual(['web app', 'ledger']);
  });

  it('closes a quotation mark that is still open', () => {
    expect(withValues('"connection pool', 'sort', ['date'])).toBe('"connection pool" sort:date');
    expect(withValues('“pool of C:\\', 'sort', ['date'])).toBe('“pool of C:\\” sort:date');
  });

  it('is read as its value after any text, code and logs among them', () => {
    const piece = fc.constantFrom('"', ',', ':', '{', '}', '=', ' ', 'a', '-', 'service:', '»', '“', '(', 'x"y', '["b"]', '\\');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        expect(valuesOf(withValues(pieces.join(''), 'service', ['web app']), 'service').at(-1)).toBe('web app');
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves what is excluded, what stands in quotes and other fields alone', () => {
    const query = '-tag:dns "tag:dns is text" cause:dns';
    expect(withValues(query, 'tag', [])).toBe(query);
  });
});
