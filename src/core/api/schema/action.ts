// What is published about one action item.
import { z } from 'zod';
import { ACTION_STATUSES, ACTION_TYPES } from '../../model/action-item.ts';
import { ASSIGNEE_KINDS } from '../../model/archive.ts';
import { LEDGER_EVENTS } from '../../model/ledger.ts';
import { address, count, day } from './parts.ts';

/** As it stands in its incident: nothing here changes while the file does not. */
export const actionItem = z.object({
  id: z.string().describe('Unique within its incident.'),
  title: z.string(),
  type: z.enum(ACTION_TYPES).optional(),
  status: z.enum(ACTION_STATUSES),
  priority: z.string().optional(),
  owner: z.string().optional(),
  owner_name: z.string().optional().describe('Of an owner whom the site knows by name.'),
  owner_team: z.string().optional().describe('Of an owner whose team the site knows.'),
  team: z.string().optional().describe('Where the item names one itself; otherwise the tracker counts it to owner_team.'),
  created: day.optional(),
  due: day.optional(),
  due_from: z.enum(['file', 'policy']).optional().describe('policy: worked out from the due_days of the site.'),
  completed: day.optional(),
  ticket: z.string().optional(),
  ticket_url: z.string().optional(),
  done_when: z.string().optional(),
  evidence: z.string().optional(),
  reason: z.string().optional(),
});
export type ActionItemJson = z.infer<typeof actionItem>;

const itemHistory = z.object({
  slips: count.describe('How often the due day was moved to a later one.'),
  slipped_days: count,
  uncommitted: z.boolean().describe('The working tree differs from the last commit; nothing dates that change.'),
  events: z.array(
    z.object({ kind: z.enum(LEDGER_EVENTS), day, commit: z.string(), from: z.string().optional(), to: z.string().optional() }),
  ),
});
export type ItemHistoryJson = z.infer<typeof itemHistory>;

export const trackedAction = actionItem.extend({
  incident: z.string().describe('Id of the incident that promised it.'),
  incident_title: z.string(),
  severity: z.string().optional(),
  url: address,
  open: z.boolean(),
  age_days: z
    .int()
    .optional()
    .describe('Since it was created, else since the incident ended or began; to its completion or to "generated".'),
  overdue_days: z.int().optional().describe('While open and with a due day; negative while there is time left.'),
  recurring: z.string().optional().describe('Slug of the recurring promise it belongs to, in recurring.json.'),
  history: itemHistory.optional().describe('From git; absent where it is not available.'),
});
export type TrackedActionJson = z.infer<typeof trackedAction>;

export const progress = z.object({
  total: count,
  done: count,
  dropped: count.describe('Items that will not be done.'),
  open: count,
  overdue: count.describe('Open past their due day, on the day of "generated".'),
  median_age_days: z.number().nonnegative().optional().describe('Of the open items whose age is known.'),
  aged: count.describe('How many those are.'),
  on_time: z.object({
    kept: count.describe('Done on their due day or before it.'),
    of: count.describe('Done, with both days known: what "kept" is counted among.'),
    without_due: count.describe('Done, and never due on a day.'),
    without_completed: count.describe('Done, and due on a day, but not known when.'),
  }),
});
export type ProgressJson = z.infer<typeof progress>;

/** Whose items a list beside the tracker's pages holds. */
export const actionListOf = z.object({
  kind: z.enum(ASSIGNEE_KINDS),
  id: z.string().describe('Empty for what nobody owns.'),
  name: z.string(),
});
