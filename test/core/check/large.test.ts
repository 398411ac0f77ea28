// Archives and files made to take long: checks grow no faster than what they look at, however much of it is wrong.
import { expect, test } from 'vitest';
import { runArchiveRules, runIncidentRules } from '../../../src/core/check/index.ts';
import { defaultConfig } from '../../../src/core/config/read.ts';
import type { Incident, Reference } from '../../../src/core/model/incident.ts';
import type { SiteConfig } from '../../../src/core/model/site-config.ts';
import { inTime } from '../../processor-time.ts';
import { minute, sampleIncident } from './sample-incident.ts';

const LIMIT_MS = 5000;
const SIZE = 5000;
const START = { line: 1, column: 1 };
const INPUT = { config: defaultConfig, asOf: '2026-12-01', body: 'Text.', bodyLine: 5, locate: () => START };

function checkAll(incidents: readonly Incident[]) {
  return inTime(LIMIT_MS, () =>
    runArchiveRules(incidents, { config: defaultConfig, asOf: '2026-12-01', hasAsset: () => false, locate: () => START }),
  );
}

function many(make: (index: number) => Partial<Incident>): Incident[] {
  return Array.from({ length: SIZE }, (_, index) =>
    sampleIncident({ id: `incident-${index}`, title: `Incident ${index}`, ...make(index) }),
  );
}

test('thousands of incidents whose references all lead nowhere', async () => {
  const problems = await checkAll(many((index) => ({ related: [`incidnet-${index}`], recurrenceOf: `nowhere-${index}` })));
  expect(problems).toHaveLength(2 * SIZE);
});

test('thousands of incidents in one chain of recurrences, and in one circle', async () => {
  expect(await checkAll(many((index) => (index === 0 ? {} : { recurrenceOf: `incident-${index - 1}` })))).toEqual([]);
  const problems = await checkAll(many((index) => ({ recurrenceOf: `incident-${(index + 1) % SIZE}` })));
  expect(problems.map(({ code }) => code)).toEqual(['recurrence-cycle']);
  expect(problems[0]?.message.length).toBeLessThan(200);
});

test('thousands of incidents of one id, one alias and one title', async () => {
  const problems = await checkAll(many(() => ({ id: 'same', title: 'Same', aliases: ['old'] })));
  expect(problems).toHaveLength(3 * (SIZE - 1));
});

test('an incident with 20,000 broken links and 20,000 headings', async () => {
  const references = Array.from({ length: 20_000 }, (_, index): Reference => {
    const place = { line: index + 1 };
    return index % 2 === 0 ? { kind: 'anchor', anchor: `hedaing-${index}`, place } : { kind: 'asset', path: `sample/${index}.png`, place };
  });
  const anchors = Array.from({ length: 20_000 }, (_, index) => `heading-${index}`);
  expect(await checkAll([sampleIncident({ references, anchors })])).toHaveLength(20_000);
});

test('an incident with 5,000 misspelt tags', async () => {
  const terms = Array.from({ length: 300 }, (_, index) => ({ id: `database-${index}`, name: `Database ${index}`, aliases: [] }));
  const vocabularies = { ...defaultConfig.vocabularies, tags: { strict: true, terms } };
  const config: SiteConfig = { ...defaultConfig, vocabularies };
  const tags = Array.from({ length: 5000 }, (_, index) => `databsae-${index}`);
  const problems = await inTime(LIMIT_MS, () => runIncidentRules(sampleIncident({ tags }), { ...INPUT, config }));
  expect(problems).toHaveLength(5000);
});

test('a text of half a million characters about durations', async () => {
  const body = 'The outage lasted 3 hours. Duration: 2 h 5 min '.repeat(10_000);
  const milestones = { started: minute('2026-11-20T14:02:00Z'), resolved: minute('2026-11-20T14:49:00Z') };
  const problems = await inTime(LIMIT_MS, () => runIncidentRules(sampleIncident({ milestones }), { ...INPUT, body }));
  expect(problems.length).toBeGreaterThan(1000);
});

test('names of the prototype are names', async () => {
  const incident = sampleIncident({
    id: 'constructor',
    severity: 'constructor',
    tags: ['__proto__'],
    authors: ['toString'],
    related: ['constructor'],
  });
  expect(runIncidentRules(incident, INPUT).map(({ code }) => code)).toEqual(
    defaultConfig.severities.length > 0 ? ['unknown-severity'] : [],
  );
  const problems = await checkAll([incident]);
  expect(problems.map(({ code }) => code)).toEqual(['self-reference']);
});
