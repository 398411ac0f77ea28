// What holds where the site's configuration says nothing.
import type { MetricDefinition, SeverityLevel, SiteConfig } from '../model/site-config.ts';

export const DEFAULT_REQUIRED: readonly string[] = ['title', 'started'];

const DEFAULT_SEVERITIES: readonly SeverityLevel[] = [
  { label: 'SEV1', rank: 1, name: 'Critical' },
  { label: 'SEV2', rank: 2, name: 'Major' },
  { label: 'SEV3', rank: 3, name: 'Minor' },
  { label: 'SEV4', rank: 4, name: 'Low' },
];

const DEFAULT_METRICS: readonly MetricDefinition[] = [
  { id: 'time_to_detect', from: 'started', to: 'detected' },
  { id: 'time_to_acknowledge', from: 'detected', to: 'acknowledged' },
  { id: 'time_to_mitigate', from: 'started', to: 'mitigated' },
  { id: 'time_to_resolve', from: 'started', to: 'resolved' },
];

const EMPTY = { strict: false, terms: [] } as const;

/** The configuration of a folder without a site.yaml. */
export const defaultConfig: SiteConfig = {
  title: 'Incident archive',
  urls: 'folders',
  timezone: 'UTC',
  language: 'en',
  visibility: 'internal',
  required: { all: DEFAULT_REQUIRED, bySeverity: {} },
  sections: {},
  severities: DEFAULT_SEVERITIES,
  vocabularies: { services: EMPTY, teams: EMPTY, tags: EMPTY, root_causes: EMPTY },
  people: {},
  dueDays: {},
  reviewDays: {},
  fieldAliases: {},
  ignoredFields: [],
  ticketLinks: {},
  metrics: DEFAULT_METRICS,
  redact: [],
  editions: {
    public: { drafts: false, people: 'roles', internalParts: 'withheld', attachments: [] },
    internal: { drafts: true, people: 'names', internalParts: 'shown', attachments: [] },
    restricted: { drafts: true, people: 'names', internalParts: 'shown', attachments: [] },
  },
};
