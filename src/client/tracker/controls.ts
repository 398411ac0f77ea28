// What narrows, cuts and orders the tracker: views, facets, ranges, groups, heads.

import { sayCount } from '../../core/text/count.ts';
import { ACTION_FACETS } from '../../core/tracker/rows.ts';
import {
  ACTION_COLUMNS,
  GROUPINGS,
  range,
  readDay,
  readDays,
  sortedByColumn,
  type TrackerState,
  toggleFacet,
} from '../../core/tracker/state.ts';
import { VIEWS } from '../../core/tracker/views.ts';
import { connectFacets } from '../list/facet-boxes.ts';
import type { ListPage } from '../list/list-page.ts';
import { find, setText } from '../list/parts.ts';
import { connectSorting } from '../list/sort-controls.ts';
import type { ListControls, ListEvents } from '../list/start-list.ts';
import type { TrackerView } from './tracker-view.ts';

type Events = ListEvents<TrackerState>;
type Controls = ListControls<TrackerState, Pick<TrackerView, 'options' | 'views'>>;

/** `address` is that of a state, from this page. */
export function connectControls({ rail, column, parts }: ListPage, events: Events, address: (state: TrackerState) => string): Controls {
  const boxes = connectFacets(
    { rail, parts, facets: ACTION_FACETS },
    { toggled: (facet, value) => events.go(toggleFacet(events.current(), facet, value)), expanded: events.expand },
  );
  const sorting = connectSorting(
    { column, parts, columns: ACTION_COLUMNS },
    {
      pressed: (name) => events.go(sortedByColumn(events.current(), name)),
      chosen: (sort) => events.go({ ...events.current(), sort, page: 1 }),
    },
  );
  const views = connectViews(rail, address);
  const others = [connectRanges(rail, events), connectGroups(column, events), views.tick];
  return {
    tick: (state) => {
      boxes.tick(state.filters);
      sorting.show(state.sort);
      for (const tick of others) tick(state);
    },
    show: (view) => {
      boxes.show(view.options);
      views.count(view.views);
    },
  };
}

type Tick = (state: TrackerState) => void;

/** Links: they keep the other filters, and can be opened elsewhere. */
function connectViews(
  rail: HTMLElement,
  address: (state: TrackerState) => string,
): { tick: Tick; count(views: TrackerView['views']): void } {
  const links = [...rail.querySelectorAll<HTMLElement>('[data-view]')].flatMap((link) => {
    const view = VIEWS.find((name) => name === link.dataset.view);
    return view ? [{ link, view, count: find(link, '.saved-views__count') }] : [];
  });
  return {
    tick: (state) => {
      for (const { link, view } of links) {
        link.setAttribute('href', address({ ...state, view, page: 1 }));
        if (view === state.view) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    },
    count: (counts) => {
      for (const { view, count } of links) {
        setText(count, sayCount(counts[view]));
        count.classList.toggle('late-word', view === 'overdue' && counts[view] > 0);
      }
    },
  };
}

/** Taken when the reader is done with a box: half a date is no date. */
function connectRanges(rail: HTMLElement, events: Events): Tick {
  const box = (name: string) => find<HTMLInputElement>(rail, `input[name="${name}"]`);
  const [dueFrom, dueTo, ageFrom, ageTo] = [box('due-from'), box('due-to'), box('age-from'), box('age-to')];
  for (const input of [dueFrom, dueTo, ageFrom, ageTo]) {
    input.addEventListener('change', () => {
      const due = range(readDay(dueFrom.value), readDay(dueTo.value));
      const age = range(readDays(ageFrom.value), readDays(ageTo.value));
      events.go({ ...events.current(), due, age, page: 1 });
    });
  }
  return ({ due, age }) => {
    const written = [due.from, due.to, age.from, age.to];
    [dueFrom, dueTo, ageFrom, ageTo].forEach((input, index) => {
      const value = String(written[index] ?? '');
      // Not while it is being filled in: a date is emptied by its browser until it is whole.
      if (input.value !== value && document.activeElement !== input) input.value = value;
    });
  };
}

function connectGroups(column: HTMLElement, events: Events): Tick {
  const select = find<HTMLSelectElement>(column, 'select[name="group"]');
  select.addEventListener('change', () => {
    events.go({ ...events.current(), group: GROUPINGS.find((name) => name === select.value), page: 1 });
  });
  return ({ group }) => {
    select.value = group ?? '';
  };
}
