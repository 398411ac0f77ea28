// A list that is filtered, sorted and paged in the browser: reads what is asked from the URL, fetches the rows when that is more than the
// page holds, and shows what matches. What it lists, and how a row looks, is its kind's affair.
import { afterPaint } from './after-paint.ts';
import type { Address } from './chips.ts';
import { type ListPage, openListPage, showFailure, showLoading, showWritten } from './list-page.ts';
import { type ReadRows, RowsNotLoaded, rowsLoader } from './load-rows.ts';

/** What the URL holds: the words to filter by, and whatever else the list knows. */
interface ListState {
  readonly q: string;
}

export interface ListEvents<State> {
  current(): State;
  go(state: State): void;
  /** More choices are wanted than the page was built with. */
  expand(): void;
}

/** What narrows and orders the list. */
export interface ListControls<State, View> {
  /** Shows what the state says, at once: counts come with the rows. */
  tick(state: State): void;
  show(view: View): void;
}

export interface ListKind<Rows, State extends ListState, View> {
  /** Of the list itself, from the site's root; its later pages lie below it. */
  readonly path: string;
  /** From the site's root. */
  readonly rowsFile: string;
  readonly readRows: ReadRows<Rows>;
  /** Made ready while the reader thinks of a word. */
  prepare(rows: Rows, page: ListPage): void;
  readState(search: string): State;
  /** The address of a state, from the site's root. */
  address(state: State): string;
  withText(state: State, q: string): State;
  /** More than the page holds as it was written. */
  asksMore(state: State): boolean;
  /** What the server wrote is no longer true: rows are fetched and shown though nothing was asked. */
  isOutdated(page: ListPage): boolean;
  view(rows: Rows, state: State, page: ListPage): View;
  connect(page: ListPage, events: ListEvents<State>): ListControls<State, View>;
  show(page: ListPage, view: View, address: Address<State>): void;
}

interface List<Rows, State extends ListState, View> {
  readonly kind: ListKind<Rows, State, View>;
  readonly page: ListPage;
  readonly load: () => Promise<Rows>;
  readonly controls: ListControls<State, View>;
  state: State;
  /** The list stands as the server wrote it: nothing need be fetched to show the whole of it. */
  isWritten: boolean;
  /** Facets were unfolded beyond what the server wrote. */
  wantsOptions: boolean;
  /** While the reader types, one entry of the history is enough. */
  isTyping: boolean;
}

/** Brings the list at `host` to life. */
export function startList<Rows, State extends ListState, View>(host: HTMLElement, kind: ListKind<Rows, State, View>): void {
  const page = openListPage(host);
  const asked = kind.readState(location.search);
  if (!isListItself(page, kind) && kind.asksMore(asked)) {
    location.replace(page.root + kind.address(asked));
    return;
  }
  const list = connect(page, kind, asked);
  page.host.addEventListener('click', (event) => void followLink(list, event));
  addEventListener('popstate', () => {
    list.isTyping = false;
    list.state = kind.readState(location.search);
    void show(list);
  });
  // Typed while the script was on its way: the reader does not type it twice.
  const isEarly = isListItself(page, kind) && document.activeElement === page.text && page.text.value !== asked.q;
  if (isEarly) typed(list);
  else void show(list);
}

function connect<Rows, State extends ListState, View>(
  page: ListPage,
  kind: ListKind<Rows, State, View>,
  state: State,
): List<Rows, State, View> {
  const events: ListEvents<State> = {
    current: () => list.state,
    go: (next) => void go(list, next),
    expand: () => {
      list.wantsOptions = true;
      void show(list);
    },
  };
  const list: List<Rows, State, View> = {
    kind,
    page,
    state,
    load: rowsLoader(page.root + kind.rowsFile, kind.readRows),
    controls: kind.connect(page, events),
    isWritten: true,
    wantsOptions: false,
    isTyping: false,
  };
  const { text } = page;
  // Fetched and prepared while the reader thinks of a word; what fails here is told when it is needed.
  text.addEventListener(
    'focus',
    () =>
      void list.load().then(
        (rows) => kind.prepare(rows, page),
        () => {},
      ),
  );
  // Where typing leads to another page, it does so once it is done.
  if (isListItself(page, kind)) text.addEventListener('input', () => typed(list));
  text.addEventListener('change', () => {
    typed(list);
    list.isTyping = false;
  });
  return list;
}

async function go<Rows, State extends ListState, View>(list: List<Rows, State, View>, state: State, isTyping = false): Promise<void> {
  const url = list.page.root + list.kind.address(state);
  // A later page of the list stands two folders down: its links would break under another address.
  if (!isListItself(list.page, list.kind)) {
    location.assign(url);
    return;
  }
  // An entry remembers where the reader was: it is made before the list changes. One that is written again need not come before what was typed.
  if (list.isTyping && isTyping) afterPaint(() => list.state === state && history.replaceState(null, '', url));
  else history.pushState(null, '', url);
  list.isTyping = isTyping;
  list.state = state;
  await show(list);
}

function typed<Rows, State extends ListState, View>(list: List<Rows, State, View>): void {
  const state = list.kind.withText(list.state, list.page.text.value);
  if (state.q !== list.state.q) void go(list, state, true);
}

/** Chips, views, the pager and ways out of an empty list are links with a state in them. */
async function followLink<Rows, State extends ListState, View>(list: List<Rows, State, View>, event: MouseEvent): Promise<void> {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (link.pathname !== location.pathname || link.hash !== '' || !isListItself(list.page, list.kind)) return;
  event.preventDefault();
  const { column, count, below } = list.page;
  const isPager = below.contains(link);
  await go(list, list.kind.readState(link.search));
  if (isPager) column.scrollIntoView();
  // What was clicked is gone: keyboards go on from the count.
  if (!link.isConnected) count.focus({ preventScroll: true });
}

async function show<Rows, State extends ListState, View>(list: List<Rows, State, View>): Promise<void> {
  const { kind, page, state, controls } = list;
  controls.tick(state);
  if (!list.isTyping) page.text.value = state.q;
  const asksMore = kind.asksMore(state);
  const isOutdated = kind.isOutdated(page);
  if (!asksMore && !list.wantsOptions && list.isWritten && !isOutdated) {
    showWritten(page);
    return;
  }
  try {
    if (asksMore) showLoading(page);
    const view = kind.view(await list.load(), state, page);
    // Something else was asked for meanwhile; its own call shows it.
    if (list.state !== state) return;
    controls.show(view);
    // A later page of the whole list stays as it was written; only its rail grows.
    if (!isListItself(page, kind) && !isOutdated) return;
    kind.show(page, view, (other) => page.root + kind.address(other));
    list.isWritten = false;
  } catch (error) {
    if (!(error instanceof RowsNotLoaded)) throw error;
    if (list.state === state) showFailure(page, error.message, () => void show(list));
  }
}

function isListItself({ root }: ListPage, { path }: { readonly path: string }): boolean {
  return new URL(root + path, location.href).pathname === location.pathname;
}
