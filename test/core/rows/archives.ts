// Archives made by hand and by number, for tests of lists, filters and indexes.

import { assembleArchive } from '../../../src/core/archive/assemble.ts';
import { defaultConfig } from '../../../src/core/config/defaults.ts';
import type { ActionItem, ActionStatus } from '../../../src/core/model/action-item.ts';
import type { Archive } from '../../../src/core/model/archive.ts';
import type { Incident, RichText } from '../../../src/core/model/incident.ts';
import type { SiteConfig } from '../../../src/core/model/site-config.ts';
import type { Timestamp } from '../../../src/core/model/timestamp.ts';
import { bareIncident } from '../bare-incident.ts';

export const AS_OF = '2024-11-22';

const place = { line: 1 };

const config: SiteConfig = {
  title: 'Test archive',
  urls: 'folders',
  timezone: 'UTC',
  language: 'en',
  visibility: 'internal',
  required: { all: [], bySeverity: {} },
  sections: {},
  severities: [
    { label: 'SEV1', rank: 1, name: 'Critical' },
    { label: 'SEV2', rank: 2, name: 'Major' },
    { label: 'SEV3', rank: 3, name: 'Minor' },
    { label: 'SEV4', rank: 4, name: 'Near miss' },
  ],
  vocabularies: {
    services: {
      strict: false,
      terms: [{ id: 'checkout', name: 'Checkout', owner: 'payments', aliases: [], description: 'Takes the money.' }],
    },
    teams: { strict: false, terms: [{ id: 'payments', name: 'Payments', aliases: [] }] },
    tags: { strict: false, terms: [{ id: 'dns', name: 'dns', aliases: [], description: 'Names that do not resolve.' }] },
    root_causes: { strict: false, terms: [] },
  },
  people: { ana: { id: 'ana', name: 'Ana Lindqvist', team: 'payments' }, emil: { id: 'emil', name: 'Emil S\u00f8rensen' } },
  dueDays: {},
  reviewDays: {},
  fieldAliases: {},
  ignoredFields: [],
  ticketLinks: {},
  redact: [],
  editions: defaultConfig.editions,
  metrics: [],
};

export function text(plain: string): RichText {
  return { source: plain, plain, html: plain.replace(/&/g, '&amp;').replace(/</g, '&lt;') };
}

export function at(iso: string, approximate = false): Timestamp {
  const precision = iso.length === 10 ? 'date' : 'minute';
  return { iso, epoch: Date.parse(precision === 'date' ? `${iso}T00:00:00Z` : iso), zone: 'UTC', precision, approximate };
}

export function action(fields: Partial<ActionItem> & { readonly id: string }): ActionItem {
  return { title: text(`Do ${fields.id}`), status: 'open', place, ...fields };
}

export function incident(fields: Partial<Incident> & { readonly id: string }): Incident {
  return { ...bareIncident(fields.id), title: `Title of ${fields.id}`, ...fields };
}

export function archive(incidents: readonly Incident[], leftOut: readonly string[] = []): Archive {
  return assembleArchive(incidents, { config, asOf: AS_OF, leftOut });
}

/** A small archive in which every case of the lists occurs once. */
export function smallArchive(): Archive {
  return archive([
    incident({
      id: '2024-11-19-certificate',
      title: 'Price alerts delayed by a half-renewed certificate',
      summary: text('One of two hosts kept the old certificate.'),
      severity: 'SEV3',
      status: 'draft',
      milestones: { started: at('2024-11-19T10:00:00Z'), detected: at('2024-11-19T10:56:00Z'), resolved: at('2024-11-19T11:40:00Z') },
      services: ['market-data', 'notifications'],
      teams: ['market-data'],
      tags: ['certificates', 'deploy'],
      rootCauses: ['expired-certificate'],
      signatures: ['x509: certificate has expired'],
      actionItems: [action({ id: 'AI-1', owner: 'ana', priority: 'P1', due: '2024-12-04' }), action({ id: 'AI-2' })],
    }),
    incident({
      id: '2024-06-18-pool',
      title: 'Connection pool exhausted by a slow export',
      severity: 'SEV2',
      milestones: { started: at('2024-06-18T08:00:00Z', true), detected: at('2024-06-18T08:18:00Z'), resolved: at('2024-06-18T09:46:00Z') },
      services: ['checkout', 'reports'],
      teams: ['payments'],
      tags: ['database', 'certificates'],
      rootCauses: ['connection-pool'],
      actionItems: [
        action({ id: 'AI-1', status: 'done', completed: '2024-10-02', owner: 'emil', team: 'payments' }),
        action({ id: 'AI-2', status: 'blocked', due: '2024-09-30', dueFrom: 'policy', owner: 'emil', reason: 'waits for the driver' }),
        action({ id: 'AI-3', status: 'wont_do', reason: 'too dear' }),
      ],
    }),
    incident({
      id: '2023-02-01-night',
      title: 'A night',
      severity: 'SEV1',
      milestones: { started: at('2023-02-01'), resolved: at('2023-02-02') },
    }),
    incident({ id: 'undated', title: '<b>Undated</b>', tags: ['C++'] }),
  ]);
}

const FROM = Date.UTC(2015, 0, 2);
const TO = Date.UTC(2024, 10, 20);
const STATUSES: readonly ActionStatus[] = ['open', 'done', 'in_progress', 'wont_do'];

/** `count` incidents over ten years with 60 tags, 40 services, 15 teams and 30 causes. */
export function largeArchive(count: number): Archive {
  return archive(Array.from({ length: count }, (_, n) => numbered(n, FROM + Math.floor(((TO - FROM) * n) / count))));
}

function numbered(n: number, start: number): Incident {
  const iso = (ms: number) => `${new Date(ms).toISOString().slice(0, 16)}:00Z`;
  const several = (name: string, of: number, how: number) => [
    ...new Set(Array.from({ length: how }, (_, k) => `${name}-${(n * 7 + k * 13) % of}`)),
  ];
  return incident({
    id: `incident-${n}`,
    title: `Incident ${n} of the ${n % 17 ? 'queue' : 'connection pool'} in region ${n % 9}`,
    summary: text(`Something went wrong in part ${n % 101} and was put right by ${n % 13} people. `.repeat(3)),
    severity: `SEV${1 + (n % 4)}`,
    status: n % 10 ? 'published' : 'in_review',
    milestones: { started: at(iso(start)), detected: at(iso(start + (n % 50) * 60_000)), resolved: at(iso(start + (n % 900) * 60_000)) },
    services: several('service', 40, 1 + (n % 3)),
    teams: several('team', 15, 1),
    tags: several('tag', 60, 1 + (n % 5)),
    rootCauses: several('cause', 30, n % 3),
    signatures: [`ERR_${n % 500}`],
    actionItems: Array.from({ length: n % 4 }, (_, k) =>
      action({
        id: `AI-${k + 1}`,
        status: STATUSES[(n + k) % 4] ?? 'open',
        due: '2024-09-30',
        owner: `person-${(n + k) % 120}`,
        priority: `P${1 + k}`,
      }),
    ),
  });
}
