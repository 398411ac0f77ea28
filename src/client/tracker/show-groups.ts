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

/** More than fit in a window. */
const FIRST_ROWS = 20;

interface Bodies {
  /** As much as a reader sees at once. */
  readonly first: readonly HTMLElement[];
  /** Puts the rest of the page into the table that holds the first. */
  complete(table: HTMLElement): void;
}

/** In two steps: a hundred rows take several frames to lay out, and most of them lie below the window. */
export function makeBodies({ table, today, groups, by }: TrackerView, parts: Parts, root: string): Bodies {
  const context: RowContext = { parts, table, today, root };
  const makeRow = rowMaker(context);
  let room = FIRST_ROWS;
  const bodies = groups.map(({ group, rows }) => {
    const shown = rows.slice(0, room);
    const makeBody = () => (group ? makeHead(group, by, context) : copyPart(parts, 'group', PLAIN));
    const body = room > 0 ? makeBody() : undefined;
    body?.append(...shown.map(makeRow));
    room -= shown.length;
    return { body, makeBody, rest: rows.slice(shown.length) };
  });
  return {
    first: bodies.flatMap(({ body }) => body ?? []),
    complete: (element) => {
      for (const { body, makeBody, rest } of bodies) {
        const whole = body ?? makeBody();
        whole.append(...rest.map(makeRow));
        if (!body) element.append(whole);
      }
    },
  };
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
