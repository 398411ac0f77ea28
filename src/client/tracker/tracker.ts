// The tracker's script: action items as a list to filter, sort, group and page through, counted to the day it is read.
import type { Day } from '../../core/model/timestamp.ts';
import { sayCount } from '../../core/text/count.ts';
import { actionsPath } from '../../core/text/urls.ts';
import { formatDay } from '../../core/time/format.ts';
import { prepareTracker } from '../../core/tracker/find.ts';
import { ACTIONS_PER_PAGE, type ActionRows } from '../../core/tracker/rows.ts';
import { isMostOverdueFirst, isNarrowed, readTrackerState, type TrackerState, writeTrackerState } from '../../core/tracker/state.ts';
import { tableOf } from '../../core/tracker/table.ts';
import { VIEWS } from '../../core/tracker/views.ts';
import { sayListed } from '../../core/tracker/words.ts';
import { afterPaint } from '../list/after-paint.ts';
import type { Address } from '../list/chips.ts';
import { type ListPage, showList } from '../list/list-page.ts';
import { find, setText } from '../list/parts.ts';
import { type ListKind, startList } from '../list/start-list.ts';
import { connectControls } from './controls.ts';
import { readActionRows } from './read-rows.ts';
import { bodyMaker } from './show-groups.ts';
import { todayIn } from './today.ts';
import { type TrackerView, trackerView, withText } from './tracker-view.ts';

const TRACKER: ListKind<ActionRows, TrackerState, TrackerView> = {
  path: actionsPath(),
  rowsFile: 'actions/rows.json',
  readRows: readActionRows,
  prepare: (rows, { host }) => prepareTracker(tableOf(rows), todayOf(host)),
  readState: readTrackerState,
  address,
  withText,
  asksMore: (state) => asksOtherThanWritten(state) || state.page > 1,
  // A page that can read no file says of which day it is, and stays as it is.
  isOutdated: ({ host }) => host.dataset.asOf !== todayOf(host) && location.protocol !== 'file:',
  view: (rows, state, { host }) => trackerView(tableOf(rows), onWrittenPage(state, host), todayOf(host)),
  connect: (page, events) => connectControls(page, events, (state) => page.root + address(state)),
  show,
};

let isGoingBack = false;

/** Brings the list at `host` to life. */
export function startTracker(host: HTMLElement): void {
  addEventListener('popstate', () => {
    isGoingBack = true;
  });
  // What was written is true of today: only the words for the day change.
  if (!isStill(host.dataset) && host.dataset.asOf === todayOf(host)) sayToday(todayOf(host), host);
  startList(host, TRACKER);
}

/** Pages of everything in its usual order are files. */
function address(state: TrackerState): string {
  return asksOtherThanWritten(state) ? actionsPath() + writeTrackerState(state) : actionsPath(state.page);
}

function asksOtherThanWritten(state: TrackerState): boolean {
  return isNarrowed(state) || state.group !== undefined || !isMostOverdueFirst(state.sort);
}

/** A later page of the list says in its address, not in its query, which one it is. */
function onWrittenPage(state: TrackerState, { dataset }: HTMLElement): TrackerState {
  return asksOtherThanWritten(state) || state.page > 1 ? state : { ...state, page: Number(dataset.page) || 1 };
}

/** Of a site that shows an archive of the past, its own day. */
function todayOf({ dataset }: HTMLElement): Day {
  return (isStill(dataset) && dataset.asOf) || todayIn(dataset.zone ?? 'UTC');
}

function isStill({ standsStill }: DOMStringMap): boolean {
  return standsStill !== undefined;
}

function show(page: ListPage, view: TrackerView, to: Address<TrackerState>): void {
  const { host, parts, root } = page;
  const total = view.table.size;
  const number = document.createElement('b');
  number.textContent = sayCount(view.found);
  const listed = sayListed({ found: view.found, total, open: view.tally.open, page: view.state.page, pages: view.pages });
  const { next } = bodyMaker(view, parts, root);
  const bodies: HTMLElement[] = [];
  // A browser that goes back looks for the place where the reader was: the page must be as long as it was then.
  const hasMore = next(isGoingBack ? ACTIONS_PER_PAGE : FIRST_ROWS, (body) => bodies.push(body));
  isGoingBack = false;
  showList(page, view, { count: [number, listed], bodies, noun: 'action item', address: to });
  // As long as nothing else is shown.
  const isShown = () => bodies[0]?.isConnected === true;
  const showMore = () => isShown() && next(MORE_ROWS, (body) => page.table.append(body)) && afterPaint(showMore);
  if (hasMore) afterPaint(showMore);
  showFigures(view);
  sayToday(view.today, host);
}

/** As many as fit in a window; then as many as a frame has time for. Rows are what a frame spends its time on, and not what chooses them. */
const [FIRST_ROWS, MORE_ROWS] = [12, 20];

function showFigures({ figures }: TrackerView): void {
  for (const view of VIEWS) {
    const figure = document.querySelector<HTMLElement>(`.summary-line [data-figure="${view}"]`);
    if (!figure) continue;
    setText(find(figure, 'dd'), sayCount(figures[view]));
    figure.classList.toggle('summary-line__item--late', view === 'overdue' && figures[view] > 0);
  }
}

/** "As of" at the head of the page, and in the foot of every page of lists. */
function sayToday(today: Day, { dataset }: HTMLElement): void {
  const asOf = document.querySelector('[data-today]');
  const zone = dataset.zoneName;
  const said = `today, ${formatDay(today)}${zone ? ` in ${zone}` : ''}`;
  if (asOf && asOf.textContent !== said) {
    const time = document.createElement('time');
    time.dateTime = today;
    time.textContent = formatDay(today);
    asOf.replaceChildren('today, ', time, ...(zone ? [` in ${zone}`] : []));
  }
  const foot = document.querySelector('[data-overdue-day]');
  if (foot) setText(foot, 'Days overdue are counted to today.');
}
