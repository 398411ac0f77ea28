// Who took it on, when the cause was known, when it hurt no more: what entries of a timeline say, and what they only seem to.
import { describe, expect, it } from 'vitest';
import type { DraftFields } from '../../../src/import/model.ts';
import { recognise } from '../../../src/import/recognise/index.ts';

function fieldsOf(entry: string): DraftFields {
  const timeline = ['10:00 UTC Errors begin', '10:05 UTC Alert fires', `10:12 UTC ${entry}`, '11:30 UTC Service fully restored'];
  const text = `# Postmortem: Queue down on 2023-01-08\n\n## Timeline\n\n${timeline.map((line) => `- ${line}`).join('\n')}\n\n## Root cause\n\nA disk was full.\n`;
  return recognise({ path: 'a.md', format: 'markdown', text, notes: [] }).fields;
}

const SAID = '2023-01-08T10:12Z';

describe('an entry of the timeline says it', () => {
  it.each([
    ['acknowledged', 'Marta acks'],
    ['acknowledged', 'On-call acknowledged the page'],
    ['acknowledged', 'Jon picked up the alert'],
    ['identified', 'The root cause was found: a full disk'],
    ['identified', 'Ana found the cause. It could not be mended at once'],
    ['identified', 'Full disk identified as the root cause'],
    ['identified', 'Ursache gefunden'],
    ['identified', 'Se identifica la causa'],
    ['identified', 'Cause racine identifiée'],
    ['mitigated', 'Impact mitigated'],
    ['mitigated', 'A workaround is in place'],
  ] as const)('%s: %s', (milestone, words) => {
    const { [milestone]: found } = fieldsOf(words);
    expect(found?.value).toBe(SAID);
    expect(found?.sure).toBe('likely');
  });
});

describe('an entry that does not say it', () => {
  it.each([
    'Nobody acknowledged the page',
    'The alert stays unacknowledged',
    'Sean finds a possible cause',
    'The cause is not yet known',
    'We could not identify the root cause',
    'Trying to find the cause',
    'Status page acknowledges that the outage goes on until the cause is found',
    'This should be mitigated soon',
    'Partially mitigated: the impact is mitigated for some',
    'Packets are lost',
    'A backup of the stack',
  ])('%s', (words) => {
    const { acknowledged, identified, mitigated } = fieldsOf(words);
    expect([acknowledged, identified, mitigated]).toEqual([undefined, undefined, undefined]);
  });
});

it('does not stand outside of the incident', () => {
  const text =
    '# Postmortem of 2023-01-08\n\n## Timeline\n\n- 10:00 UTC Outage starts\n- 11:00 UTC Outage over, all resolved\n- 14:00 UTC Lead acknowledges the report\n';
  expect(recognise({ path: 'a.md', format: 'markdown', text, notes: [] }).fields.acknowledged).toBeUndefined();
});
