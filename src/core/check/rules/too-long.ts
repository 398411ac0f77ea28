// Incidents that are said to have lasted more than a month.
import { DAY } from '../../time/calendar.ts';
import { sayDuration } from '../../time/duration.ts';
import type { IncidentRule } from '../rule.ts';

const LONGEST_DAYS = 30;

export const tooLong: IncidentRule = {
  code: 'too-long',
  severity: 'warning',
  title: 'The incident is said to have lasted more than 30 days.',
  why: 'Such a length is nearly always a wrong month or year, and one of them is enough to make every average meaningless.',
  bad: 'started: 2026-11-20T14:02Z\nresolved: 2027-11-20T14:49Z',
  fixed: 'started: 2026-11-20T14:02Z\nresolved: 2026-11-20T14:49Z',
  check({ milestones }, { report }) {
    const { started, mitigated, resolved } = milestones;
    const end = resolved ?? mitigated;
    if (!started || !end || end.epoch - started.epoch <= LONGEST_DAYS * DAY) return;
    report({ path: [resolved ? 'resolved' : 'mitigated'] }, `The incident would have lasted ${sayDuration(end.epoch - started.epoch)}.`, {
      hint: 'Correct the month or the year. If it did last so long, leave this warning.',
    });
  },
};
