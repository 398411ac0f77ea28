// A small archive built by hand: everything an incident can say, almost nothing, and text that means harm.

import { assembleArchive } from '../../../src/core/archive/assemble.ts';
import { defaultConfig } from '../../../src/core/config/defaults.ts';
import type { ActionItem } from '../../../src/core/model/action-item.ts';
import type { Archive } from '../../../src/core/model/archive.ts';
import type { Incident, RichText } from '../../../src/core/model/incident.ts';
import type { SiteConfig } from '../../../src/core/model/site-config.ts';
import type { Precision, Timestamp } from '../../../src/core/model/timestamp.ts';
import { bareIncident } from '../bare-incident.ts';

const noTerms = { strict: false, terms: [] };

export const sampleConfig: SiteConfig = {
  title: 'Tidemark & sons <archive>',
  urls: 'folders',
  timezone: 'UTC',
  language: 'en',
  visibility: 'internal',
  required: { all: [], bySeverity: {} },
  sections: {},
  severities: [
    { label: 'SEV1', rank: 1, name: 'Critical' },
    { label: 'SEV2', rank: 2 },
  ],
  vocabularies: {
    services: { strict: false, terms: [{ id: 'checkout', name: 'Checkout', owner: 'payments', aliases: [] }] },
    teams: noTerms,
    tags: noTerms,
    root_causes: noTerms,
  },
  people: { ana: { id: 'ana', name: 'Ana Sørensen', team: 'payments' } },
  dueDays: {},
  reviewDays: {},
  fieldAliases: {},
  ignoredFields: [],
  ticketLinks: {},
  redact: [],
  editions: defaultConfig.editions,
  metrics: [
    { id: 'time_to_detect', from: 'started', to: 'detected' },
    { id: 'time_to_mitigate', from: 'started', to: 'mitigated' },
  ],
};

function text(plain: string): RichText {
  return { source: plain, plain, html: `<b>${plain.length}</b>` };
}

export function at(iso: string, precision: Precision = 'second'): Timestamp {
  return { iso, epoch: Date.parse(iso), zone: 'Europe/Copenhagen', precision, approximate: false };
}

function action(id: string, more: Partial<ActionItem> = {}): ActionItem {
  return { id, title: text(`Do ${id}`), status: 'open', place: { line: 1 }, ...more };
}

export function incident(id: string, more: Partial<Incident> = {}): Incident {
  return { ...bareIncident(id), timezone: 'Europe/Copenhagen', ...more };
}

export function archiveOf(incidents: readonly Incident[], config: Partial<SiteConfig> = {}): Archive {
  return assembleArchive(incidents, { config: { ...sampleConfig, ...config }, asOf: '2026-11-22' });
}

/** Every field filled in. */
export const full: Incident = incident('2026-11-02-checkout', {
  aliases: ['INC-7'],
  title: 'Checkout failed',
  summary: text('Every second payment failed.'),
  severity: 'SEV1',
  milestones: {
    started: at('2026-11-02T14:00:00+01:00'),
    detected: at('2026-11-02T14:04:00+01:00'),
    mitigated: at('2026-11-02', 'date'),
    resolved: at('2026-11-02T15:30:00+01:00'),
  },
  approximate: ['started'],
  services: ['checkout'],
  teams: ['payments'],
  environments: ['production'],
  tags: ['config', 'c++'],
  rootCauses: ['missing-canary'],
  detectedBy: 'monitoring',
  trigger: 'config-push',
  impact: { summary: text('Payments failed.'), usersAffected: 1200, customerFacing: true },
  signatures: ['ERR_4012'],
  authors: ['ana'],
  commander: 'cy',
  related: ['OLD-1'],
  recurrenceOf: 'bare',
  redact: ['Acme Ltd'],
  links: [{ title: 'Ticket', url: 'https://t.example/1', rel: 'ticket', place: { line: 1 } }],
  timeline: [
    { at: at('2026-11-02T14:00:00+01:00'), text: text('It began.'), kind: 'started', place: { line: 1 } },
    { text: text('Somebody looked.'), kind: 'note', place: { line: 1 } },
  ],
  lessons: { wentWell: [text('The alert.')], wentWrong: [], gotLucky: [text('It was noon.')] },
  actionItems: [
    action('AI-1', { due: '2026-11-12', dueFrom: 'policy', owner: 'ana', ticket: { text: 'PAY-1', url: 'https://t.example/PAY-1' } }),
    action('AI-2', { status: 'done', created: '2026-11-03', completed: '2026-11-09', type: 'prevent' }),
  ],
  sections: [
    {
      heading: { id: 'cause', title: 'Root cause', level: 2 },
      role: 'root_cause',
      html: '<p>No canary.</p>',
      plain: 'No canary.',
      lead: text('No canary.'),
      subheadings: [],
      line: 9,
    },
  ],
});

/** Next to nothing. */
export const bare: Incident = incident('bare', { aliases: ['OLD-1'] });

/** Text an attacker would write. */
export const hostile: Incident = incident('a b"<&>\u0000', {
  title: '</title><script>alert(1)</script>]]>\u0000\u0008\ud800 "\'',
  summary: text('<img src=x onerror=alert(1)> & ]]> \ufffe\udfff'),
  milestones: { started: at('2025-01-01', 'date') },
  severity: 'SEV<1>',
  tags: ['"><x>'],
  authors: ['<b>'],
});

export const sampleArchive: Archive = archiveOf([full, bare, hostile]);
