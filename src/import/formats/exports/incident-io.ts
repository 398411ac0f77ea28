// incident.io's incident: https://api-docs.incident.io/tag/Incidents-V2, with follow-ups and updates where the export holds them.
import type { ActionStatus } from '../../../core/model/action-item.ts';
import type { Milestone } from '../../../core/model/timestamp.ts';
import { adfText } from './adf.ts';
import type { ExportedAction, ExportedEvent, ExportedIncident } from './exported.ts';
import { proseAt } from './prose.ts';
import { at, listAt, namesAt, textAt, timeAt } from './record.ts';

export function isIncidentIo(value: unknown): boolean {
  return at(value, 'incident_timestamp_values') !== undefined || at(value, 'incident_role_assignments') !== undefined;
}

/** Timestamps are named by the organisation; these are the names they come with. "Reported" is when the incident was declared. */
const MILESTONES: Readonly<Record<string, Milestone>> = {
  'impact started': 'started',
  started: 'started',
  detected: 'detected',
  acknowledged: 'acknowledged',
  accepted: 'acknowledged',
  identified: 'identified',
  fixed: 'mitigated',
  mitigated: 'mitigated',
  'impact ended': 'mitigated',
  resolved: 'resolved',
};

export function readIncidentIo(value: unknown): ExportedIncident {
  const stamps = listAt(value, 'incident_timestamp_values').map((entry) => ({
    name: (textAt(entry, 'incident_timestamp', 'name') ?? '').replace(/ at$/i, ''),
    time: timeAt(entry, 'value', 'value') ?? timeAt(entry, 'value'),
  }));
  const times: { [M in Milestone]?: string } = {};
  for (const { name, time } of stamps) {
    const milestone = MILESTONES[name.toLowerCase()];
    if (milestone !== undefined && time !== undefined) times[milestone] ??= time;
  }
  const roles = listAt(value, 'incident_role_assignments');
  const lead = roles.find(
    (role) => textAt(role, 'role', 'role_type') === 'lead' || /lead|commander/i.test(textAt(role, 'role', 'name') ?? ''),
  );
  return {
    system: 'incident.io',
    key: textAt(value, 'reference') ?? textAt(value, 'id'),
    title: textAt(value, 'name'),
    times,
    severity: textAt(value, 'severity', 'name'),
    services: customNames(value, /services?|components?|systems?/i),
    teams: customNames(value, /teams?/i),
    commander: textAt(lead, 'assignee', 'name'),
    url: textAt(value, 'permalink'),
    sections: [
      { heading: 'Summary', text: proseAt(value, 'summary') },
      { heading: '', text: contentOf(value) },
    ],
    timeline: [...updatesOf(value), ...stampEvents(stamps)],
    actions: [...listAt(value, 'follow_ups'), ...listAt(value, 'actions')].flatMap(readAction),
    other: otherOf(value),
    kept: keptOf(value),
  };
}

/** https://api-docs.incident.io/tag/Incidents-V2: `mode` is standard, retrospective, test or tutorial. */
function otherOf(value: unknown): ExportedIncident['other'] {
  const mode = textAt(value, 'mode') ?? '';
  return /^(?:test|tutorial)$/.test(mode) ? { kind: 'exercise', why: `its mode in incident.io is ${mode}` } : undefined;
}

function contentOf(value: unknown): string | undefined {
  const document = at(value, 'postmortem') ?? at(value, 'post_mortem') ?? at(value, 'postmortem_document');
  return adfText(at(document, 'content') ?? at(document, 'markdown') ?? document);
}

/** A custom field whose name is of that kind: the names of catalogue entries, options, or words. */
function customNames(value: unknown, kind: RegExp): string[] {
  const named = new RegExp(`^(?:affected |impacted )?(?:${kind.source})(?: affected| impacted)?$`, 'i');
  const fields = listAt(value, 'custom_field_entries').filter((entry) => named.test(textAt(entry, 'custom_field', 'name') ?? ''));
  return namesAt(
    fields.flatMap((entry) => listAt(entry, 'values')),
    ['value_catalog_entry', 'name'],
    ['value_option', 'value'],
    ['value_text'],
  );
}

function updatesOf(value: unknown): ExportedEvent[] {
  return listAt(value, 'incident_updates').flatMap((update) => {
    const text = proseAt(update, 'message');
    return text === undefined ? [] : [{ at: timeAt(update, 'created_at'), text }];
  });
}

function stampEvents(stamps: readonly { readonly name: string; readonly time: string | undefined }[]): ExportedEvent[] {
  return stamps.flatMap(({ name, time }) => (time === undefined || name === '' ? [] : [{ at: time, text: name }]));
}

const STATUSES: Readonly<Record<string, ActionStatus>> = {
  outstanding: 'open',
  completed: 'done',
  not_doing: 'wont_do',
  deleted: 'wont_do',
};

function readAction(item: unknown): ExportedAction[] {
  const title = textAt(item, 'title') ?? textAt(item, 'description');
  if (title === undefined) return [];
  return [
    {
      title,
      status: STATUSES[textAt(item, 'status') ?? ''],
      owner: textAt(item, 'assignee', 'name'),
      priority: textAt(item, 'priority', 'name'),
      ticket: textAt(item, 'external_issue_reference', 'issue_permalink') ?? textAt(item, 'external_issue_reference', 'issue_name'),
    },
  ];
}

function keptOf(value: unknown): string[] {
  const custom = listAt(value, 'custom_field_entries').flatMap((entry) => {
    const name = textAt(entry, 'custom_field', 'name');
    const values = namesAt(
      listAt(entry, 'values'),
      ['value_catalog_entry', 'name'],
      ['value_option', 'value'],
      ['value_text'],
      ['value_numeric'],
      ['value_link'],
    );
    return name === undefined || values.length === 0 ? [] : [`${name}: ${values.join(', ')}`];
  });
  const document = textAt(value, 'postmortem_document_url');
  const status = textAt(value, 'incident_status', 'name');
  return [
    ...(status === undefined ? [] : [`status: ${status}`]),
    ...(document === undefined ? [] : [`postmortem_document_url: ${document}`]),
    ...custom,
  ];
}
