// Which pages the families of lists have.
import { describe, expect, it } from 'vitest';
import { archivePages, assigneePages, indexPages, nobodyOf, pagesOf, termPages } from '../../src/site/page-lists.ts';
import { action, archive, incident, largeArchive, smallArchive } from '../core/rows/archives.ts';

describe('a list in pages', () => {
  it('has one page where there is nothing', () => {
    expect(pagesOf([], 100)).toMatchObject([{ items: [], page: 1, pages: 1, first: 1, total: 0 }]);
  });

  it('loses and repeats nothing', () => {
    const items = Array.from({ length: 250 }, (_, n) => n);
    const pages = pagesOf(items, 100);
    expect(pages.map(({ first }) => first)).toEqual([1, 101, 201]);
    expect(pages.flatMap((page) => page.items)).toEqual(items);
  });

  it('has no empty page at its end', () => {
    expect(pagesOf([1, 2], 2)).toHaveLength(1);
  });
});

it('10,000 incidents are a hundred pages', () => {
  expect(archivePages(largeArchive(10_000))).toHaveLength(100);
});

it('every index has a page, and every term, used or not', () => {
  const kb = smallArchive();
  expect(indexPages(kb)).toHaveLength(6);
  expect(termPages(kb).map(({ entry }) => `${entry.kind}/${entry.slug}`)).toContain('tags/dns');
  expect(termPages(archive([])).map(({ entry }) => entry.kind)).not.toContain('years');
});

describe('what nobody owns', () => {
  it('has a page of its own beside a person of that name', () => {
    const kb = archive([incident({ id: 'a', actionItems: [action({ id: 'AI-1' }), action({ id: 'AI-2', owner: 'No owner' })] })]);
    expect(nobodyOf(kb)).toMatchObject({ slug: 'no-owner-', openCount: 1 });
    const slugs = assigneePages(kb).map(({ assignee }) => assignee.slug);
    expect(new Set(slugs).size).toBe(slugs.length);
  });

  it('is nothing where everything has an owner', () => {
    expect(nobodyOf(archive([]))).toBeUndefined();
  });
});
