// The archive's script: the incidents as a list to filter, sort and page through.
import { type ArchiveRows, FACETS } from '../../core/rows/archive-rows.ts';
import { incidentsPath } from '../../core/text/urls.ts';
import type { Address } from '../list/chips.ts';
import { connectFacets } from '../list/facet-boxes.ts';
import { type ListPage, showList } from '../list/list-page.ts';
import { connectSorting } from '../list/sort-controls.ts';
import { type ListControls, type ListEvents, type ListKind, startList } from '../list/start-list.ts';
import { type ArchiveView, archiveView } from './archive-view.ts';
import { readRows } from './read-rows.ts';
import { sayFound } from './say-found.ts';
import { makeRow } from './show-rows.ts';
import { type ArchiveState, COLUMNS, isFiltered, isNewestFirst, readState, sortedBy, toggleValue, withText, writeState } from './state.ts';
import { searchTexts } from './text-filter.ts';

const ARCHIVE: ListKind<ArchiveRows, ArchiveState, ArchiveView> = {
  path: incidentsPath(),
  rowsFile: 'incidents/rows.json',
  readRows,
  prepare: searchTexts,
  readState,
  // Pages of the whole archive are files.
  address: (state) => (!isFiltered(state) && isNewestFirst(state.sort) ? incidentsPath(state.page) : incidentsPath() + writeState(state)),
  withText,
  asksMore: (state) => isFiltered(state) || !isNewestFirst(state.sort) || state.page > 1,
  isOutdated: () => false,
  view: archiveView,
  connect,
  show,
};

/** Brings the list at `host` to life. */
export function startArchive(host: HTMLElement): void {
  startList(host, ARCHIVE);
}

function connect({ rail, column, parts }: ListPage, events: ListEvents<ArchiveState>): ListControls<ArchiveState, ArchiveView> {
  const boxes = connectFacets(
    { rail, parts, facets: FACETS },
    { toggled: (facet, value) => events.go(toggleValue(events.current(), facet, value)), expanded: events.expand },
  );
  const sorting = connectSorting(
    { column, parts, columns: COLUMNS },
    {
      pressed: (name) => events.go(sortedBy(events.current(), name)),
      chosen: (sort) => events.go({ ...events.current(), sort, page: 1 }),
    },
  );
  return {
    tick: (state) => {
      boxes.tick(state.filters);
      sorting.show(state.sort);
    },
    show: ({ options }) => boxes.show(options),
  };
}

function show(page: ListPage, view: ArchiveView, address: Address<ArchiveState>): void {
  const { bold, rest } = sayFound(view);
  const number = document.createElement('b');
  number.textContent = bold;
  const body = page.table.tBodies[0]?.cloneNode(false) as HTMLElement;
  body.replaceChildren(...view.rows.map((row) => makeRow(page.parts, row, page.root)));
  showList(page, view, { count: [number, rest], bodies: [body], noun: 'incident', address });
}
