// Moments in zones of their own, and who noticed where somebody else was paged.
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/import/model.ts';
import { recognise } from '../../../src/import/recognise/index.ts';

function draftOf(head: string): Draft {
  const text = `# Postmortem: Queue down\n\n${head}\n\n## Root cause\n\nA disk was full.\n\n## Resolution\n\nIt was emptied.\n`;
  return recognise({ path: 'a.md', format: 'markdown', text, notes: [] });
}

describe('contradictions between moments of two zones', () => {
  it.each([
    ['**Start:** 2023-01-08 10:00 PST\n**End:** 2023-01-08 20:15 CET\n**Duration:** 75 minutes', []],
    ['**Start:** 2023-01-08 20:00 CET\n**End:** 2023-01-08 12:30 PST\n**Duration:** 90 minutes', []],
    ['**Start:** 2023-01-08 10:00 PST\n**End:** 2023-01-08 20:15 CET\n**Duration:** 615 minutes', ['duration-differs']],
    ['**Start:** 2023-01-08 10:00 PST\n**End:** 2023-01-08 18:30 CET', ['end-before-start']],
    ['**Start:** 2023-01-08 10:00\n**End:** 2023-01-08 12:00\n**Duration:** 45 minutes', ['duration-differs']],
  ])('%s', (head, expected) => {
    const codes = draftOf(head).problems.map(({ code }) => code);
    expect(codes.filter((code) => code === 'duration-differs' || code === 'end-before-start')).toEqual(expected);
  });
});

describe('who noticed first', () => {
  it.each([
    ['Borgmon detected many HTTP 500s and paged on-call', 'monitoring'],
    ['The on-call engineer was paged at 14:06 UTC', 'monitoring'],
    ['An on-call engineer saw the errors', 'employee'],
    ['An engineer paged the on-call', 'employee'],
    ['The on-call was paged by a customer', 'customer'],
    ['On-call paged', 'monitoring'],
    ['SRE paged at 14:06', 'monitoring'],
    ['The on-call engineer (Dana) paged, who saw the errors', 'monitoring'],
    ['On-call alerted by PagerDuty', 'monitoring'],
    ['On-call paged by Dana', undefined],
    ['Team notified by a customer', 'customer'],
    ['On-call paged the network team', 'employee'],
    ['SRE paged the network team', 'employee'],
    ['The operator then paged for help', 'employee'],
  ])('%s', (words, source) => {
    expect(draftOf(`Date: 2023-01-08\n\nDetection: ${words}`).fields.detectedBy?.value).toBe(source);
  });
});

describe('who noticed, where no label says it', () => {
  it.each([
    ['On 2023-01-08 at 10:00 UTC the queue stopped. We found out because a customer called.', 'customer'],
    [
      'On 2023-01-08 at 10:00 UTC the queue stopped, and with it a page of our customers. Our monitoring noticed at 10:05 UTC.',
      'monitoring',
    ],
    ['On 2023-01-08 at 10:00 UTC our alerts stopped. A customer told us on a forum at 10:09 UTC.', 'customer'],
    ['On 2023-01-08 at 10:00 UTC the queue of customers stopped.', undefined],
  ])('%s', (words, source) => {
    expect(draftOf(words).fields.detectedBy?.value).toBe(source);
  });
});

describe('who noticed, where a label gives the time alone', () => {
  it.each([
    ['10:52 Alert: checkout error rate', 'monitoring'],
    ['10:52 A customer reports failed payments', 'customer'],
    ['10:52 Customers cannot pay; alert on errors fires', 'monitoring'],
    ['10:52 Customers cannot pay', undefined],
    ['10:53 Alert: checkout error rate', undefined],
  ])('%s', (entry, source) => {
    const text = `Started: 2023-01-08 10:45 UTC\nDetected: 2023-01-08 10:52 UTC\n\n## Timeline (UTC)\n\n- 10:45 Deploy of the checkout\n- ${entry}\n- 11:05 Rolled back`;
    expect(draftOf(text).fields.detectedBy?.value).toBe(source);
  });
});

describe('what a tracker calls an incident', () => {
  it('is no service', () => {
    const text = '# INC-88 Login latency\n\nOn 2023-01-08 at 10:00 UTC logins were slow.\n\n## Root cause\n\nA small cache.\n';
    expect(recognise({ path: 'a.md', format: 'markdown', text, notes: [] }).fields.services?.value).toEqual(['Login']);
  });
});
