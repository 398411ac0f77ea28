// @vitest-environment happy-dom
// The reader's last searches.
import { beforeEach, expect, it } from 'vitest';
import { forgetSearches, recentSearches, rememberSearch } from '../../../src/client/search/recent.ts';

beforeEach(forgetSearches);

it('keeps the newest first, each once, and few', () => {
  for (const query of ['pool', 'lock', ' Pool ', '', '-', '"', ...'abcdefg']) rememberSearch(query);
  expect(recentSearches()).toEqual([...'gfedcba', 'Pool']);
});

it('can be forgotten', () => {
  rememberSearch('pool');
  forgetSearches();
  expect(recentSearches()).toEqual([]);
});

it('makes nothing of what others left there', () => {
  for (const left of ['', '{', 'null', '{"length":3}', '[1,"pool",null]']) {
    localStorage.setItem('hindsight.searches', left);
    expect(recentSearches()).toEqual(left.includes('pool') ? ['pool'] : []);
  }
});
