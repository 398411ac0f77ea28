// The parts of the page that change with the state, and the three ways they can stand: as written, filtered, not filtered for a reason.
import type { ArchiveView } from './archive-view.ts';
import { type Address, makeChips, makeNothing, sayFound } from './list-head.ts';
import { copyPart, find, type Parts, readParts } from './parts.ts';
import { makePager } from './show-pages.ts';
import { makeRow } from './show-rows.ts';

export interface ListPage {
  /** The way to the site's root. */
  readonly root: string;
  readonly rail: HTMLElement;
  readonly column: HTMLElement;
  readonly text: HTMLInputElement;
  readonly parts: Parts;
  readonly count: HTMLElement;
  readonly chips: HTMLElement;
  /** How many filters are in use, beside the word that unfolds them. */
  readonly used: HTMLElement;
  readonly table: HTMLTableElement;
  /** The pager, and what stands for the table when nothing was found. */
  readonly below: HTMLElement;
  /** What is said about the list, when it is not what was asked for. */
  readonly message: HTMLElement;
  /** The words of the count as the server wrote them. */
  readonly written: readonly Node[];
}

export function openListPage(host: HTMLElement): ListPage {
  const column = find(host, '[data-archive-column]');
  const count = find(column, '.list-head__count');
  // Focused when what had the focus is gone.
  count.tabIndex = -1;
  const rail = find(host, '.rail');
  unfold(find<HTMLDetailsElement>(rail, 'details'));
  return {
    root: host.dataset.archive ?? '',
    rail,
    column,
    count,
    text: find<HTMLInputElement>(rail, 'input[type="search"]'),
    parts: readParts(find<HTMLTemplateElement>(host, 'template')),
    chips: find(column, '.filter-chips'),
    used: find(rail, '[data-facets-used]'),
    table: find<HTMLTableElement>(column, 'table'),
    below: find(column, '[data-archive-below]'),
    message: find(column, '[data-archive-message]'),
    written: [...count.cloneNode(true).childNodes],
  };
}

/** The page as the server wrote it: also where an attempt to filter it has failed. */
export function showWritten({ count, written, message, chips, used, table }: ListPage): void {
  count.replaceChildren(...written);
  message.replaceChildren();
  chips.replaceChildren();
  used.textContent = '';
  table.removeAttribute('aria-busy');
}

export function showLoading({ count, table }: ListPage): void {
  if (table.hasAttribute('aria-busy')) return;
  table.setAttribute('aria-busy', 'true');
  count.textContent = 'Filtering ...';
}

export function showList(page: ListPage, view: ArchiveView, address: Address): void {
  const { count, chips, used, table, below, message, parts, root } = page;
  const { bold, rest } = sayFound(view);
  const number = document.createElement('b');
  number.textContent = bold;
  count.replaceChildren(number, rest);
  message.replaceChildren();
  chips.replaceChildren(...makeChips(parts, view.chips, { state: view.state, address }));
  used.textContent = view.chips.length > 0 ? `${view.chips.length} in use` : '';
  table.removeAttribute('aria-busy');
  table.hidden = view.found === 0;
  table.tBodies[0]?.replaceChildren(...view.rows.map((row) => makeRow(parts, row, root)));
  const pager = makePager(parts, {
    page: view.state.page,
    pages: view.pages,
    href: (number) => address({ ...view.state, page: number }),
  });
  below.replaceChildren(...(view.found === 0 ? [makeNothing(parts, view.remedies, address)] : pager ? [pager] : []));
}

/** The list stays as it was: the whole archive is worth more than an empty page, as long as it is said. */
export function showFailure({ count, table, message, parts, written }: ListPage, why: string, again: () => void): void {
  count.replaceChildren(...written);
  table.removeAttribute('aria-busy');
  const notice = copyPart(parts, 'failure');
  find(notice, 'span').textContent = `${why} Below is the whole archive, newest first.`;
  find(notice, 'button').addEventListener('click', again);
  message.replaceChildren(notice);
}

/** Where style sheets cannot hold a fold open beside the column. */
function unfold(fold: HTMLDetailsElement): void {
  if (!CSS.supports('selector(::details-content)') && matchMedia('(width >= 60rem)').matches) fold.open = true;
}
