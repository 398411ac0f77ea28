// What programs read about an archive: facts under their own names, nothing that was not written down, nothing that must not be read.
import { expect, test } from 'vitest';
import { actionJson } from '../../../src/core/api/action.ts';
import { DATA_FILES } from '../../../src/core/api/files.ts';
import { incidentJson as incidentFile, incidentSummaryJson } from '../../../src/core/api/incident.ts';
import { surroundingsOf } from '../../../src/core/archive/surroundings.ts';
import type { Incident } from '../../../src/core/model/incident.ts';
import { processorTime } from '../../processor-time.ts';
import { archiveOf, bare, full, incident, sampleArchive } from './sample-archive.ts';

const incidentJson = (of: Incident, archive = sampleArchive) => incidentFile(of, archive, surroundingsOf(archive)(of));
const write = (path: string, archive = sampleArchive) => DATA_FILES.find((file) => file.path === path)?.write(archive) ?? '';

test('facts keep the names and the spelling of the front matter', () => {
  expect(incidentSummaryJson(full, sampleArchive)).toMatchObject({
    id: '2026-11-02-checkout',
    url: '../incidents/2026-11-02-checkout/',
    json_url: '../incidents/2026-11-02-checkout.json',
    severity: 'SEV1',
    severity_rank: 1,
    started: '2026-11-02T14:00:00+01:00',
    mitigated: '2026-11-02',
    root_causes: ['missing-canary'],
    detected_by: 'monitoring',
    impact: { users_affected: 1200, customer_facing: true },
    action_count: 2,
    open_action_count: 1,
    overdue_action_count: 1,
  });
});

test('lengths are in seconds, and only between moments: a day has none', () => {
  const { duration_seconds, metrics_seconds } = incidentSummaryJson(full, sampleArchive);
  expect(duration_seconds).toBe(90 * 60);
  expect(metrics_seconds).toEqual({ time_to_detect: 240 });
});

test('what was not recorded is absent', () => {
  const line = JSON.stringify(incidentJson(bare));
  for (const field of ['severity', 'started', 'duration_seconds', 'summary', 'commander']) expect(line).not.toContain(`"${field}"`);
});

test('ids that are aliases are told by their present name, and what links here is named', () => {
  expect(incidentJson(full)).toMatchObject({ related: ['bare'], recurrence_of: 'bare' });
  expect(incidentJson(bare).linked_from).toEqual([{ id: full.id, kind: 'recurrence' }]);
});

test('names that must be withheld are in no file', () => {
  for (const file of DATA_FILES) expect(file.write(sampleArchive)).not.toContain('Acme');
  expect(JSON.stringify(incidentJson(full))).not.toContain('Acme');
});

test('restricted incidents are in no file', () => {
  const archive = archiveOf([full, incident('secret-one', { visibility: 'restricted', tags: ['secret-one'] })]);
  for (const file of DATA_FILES) expect(file.write(archive)).not.toContain('secret-one');
});

test('the file of an incident does not change with the day', () => {
  const tomorrow = { ...sampleArchive, asOf: '2026-11-23' };
  expect(incidentJson(full, tomorrow)).toEqual(incidentJson(full));
});

test('an action says where it stands, whose it is and how late it is', () => {
  const [first] = sampleArchive.actions;
  expect(first && actionJson(first, sampleArchive)).toMatchObject({
    incident: full.id,
    id: 'AI-1',
    url: '../incidents/2026-11-02-checkout/#ai-1',
    owner: 'ana',
    owner_name: 'Ana Sørensen',
    owner_team: 'payments',
    due_from: 'policy',
    ticket: 'PAY-1',
    ticket_url: 'https://t.example/PAY-1',
    open: true,
    overdue_days: 10,
  });
});

test('a term counts its incidents and actions and names its feed', () => {
  const { services } = JSON.parse(write('services.json')) as { services: object[] };
  expect(services).toEqual([
    {
      id: 'checkout',
      name: 'Checkout',
      owner: 'payments',
      url: '../services/checkout/',
      feed_url: '../services/checkout/feed.xml',
      incident_count: 1,
      action_count: 2,
      open_action_count: 1,
      overdue_action_count: 1,
      incidents: [full.id],
    },
  ]);
});

test('lists hold one entry a line, and the lines of the NDJSON are the same entries', () => {
  for (const name of ['incidents', 'actions']) {
    const list = write(`${name}.json`).split('\n');
    const rows = list.slice(1, -2).map((line) => line.replace(/,$/, ''));
    expect(rows.map((row) => `${row}\n`).join('')).toBe(write(`${name}.ndjson`));
  }
});

test('an empty archive has files that are empty, not broken', () => {
  const empty = archiveOf([]);
  expect(JSON.parse(write('incidents.json', empty))).toEqual({
    schema: 'schemas/incidents-1.json',
    generated: '2026-11-22',
    incidents: [],
  });
  expect(write('incidents.ndjson', empty)).toBe('');
});

test('five times the incidents take about five times as long', () => {
  /** The quickest of three: other threads of the tests are counted too. */
  const timeOf = (count: number): number => {
    const many = archiveOf(Array.from({ length: count }, (_, n) => ({ ...full, id: `i-${n}`, aliases: [] })));
    const times = [1, 2, 3].map(() => {
      const start = processorTime();
      for (const file of DATA_FILES) file.write(many);
      return processorTime() - start;
    });
    return Math.min(...times);
  };
  timeOf(500);
  // Twenty-five times would be quadratic. A ratio, because nobody knows what else the machine does.
  expect(timeOf(10_000) / timeOf(2000)).toBeLessThan(18);
});
