// The search page's script: asks the worker as the reader types, keeps the query in the URL, shows what comes back.
import { connectFacets, type FacetBoxes } from './facet-boxes.ts';
import { listenToBoxKeys } from './keys.ts';
import type { Counts, Found, FromWorker } from './messages.ts';
import { openSearchPage, type SearchPage, showAtRest, showFailure, showFound, showPhrase, showWaiting } from './page.ts';
import { forgetSearches, rememberSearch } from './recent.ts';
import { announcementOf } from './say-found.ts';
import { HITS_PER_PAGE, readState, type SearchState, valuesOf, withValues, writeState } from './state.ts';
import { type Client, connectWorker, type WorkerLike } from './worker-client.ts';

/** While the reader types, the URL follows at this distance: browsers refuse to have it changed with every letter. */
const URL_DELAY_MS = 300;
/** Screen readers are told once the reader pauses. */
const SAY_DELAY_MS = 600;
/** Words about waiting would flicker where an answer comes at once. */
const WAIT_DELAY_MS = 250;
/** From here on it is the network, and worth saying. */
const LONG_WAIT_MS = 6000;

/** What an order is called in a query; the best first goes without saying. */
const SORT_WORDS: Readonly<Record<string, readonly string[]>> = { newest: ['date'], oldest: ['oldest'] };

interface Search {
  readonly page: SearchPage;
  readonly facets: FacetBoxes;
  readonly client: Client;
  state: SearchState;
  /** Found by the last answer. */
  total: number;
  /** The results shown, or awaited, are those of a query still being typed; one entry of the history is enough for it. */
  isTyping: boolean;
  urlTimer?: ReturnType<typeof setTimeout>;
  sayTimer?: ReturnType<typeof setTimeout>;
  waitTimer?: ReturnType<typeof setTimeout>;
}

const host = document.querySelector<HTMLElement>('[data-search]');
if (host) startSearch(host);

function startSearch(host: HTMLElement): void {
  const page = openSearchPage(host);
  const url = new URL(host.dataset.worker ?? '', location.href);
  const search: Search = {
    page,
    facets: connectFacets(page.rail, page.parts, (field, values) => go(search, withValues(page.input.value, field, values))),
    client: connectWorker(
      () => new Worker(url, { type: 'module' }) as WorkerLike,
      (told) => hear(search, told),
    ),
    state: readState(location.search),
    total: 0,
    isTyping: false,
  };
  connectBox(search);
  page.column.addEventListener('click', (event) => followLink(search, event));
  page.recent.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || target.closest('button') === null) return;
    forgetSearches();
    page.input.focus();
    show(search);
  });
  addEventListener('popstate', () => {
    clearTimeout(search.urlTimer);
    search.isTyping = false;
    search.state = readState(location.search);
    page.input.value = search.state.q;
    show(search);
  });
  begin(search);
}

/** What was typed while the script was on its way counts. */
function begin(search: Search): void {
  const { page, state } = search;
  const typed = page.input.value;
  if (typed !== '' && typed !== state.q && document.activeElement === page.input) {
    typing(search);
    return;
  }
  page.input.value = state.q;
  if (state.q === '') {
    page.input.focus();
    search.client.prepare();
  } else rememberSearch(state.q);
  show(search);
}

function connectBox(search: Search): void {
  const { form, input, causes, order, list } = search.page;
  input.addEventListener('input', () => typing(search));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    rememberSearch(input.value);
    if (search.isTyping || input.value.trim() !== search.state.q) go(search, input.value);
  });
  causes.addEventListener('change', () => go(search, withValues(input.value, 'in', causes.checked ? ['root-cause'] : [])));
  order.addEventListener('change', () => go(search, withValues(input.value, 'sort', SORT_WORDS[order.value] ?? [])));
  listenToBoxKeys({ input, list, clear: () => go(search, '') });
}

