// FireHydrant's incident and its retrospective: https://developers.firehydrant.com
import type { ActionStatus } from '../../../core/model/action-item.ts';
import type { Milestone } from '../../../core/model/timestamp.ts';
import type { ExportedAction, ExportedEvent, ExportedIncident, ExportedSection } from './exported.ts';
import { proseAt } from './prose.ts';
import { asRecord, at, listAt, namesAt, textAt, timeAt } from './record.ts';

export function isFireHydrant(value: unknown): boolean {
  const incident = at(value, 'incident') ?? value;
  return (
    at(incident, 'milestones') !== undefined &&
    (at(incident, 'current_milestone') !== undefined || at(incident, 'customer_impact_summary') !== undefined)
  );
}

const MILESTONES: Readonly<Record<string, Milestone>> = {
  started: 'started',
  detected: 'detected',
  acknowledged: 'acknowledged',
  identified: 'identified',
  mitigated: 'mitigated',
  resolved: 'resolved',
};

/** The incident itself, or a retrospective that holds it. */
export function readFireHydrant(value: unknown): ExportedIncident {
  const incident = asRecord(at(value, 'incident') ?? value);
  const milestones = listAt(incident, 'milestones').map((entry) => ({
    type: textAt(entry, 'type') ?? textAt(entry, 'slug') ?? '',
    time: timeAt(entry, 'occurred_at'),
  }));
  const times: { [M in Milestone]?: string } = {};
  for (const { type, time } of milestones) {
    const milestone = MILESTONES[type];
    if (milestone !== undefined && time !== undefined) times[milestone] ??= time;
  }
  const started = timeAt(incident, 'started_at');
  if (started !== undefined) times.started ??= started;
  const roles = listAt(incident, 'role_assignments');
  const commander = roles.find((role) => /commander|lead/i.test(textAt(role, 'incident_role', 'name') ?? ''));
  const users = Number(textAt(incident, 'customers_impacted'));
  return {
    system: 'FireHydrant',
    key: textAt(incident, 'number') ?? textAt(incident, 'id'),
    title: textAt(incident, 'name') ?? textAt(value, 'name'),
    times,
    severity: severityOf(incident),
    services: namesAt(listAt(incident, 'services'), ['name']),
    environments: namesAt(listAt(incident, 'environments'), ['name']),
    teams: namesAt(listAt(incident, 'team_assignments'), ['team', 'name']),
    tags: namesAt([...listAt(incident, 'tag_list'), ...listAt(value, 'tag_list')]),
    commander: textAt(commander, 'user', 'name'),
    usersAffected: Number.isSafeInteger(users) && users > 0 ? users : undefined,
    url: textAt(incident, 'incident_url'),
    sections: sectionsOf(value, incident),
    timeline: [...eventsOf(incident), ...milestones.flatMap(({ type, time }) => milestoneEvent(type, time))],
    other: otherOf(incident),
    kept: namesAt(listAt(incident, 'functionalities'), ['name']).map((name) => `functionality: ${name}`),
    actions: [
      ...listAt(incident, 'action_items'),
      ...listAt(value, 'action_items'),
      ...listAt(incident, 'tasks'),
      ...listAt(incident, 'follow_ups'),
      ...listAt(incident, 'tickets'),
    ].flatMap(readAction),
  };
}

/** An exercise and a planned work have severities of their own there. */
function otherOf(incident: unknown): ExportedIncident['other'] {
  const grade = textAt(incident, 'severity') ?? textAt(incident, 'severity', 'slug') ?? '';
  if (/^gameday$/i.test(grade)) return { kind: 'exercise', why: 'its severity in FireHydrant is GAMEDAY' };
  if (/^maintenance$/i.test(grade)) return { kind: 'maintenance', why: 'its severity in FireHydrant is MAINTENANCE' };
  return undefined;
}

/** `UNSET` is their word for none. */
function severityOf(incident: unknown): string | undefined {
  const text = textAt(incident, 'severity') ?? textAt(incident, 'severity', 'slug');
  return text === undefined || /^(?:unset|gameday|maintenance)$/i.test(text) ? undefined : text;
}

function sectionsOf(value: unknown, incident: unknown): ExportedSection[] {
  const questions = listAt(value, 'questions').flatMap((question) => {
    const heading = textAt(question, 'title');
    return heading === undefined ? [] : [{ heading, text: proseAt(question, 'body') }];
  });
  const factors = [...listAt(value, 'reasons'), ...listAt(value, 'contributing_factors'), ...listAt(incident, 'contributing_factors')];
  return [
    { heading: 'Summary', text: proseAt(value, 'summary') ?? proseAt(incident, 'summary') ?? proseAt(incident, 'description') },
    { heading: 'Impact', text: proseAt(incident, 'customer_impact_summary') },
    {
      heading: 'Contributing factors',
      text: factors.map((factor) => `- ${(textAt(factor, 'summary') ?? '').replaceAll('\n', '\n  ')}`).join('\n'),
    },
    ...questions,
    { heading: 'Additional details', text: proseAt(value, 'additional_details') },
  ];
}

function eventsOf(incident: unknown): ExportedEvent[] {
  return listAt(incident, 'events').flatMap((event) => {
    const text =
      proseAt(event, 'data', 'body') ?? proseAt(event, 'data', 'text') ?? proseAt(event, 'data', 'summary') ?? proseAt(event, 'body');
    return text === undefined ? [] : [{ at: timeAt(event, 'occurred_at') ?? timeAt(event, 'created_at'), text }];
  });
}

function milestoneEvent(type: string, time: string | undefined): ExportedEvent[] {
  const kind = MILESTONES[type];
  if (time === undefined || type === '') return [];
  return [{ at: time, text: `${type.charAt(0).toUpperCase()}${type.slice(1).replaceAll('_', ' ')}`, ...(kind !== undefined && { kind }) }];
}

const STATUSES: Readonly<Record<string, ActionStatus>> = {
  open: 'open',
  in_progress: 'in_progress',
  done: 'done',
  completed: 'done',
  cancelled: 'wont_do',
};

function readAction(item: unknown): ExportedAction[] {
  const title = textAt(item, 'summary') ?? textAt(item, 'title');
  if (title === undefined) return [];
  return [
    {
      title,
      status: STATUSES[textAt(item, 'state') ?? textAt(item, 'status') ?? ''],
      owner: textAt(item, 'assignee', 'name') ?? textAt(listAt(item, 'assignees')[0], 'name'),
      due: /^\d{4}-\d{2}-\d{2}/.exec(textAt(item, 'due_at') ?? '')?.[0],
      priority: textAt(item, 'priority', 'slug') ?? textAt(item, 'priority'),
      ticket: textAt(item, 'remote_url'),
    },
  ];
}
