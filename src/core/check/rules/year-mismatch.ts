// A start in another year than the file's name says.
import { dayOf } from '../../time/calendar.ts';
import { daysBetween } from '../../time/duration.ts';
import type { IncidentRule } from '../rule.ts';
import { dayOfTime } from '../span.ts';

/** Named after New Year for what began before it: no mistake. */
const NEAR_DAYS = 45;

const DATE = /(?<!\d)((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?!\d)/;

export const yearMismatch: IncidentRule = {
  code: 'year-mismatch',
  severity: 'warning',
  title: 'The year of the start is not that of the name.',
  why: 'In January, people type last year. The incident would stand in the wrong year of every list and trend.',
  bad: '2026-01-09-checkout-errors.md with started: 2025-01-09T14:02Z',
  fixed: '2026-01-09-checkout-errors.md with started: 2026-01-09T14:02Z',
  check({ id, file, milestones }, { report }) {
    const { started } = milestones;
    if (!started) return;
    const day = dayOfTime(started);
    const named = dayIn(id) ?? dayIn(file.split('/').at(-1) ?? '');
    if (named === undefined || named.slice(0, 4) === day.slice(0, 4) || Math.abs(daysBetween(named, day)) <= NEAR_DAYS) return;
    report({ path: ['started'] }, `"started" is in ${day.slice(0, 4)}, but the incident is named for ${named}.`, {
      hint: `Was it ${named.slice(0, 4)}? If the name is wrong, rename the file and put the old id into "aliases".`,
    });
  },
};

function dayIn(name: string): string | undefined {
  const match = DATE.exec(name);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}
