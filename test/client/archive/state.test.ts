// The archive's URL: read, written, and never trusted.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ArchiveState,
  cleared,
  isFiltered,
  readState,
  sortedBy,
  toggleValue,
  WHOLE_ARCHIVE,
  withText,
  writeState,
} from '../../../src/client/archive/state.ts';

describe('reading the URL', () => {
  it('takes nothing for the whole archive, newest first', () => {
    expect(readState('')).toEqual(WHOLE_ARCHIVE);
    expect(isFiltered(readState('?page=2&sort=title'))).toBe(false);
  });

  it('takes every part of a state', () => {
    const state = readState('?severity=SEV1&severity=SEV2&service=checkout&tag=&q=pool&sort=-lasted&page=2');
    expect(state.filters).toMatchObject({ severity: ['SEV1', 'SEV2'], service: ['checkout'], tag: [''], team: [] });
    expect(state).toMatchObject({ q: 'pool', sort: { column: 'lasted', descending: true }, page: 2 });
  });

  it.each(['?page=0', '?page=-1', '?page=1e3', '?page=two', '?page=99999999', '?page='])('takes %s for the first page', (search) => {
    expect(readState(search).page).toBe(1);
  });

  it.each(['?sort=', '?sort=-', '?sort=__proto__', '?sort=constructor', '?sort=--title'])('takes %s for newest first', (search) => {
    expect(readState(search).sort).toEqual(WHOLE_ARCHIVE.sort);
  });

  it('passes over what it does not know', () => {
    expect(readState('?utm=x&__proto__=y&constructor=z')).toEqual(WHOLE_ARCHIVE);
    expect(({} as Record<string, unknown>).y).toBeUndefined();
  });

  it('keeps a value once', () => {
    expect(readState('?tag=a&tag=a').filters.tag).toEqual(['a']);
  });

  it('cuts what no reader would write', () => {
    const many = Array.from({ length: 5000 }, (_, n) => `tag=${n}`).join('&');
    const state = readState(`?q=${'x'.repeat(100_000)}&${many}&team=${'y'.repeat(100_000)}`);
    expect(state.q.length).toBeLessThanOrEqual(300);
    expect(state.filters.tag.length).toBeLessThanOrEqual(50);
    expect(state.filters.team[0]?.length).toBeLessThanOrEqual(300);
  });
});

describe('writing the URL', () => {
  it('writes nothing for the whole archive', () => {
    expect(writeState(WHOLE_ARCHIVE)).toBe('');
  });

  it('names facets in one order, whatever was pressed first', () => {
    const one = toggleValue(toggleValue(WHOLE_ARCHIVE, 'tag', 'C++'), 'severity', 'SEV1');
    const other = toggleValue(toggleValue(WHOLE_ARCHIVE, 'severity', 'SEV1'), 'tag', 'C++');
    expect(writeState(one)).toBe('?severity=SEV1&tag=C%2B%2B');
    expect(writeState(other)).toBe(writeState(one));
  });

  it('is read back as it was', () => {
    const word = fc.string({ unit: 'grapheme', maxLength: 40 });
    const arbitrary = fc.record({
      q: word.map((text) => text.trim()),
      filters: fc.record({
        severity: fc.uniqueArray(word, { maxLength: 4 }),
        year: fc.uniqueArray(word, { maxLength: 2 }),
        service: fc.uniqueArray(word, { maxLength: 4 }),
        team: fc.constant([]),
        cause: fc.constant([]),
        tag: fc.uniqueArray(word, { maxLength: 4 }),
        status: fc.constant([]),
      }),
      sort: fc.record({ column: fc.constantFrom('severity', 'title', 'lasted', 'actions'), descending: fc.boolean() }),
      page: fc.integer({ min: 1, max: 100_000 }),
    });
    fc.assert(
      fc.property(arbitrary, (state) => {
        expect(readState(writeState(state as ArchiveState))).toEqual(state);
      }),
    );
  });

  it('reads anything without throwing, and reads its own writing the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (search) => {
        const state = readState(search);
        expect(readState(writeState(state))).toEqual(state);
      }),
      { numRuns: 40 },
    );
  });
});

describe('changing the state', () => {
  const later = readState('?tag=a&q=x&sort=title&page=4');

  it('begins again at the first page', () => {
    expect(toggleValue(later, 'tag', 'b').page).toBe(1);
    expect(withText(later, 'y').page).toBe(1);
    expect(sortedBy(later, 'lasted').page).toBe(1);
  });

  it('takes a value away that is in use', () => {
    expect(toggleValue(later, 'tag', 'a').filters.tag).toEqual([]);
  });

  it('sorts by the column’s own order first, then the other way', () => {
    expect(sortedBy(WHOLE_ARCHIVE, 'severity').sort.descending).toBe(false);
    expect(sortedBy(WHOLE_ARCHIVE, 'lasted').sort.descending).toBe(true);
    expect(sortedBy(sortedBy(WHOLE_ARCHIVE, 'lasted'), 'lasted').sort.descending).toBe(false);
    expect(sortedBy(WHOLE_ARCHIVE, 'started').sort.descending).toBe(false);
  });

  it('clears filters and keeps the order', () => {
    expect(writeState(cleared(later))).toBe('?sort=title');
  });
});
