// Which pages a pager offers.
import { expect, it } from 'vitest';
import { pageLinks } from '../../../src/core/rows/page-links.ts';

it('offers nothing for a single page', () => {
  expect(pageLinks(1, 1)).toEqual([]);
  expect(pageLinks(1, 0)).toEqual([]);
});

it.each([
  [1, 2, [1, 2]],
  [1, 5, [1, 2, 'gap', 5]],
  [3, 5, [1, 2, 3, 4, 5]],
  [4, 8, [1, 2, 3, 4, 5, 'gap', 8]],
  [5, 8, [1, 'gap', 4, 5, 6, 7, 8]],
  [50, 100, [1, 'gap', 49, 50, 51, 'gap', 100]],
  [100, 100, [1, 'gap', 99, 100]],
])('page %i of %i', (page, pages, links) => {
  expect(pageLinks(page, pages)).toEqual(links);
});
