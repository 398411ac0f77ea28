// A list of action items for people at a terminal.
import { createColors } from 'picocolors';
import { actionTeam } from '../../core/archive/actions.ts';
import type { TrackedAction } from '../../core/model/archive.ts';
import { personOf } from '../../core/model/site-config.ts';
import { countOf } from '../../core/text/count.ts';
import { STATUS_WORDS } from '../../core/tracker/rows.ts';
import { visible } from '../report/visible.ts';
import type { ListStyle } from './formats.ts';
import type { ActionGroupList, SelectedActions } from './select.ts';
import { type Cell, terminalTable } from './terminal-table.ts';

const HEAD = ['ITEM', 'DUE', '', 'STATUS', 'PRIO', 'OWNER', 'TEAM', 'ACTION'];

export function textOf({ actions, groups }: SelectedActions, style: ListStyle): string {
  const { bold, dim } = createColors(style.color);
  if (!groups) return listed(actions, style);
  return groups.map((group) => `${bold(visible(group.name))}  ${dim(tallyOf(group))}\n${listed(group.actions, style)}`).join('\n\n');
}

function listed(actions: readonly TrackedAction[], style: ListStyle): string {
  const [head = '', ...lines] = terminalTable(
    HEAD,
    actions.map((action) => cellsOf(action, style)),
    style.width,
  );
  return [createColors(style.color).dim(head), ...lines].join('\n');
}

function tallyOf({ open, overdue, actions }: ActionGroupList): string {
  const late = overdue > 0 ? `, ${overdue} overdue` : '';
  return `${open} open${late} of ${countOf(actions.length, 'action item')}`;
}

function cellsOf({ item, incident, overdueDays }: TrackedAction, { config, color }: ListStyle): Cell[] {
  const { red, yellow, dim } = createColors(color);
  const isLate = overdueDays !== undefined && overdueDays > 0;
  const isSoon = overdueDays !== undefined && overdueDays <= 0 && overdueDays >= -SOON;
  const paint = isLate ? { paint: red } : isSoon ? { paint: yellow } : {};
  const person = item.owner === undefined ? undefined : (personOf(config, item.owner)?.name ?? item.owner);
  return [
    { text: `${incident.id}/${item.id}`, paint: dim },
    { text: item.due === undefined ? '' : `${item.due}${item.dueFrom === 'policy' ? '*' : ''}`, ...paint },
    { text: overdueDays === undefined ? '' : sayLeft(overdueDays), ...paint },
    { text: STATUS_WORDS[item.status] },
    { text: item.priority ?? '' },
    { text: person ?? '' },
    { text: actionTeam(item, config.people) ?? '' },
    { text: item.title.plain },
  ];
}

const SOON = 7;

function sayLeft(overdue: number): string {
  if (overdue === 0) return 'today';
  return overdue > 0 ? `${overdue} d late` : `in ${-overdue} d`;
}
