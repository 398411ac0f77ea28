// Which text of an incident stands in which field, and by which columns it is filtered.
import { expect, test } from 'vitest';
import { searchFacts } from '../../../src/core/search/build/facts.ts';
import { inSearchOrder } from '../../../src/core/search/build.ts';
import { fieldTexts } from '../../../src/core/search/fields.ts';
import { FACT_FLAGS, type FactColumn, NO_DAY, valuesOf } from '../../../src/core/search/files/facts.ts';
import { action, archive, at, entry, fullIncident, incident, rich, sampleConfig, section } from '../../includes/sample-archive.ts';

const one = incident('2025-03-01-mail', {
  title: 'Mail late',
  summary: rich('Mail came late.'),
  severity: 'SEV2',
  milestones: { started: at('2025-03-01T10:00') },
  ...{ services: ['ledger'], tags: ['queue'], rootCauses: ['capacity'], commander: 'ana', aliases: ['mail-17'] },
  signatures: ['451 try again'],
  links: [{ title: 'PAY-812', url: 'https://tracker.example/PAY-812', place: { line: 1 } }],
  timeline: [entry('The pager rang.')],
  lessons: { wentWell: [rich('Someone was awake.')], wentWrong: [], gotLucky: [] },
  sections: [
    section('Root cause', { role: 'root_cause', words: 'A queue was full.' }),
    section('Impact', { role: 'impact', words: 'Letters.', subheadings: [{ id: 'who', title: 'Who', level: 3 }] }),
    section('Summary', { role: 'summary', words: 'Told twice.' }),
    section('Fix', { role: 'resolution', words: 'It was emptied.' }),
  ],
  actionItems: [action('AI-1', { words: 'Watch the queue', owner: 'emil', reason: 'no time' })],
});

test('every text of an incident has its field', () => {
  expect(fieldTexts(one, sampleConfig)).toEqual({
    title: ['Mail late'],
    signatures: ['451 try again'],
    cause: ['A queue was full.'],
    summary: ['Mail came late.', 'Told twice.'],
    terms: ['2025-03-01-mail', 'mail-17', 'SEV2', 'Major', 'ledger', 'Ledger', 'queue', 'capacity', 'Capacity below the peak'],
    resolution: ['It was emptied.'],
    headings: ['Root cause', 'Impact', 'Who', 'Summary', 'Fix'],
    body: ['Letters.', 'The pager rang.', 'Someone was awake.', 'PAY-812', 'https://tracker.example/PAY-812', 'ana', 'Ana Lindqvist'],
    actions: ['Watch the queue', 'emil', 'Emil S\u00f8rensen', 'no time'],
  });
});

test('facts are those of the indexes, oldest incident first', () => {
  const undated = incident('undated', { status: 'draft', recurrenceOf: one.id, services: ['mail'] });
  const all = archive([one, fullIncident, undated]);
  const documents = inSearchOrder(all.incidents);
  expect(documents.map(({ id }) => id)).toEqual(['undated', '2024-01-15-ledger', '2025-03-01-mail']);
  const facts = searchFacts(all, documents);
  const named = (column: FactColumn) => documents.map((_, n) => [...valuesOf(column, n)].map((value) => column.names[value]?.id));
  expect(named(facts.services)).toEqual([['mail'], ['ledger'], ['ledger']]);
  expect(named(facts.owners)).toEqual([[], ['emil', 'ana'], ['emil']]);
  expect(facts.services.names).toContainEqual({ id: 'ledger', name: 'Ledger', aliases: [] });
  expect(facts.severities.map(({ id }) => id)).toEqual(['SEV1', 'SEV2', 'SEV3', 'SEV4']);
  expect([...facts.severityRank]).toEqual([0, 2, 2]);
  expect([...facts.day]).toEqual([NO_DAY, 19737, 20148]);
  expect([...facts.status]).toEqual([0, 2, 2]);
  const { 'open-action': open, overdue, timeline, recurrence } = FACT_FLAGS;
  expect([...facts.flags]).toEqual([recurrence, open + overdue + timeline, open + timeline]);
});
