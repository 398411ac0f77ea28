// Which pages a pager offers: the first, the last, and those around the one shown.

/** Page numbers in order; `gap` where some are left out. Empty when there is one page. */
export function pageLinks(page: number, pages: number): readonly (number | 'gap')[] {
  if (pages < 2) return [];
  const shown = new Set([1, pages, page - 1, page, page + 1]);
  // A gap that hides a single page is longer than the page's number.
  if (page === 4) shown.add(2);
  if (page === pages - 3) shown.add(pages - 1);
  const numbers = [...shown].filter((number) => number >= 1 && number <= pages).sort((a, b) => a - b);
  return numbers.flatMap((number, index) => (index > 0 && number - (numbers[index - 1] ?? 0) > 1 ? ['gap' as const, number] : [number]));
}
