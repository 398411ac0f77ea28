// Action items as a table for spreadsheets.
import { stringify } from 'csv-stringify/sync';
import type { TrackedAction } from '../model/archive.ts';
import { personOf, type SiteConfig } from '../model/site-config.ts';

const COLUMNS = [
  'incident',
  'id',
  'title',
  'status',
  'type',
  'priority',
  'owner',
  'owner_team',
  'team',
  'created',
  'due',
  'due_from',
  'overdue_days',
  'completed',
  'age_days',
  'ticket',
  'ticket_url',
  'done_when',
  'reason',
  'evidence',
  'severity',
  'incident_title',
] as const;

type Row = Readonly<Record<(typeof COLUMNS)[number], string | number | undefined>>;

const OPTIONS = { columns: [...COLUMNS], quoted: true, quoted_empty: false, escape_formulas: true, record_delimiter: '\r\n' } as const;
const HEAD = stringify([], { ...OPTIONS, header: true });

/** An item stands in the tables of its owner, its team, its services and the whole. */
const lines = new WeakMap<TrackedAction, string>();

/**
 * RFC 4180. Everything is quoted, and what a spreadsheet would take for a formula has an apostrophe before it: titles come from
 * whoever wrote the postmortem. Days of lateness count up from 0, for a minus sign would be taken for a formula too.
 */
export function writeActionsCsv(actions: readonly TrackedAction[], config: SiteConfig): string {
  let text = HEAD;
  for (const action of actions) text += lineOf(action, config);
  return text;
}

function lineOf(action: TrackedAction, config: SiteConfig): string {
  const line = lines.get(action) ?? stringify([rowOf(action, config)], OPTIONS);
  lines.set(action, line);
  return line;
}

function rowOf({ item, incident, ageDays, overdueDays }: TrackedAction, config: SiteConfig): Row {
  return {
    incident: incident.id,
    id: item.id,
    title: item.title.plain,
    status: item.status,
    type: item.type,
    priority: item.priority,
    owner: item.owner,
    owner_team: item.owner === undefined ? undefined : personOf(config, item.owner)?.team,
    team: item.team,
    created: item.created,
    due: item.due,
    due_from: item.due === undefined ? undefined : (item.dueFrom ?? 'file'),
    overdue_days: overdueDays === undefined ? undefined : Math.max(0, overdueDays),
    completed: item.completed,
    age_days: ageDays === undefined ? undefined : Math.max(0, ageDays),
    ticket: item.ticket?.text,
    ticket_url: item.ticket?.url,
    done_when: item.doneWhen,
    reason: item.reason,
    evidence: item.evidence,
    severity: incident.severity,
    incident_title: incident.title,
  };
}
