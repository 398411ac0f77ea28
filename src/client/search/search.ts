// The search page's script: asks the worker as the reader types, keeps the query in the URL, shows what comes back.
import { go, type Search, settleUrl, show, typing } from './ask.ts';
import { connectFacets } from './facet-boxes.ts';
import { hear } from './hear.ts';
import { listenToBoxKeys } from './keys.ts';
import { openSearchPage } from './page.ts';
import { forgetSearches, rememberSearch } from './recent.ts';
import { readState, withValues } from './state.ts';
import { connectWorker, type WorkerLike } from './worker-client.ts';

/** What an order is called in a query; the best first goes without saying. */
const SORT_WORDS: Readonly<Record<string, readonly string[]>> = { newest: ['date'], oldest: ['oldest'] };

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
    later: [],
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
  // Letters on their way to a word of another script are not looked for.
  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) typing(search);
  });
  input.addEventListener('compositionend', () => typing(search));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    rememberSearch(input.value);
    if (search.isTyping || input.value.trim() !== search.state.q) go(search, input.value);
  });
  causes.addEventListener('change', () => go(search, withValues(input.value, 'in', causes.checked ? ['root-cause'] : [])));
  order.addEventListener('change', () => go(search, withValues(input.value, 'sort', SORT_WORDS[order.value] ?? [])));
  listenToBoxKeys({ input, list, clear: () => go(search, '') });
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
