// docs/search.md says what the code does: every filter, place and order it lists, and every spelling it says is found.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/core/search/query.ts';
import { termsOf } from '../../../src/core/search/terms.ts';
import { words } from '../../../src/core/search/words.ts';

const TEXT = readFileSync(new URL('../../../docs/search.md', import.meta.url), 'utf8');

function section(title: string): string {
  return TEXT.split(/^## /m).find((part) => part.startsWith(title)) ?? '';
}

function codes(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] as string);
}

describe('docs/search.md', () => {
  it('lists filters that are filters', () => {
    const filters = section('Filters')
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .flatMap((line) => codes(line.split('|')[1] as string));
    expect(filters.length).toBeGreaterThan(20);
    expect(filters.filter((text) => parseQuery(text).filters.length !== 1)).toEqual([]);
    expect(new Set(filters.map((text) => parseQuery(text).filters[0]?.field)).size).toBe(11);
  });

  it('lists places to look, and orders', () => {
    const places = codes(section('Where')).map((text) => parseQuery(text).in?.[0]);
    expect(new Set(places)).toEqual(
      new Set(['title', 'signatures', 'cause', 'summary', 'terms', 'resolution', 'headings', 'body', 'actions']),
    );
    expect(codes(section('Order')).map((text) => parseQuery(text).sort)).toEqual(['newest', 'newest', 'oldest']);
  });

  it('names what is text', () => {
    for (const text of codes(section('Everything')).slice(0, -1)) expect(parseQuery(text)).toMatchObject({ filters: [], sort: 'best' });
    expect(parseQuery('"service:payments"').filters).toEqual([]);
  });

  it('gives other spellings under which a name is found', () => {
    const rows = section('Names')
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => line.split('|').slice(1, 3).map(codes));
    expect(rows.length).toBeGreaterThan(8);
    for (const [names = [], others = []] of rows) {
      const known = new Set(words(names.join(' ')).flatMap(termsOf));
      for (const other of others.filter((text) => text !== '0x')) {
        expect(
          words(other).some((word) => termsOf(word).some((term) => known.has(term))),
          other,
        ).toBe(true);
      }
    }
  });
});
