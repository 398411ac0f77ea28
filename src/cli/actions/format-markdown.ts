// A list of action items as a Markdown table, to be pasted into a document or a chat.

import { actionTeam } from '../../core/archive/actions.ts';
import type { TrackedAction } from '../../core/model/archive.ts';
import { personOf } from '../../core/model/site-config.ts';
import { markdownTarget, markdownWords } from '../../core/text/markdown-words.ts';
import { actionPath, siteUrl } from '../../core/text/site-url.ts';
import { STATUS_WORDS } from '../../core/tracker/rows.ts';
import { visible } from '../report/visible.ts';
import type { ListStyle } from './formats.ts';
import type { SelectedActions } from './select.ts';

const HEAD = '| Item | Action | Owner | Team | Priority | Status | Due |\n|---|---|---|---|---|---|---|';

export function markdownOf({ actions, groups }: SelectedActions, style: ListStyle): string {
  const table = (of: readonly TrackedAction[]): string => [HEAD, ...of.map((action) => rowOf(action, style))].join('\n');
  if (!groups) return table(actions);
  return groups.map(({ name, actions: own }) => `## ${words(name)}\n\n${table(own)}`).join('\n\n');
}

function rowOf({ item, incident, overdueDays }: TrackedAction, { config }: ListStyle): string {
  const key = words(`${incident.id}/${item.id}`);
  const place =
    config.url === undefined ? key : `[${key}](${markdownTarget(siteUrl(config.url, actionPath(incident.id, item.id), config.urls))})`;
  const late = overdueDays !== undefined && overdueDays > 0 ? `, ${overdueDays} d late` : '';
  const due = item.due === undefined ? '' : `${item.due}${item.dueFrom === 'policy' ? ' by policy' : ''}${late}`;
  const owner = item.owner === undefined ? '' : (personOf(config, item.owner)?.name ?? item.owner);
  const cells = [
    place,
    words(item.title.plain),
    words(owner),
    words(actionTeam(item, config.people) ?? ''),
    words(item.priority ?? ''),
    STATUS_WORDS[item.status],
    due,
  ];
  return `| ${cells.join(' | ')} |`;
}

function words(text: string): string {
  return markdownWords(visible(text));
}
