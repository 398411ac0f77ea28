// The archive's script: reads what is asked from the URL, fetches the rows when that is more than the page holds, shows what matches.
import type { ArchiveRows } from '../../core/rows/archive-rows.ts';
import { incidentsPath } from '../../core/text/urls.ts';
import { archiveView } from './archive-view.ts';
import { connectFacets, type FacetBoxes } from './facet-boxes.ts';
import { type ListPage, openListPage, showFailure, showList, showLoading, showWritten } from './list-page.ts';
import { RowsNotLoaded, rowsLoader } from './load-rows.ts';
import { type ArchiveState, isFiltered, isNewestFirst, readState, sortedBy, toggleValue, withText, writeState } from './state.ts';
import { connectTableHead, type TableHead } from './table-head.ts';
import { searchTexts } from './text-filter.ts';

interface Archive {
  readonly page: ListPage;
  readonly load: () => Promise<ArchiveRows>;
  readonly facets: FacetBoxes;
  readonly head: TableHead;
  readonly text: HTMLInputElement;
  state: ArchiveState;
  /** The list stands as the server wrote it: nothing need be fetched to show the whole archive. */
  isWritten: boolean;
  /** Facets were unfolded beyond what the server wrote. */
  wantsOptions: boolean;
  /** While the reader types, one entry of the history is enough. */
  isTyping: boolean;
}

/** Brings the list at `host` to life. */
export function startArchive(host: HTMLElement): void {
  const page = openListPage(host);
  const asked = readState(location.search);
  const url = addressOf(page, asked);
  if (!isListItself(page) && asksMore(asked)) {
    location.replace(url);
    return;
  }
  const archive = connect(page, asked);
  page.column.addEventListener('click', (event) => void followLink(archive, event));
  addEventListener('popstate', () => {
    archive.isTyping = false;
    archive.state = readState(location.search);
    void show(archive);
  });
  // Typed while the script was on its way: the reader does not type it twice.
  const isEarly = isListItself(page) && document.activeElement === archive.text && archive.text.value !== asked.q;
  if (isEarly) typed(archive);
  else void show(archive);
}

function connect(page: ListPage, state: ArchiveState): Archive {
  const archive: Archive = {
    page,
    state,
    load: rowsLoader(`${page.root}${incidentsPath()}rows.json`),
    text: page.text,
    facets: connectFacets(page.rail, page.parts, {
      toggled: (facet, value) => void go(archive, toggleValue(archive.state, facet, value)),
      expanded: () => {
        archive.wantsOptions = true;
        void show(archive);
      },
    }),
    head: connectTableHead(page.column, page.parts, {
      pressed: (column) => void go(archive, sortedBy(archive.state, column)),
      chosen: (sort) => void go(archive, { ...archive.state, sort, page: 1 }),
    }),
    isWritten: true,
    wantsOptions: false,
    isTyping: false,
  };
  // Fetched and prepared while the reader thinks of a word; what fails here is told when it is needed.
  archive.text.addEventListener('focus', () => void archive.load().then(searchTexts, () => {}));
  // Where typing leads to another page, it does so once it is done.
  if (isListItself(page)) archive.text.addEventListener('input', () => typed(archive));
  archive.text.addEventListener('change', () => {
    typed(archive);
    archive.isTyping = false;
  });
  return archive;
}

/** The list's own address for a state. Pages of the whole archive are files. */
function addressOf({ root }: ListPage, state: ArchiveState): string {
  if (!isFiltered(state) && isNewestFirst(state.sort)) return root + incidentsPath(state.page);
  return root + incidentsPath() + writeState(state);
}

async function go(archive: Archive, state: ArchiveState, isTyping = false): Promise<void> {
  const url = addressOf(archive.page, state);
  // A later page of the archive stands two folders down: its links would break under another address.
  if (!isListItself(archive.page)) {
    location.assign(url);
    return;
  }
  if (archive.isTyping && isTyping) history.replaceState(null, '', url);
  else history.pushState(null, '', url);
  archive.isTyping = isTyping;
  archive.state = state;
  await show(archive);
}

function typed(archive: Archive): void {
  const state = withText(archive.state, archive.text.value);
  if (state.q !== archive.state.q) void go(archive, state, true);
}

/** Chips, the pager and ways out of an empty list are links with a state in them. */
async function followLink(archive: Archive, event: MouseEvent): Promise<void> {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (link.pathname !== location.pathname || link.hash !== '' || !isListItself(archive.page)) return;
  event.preventDefault();
  const isPager = link.closest('nav') !== null;
  await go(archive, readState(link.search));
  const { column, count } = archive.page;
  if (isPager) column.scrollIntoView();
  // What was clicked is gone: keyboards go on from the count.
  if (!link.isConnected) count.focus({ preventScroll: true });
}

async function show(archive: Archive): Promise<void> {
  const { page, state, text, facets, head } = archive;
  facets.tick(state.filters);
  head.show(state.sort);
  if (!archive.isTyping) text.value = state.q;
  const needsRows = asksMore(state) || archive.wantsOptions || !archive.isWritten;
  if (!needsRows) {
    showWritten(page);
    return;
  }
  try {
    if (asksMore(state)) showLoading(page);
    const view = archiveView(await archive.load(), state);
    // Something else was asked for meanwhile; its own call shows it.
    if (archive.state !== state) return;
    facets.show(view.options);
    // A later page of the whole archive stays as it was written; only its rail grows.
    if (!isListItself(page)) return;
    showList(page, view, (other) => addressOf(page, other));
    archive.isWritten = false;
  } catch (error) {
    if (!(error instanceof RowsNotLoaded)) throw error;
    if (archive.state === state) showFailure(page, error.message, () => void show(archive));
  }
}

function asksMore(state: ArchiveState): boolean {
  return isFiltered(state) || !isNewestFirst(state.sort) || state.page > 1;
}

function isListItself({ root }: ListPage): boolean {
  return new URL(root + incidentsPath(), location.href).pathname === location.pathname;
}
