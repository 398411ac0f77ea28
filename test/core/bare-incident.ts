// The least an incident can be; every sample in the tests begins with it.
import type { Incident } from '../../src/core/model/incident.ts';

export function bareIncident(id: string): Incident {
  return {
    id,
    aliases: [],
    file: `${id}.md`,
    title: `Incident ${id}`,
    status: 'published',
    milestones: {},
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
  };
}
