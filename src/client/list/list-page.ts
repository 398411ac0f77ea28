// The parts of a list's page that change with the state, and the ways they can stand: as written, filtered, not filtered for a reason.
import { type Address, makeChips, makeNothing } from './chips.ts';
import type { ChipView, Remedy } from './option-view.ts';
import { makePager } from './pager.ts';
import { copyPart, find, type Parts, readParts } from './parts.ts';

export interface ListPage {
  /** The way to the site's root. */
  readonly root: string;
  readonly host: HTMLElement;
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

/** What every list shows of a state besides its rows. */
export interface ListView<State> {
  /** The state asked for, with values spelled as the list spells them and a page that exists. */
  readonly state: State & { readonly page: number };
  readonly found: number;
  readonly pages: number;
  readonly chips: readonly ChipView<State>[];
  readonly remedies: readonly Remedy<State>[];
  /** The state without any filter. */
  readonly cleared: State;
}

export function openListPage(host: HTMLElement): ListPage {
  const column = find(host, '[data-list-column]');
  const count = find(column, '.list-head__count');
  // Focused when what had the focus is gone.
  count.tabIndex = -1;
  const rail = find(host, '.rail');
  unfold(find<HTMLDetailsElement>(rail, 'details'));
  return {
    root: host.dataset.root ?? '',
    host,
    rail,
    column,
    count,
    text: find<HTMLInputElement>(rail, 'input[type="search"]'),
    parts: readParts(find<HTMLTemplateElement>(host, 'template')),
    chips: find(column, '.filter-chips'),
    used: find(rail, '[data-facets-used]'),
    table: find<HTMLTableElement>(column, 'table'),
    below: find(column, '[data-list-below]'),
    message: find(column, '[data-list-message]'),
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

export interface ListContent<State> {
  readonly count: readonly (Node | string)[];
  /** Bodies of the table. */
  readonly bodies: readonly HTMLElement[];
  /** What one entry is called. */
  readonly noun: string;
  readonly address: Address<State>;
}

export function showList<State>(page: ListPage, view: ListView<State>, { count, bodies, noun, address }: ListContent<State>): void {
  const { chips, used, table, below, message, parts } = page;
  page.count.replaceChildren(...count);
  message.replaceChildren();
  chips.replaceChildren(...makeChips(parts, view.chips, { cleared: view.cleared, address }));
  used.textContent = view.chips.length > 0 ? `${view.chips.length} in use` : '';
  table.removeAttribute('aria-busy');
  table.hidden = view.found === 0;
  for (const body of [...table.tBodies]) body.remove();
  table.append(...bodies);
  const pager = makePager(parts, {
    page: view.state.page,
    pages: view.pages,
    href: (number) => address({ ...view.state, page: number }),
  });
  below.replaceChildren(
    ...(view.found === 0 ? [makeNothing(parts, view.remedies, { noun, address, cleared: view.cleared })] : pager ? [pager] : []),
  );
}

/** The list stays as it was: the whole of it is worth more than an empty page, as long as it is said. */
export function showFailure({ count, table, message, parts, written }: ListPage, why: string, again: () => void): void {
  count.replaceChildren(...written);
  table.removeAttribute('aria-busy');
  const notice = copyPart(parts, 'failure');
  find(notice, 'span').prepend(`${why} `);
  find(notice, 'button').addEventListener('click', again);
  message.replaceChildren(notice);
}

/** Where style sheets cannot hold a fold open beside the column. */
function unfold(fold: HTMLDetailsElement): void {
  if (!CSS.supports('selector(::details-content)') && matchMedia('(width >= 60rem)').matches) fold.open = true;
}
