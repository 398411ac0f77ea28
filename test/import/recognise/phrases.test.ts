// One line of a summary in the many ways people put it: when it was, how many it hit, how grave it was.
import { describe, expect, it } from 'vitest';
import { labelsOf } from '../../../src/import/labels.ts';
import { recognise } from '../../../src/import/recognise/index.ts';

function labelsWith(line: string): Record<string, unknown> {
  const text = `# Postmortem: Site down\n\n## Issue Summary\n\n${line}\n\n## Root cause\n\nA bad deploy was made by hand and it broke the site.\n\n## Resolution\n\nIt was reverted.\n`;
  return labelsOf(recognise({ path: 'a.md', format: 'markdown', text, notes: [] }));
}

describe('stretches of time', () => {
  it.each([
    [
      'Duration: The outage lasted for approximately 3 hours, from 10:00 AM to 1:00 PM UTC on March 15, 2024.',
      '2024-03-15T10:00Z',
      '2024-03-15T13:00Z',
    ],
    ['Duration: 2024-05-10 08:00 - 2024-05-10 10:30 (EAT)', '2024-05-10T08:00+03:00', '2024-05-10T10:30+03:00'],
    ['Duration: 3 hours (10:00am – 1:00pm WAT, 12 June 2023)', '2023-06-12T10:00+01:00', '2023-06-12T13:00+01:00'],
    ['Duration: Start: 9:00 AM EST, End: 11:30 AM EST, Date: 2023-08-01', '2023-08-01T09:00-05:00', '2023-08-01T11:30-05:00'],
    ['The outage occurred on 12/25/2023 between 2pm and 4:30pm PST.', '2023-12-25T14:00-08:00', '2023-12-25T16:30-08:00'],
    [
      'On 5th March 2023 at 10:15 GMT+1, our web server went down. Service was restored at 12:45 the same day.',
      '2023-03-05T10:15+01:00',
      '2023-03-05T12:45+01:00',
    ],
    ['Duration: Sunday 4th June 2023, 23:30 to Monday 5th June 2023 01:15 CAT', '2023-06-04T23:30+02:00', '2023-06-05T01:15+02:00'],
    ['Duration: 2 hours, from 22:30 to 00:30 UTC on 2023-04-01', '2023-04-01T22:30Z', '2023-04-02T00:30Z'],
    ['Duration: 1400hrs to 1630hrs EAT, 3rd May 2023', '2023-05-03T14:00+03:00', '2023-05-03T16:30+03:00'],
    ['Duration: Apr 2, 2023 / 5:00PM GMT - 8:00PM GMT', '2023-04-02T17:00Z', '2023-04-02T20:00Z'],
    ['Between 10:03 and 10:41 UTC on 2025-02-04 every request failed.', '2025-02-04T10:03Z', '2025-02-04T10:41Z'],
    ['El servicio estuvo caído el 3 de junio de 2023 de 10:00 a 12:30.', '2023-06-03T10:00', '2023-06-03T12:30'],
    [
      'Am 3. Juni 2023 zwischen 10 Uhr und 12:30 Uhr MESZ war der Dienst nicht erreichbar.',
      '2023-06-03T10:00+02:00',
      '2023-06-03T12:30+02:00',
    ],
    ['Le service était indisponible le 3 juin 2023 entre 10h et 12h30 (CEST).', '2023-06-03T10:00+02:00', '2023-06-03T12:30+02:00'],
    ['The outage started at 11:45 p.m. on Dec 31, 2022 and ended at 1:20 a.m. on Jan 1, 2023.', '2022-12-31T23:45', '2023-01-01T01:20'],
    ['Duration: 14:00 to 16:00 on a busy Monday', null, null],
    ['The site was down from 14:00 to 16:00 on 3 May.', null, null],
  ])('%s', (line, started, resolved) => {
    const labels = labelsWith(line);
    expect([labels.started, labels.resolved]).toEqual([started, resolved]);
  });
});

describe('shares of users', () => {
  it.each([
    ['Impact: 30% of users were affected', 30],
    ['Impact: Approximately 40 percent of our customer base saw slow responses', 40],
    ['Impact: CPU usage rose to 95% and 20% of requests timed out', 20],
    ['Impact: Users affected: ~65%', 65],
    ['Impact: affected 12.5% of all traffic', 12.5],
    ['Impact: Between 20% and 30% of users were affected', 30],
    ['Impact: our SLA of 99.9% was missed on 2024-05-10', null],
    ['Impact: on 2024-05-10 sales dropped by 15%', null],
    ['Impact: on 2024-05-10 memory was at 90%, disk at 80%', null],
    ['Impact: on 2024-05-10 response time increased by 50% for users', null],
    ['Impact: the service was available 98% of the time for customers on 2024-05-10', null],
    ['Impact: about a third of users could not log in on 2024-05-10', null],
  ])('%s', (line, share) => {
    expect(labelsWith(`Date: 2024-05-10 08:00 - 10:30 UTC\n\n${line}`).impact_percent).toBe(share);
  });
});

describe('severities', () => {
  it.each([
    ['**Severity:** SEV-1', 'SEV-1'],
    ['Severity: Critical (P1)', 'Critical'],
    ['| Severity | High |', 'High'],
    ['Incident severity: SEV2 - Major', 'SEV2'],
    ['Severity: 🔴 Critical', 'Critical'],
    ['Severity: [High/Medium/Low]', null],
    ['Severity: SEV1 / SEV2 / SEV3', null],
    ['Severity: TBD', null],
    ['We opened a SEV2 ticket with our provider.', null],
  ])('%s', (line, severity) => {
    expect(labelsWith(`Date: 2024-05-10 08:00 - 10:30 UTC\n\n${line}`).severity).toBe(severity);
  });
});
