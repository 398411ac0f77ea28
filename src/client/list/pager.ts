// The pager under a filtered list.
import { pageLinks } from '../../core/rows/page-links.ts';
import { copyWhole, find, type Parts } from './parts.ts';

/** Where in the template's list each kind of entry stands. */
const [PREVIOUS, NEXT, OTHER, CURRENT, GAP] = [0, 1, 2, 3, 4];

export interface Pager {
  readonly page: number;
  readonly pages: number;
  readonly href: (page: number) => string;
}

/** The pager, or nothing where there is one page. */
export function makePager(parts: Parts, { page, pages, href }: Pager): HTMLElement | undefined {
  const links = pageLinks(page, pages);
  if (links.length === 0) return undefined;
  const pager = copyWhole(parts, 'pages');
  const list = find(pager, 'ol');
  const entries = [...list.children];
  const add = (kind: number, text: string, to: number) => {
    const entry = entries[kind]?.cloneNode(true) as HTMLElement;
    const link = find<HTMLAnchorElement>(entry, 'a');
    link.textContent = text;
    link.setAttribute('href', href(to));
    list.append(entry);
  };
  list.replaceChildren();
  if (page > 1) add(PREVIOUS, 'Previous', page - 1);
  for (const link of links) {
    if (link === 'gap') list.append(entries[GAP]?.cloneNode(true) ?? '');
    else add(link === page ? CURRENT : OTHER, String(link), link);
  }
  if (page < pages) add(NEXT, 'Next', page + 1);
  return pager;
}
