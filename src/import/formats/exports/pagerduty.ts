// PagerDuty's incident with its log entries and notes: https://developer.pagerduty.com/api-reference
import type { TimelineKind } from '../../../core/model/incident.ts';
import type { ExportedEvent, ExportedIncident } from './exported.ts';
import { proseAt } from './prose.ts';
import { at, keptAt, listAt, namesAt, textAt, timeAt } from './record.ts';

export function isPagerDuty(value: unknown): boolean {
  const incident = at(value, 'incident') ?? value;
  return (
    at(incident, 'incident_number') !== undefined || (textAt(incident, 'type') === 'incident' && at(incident, 'incident_key') !== undefined)
  );
}

/** The incident alone, or `{incident, log_entries, notes}` as the three requests give them. */
export function readPagerDuty(value: unknown): ExportedIncident {
  const incident: unknown = at(value, 'incident') ?? value;
  const entries = [...listAt(value, 'log_entries'), ...(incident === value ? [] : listAt(incident, 'log_entries'))];
  const notes = [...listAt(value, 'notes'), ...(incident === value ? [] : listAt(incident, 'notes'))];
  const first = (type: string): string | undefined =>
    firstTime(
      entries.filter((entry) => textAt(entry, 'type') === type),
      'created_at',
    );
  const isResolved = textAt(incident, 'status') === 'resolved';
  const title = textAt(incident, 'title') ?? textAt(incident, 'summary')?.replace(/^\[#\d+\]\s*/, '');
  return {
    system: 'PagerDuty',
    key: textAt(incident, 'incident_number') ?? textAt(incident, 'id'),
    title,
    times: {
      started: first('trigger_log_entry') ?? timeAt(incident, 'created_at'),
      acknowledged: first('acknowledge_log_entry') ?? firstTime(listAt(incident, 'acknowledgements'), 'at'),
      resolved:
        first('resolve_log_entry') ??
        timeAt(incident, 'resolved_at') ??
        (isResolved ? timeAt(incident, 'last_status_change_at') : undefined),
    },
    severity: textAt(incident, 'priority', 'summary') ?? textAt(incident, 'priority', 'name'),
    services: namesAt([...listAt(incident, 'impacted_services'), at(incident, 'service')], ['summary'], ['name']),
    teams: namesAt(listAt(incident, 'teams'), ['summary'], ['name']),
    url: textAt(incident, 'html_url'),
    sections: [
      { heading: 'Summary', text: summaryOf(incident, title) },
      { heading: 'Resolution', text: textAt(incident, 'resolve_reason', 'summary') },
    ],
    timeline: [...entries.flatMap(readEntry), ...notes.flatMap(readNote)],
    passedOver: ['log_entries'],
    kept: keptAt(incident, ['urgency', 'incident_key']),
  };
}

function firstTime(list: readonly unknown[], name: string): string | undefined {
  return list
    .map((entry) => timeAt(entry, name))
    .filter((time) => time !== undefined)
    .sort()[0];
}

function summaryOf(incident: unknown, title: string | undefined): string | undefined {
  const text = proseAt(incident, 'body', 'details') ?? textAt(incident, 'description');
  return text === title ? undefined : text;
}

const KINDS: Readonly<Record<string, TimelineKind>> = {
  acknowledge_log_entry: 'acknowledged',
  resolve_log_entry: 'resolved',
};

/** Who was notified by which device is no part of the story. */
function readEntry(entry: unknown): ExportedEvent[] {
  const type = textAt(entry, 'type') ?? '';
  const text = textAt(entry, 'channel', 'content') ?? textAt(entry, 'channel', 'summary') ?? textAt(entry, 'summary');
  if (text === undefined || /^(?:notify|repeat_escalation_path|exhaust_escalation_path|reach_)/.test(type)) return [];
  const who = textAt(entry, 'channel', 'summary') === undefined ? undefined : textAt(entry, 'summary');
  const kind = KINDS[type];
  return [
    {
      at: timeAt(entry, 'created_at'),
      text: who === undefined || who === text ? text : `${who}: ${text}`,
      ...(kind !== undefined && { kind }),
    },
  ];
}

function readNote(note: unknown): ExportedEvent[] {
  const text = proseAt(note, 'content');
  const who = textAt(note, 'user', 'summary');
  return text === undefined ? [] : [{ at: timeAt(note, 'created_at'), text: who === undefined ? text : `${who}: ${text}` }];
}
