// Statuspage's incident with its updates and its postmortem: https://developer.statuspage.io, and `/api/v2/incidents.json` of any page.
import type { TimelineKind } from '../../../core/model/incident.ts';
import type { ExportedEvent, ExportedIncident } from './exported.ts';
import { proseAt } from './prose.ts';
import { at, keptAt, listAt, namesAt, textAt, timeAt } from './record.ts';

export function isStatuspage(value: unknown): boolean {
  return at(value, 'incident_updates') !== undefined && (at(value, 'impact') !== undefined || at(value, 'shortlink') !== undefined);
}

export function readStatuspage(value: unknown): ExportedIncident {
  const updates = listAt(value, 'incident_updates');
  const first = (status: string): string | undefined =>
    updates
      .filter((update) => textAt(update, 'status') === status)
      .map((update) => timeAt(update, 'display_at') ?? timeAt(update, 'created_at'))
      .filter((time) => time !== undefined)
      .sort()[0];
  const affected = updates.flatMap((update) => listAt(update, 'affected_components'));
  const postmortem = proseAt(value, 'postmortem_body') ?? postmortemUpdate(updates);
  return {
    system: 'Statuspage',
    key: textAt(value, 'id'),
    title: textAt(value, 'name'),
    times: {
      started: timeAt(value, 'started_at') ?? timeAt(value, 'created_at'),
      identified: first('identified'),
      // From when on the page only watches.
      mitigated: timeAt(value, 'monitoring_at') ?? first('monitoring'),
      resolved: timeAt(value, 'resolved_at') ?? first('resolved'),
    },
    services: namesAt([...listAt(value, 'components'), ...affected], ['name']),
    severity: severityOf(value),
    url: textAt(value, 'shortlink'),
    sections: [{ heading: '', text: postmortem }],
    timeline: updates.flatMap((update) => readUpdate(update)),
    other: isPlanned(value) ? { kind: 'maintenance', why: 'it was scheduled beforehand' } : undefined,
    kept: keptAt(value, ['status', 'impact']),
  };
}

function isPlanned(value: unknown): boolean {
  return textAt(value, 'impact') === 'maintenance' || textAt(value, 'scheduled_for') !== undefined;
}

/** `none` says that nobody noticed, which is no grade. */
function severityOf(value: unknown): string | undefined {
  const impact = textAt(value, 'impact');
  return impact === 'none' || impact === 'maintenance' ? undefined : impact;
}

/** Pages show the postmortem as one more update. */
function postmortemUpdate(updates: readonly unknown[]): string | undefined {
  return proseAt(
    updates.find((update) => textAt(update, 'status') === 'postmortem'),
    'body',
  );
}

const KINDS: Readonly<Record<string, TimelineKind>> = { identified: 'identified', monitoring: 'mitigated', resolved: 'resolved' };

function readUpdate(update: unknown): ExportedEvent[] {
  const text = proseAt(update, 'body');
  const status = textAt(update, 'status') ?? '';
  if (text === undefined || status === 'postmortem') return [];
  const kind = KINDS[status];
  return [{ at: timeAt(update, 'display_at') ?? timeAt(update, 'created_at'), text, ...(kind !== undefined && { kind }) }];
}
