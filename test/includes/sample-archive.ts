// Hand-made incidents for tests of components: one with everything, and a maker of plain ones.

import { assembleArchive } from '../../src/core/archive/assemble.ts';
import { defaultConfig } from '../../src/core/config/defaults.ts';
import type { ActionItem } from '../../src/core/model/action-item.ts';
import type { Archive } from '../../src/core/model/archive.ts';
import type { Incident, RichText, Section, TimelineEntry } from '../../src/core/model/incident.ts';
import type { SiteConfig } from '../../src/core/model/site-config.ts';
import type { Timestamp } from '../../src/core/model/timestamp.ts';
import { bareIncident } from '../core/bare-incident.ts';

export const AS_OF = '2024-11-22';

const NOWHERE = { line: 1 } as const;
const NO_TERMS = { strict: false, terms: [] };

export const sampleConfig: SiteConfig = {
  title: 'Tidemark incidents',
  urls: 'folders',
  timezone: 'UTC',
  language: 'en',
  visibility: 'internal',
  required: { all: ['title', 'started'], bySeverity: {} },
  sections: {},
  severities: [
    { label: 'SEV1', rank: 1, name: 'Critical' },
    { label: 'SEV2', rank: 2, name: 'Major' },
    { label: 'SEV3', rank: 3, name: 'Minor' },
    { label: 'SEV4', rank: 4, name: 'Low' },
  ],
  vocabularies: {
    services: { strict: false, terms: [{ id: 'ledger', name: 'Ledger', aliases: [] }] },
    teams: NO_TERMS,
    tags: NO_TERMS,
    root_causes: { strict: false, terms: [{ id: 'capacity', name: 'Capacity below the peak', aliases: [] }] },
  },
  people: { ana: { id: 'ana', name: 'Ana Lindqvist', team: 'platform' }, emil: { id: 'emil', name: 'Emil S\u00f8rensen' } },
  dueDays: {},
  reviewDays: {},
  fieldAliases: {},
  ignoredFields: [],
  ticketLinks: {},
  redact: [],
  editions: defaultConfig.editions,
  metrics: [],
};

/** Text that is its own HTML, escaped as the renderer would. */
export function rich(plain: string): RichText {
  const html = plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return { source: plain, plain, html };
}

/** `at('2024-01-15T14:00')`; a day alone stays a day. */
export function at(iso: string, options: { readonly approximate?: boolean } = {}): Timestamp {
  const isDay = iso.length === 10;
  return {
    iso: isDay ? iso : `${iso}:00+00:00`,
    epoch: Date.parse(isDay ? `${iso}T00:00Z` : `${iso}:00Z`),
    zone: 'UTC',
    precision: isDay ? 'date' : 'minute',
    approximate: options.approximate ?? false,
  };
}

export function entry(text: string, time?: string, kind: TimelineEntry['kind'] = 'note'): TimelineEntry {
  return { text: rich(text), kind, place: NOWHERE, ...(time !== undefined && { at: at(time) }) };
}

export function action(id: string, given: Partial<ActionItem> & { readonly words?: string } = {}): ActionItem {
  const { words = `Do ${id}`, ...fields } = given;
  return { id, title: rich(words), status: 'open', place: NOWHERE, ...fields };
}

export function section(title: string, given: Partial<Section> & { readonly words?: string } = {}): Section {
  const { words = `About ${title}.`, ...fields } = given;
  const id = title.toLowerCase().replaceAll(' ', '-');
  const text = rich(words);
  return { heading: { id, title, level: 2 }, html: `<p>${text.html}</p>`, plain: words, lead: text, subheadings: [], line: 1, ...fields };
}

/** The least an incident can be, and what is given. */
export function incident(id: string, given: Partial<Incident> = {}): Incident {
  return { ...bareIncident(id), ...given };
}

export function archive(
  incidents: readonly Incident[],
  given: { readonly config?: Partial<SiteConfig>; readonly leftOut?: readonly string[] } = {},
): Archive {
  return assembleArchive(incidents, { config: { ...sampleConfig, ...given.config }, asOf: AS_OF, leftOut: given.leftOut ?? [] });
}

