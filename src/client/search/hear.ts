// What the worker answers, on its way to the page.
import { afterPaint } from '../list/after-paint.ts';
import { type Search, show, wait } from './ask.ts';
import type { Counts, Found, FromWorker } from './messages.ts';
import { showFailure, showFound, showRemark } from './page.ts';
import { announcementOf, remarkOnFilters, remarkOnPhrase } from './say-found.ts';
import { HITS_PER_PAGE, writeState } from './state.ts';

/** Screen readers are told once the reader pauses. */
const SAY_DELAY_MS = 600;

export function hear(search: Search, told: Exclude<FromWorker, { kind: 'alive' }>): void {
  const { page, facets, state } = search;
  // The box was emptied meanwhile.
  if (state.q === '') return;
  clearTimeout(search.waitTimer);
  if (told.kind === 'counted') {
    // Never before the results themselves are seen.
    if (search.later.length === 0) hearCounts(search, told.counts);
    else search.later.push(() => hearCounts(search, told.counts));
  } else if (told.kind === 'found') hearFound(search, told.found);
  else {
    search.later = [];
    facets.hide();
    page.status.textContent = '';
    showFailure(page, told.failure, () => {
      page.message.replaceChildren();
      wait(search);
      page.input.focus();
      search.client.retry(told.failure.isUnreachable);
    });
  }
}

function hearCounts({ page, facets, total }: Search, { groups, exactPhrase, failure }: Counts): void {
  // Where nothing was found there is nothing to narrow; the ways out stand in the column.
  if (total === 0) return;
  facets.show(groups);
  if (failure) showRemark(page, remarkOnFilters(failure));
  if (exactPhrase && exactPhrase.total > 0 && exactPhrase.total < total) showRemark(page, remarkOnPhrase(exactPhrase));
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
  showLater(search, [showFound(page, found, state)]);
  search.sayTimer = setTimeout(() => {
    page.status.textContent = announcementOf(found, state);
  }, SAY_DELAY_MS);
}

/** One thing a frame, until another answer takes its place. */
function showLater(search: Search, later: (() => void)[]): void {
  search.later = later;
  afterPaint(() => {
    if (search.later !== later) return;
    later[0]?.();
    later.shift();
    if (later.length > 0) showLater(search, later);
  });
}