/** The results follow every letter. */
function typing(search: Search): void {
  const state = { q: search.page.input.value.trim(), page: 1 };
  if (state.q === search.state.q && search.isTyping) return;
  if (!search.isTyping) history.pushState(null, '', writeState(state));
  search.isTyping = true;
  search.state = state;
  clearTimeout(search.urlTimer);
  search.urlTimer = setTimeout(() => history.replaceState(null, '', writeState(search.state)), URL_DELAY_MS);
  show(search);
}

/** A query that is meant as it stands: an entry of the history. */
function go(search: Search, query: string, page = 1): void {
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
function settleUrl(search: Search): void {
  clearTimeout(search.urlTimer);
  if (search.isTyping) history.replaceState(null, '', writeState(search.state));
}

/** Links with a query in them stay on this page; following a result is worth remembering the search for. */
function followLink(search: Search, event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link) return;
  settleUrl(search);
  if (link.pathname !== location.pathname) {
    rememberSearch(search.state.q);
    return;
  }
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || link.hash !== '') return;
  event.preventDefault();
  const isPager = link.closest('nav') !== null;
  const { q, page } = readState(link.search);
  if (!isPager) rememberSearch(q);
  go(search, q, page);
  if (isPager) search.page.column.scrollIntoView();
  // What was followed may be gone: keyboards go on from the box, or from the count above the page that was asked for.
  (isPager ? search.page.count : search.page.input).focus({ preventScroll: true });
}

function show(search: Search): void {
  const { page, state, client, facets } = search;
  clearTimeout(search.waitTimer);
  clearTimeout(search.sayTimer);
  page.causes.checked = valuesOf(state.q, 'in').some((value) => /^root[-_ ]?causes?$/i.test(value));
  document.title = document.title.replace(/^.*?(?=Search \u00b7)/, state.q === '' ? '' : `${state.q.slice(0, 80)} \u00b7 `);
  if (state.q === '') {
    facets.hide();
    page.status.textContent = '';
    showAtRest(page);
    return;
  }
  wait(search);
  client.ask({ text: state.q, offset: (state.page - 1) * HITS_PER_PAGE, limit: HITS_PER_PAGE, isTyped: search.isTyping });
}

function wait(search: Search): void {
  clearTimeout(search.waitTimer);
  search.waitTimer = setTimeout(() => {
    showWaiting(search.page);
    search.waitTimer = setTimeout(() => showWaiting(search.page, true), LONG_WAIT_MS);
  }, WAIT_DELAY_MS);
}

function hear(search: Search, told: Exclude<FromWorker, { kind: 'alive' }>): void {
  const { page, facets, state } = search;
  // The box was emptied meanwhile.
  if (state.q === '') return;
  clearTimeout(search.waitTimer);
  if (told.kind === 'counted') hearCounts(search, told.counts);
  else if (told.kind === 'found') hearFound(search, told.found);
  else {
    facets.hide();
    showFailure(page, told.failure, () => {
      page.message.replaceChildren();
      wait(search);
      page.input.focus();
      search.client.retry();
    });
  }
}

function hearCounts({ page, facets, total }: Search, { groups, exactPhrase }: Counts): void {
  // Where nothing was found there is nothing to narrow; the ways out stand in the column.
  if (total === 0) return;
  facets.show(groups);
  if (exactPhrase && exactPhrase.total > 0 && exactPhrase.total < total) showPhrase(page, exactPhrase);
}

function hearFound(search: Search, found: Found): void {
  const { page, facets, state } = search;
  const pages = Math.max(1, Math.ceil(found.total / HITS_PER_PAGE));
  if (state.page > pages) {
    search.state = { ...state, page: pages };
    history.replaceState(null, '', writeState(search.state));
    show(search);
    return;
  }
  search.total = found.total;
  if (found.total === 0) facets.hide();
  showFound(page, found, state);
  search.sayTimer = setTimeout(() => {
    page.status.textContent = announcementOf(found, state);
  }, SAY_DELAY_MS);
}
