// Fills copies of the server's rows, so that a filtered list has the markup of a page.
import type { RowView } from '../../core/rows/row-view.ts';
import { incidentPath } from '../../core/text/urls.ts';
import { markedTitle } from '../list/marked-title.ts';
import { copyPart, find, type Parts, severityMark } from '../list/parts.ts';

/** Which of the two rows in the template: one with everything in it, one with nothing known. */
const FULL = 0;
const EMPTY = 1;

/** `root` is the way from the page to the site's root. */
export function makeRow(parts: Parts, row: RowView, root: string): HTMLElement {
  const element = copyPart(parts, 'rows', FULL);
  find(element, '.incident-table__severity').replaceChildren(severityMark(parts, row.severity ?? ''));
  const title = find<HTMLAnchorElement>(element, '.incident-table__title');
  title.replaceChildren(...markedTitle(row.title));
  title.setAttribute('href', root + incidentPath(row.id));
  fillMeta(element, parts, row);
  fillCells(element, parts, row);
  return element;
}

function fillMeta(element: HTMLElement, parts: Parts, row: RowView): void {
  const meta = find(element, '.incident-table__meta');
  const services = find(meta, '.incident-table__services');
  services.textContent = row.services;
  find(meta, '.doc-status').replaceWith(...(row.status === 'published' ? [] : [copyPart(parts, `status-${row.status}`)]));
  if (row.services === '') services.remove();
  if (meta.childElementCount === 0) meta.remove();
}

function fillCells(element: HTMLElement, parts: Parts, row: RowView): void {
  const cell = (name: string) => find(element, `.incident-table__${name}`);
  const notKnown = (name: string) => cell(name).replaceWith(find(copyPart(parts, 'rows', EMPTY), `.incident-table__${name}`));
  if (row.started) {
    const time = find<HTMLTimeElement>(cell('started'), 'time');
    time.setAttribute('datetime', row.started.day);
    time.textContent = row.started.text;
  } else notKnown('started');
  if (row.lasted === undefined) notKnown('lasted');
  else cell('lasted').textContent = row.lasted;
  if (row.detected === undefined) notKnown('detected');
  else find(cell('detected'), 'span:last-child').textContent = row.detected;
  if (row.openCount === 0) notKnown('actions');
  else fillActions(cell('actions'), row);
}

function fillActions(cell: HTMLElement, row: RowView): void {
  find(cell, 'span').textContent = row.actions;
  const late = find(cell, '.late-word');
  if (row.overdueCount > 0) late.textContent = ` ${row.overdueCount} overdue`;
  else late.remove();
}
