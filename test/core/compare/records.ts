// Incidents to compare, by way of the file that the page fetches.
import { incidentJson } from '../../../src/core/api/incident.ts';
import type { IncidentFileJson } from '../../../src/core/api/schema/incident.ts';
import { type CompareRecord, readRecord } from '../../../src/core/compare/record.ts';
import type { Incident, TimelineEntry } from '../../../src/core/model/incident.ts';
import type { Milestones } from '../../../src/core/model/timestamp.ts';
import { archiveOf, at, incident } from '../api/sample-archive.ts';

/** `10:05` of the day all of them happen on. */
export function on(clock: string) {
  return at(`2026-03-01T${clock}:00Z`, 'minute');
}

export function entry(clock?: string, until?: string): TimelineEntry {
  const plain = `What happened at ${clock ?? 'some time'}`;
  return {
    ...(clock !== undefined && { at: on(clock) }),
    ...(until !== undefined && { until: on(until) }),
    text: { source: plain, plain, html: plain },
    kind: 'note',
    place: { line: 1 },
  };
}

export interface Sample {
  readonly id?: string;
  readonly milestones?: Readonly<Partial<Record<keyof Milestones, string>>>;
  readonly entries?: readonly TimelineEntry[];
  readonly more?: Partial<Incident>;
}

export function fileOf({ id = 'one', milestones = {}, entries = [], more = {} }: Sample): IncidentFileJson {
  const times = Object.fromEntries(Object.entries(milestones).map(([name, clock]) => [name, on(clock)]));
  const one = incident(id, { milestones: times, timeline: entries, ...more });
  return JSON.parse(JSON.stringify(incidentJson(one, archiveOf([one]), { backlinks: [], similar: [] })));
}

export function recordFor(sample: Sample): CompareRecord {
  const file = fileOf(sample);
  const record = readRecord(file, file.id);
  if (record === undefined) throw new Error(`the file of ${file.id} is not read`);
  return record;
}
