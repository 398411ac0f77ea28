// Rootly's incident and its retrospective, as its API gives them (https://docs.rootly.com, JSON:API) and as its webhooks send them.
import type { ActionStatus } from '../../../core/model/action-item.ts';
import { convertHtml } from '../html.ts';
import type { ExportedAction, ExportedEvent, ExportedIncident } from './exported.ts';
import { proseAt } from './prose.ts';
import { asRecord, at, type Json, keptAt, listAt, namesAt, textAt, timeAt } from './record.ts';

export function isRootly(value: unknown): boolean {
  const type = textAt(value, 'type');
  if (at(value, 'attributes') !== undefined) return type === 'incidents' || type === 'incident_post_mortems';
  return at(value, 'sequential_id') !== undefined || (at(value, 'incident_id') !== undefined && at(value, 'show_timeline') !== undefined);
}

export function readRootly(value: unknown): ExportedIncident {
  const fields = asRecord(at(value, 'attributes') ?? value);
  const postMortem = asRecord(inner(fields.incident_post_mortem) ?? (at(fields, 'content') === undefined ? undefined : fields));
  const number = textAt(fields, 'sequential_id');
  const content = textAt(postMortem, 'content');
  const html = content === undefined ? undefined : convertHtml(content);
  const isRefused = html !== undefined && 'refusal' in html;
  return {
    system: 'Rootly',
    key: number === undefined ? (textAt(fields, 'slug') ?? textAt(value, 'id')) : `INC-${number}`,
    title: textAt(fields, 'title'),
    times: {
      started: timeAt(fields, 'started_at') ?? timeAt(postMortem, 'started_at'),
      detected: timeAt(fields, 'detected_at'),
      acknowledged: timeAt(fields, 'acknowledged_at'),
      mitigated: timeAt(fields, 'mitigated_at') ?? timeAt(postMortem, 'mitigated_at'),
      resolved: timeAt(fields, 'resolved_at') ?? timeAt(postMortem, 'resolved_at'),
    },
    severity: textAt(inner(fields.severity), 'name') ?? textAt(fields, 'severity'),
    services: namesOf(fields, 'services'),
    teams: namesOf(fields, 'groups'),
    environments: namesOf(fields, 'environments'),
    tags: namesOf(fields, 'incident_types'),
    url: textAt(fields, 'url'),
    sections: [
      { heading: 'Summary', text: proseAt(fields, 'summary') },
      { heading: 'Mitigation', text: proseAt(fields, 'mitigation_message') },
      { heading: 'Resolution', text: proseAt(fields, 'resolution_message') },
      { heading: '', text: html === undefined || 'refusal' in html ? undefined : html.text },
    ],
    timeline: entries(fields.events).flatMap(readEvent),
    actions: entries(fields.action_items).flatMap(readAction),
    notes: isRefused ? [{ code: 'left-out', message: `The retrospective was left out: ${html.refusal}`, severity: 'warning' }] : [],
    passedOver: ['events'],
    other: otherOf(fields),
    kept: [...keptAt(fields, ['status']), ...keptAt(fields.labels, Object.keys(asRecord(fields.labels)))],
  };
}

/** https://docs.rootly.com: an incident has a kind. */
function otherOf(fields: Json): ExportedIncident['other'] {
  const kind = textAt(fields, 'kind') ?? '';
  if (/^(?:test|test_sub|example|example_sub|tutorial|training)$/.test(kind))
    return { kind: 'exercise', why: `its kind in Rootly is ${kind}` };
  if (/^scheduled(?:_sub)?$/.test(kind)) return { kind: 'maintenance', why: 'its kind in Rootly is scheduled' };
  return undefined;
}

/** `{data: {attributes}}`, `{attributes}` and the attributes alone are the same. */
function inner(value: unknown): Json | undefined {
  const found = at(value, 'data', 'attributes') ?? at(value, 'attributes') ?? value;
  const record = asRecord(found);
  return Object.keys(record).length === 0 ? undefined : record;
}

function entries(value: unknown): Json[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : listAt(value, 'data');
  return list.map((item) => inner(item)).filter((item) => item !== undefined);
}

function namesOf(fields: Json, name: string): string[] {
  return namesAt(entries(fields[name]), ['name'], ['slug']);
}

/** A `trail` is what the tool says about itself. */
function readEvent(event: Json): ExportedEvent[] {
  const text = textAt(event, 'event_raw') ?? proseAt(event, 'event');
  return text === undefined || textAt(event, 'kind') === 'trail'
    ? []
    : [{ at: timeAt(event, 'occurred_at') ?? timeAt(event, 'created_at'), text }];
}

const STATUSES: Readonly<Record<string, ActionStatus>> = { open: 'open', in_progress: 'in_progress', done: 'done', cancelled: 'wont_do' };

function readAction(item: Json): ExportedAction[] {
  const title = textAt(item, 'summary');
  if (title === undefined) return [];
  return [
    {
      title,
      status: STATUSES[textAt(item, 'status') ?? ''],
      owner: textAt(inner(item.assigned_to), 'full_name') ?? textAt(inner(item.assigned_to), 'name'),
      due: /^\d{4}-\d{2}-\d{2}/.exec(textAt(item, 'due_date') ?? '')?.[0],
      priority: textAt(item, 'priority'),
      ticket: textAt(item, 'jira_issue_url') ?? textAt(item, 'linear_issue_url') ?? textAt(item, 'github_issue_url'),
    },
  ];
}
