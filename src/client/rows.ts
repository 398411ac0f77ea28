// `j` and `k`: the entries of the page's lists, one after the other. The focus goes along, so Enter opens the entry by itself.

const ENTRY = '.row-link';
/** What an entry is marked on: its row or item, else the link itself. */
const HOLDER = 'tr, li, article';

/** Moves by one entry, from the marked or focused one; the ends of the list hold. */
export function stepThroughRows(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>(ENTRY)].filter(isReachable);
  const next = links[nextIndex(links.indexOf(currentOf(links)), step, links.length)];
  if (!next) return;
  for (const marked of document.querySelectorAll('[data-current]')) marked.removeAttribute('data-current');
  holderOf(next).setAttribute('data-current', '');
  next.focus({ preventScroll: true });
  holderOf(next).scrollIntoView({ block: 'nearest' });
}

/** From nowhere (-1) both directions begin at the first entry. */
function nextIndex(current: number, step: 1 | -1, count: number): number {
  return Math.max(0, Math.min(count - 1, current + step));
}

/** The focus wins over the mark: a reader who tabbed on goes on from there. */
function currentOf(links: readonly HTMLElement[]): HTMLElement {
  const focused = links.find((link) => link === document.activeElement);
  const marked = links.find((link) => holderOf(link).hasAttribute('data-current'));
  return focused ?? marked ?? document.body;
}

function holderOf(link: HTMLElement): HTMLElement {
  return link.closest<HTMLElement>(HOLDER) ?? link;
}

function isReachable(link: HTMLElement): boolean {
  return link.closest('[hidden], details:not([open])') === null;
}
