// The bodies of the table: one for each group that has rows on the page, or one for all of them.

import { countOf, sayCount } from '../../core/text/count.ts';
import { assigneePath, incidentPath, recurringPath } from '../../core/text/urls.ts';
import type { ActionGroup, Cut } from '../../core/tracker/group.ts';
import type { ActionTable } from '../../core/tracker/table.ts';
import { sayTally } from '../../core/tracker/words.ts';
import { copyPart, find, type Parts } from '../list/parts.ts';
import { type RowContext, rowMaker } from './show-rows.ts';
import type { TrackerView } from './tracker-view.ts';

/** Which body of the template. */
const [HEADED, PLAIN] = [0, 1];

/** Makes the bodies of one view, a few rows at a time: a hundred rows take several frames to lay out, and most of them lie below the window. */
export interface BodyMaker {
  /** Makes the next `count` rows, within bodies that `place` is given as they begin. False once there are no more rows. */
  next(count: number, place: (body: HTMLElement) => void): boolean;
}

export function bodyMaker({ table, today, groups, by }: TrackerView, parts: Parts, root: string): BodyMaker {
  const context: RowContext = { parts, table, today, root };
  const makeRow = rowMaker(context);
  let [at, shown] = [0, 0];
  let body: HTMLElement | undefined;
  const next: BodyMaker['next'] = (count, place) => {
    const { group, rows = [] } = groups[at] ?? {};
    if (!body) {
      body = group ? makeHead(group, by, context) : copyPart(parts, 'group', PLAIN);
      place(body);
    }
    body.append(...rows.slice(shown, shown + count).map(makeRow));
    const left = count - (rows.length - shown);
    shown += count;
    if (left < 0) return true;
    [at, shown, body] = [at + 1, 0, undefined];
    if (at >= groups.length) return false;
    return left === 0 || next(left, place);
  };
  return { next: (count, place) => at < groups.length && next(count, place) };
}

function makeHead(group: ActionGroup, by: Cut['by'] | undefined, { parts, table, root }: RowContext): HTMLElement {
  const body = copyPart(parts, 'group', HEADED);
  const name = find(body, '.action-table__group-name');
  const path = group.id === '' ? undefined : pathOf(by, group.id, table);
  if (path === undefined) name.textContent = group.name;
  else {
    const link = find(name, 'a');
    link.textContent = group.name;
    link.setAttribute('href', root + path);
  }
  const [tally, late] = [...body.querySelectorAll('.action-table__tally')];
  if (tally) tally.textContent = by === 'state' ? countOf(group.items, 'item') : sayTally(group);
  if (late && group.overdue > 0) late.textContent = ` ${sayCount(group.overdue)} overdue`;
  else late?.remove();
  return body;
}

/** The page of what a group stands for. */
function pathOf(by: Cut['by'] | undefined, id: string, { rows }: ActionTable): string | undefined {
  if (by === 'incident') return incidentPath(id);
  if (by === 'promise') return recurringPath(id);
  if (by !== 'owner' && by !== 'team') return undefined;
  const slug = rows[by].slugs[rows[by].ids.indexOf(id)];
  return slug === undefined ? undefined : assigneePath(by, slug);
}