/** One that shows every part of the page. */
export const fullIncident: Incident = incident('2024-01-15-ledger', {
  title: 'Ledger slow for fourteen hours',
  summary: rich('The ledger answered slowly from the afternoon until four the next morning.'),
  severity: 'SEV2',
  milestones: {
    started: at('2024-01-15T14:00'),
    detected: at('2024-01-15T14:15'),
    identified: at('2024-01-16T01:30'),
    resolved: at('2024-01-16T04:00'),
  },
  services: ['ledger'],
  teams: ['platform'],
  tags: ['database', 'load'],
  environments: ['production'],
  rootCauses: ['capacity'],
  detectedBy: 'monitoring',
  trigger: 'month-end',
  commander: 'ana',
  impact: { usersAffectedPercent: 15, usersAffected: 1140 },
  signatures: ['ERR_POOL_TIMEOUT', 'upstream connect error or disconnect/reset before headers'],
  authors: ['ana'],
  reviewers: ['emil', 'cy'],
  links: [
    { title: 'PAY-812', url: 'https://tracker.example/PAY-812', rel: 'ticket', place: NOWHERE },
    {
      title: 'https://chat.example/archives/C0FFEE/p1705327200',
      url: 'https://chat.example/archives/C0FFEE/p1705327200',
      rel: 'chat',
      place: NOWHERE,
    },
  ],
  timeline: [
    entry('Requests begin to slow, and some fail.', '2024-01-15T14:00', 'started'),
    entry(
      'Monitoring reports a marked rise in response time. Engineers suspect a bottleneck in processing.',
      '2024-01-15T14:15',
      'detected',
    ),
    entry('Attention turns to recent updates of the models. This trail is wrong.'),
    entry('The data science team is called in.', undefined, 'escalated'),
    entry('The database server is overwhelmed; its administrators take over.', '2024-01-16T01:30', 'identified'),
    entry('A cache is put in front of repeated queries.', '2024-01-16T02:40', 'action'),
    entry('The ledger answers normally again.', '2024-01-16T04:00', 'resolved'),
  ],
  lessons: {
    wentWell: [rich('Monitoring raised the alarm before any user did.')],
    wentWrong: [rich('The newest change was taken for the cause.'), rich('No one could see database load beside response time.')],
    gotLucky: [rich('Most of it fell at night.')],
  },
  actionItems: [
    action('AI-1', {
      words: 'Scale the database behind the ledger',
      status: 'done',
      owner: 'ana',
      priority: 'P1',
      completed: '2024-03-08',
    }),
    action('AI-2', {
      words: 'Monitor database load & response time together',
      status: 'blocked',
      owner: 'ana',
      priority: 'P1',
      due: '2024-11-25',
      reason: 'waits for the new agent',
    }),
    action('AI-3', {
      words: 'Run load tests every quarter',
      owner: 'emil',
      priority: 'P2',
      due: '2024-06-28',
      type: 'detect',
      ticket: { text: 'PAY-812', url: 'https://tracker.example/PAY-812' },
      doneWhen: 'a report lies in the archive',
    }),
    action('AI-4', {
      words: 'Move the ledger to the other data centre',
      status: 'wont_do',
      completed: '2024-02-02',
      reason: 'the other one is full',
    }),
    action('AI-5', { words: 'Write down who may scale the database' }),
  ],
  sections: [
    section('Impact', { role: 'impact', words: 'Pages loaded slowly and at times not at all. Roughly 15 % of users met it.' }),
    section('Timeline', { role: 'timeline', html: '', plain: '' }),
    section('Root cause', {
      role: 'root_cause',
      words: 'The database server was overwhelmed: a surge of users put more load on it than it had been sized for.',
    }),
    section('Resolution', {
      role: 'resolution',
      html: '<p>The administrators did three things:</p>\n<ol>\n<li>gave the server more capacity;</li>\n<li>rewrote the slowest queries;</li>\n<li>put a cache in front.</li>\n</ol>',
      plain: 'The administrators did three things:\ngave the server more capacity;\nrewrote the slowest queries;\nput a cache in front.',
      lead: rich('The administrators did three things:'),
    }),
    section('Lessons', { role: 'lessons', html: '', plain: '' }),
    section('Action items', { role: 'action_items', html: '', plain: '' }),
  ],
});
