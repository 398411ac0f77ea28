// What looks like a postmortem and is none, and what looks like none and is one.
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/import/model.ts';
import { recognise } from '../../../src/import/recognise/index.ts';

function draftOf(text: string, more: { readonly kept?: readonly string[] } = {}): Draft {
  return recognise({ path: 'a.md', format: 'markdown', text, notes: [], ...more });
}

describe('an index', () => {
  const story = 'On 2023-01-08 from 10:00 to 10:40 UTC searches failed because its disk was full. It was emptied and restarted.\n';

  it('of incidents is a list', () => {
    expect(
      draftOf('# Incident index\n\n- 2023\n- 2024\n\nAll reports of the last years are kept in this folder.\n').notAPostmortem?.kind,
    ).toBe('list');
  });

  it('that failed is none', () => {
    expect(draftOf(`# Index node out of disk\n\n${story}`).isPostmortem).toBe(true);
    expect(draftOf(`# Search index corrupted\n\n${story}`).isPostmortem).toBe(true);
  });
});

describe('a talk', () => {
  it('about an incident is one', () => {
    const talk =
      '[09:02] Mila: search p95 is at 9 s, anyone deploying?\n[09:04] Deniz: ack, the reindex takes all the disk\n[09:19] Deniz: cancelled the reindex\n[09:26] Mila: latency was back at 400 ms\n[09:31] Deniz: root cause: the cron host was on local time, errors stopped\n';
    expect(draftOf(talk).isPostmortem).toBe(true);
  });
});

describe('the scale of severities', () => {
  it('within a report is no reason to leave it out', () => {
    const report =
      '# Outage of the relay\n\n**Severity:** SEV2\n\nOn 2023-01-08 the relay was down.\n\n## Timeline (UTC)\n\n- 10:00 it failed\n- 10:20 restarted\n- 10:40 back\n\n## Levels\n\n- SEV1: everybody\n- SEV2: many\n- SEV3: some\n';
    expect(draftOf(report).isPostmortem).toBe(true);
  });
});

describe('the day another tool published a page', () => {
  const text =
    '# What happened to uploads\n\nOn Thursday, June 19, uploads failed for everybody from 14:22 to 15:01 UTC because of a policy. We removed it.\n';

  it('gives its year to the day it tells of', () => {
    expect(draftOf(text, { kept: ['date: 2025-06-23'] }).fields.started?.value).toBe('2025-06-19T14:22Z');
    expect(draftOf(text.replace('June 19', 'December 30'), { kept: ['date: "2025-01-03"'] }).fields.started?.value).toBe(
      '2024-12-30T14:22Z',
    );
  });

  it('gives none where it lies long after, or there is none', () => {
    expect(draftOf(text, { kept: ['date: 2025-11-02'] }).fields.started).toBeUndefined();
    expect(draftOf(text).fields.started).toBeUndefined();
  });
});
