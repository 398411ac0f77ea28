// What the reader asks, on its way to the worker, and into the URL.
import type { FacetBoxes } from './facet-boxes.ts';
import { type SearchPage, showAtRest, showWaiting } from './page.ts';
import { HITS_PER_PAGE, type SearchState, valuesOf, writeState } from './state.ts';
import type { Client } from './worker-client.ts';

/** While the reader types, the URL follows at this distance: browsers refuse to have it changed with every letter. */
const URL_DELAY_MS = 300;
/** Words about waiting would flicker where an answer comes at once. */
const WAIT_DELAY_MS = 250;
/** From here on it is the network, and worth saying. */
const LONG_WAIT_MS = 6000;

/** The page while it is open. */
export interface Search {
  readonly page: SearchPage;
  readonly facets: FacetBoxes;
  readonly client: Client;
  state: SearchState;
  /** Found by the last answer. */
  total: number;
  /** The results shown, or awaited, are those of a query still being typed; one entry of the history is enough for it. */
  isTyping: boolean;
  /** What is left to show of the last answer, a frame each. */
  later: (() => void)[];
  urlTimer?: ReturnType<typeof setTimeout>;
  sayTimer?: ReturnType<typeof setTimeout>;
  waitTimer?: ReturnType<typeof setTimeout>;
}

/** The results follow every letter. */
export function typing(search: Search): void {
  const state = { q: search.page.input.value.trim(), page: 1 };
  if (state.q === search.state.q) return;
  const isFirst = !search.isTyping;
  search.isTyping = true;
  search.state = state;
  ask(search);
  if (isFirst) history.pushState(null, '', writeState(state));
  clearTimeout(search.urlTimer);
  search.urlTimer = setTimeout(() => history.replaceState(null, '', writeState(search.state)), URL_DELAY_MS);
  showAsked(search);
}

/** A query that is meant as it stands: an entry of the history. */
export function go(search: Search, query: string, page = 1): void {
  const state = { q: query.trim(), page };
  settleUrl(search);
  const address = writeState(state);
  if (new URL(address, location.href).search !== location.search) history.pushState(null, '', address);
  search.isTyping = false;
  search.state = state;
  search.page.input.value = state.q;
  show(search);
}

/** The URL catches up with what was typed before the page changes or is left. */
export function settleUrl(search: Search): void {
  clearTimeout(search.urlTimer);
  if (search.isTyping) history.replaceState(null, '', writeState(search.state));
}

/** Asks for what the state says. */
export function show(search: Search): void {
  ask(search);
  showAsked(search);
}

/** The first thing done: the worker looks while the page is kept up with the query. */
function ask({ state, client, isTyping }: Search): void {
  if (state.q !== '') client.ask({ text: state.q, offset: (state.page - 1) * HITS_PER_PAGE, limit: HITS_PER_PAGE, isTyped: isTyping });
}

function showAsked(search: Search): void {
  const { page, state, facets } = search;
  clearTimeout(search.waitTimer);
  clearTimeout(search.sayTimer);
  page.causes.checked = valuesOf(state.q, 'in').some((value) => /^root[-_ ]?causes?$/i.test(value));
  document.title = document.title.replace(/^.*?(?=Search \u00b7)/, state.q === '' ? '' : `${state.q.slice(0, 80)} \u00b7 `);
  if (state.q === '') {
    search.later = [];
    facets.hide();
    page.status.textContent = '';
    showAtRest(page);
    return;
  }
  wait(search);
}

/** Says that the answer is awaited, once that is worth saying. */
export function wait(search: Search): void {
  clearTimeout(search.waitTimer);
  search.waitTimer = setTimeout(() => {
    showWaiting(search.page);
    search.waitTimer = setTimeout(() => showWaiting(search.page, true), LONG_WAIT_MS);
  }, WAIT_DELAY_MS);
}
