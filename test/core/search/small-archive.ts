// A dozen small incidents that differ in what a query can ask for.
import type { Archive } from '../../../src/core/model/archive.ts';
import type { Incident } from '../../../src/core/model/incident.ts';
import { action, archive, at, entry, incident, rich, section } from '../../includes/sample-archive.ts';

interface Given extends Partial<Incident> {
  readonly on?: string;
  readonly cause?: string;
}

function make(id: string, title: string, { on, cause, ...given }: Given = {}): Incident {
  return incident(id, {
    title,
    ...(on !== undefined && { milestones: { started: at(on) } }),
    sections: cause === undefined ? [] : [section('Root cause', { role: 'root_cause', words: cause })],
    ...given,
  });
}

export const smallArchive: Archive = archive([
  make('pool', 'Connection pool exhausted by an export', {
    on: '2024-06-18',
    severity: 'SEV2',
    services: ['reports', 'web app'],
    tags: ['connection-pool'],
    cause: 'One export held every connection of the pool. Nothing limited it.',
    actionItems: [action('AI-1', { words: 'Limit exports', owner: 'ana', due: '2024-07-01' })],
  }),
  make('replicas', 'Replicas out of connections', {
    on: '2024-09-12',
    severity: 'SEV2',
    services: ['ledger'],
    tags: ['connection-pool'],
    cause: 'Each service sized its pool of connections for itself.',
    timeline: [entry('The pool is empty.', '2024-09-12T10:00')],
  }),
  make('deadlock', 'Web application stalled by a deadlock', {
    on: '2024-04-03',
    severity: 'SEV1',
    services: ['web app'],
    tags: ['database'],
    cause: 'Two transactions were deadlocked.',
    actionItems: [action('AI-1', { words: 'Pool connections in front of the database', owner: 'emil', status: 'done' })],
  }),
  make('stampede', 'Cache stampede after a restart', {
    on: '2023-11-02',
    severity: 'SEV3',
    services: ['cache'],
    tags: ['cache'],
    cause: 'No entry of the cache survived.',
    recurrenceOf: 'split',
  }),
  make('split', 'Split-brain of the message brokers', {
    on: '2022-02-01',
    severity: 'SEV1',
    services: ['queue'],
    cause: 'A partition left two leaders: a split brain.',
  }),
  make('code', 'Checkout refused cards', {
    on: '2025-01-14',
    services: ['checkout'],
    signatures: ['ERR_4012'],
    cause: 'The gateway sent ERR_4012; nobody knew 4012.',
  }),
  make('code-2', 'Checkout met another ERR', {
    on: '2025-01-15',
    services: ['checkout'],
    cause: 'ERR 4013 came instead, as ERR 4012 had.',
  }),
  make('undated', 'A pool nobody dated', { cause: 'It is not known.', status: 'draft' }),
  make('vendor', 'Vendor pool closed', { on: '2025-02-01', summary: rich('The pool of a vendor was closed for cleaning.') }),
]);
