// Opsgenie's postmortem, and its incident where none was written: https://docs.opsgenie.com/docs/postmortem-api, https://docs.opsgenie.com/docs/incident-api
import { adfText } from './adf.ts';
import type { ExportedEvent, ExportedIncident } from './exported.ts';
import { proseAt } from './prose.ts';
import { asRecord, at, keptAt, listAt, namesAt, textAt, timeAt } from './record.ts';

export function isOpsgenie(value: unknown): boolean {
  return isPostmortem(value) || isIncident(value);
}

function isPostmortem(value: unknown): boolean {
  return (
    at(value, 'postmortemId') !== undefined || (at(value, 'rootIncident') !== undefined && at(value, 'executiveSummary') !== undefined)
  );
}

/** An alert has a number and a message too, and an alias that no incident has. */
function isIncident(value: unknown): boolean {
  const has = (name: string): boolean => at(value, name) !== undefined;
  return has('tinyId') && has('message') && !has('alias') && (has('responders') || has('impactedServices') || has('impactStartDate'));
}

export function readOpsgenie(value: unknown): ExportedIncident {
  return isPostmortem(value) ? readPostmortem(value) : readIncident(value);
}

function readPostmortem(value: unknown): ExportedIncident {
  const root = asRecord(at(value, 'rootIncident'));
  const tinyId = textAt(root, 'tinyId');
  return {
    system: 'Opsgenie',
    key: tinyId === undefined ? textAt(value, 'postmortemId') : `incident-${tinyId}`,
    title: textAt(value, 'title')?.replace(/\s+-\s+postmortem report$/i, '') ?? textAt(root, 'message'),
    times: {
      started: timeAt(value, 'startTime'),
      // When the first responder took it on.
      acknowledged: timeAt(value, 'respondTime'),
      resolved: timeAt(value, 'resolveTime') ?? timeAt(value, 'endTime'),
    },
    severity: textAt(value, 'severity') ?? textAt(root, 'priority'),
    tags: namesAt(listAt(root, 'tags')),
    url: textAt(root, 'links', 'web'),
    sections: [
      { heading: 'Summary', text: adfText(at(value, 'executiveSummary')) },
      { heading: '', text: adfText(at(value, 'content')) },
    ],
    timeline: eventsOf(value),
    kept: keptAt(value, ['postmortemId', 'status', 'endTime', 'createdAtTime']),
  };
}

function readIncident(value: unknown): ExportedIncident {
  return {
    system: 'Opsgenie',
    key: `incident-${textAt(value, 'tinyId')}`,
    title: textAt(value, 'message'),
    times: {
      started: timeAt(value, 'impactStartDate') ?? timeAt(value, 'createdAt'),
      resolved: timeAt(value, 'impactEndDate'),
    },
    severity: textAt(value, 'priority'),
    services: namesAt(listAt(value, 'impactedServices'), ['name']).filter((name) => !UUID.test(name)),
    tags: namesAt(listAt(value, 'tags')),
    url: textAt(value, 'links', 'web'),
    sections: [{ heading: 'Summary', text: proseAt(value, 'description') }],
    timeline: eventsOf(value),
    kept: [
      ...keptAt(value, ['status', 'createdAt', 'ownerTeam']),
      ...Object.keys(asRecord(at(value, 'extraProperties'))).flatMap((name) => keptAt(at(value, 'extraProperties'), [name])),
    ],
  };
}

/** Services are named by an id there, which says nothing elsewhere. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** As the request for the timeline gives them; a hidden one was taken off the page there. */
function eventsOf(value: unknown): ExportedEvent[] {
  const entries = [...listAt(value, 'timeline', 'entries'), ...listAt(value, 'timeline', 'data', 'entries'), ...listAt(value, 'entries')];
  return entries.flatMap((entry) => {
    const parts = [proseAt(entry, 'title', 'content'), proseAt(entry, 'description', 'content')].filter((text) => text !== undefined);
    return parts.length === 0 || at(entry, 'hidden') === true ? [] : [{ at: timeAt(entry, 'eventTime'), text: parts.join(': ') }];
  });
}
