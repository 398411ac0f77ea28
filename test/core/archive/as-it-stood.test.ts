// What the dates in a file leave of an incident at the end of a day.
import { describe, expect, it } from 'vitest';
import { asItStood, lastMomentOf } from '../../../src/core/archive/as-it-stood.ts';
import { sayStanding } from '../../../src/core/archive/say-standing.ts';
import type { Incident, TimelineEntry } from '../../../src/core/model/incident.ts';
import { action, at, incident as incidentOf, text } from '../rows/archives.ts';

const incident = (fields: Partial<Incident>): Incident => incidentOf({ id: 'a', ...fields });
const last = lastMomentOf('2024-03-10', 'UTC');
const entry = (from: string | undefined, until?: string): TimelineEntry => ({
  ...(from !== undefined && { at: at(from) }),
  ...(until !== undefined && { until: at(until) }),
  ...{ text: text('It went on'), kind: 'note', place: { line: 1 } },
});

describe('an incident as it stood', () => {
  it('is the very same where nothing is later', () => {
    const one = incident({
      milestones: { started: at('2024-03-10'), resolved: at('2024-03-10T23:59:00Z') },
      timeline: [entry(undefined), entry('2024-03-10T23:00:00Z', '2024-03-10T23:59:00Z')],
      actionItems: [
        action({ id: 'AI-1', created: '2024-03-10', status: 'done', completed: '2024-03-10' }),
        action({ id: 'AI-2', due: '2024-09-01' }),
      ],
    });
    const { incident: then, ...rest } = asItStood(one, last);
    expect(then).toBe(one);
    expect(rest).toEqual({ reopened: 0, isOther: false });
    expect(asItStood(incident({}), last).isOther).toBe(false);
  });

  it('is not there before its first known time, whatever that is', () => {
    for (const milestones of [{ started: at('2024-03-11') }, { detected: at('2024-03-11T00:00:00Z') }, { resolved: at('2024-04-01') }])
      expect(asItStood(incident({ milestones }), last)).toEqual({ reopened: 0, isOther: true });
  });

  it('goes on where it ended later, with its timeline as far as it had come', () => {
    const { incident: then, isOther } = asItStood(
      incident({
        milestones: { started: at('2024-03-09'), mitigated: at('2024-03-10T22:00:00Z'), resolved: at('2024-03-11T01:00:00Z', true) },
        approximate: ['resolved'],
        timeline: [
          entry('2024-03-09T10:00:00Z'),
          entry('2024-03-10T23:00:00Z', '2024-03-11T01:00:00Z'),
          entry(undefined),
          entry('2024-03-11T01:00:00Z'),
        ],
      }),
      last,
    );
    expect(isOther).toBe(true);
    expect([Object.keys(then?.milestones ?? {}), then?.approximate]).toEqual([['started', 'mitigated'], []]);
    expect(then?.timeline.map((each) => [each.at?.iso, each.until?.iso])).toEqual([
      ['2024-03-09T10:00:00Z', undefined],
      ['2024-03-10T23:00:00Z', undefined],
      [undefined, undefined],
    ]);
  });

  it('has promised what was promised by then, and none of it is done that was done later', () => {
    const items = [
      action({ id: 'AI-1', status: 'done', completed: '2024-03-11', evidence: 'https://example.org/1', due: '2024-03-01' }),
      action({ id: 'AI-2', status: 'wont_do', completed: '2024-03-12', reason: 'Too dear.' }),
      action({ id: 'AI-3', status: 'done' }),
      action({ id: 'AI-4', created: '2024-03-11' }),
      action({ id: 'AI-5', status: 'blocked', reason: 'Waiting.' }),
    ];
    const { incident: then, reopened } = asItStood(incident({ actionItems: items }), last);
    expect(reopened).toBe(2);
    expect(then?.actionItems).toEqual([action({ id: 'AI-1', due: '2024-03-01' }), action({ id: 'AI-2' }), items[2], items[4]]);
  });

  it('stands until midnight in the zone of the site, summer or winter', () => {
    const until = (day: string, zone: string): string => new Date(lastMomentOf(day, zone).before).toISOString();
    expect(until('2024-03-10', 'America/New_York')).toBe('2024-03-11T04:00:00.000Z');
    expect(until('2024-03-09', 'America/New_York')).toBe('2024-03-10T05:00:00.000Z');
    expect(until('2024-03-10', 'UTC+5:30')).toBe('2024-03-10T18:30:00.000Z');
  });
});

it('is said with what it rests on', () => {
  const of = '2024-03-10';
  const say = (standing: Parameters<typeof sayStanding>[0]): string => sayStanding(standing).replaceAll('\u00a0', ' ');
  expect(say({ of, by: 'git', commit: '0123456789abcdef', committed: '2024-03-08', hasMovedOn: true })).toBe(
    'The archive of 10 Mar 2024, as git has it in commit 0123456789 of 8 Mar 2024',
  );
  expect(say({ of, by: 'dates', reason: 'git is not installed', hasMovedOn: false })).toBe(
    'The archive of 10 Mar 2024, by the dates in its files: git is not installed',
  );
  expect(say({ of, by: 'files', hasMovedOn: false })).toBe(
    'The archive of 10 Mar 2024, as its files are now, with changes that are not committed',
  );
});
