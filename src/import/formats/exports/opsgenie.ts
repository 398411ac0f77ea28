// Opsgenie's postmortem: https://docs.opsgenie.com/docs/postmortem-api
import { adfText } from './adf.ts';
import type { ExportedIncident } from './exported.ts';
import { asRecord, at, listAt, namesAt, textAt, timeAt } from './record.ts';

export function isOpsgenie(value: unknown): boolean {
  return (
    at(value, 'postmortemId') !== undefined || (at(value, 'rootIncident') !== undefined && at(value, 'executiveSummary') !== undefined)
  );
}

export function readOpsgenie(value: unknown): ExportedIncident {
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
    kept: keptOf(value),
  };
}

function keptOf(value: unknown): string[] {
  return ['postmortemId', 'status', 'endTime', 'createdAtTime'].flatMap((name) => {
    const text = textAt(value, name);
    return text === undefined ? [] : [`${name}: ${text}`];
  });
}
