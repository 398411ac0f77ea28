// A promise made in a postmortem.
import { ACTION_STATUSES, ACTION_TYPES } from '../../model/action-item.ts';
import { choice, day, field, fields, id, line, needed, prose, ticket } from './kit.ts';

export const actionItem = fields({
  id: field(id(), 'Unique within the incident; default: by position, `AI-1`.', 'AI-1'),
  title: needed(prose(500), 'What will be done. Markdown.', 'Deploy configuration to one zone first'),
  type: field(choice(ACTION_TYPES), 'What it is for.', 'prevent'),
  status: field(choice(ACTION_STATUSES), 'Where it stands; default `open`.', 'in_progress'),
  priority: field(line(20), 'How urgent; `P1` is the most urgent.', 'P1'),
  owner: field(line(100), 'The person who sees to it: an id of `people`, or a name.', 'ana'),
  team: field(line(100), 'The team that sees to it.', 'payments'),
  created: field(day(), 'The day it was promised.', '2026-11-24'),
  due: field(day(), 'The day it is due; default: by `due_days` of the site.', '2026-12-01'),
  completed: field(day(), 'The day it was done; wanted of everything that is done.', '2026-11-30'),
  ticket: field(ticket(), 'A URL, or a key that `ticket_links` of the site turns into one.', 'PAY-812'),
  done_when: field(prose(1000), 'How anyone can tell that it is done. Markdown.', 'A bad setting stops at the first zone.'),
  evidence: field(prose(1000), 'What shows that it is done: a URL or words. Markdown.', 'https://git.example.com/config/pull/7'),
  reason: field(
    prose(1000),
    'Why it is blocked or will not be done, wanted of both; or why it takes longer than the policy lets it. Markdown.',
    'The service is retired in March.',
  ),
});
