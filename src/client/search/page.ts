// The places of the search page that change, and the ways they can stand: nothing asked, results, nothing found, not searched.

import { failureNotice } from '../list/failure-notice.ts';
import { makePager } from '../list/pager.ts';
import { find, type Parts, readParts } from '../list/parts.ts';
import type { Entry, Failure, Found } from './messages.ts';
import { makeQueryLink } from './query-link.ts';
import { recentSearches } from './recent.ts';
import { type RemarkPart, remarksOn, sayFound } from './say-found.ts';
import { makeNothing, makeRemarks } from './show-nothing.ts';
import { makeResult } from './show-results.ts';
import { HITS_PER_PAGE, type SearchState, writeState } from './state.ts';

export interface SearchPage {
  /** The way to the site's root. */
  readonly root: string;
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly causes: HTMLInputElement;
  readonly rail: HTMLElement;
  readonly column: HTMLElement;
  readonly parts: Parts;
  readonly head: HTMLElement;
  readonly count: HTMLElement;
  readonly order: HTMLSelectElement;
  readonly status: HTMLElement;
  readonly message: HTMLElement;
  readonly list: HTMLElement;
  readonly below: HTMLElement;
  readonly recent: HTMLElement;
}

export function openSearchPage(host: HTMLElement): SearchPage {
  const form = find<HTMLFormElement>(document, '.search-box--results');
  const column = find(host, '.search__column');
  const rail = find(host, '[data-search-rail]');
  // Where style sheets cannot hold a fold open beside the column.
  const isWide = matchMedia('(width >= 60rem)').matches;
  if (!CSS.supports('selector(::details-content)') && isWide) find<HTMLDetailsElement>(rail, 'details').open = true;
  return {
    root: host.dataset.search ?? '',
    form,
    input: find<HTMLInputElement>(form, 'input[type="search"]'),
    causes: find<HTMLInputElement>(form, '[data-search-causes]'),
    rail,
    column,
    parts: readParts(find<HTMLTemplateElement>(host, 'template')),
    head: find(column, '[data-search-head]'),
    count: find(column, '.list-head__count'),
    order: find<HTMLSelectElement>(column, '.search__order'),
    status: find(column, '[data-search-status]'),
    message: find(column, '[data-search-message]'),
    list: find(column, '.result-list'),
    below: find(column, '[data-search-below]'),
    recent: find(column, '.search__recent'),
  };
}

/** Before anything is asked. */
export function showAtRest(page: SearchPage): void {
  showNoResults(page);
  page.message.replaceChildren();
  page.below.replaceChildren();
  const queries = recentSearches();
  page.recent.hidden = queries.length === 0;
  find(page.recent, 'ul').replaceChildren(
    ...queries.map((query) => {
      const item = document.createElement('li');
      item.append(makeQueryLink(query));
      return item;
    }),
  );
}

/** What is there stays until there is something else: a list that blinks cannot be read. */
export function showWaiting({ head, count, list, recent }: SearchPage, isLong = false): void {
  recent.hidden = true;
  if (list.childElementCount > 0) list.setAttribute('aria-busy', 'true');
  if (list.childElementCount > 0 && !isLong) return;
  head.hidden = false;
  count.textContent = isLong ? 'Still searching: the server takes its time ...' : 'Searching ...';
}

/** A result takes this much of a window at least, and what stands above them this much. */
const RESULT_HEIGHT = 150;
const HEAD_HEIGHT = 270;

/** Shows as many results as a window holds, and gives what shows the rest of them: with every letter there are others, and most lie below it. */
export function showFound(page: SearchPage, found: Found, state: SearchState): () => void {
  const { head, count, list, message, below, recent, parts, root } = page;
  recent.hidden = true;
  message.replaceChildren();
  list.removeAttribute('aria-busy');
  if (found.total === 0) {
    showNoResults(page);
    below.replaceChildren(makeNothing(parts, found, state.q));
    return () => {};
  }
  const { bold, rest } = sayFound(found, state.page);
  const number = document.createElement('b');
  number.textContent = bold;
  count.replaceChildren(number, rest);
  find(head, '.search__remarks').replaceChildren(...makeRemarks(remarksOn(found, state.q)));
  page.order.value = found.sort;
  head.hidden = false;
  list.hidden = false;
  const make = (entry: Entry) => makeResult(entry, { parts, root, terms: found.terms });
  const atOnce = Math.max(2, Math.ceil((innerHeight - HEAD_HEIGHT) / RESULT_HEIGHT));
  list.replaceChildren(...found.entries.slice(0, atOnce).map(make));
  below.replaceChildren();
  return () => {
    list.append(...found.entries.slice(atOnce).map(make));
    const pager = makePager(parts, {
      page: state.page,
      pages: Math.ceil(found.total / HITS_PER_PAGE),
      href: (number) => writeState({ ...state, page: number }),
    });
    if (pager) below.replaceChildren(pager);
  };
}

/** What is known only after the results. */
export function showRemark({ head }: SearchPage, remark: readonly RemarkPart[]): void {
  find(head, '.search__remarks').append(...makeRemarks([remark]));
}

/** No list at all: an empty one would say that nothing was found. */
export function showFailure(page: SearchPage, failure: Failure, again: () => void): void {
  showNoResults(page);
  page.recent.hidden = true;
  page.below.replaceChildren();
  page.message.replaceChildren(failureNotice(page.parts, failure, again));
}

function showNoResults({ head, list }: SearchPage): void {
  head.hidden = true;
  list.hidden = true;
  list.removeAttribute('aria-busy');
  list.replaceChildren();
}
