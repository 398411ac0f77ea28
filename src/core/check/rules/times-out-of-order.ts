// Moments that cannot have happened in the order written.
import { type Milestone, ORDERED_MILESTONES } from '../../model/timestamp.ts';
import type { IncidentRule } from '../rule.ts';
import { sayTime } from '../say.ts';
import { isBefore } from '../span.ts';

export const timesOutOfOrder: IncidentRule = {
  code: 'times-out-of-order',
  severity: 'error',
  title: 'Two of the times cannot be in this order.',
  why: 'An incident cannot be over before it began, or be detected outside its own time. Every duration made from such times would be wrong.',
  bad: 'started: 2026-11-20T14:02Z\nresolved: 2026-11-20T13:49Z',
  fixed: 'started: 2026-11-20T14:02Z\nresolved: 2026-11-20T14:49Z',
  check({ milestones }, { report }) {
    const reported = new Set<Milestone>();
    for (const [first, second] of ORDERED_MILESTONES) {
      const [from, to] = [milestones[first], milestones[second]];
      // One wrong time breaks several pairs: said once, at the time that should be later.
      if (!from || !to || reported.has(second) || !isBefore(to, from)) continue;
      reported.add(second);
      report({ path: [second] }, `"${second}" (${sayTime(to)}) is before "${first}" (${sayTime(from)}).`, {
        hint: 'Correct one of the two; look at the year, at the day after midnight and at the offset.',
      });
    }
  },
};
