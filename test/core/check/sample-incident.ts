// An incident in which no check finds anything, to be spoilt in one place.
import type { Incident } from '../../../src/core/model/incident.ts';
import type { Timestamp } from '../../../src/core/model/timestamp.ts';
import { bareIncident } from '../bare-incident.ts';

export function minute(iso: string): Timestamp {
  return { iso, epoch: Date.parse(iso), zone: 'UTC', precision: 'minute', approximate: false };
}

export function sampleIncident(changes: Partial<Incident> = {}): Incident {
  return {
    ...bareIncident(changes.id ?? 'sample'),
    title: 'Checkout errors',
    milestones: { started: minute('2026-11-20T14:02:00Z') },
    ...changes,
  };
}
