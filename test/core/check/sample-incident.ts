// An incident in which no check finds anything, to be spoilt in one place.
import type { Incident } from '../../../src/core/model/incident.ts';
import type { Timestamp } from '../../../src/core/model/timestamp.ts';

export function minute(iso: string): Timestamp {
  return { iso, epoch: Date.parse(iso), zone: 'UTC', precision: 'minute', approximate: false };
}

export function sampleIncident(changes: Partial<Incident> = {}): Incident {
  return {
    id: 'sample',
    aliases: [],
    file: `${changes.id ?? 'sample'}.md`,
    title: 'Checkout errors',
    status: 'published',
    milestones: { started: minute('2026-11-20T14:02:00Z') },
    approximate: [],
    timezone: 'UTC',
    services: [],
    teams: [],
    environments: [],
    tags: [],
    rootCauses: [],
    impact: {},
    signatures: [],
    authors: [],
    reviewers: [],
    related: [],
    links: [],
    visibility: 'internal',
    redact: [],
    timeline: [],
    lessons: { wentWell: [], wentWrong: [], gotLucky: [] },
    actionItems: [],
    sections: [],
    references: [],
    anchors: [],
    ...changes,
  };
}
