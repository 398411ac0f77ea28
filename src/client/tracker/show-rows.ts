// Fills copies of the server's rows, so that a filtered list has the markup of a page.
import { ACTION_STATUSES, type ActionStatus } from '../../core/model/action-item.ts';
import type { Day } from '../../core/model/timestamp.ts';
import { assigneePath, incidentPath, recurringPath } from '../../core/text/urls.ts';
import { numberedDay } from '../../core/time/calendar.ts';
import { formatDay } from '../../core/time/format.ts';
import { type ActionTable, ageOn } from '../../core/tracker/table.ts';
import { textAt } from '../../core/tracker/word-texts.ts';
import { sayAge, sayDue, sayFinished, sayReason, sayTimes } from '../../core/tracker/words.ts';
import { markedTitle } from '../list/marked-title.ts';
import { copyPart, find, type Parts, severityMark } from '../list/parts.ts';

export interface RowContext {
  readonly parts: Parts;
  readonly table: ActionTable;
  readonly today: Day;
  /** The way from the page to the site's root. */
  readonly root: string;
}

/** Which of the forms in the template. */
const [OWNED, UNOWNED] = [0, 1];
const [GIVEN, NONE] = [0, 1];
const [DATED, UNDATED, FINISHED, FINISHED_UNDATED] = [0, 1, 2, 3];

/** Makes rows by their positions in the table. */
export function rowMaker(context: RowContext): (row: number) => HTMLElement {
  const ageOf = ageOn(context.table, context.today);
  return (row) => {
    const { parts, table } = context;
    const status = statusOf(table, row);
    const element = copyPart(parts, 'row');
    const cell = (name: string) => find(element, `.action-table__${name}`);
    cell('status').replaceChildren(copyPart(parts, `status-${status}`));
    fillWhat(cell('what'), context, row, status);
    cell('owner').replaceChildren(ownerOf(context, row));
    cell('priority').replaceChildren(priorityOf(context, row));
    const age = ageOf(row);
    cell('age').textContent = age === null ? '' : sayAge(age);
    cell('due').replaceChildren(dueOf(context, row, status));
    return element;
  };
}

function fillWhat(what: HTMLElement, { parts, table, root }: RowContext, row: number, status: ActionStatus): void {
  const { rows, facets, incident: incidents } = table;
  const incident = incidents[row] ?? -1;
  const path = root + incidentPath(rows.incidents.ids[incident] ?? '');
  const id = rows.ids.rows[row] ?? -1;
  const title = find(what, '.action-table__title');
  title.replaceChildren(...markedTitle(textAt(rows.titles, row)));
  title.setAttribute('href', `${path}#${rows.ids.slugs[id] ?? ''}`);
  find(what, '.action-table__id').textContent = rows.ids.ids[id] ?? '';
  find(what, '.severity').replaceWith(severityMark(parts, rows.incidents.severity.ids[rows.incidents.severity.rows[incident] ?? -1] ?? ''));
  const source = find(what, '.quiet-link');
  source.replaceChildren(...markedTitle(facets.incident.names[incident] ?? ''));
  source.setAttribute('href', path);
  const again = find(what, '.action-table__again');
  const promise = rows.promise.ids[rows.promise.rows[row] ?? -1];
  if (promise === undefined) again.remove();
  else {
    again.textContent = sayTimes(table.times(row));
    again.setAttribute('href', root + recurringPath(promise));
  }
  const reason = table.reason(row);
  fillOrRemove(find(what, '.action-table__reason'), reason && sayReason(status, reason));
  fillOrRemove(find(what, '.action-table__past'), table.past(row));
}

function fillOrRemove(element: HTMLElement, text: string | undefined): void {
  if (text === undefined) element.remove();
  else element.textContent = text;
}

/** A person, else a team, else nobody. */
function ownerOf({ parts, table: { rows }, root }: RowContext, row: number): HTMLElement {
  const kind = (rows.owner.rows[row] ?? -1) >= 0 ? 'owner' : 'team';
  const position = rows[kind].rows[row] ?? -1;
  if (position < 0) return copyPart(parts, 'owner', UNOWNED);
  const link = copyPart(parts, 'owner', OWNED);
  link.textContent = rows[kind].names[position] ?? '';
  link.setAttribute('href', root + assigneePath(kind, rows[kind].slugs[position] ?? ''));
  return link;
}

function priorityOf({ parts, table: { rows } }: RowContext, row: number): HTMLElement {
  const name = rows.priority.names[rows.priority.rows[row] ?? -1];
  const element = copyPart(parts, 'priority', name === undefined ? NONE : GIVEN);
  if (name !== undefined) element.textContent = name;
  return element;
}

function dueOf({ parts, table, today }: RowContext, row: number, status: ActionStatus): HTMLElement {
  const { rows } = table;
  if (!table.isOpen(row)) return finishedOn(parts, status, rows.completed[row] ?? null);
  const due = rows.due[row] ?? null;
  if (due === null) return copyPart(parts, 'due', UNDATED);
  const day = numberedDay(due);
  const element = copyPart(parts, 'due', DATED);
  const { text, urgency } = sayDue(day, today);
  element.className = urgency === 'calm' ? 'due' : `due due--${urgency}`;
  find(element, '.due__words').textContent = text;
  setDay(element, day);
  if (!table.isByPolicy(row)) find(element, '.due__policy').remove();
  return element;
}

function finishedOn(parts: Parts, status: ActionStatus, completed: number | null): HTMLElement {
  const element = copyPart(parts, 'due', completed === null ? FINISHED_UNDATED : FINISHED);
  if (completed === null) element.textContent = `${sayFinished(status)}, no date`;
  else {
    setDay(element, numberedDay(completed));
    find(element, '.due__words').firstChild?.replaceWith(`${sayFinished(status)} `);
  }
  return element;
}

function setDay(element: HTMLElement, day: Day): void {
  const time = find(element, 'time');
  time.textContent = formatDay(day);
  time.setAttribute('datetime', day);
}

function statusOf({ rows }: ActionTable, row: number): ActionStatus {
  const id = rows.status.ids[rows.status.rows[row] ?? -1];
  return ACTION_STATUSES.find((status) => status === id) ?? 'open';
}
