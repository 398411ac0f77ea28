// Entries of the timeline that go back in time.
import type { Timestamp } from '../../model/timestamp.ts';
import type { IncidentRule } from '../rule.ts';
import { sayTime } from '../say.ts';
import { isBefore } from '../span.ts';

export const timelineOutOfOrder: IncidentRule = {
  code: 'timeline-out-of-order',
  severity: 'warning',
  title: 'The timeline goes back in time.',
  why: 'Readers take the order for the order of events. An entry out of place usually has a wrong hour or is on a wrong day.',
  bad: '- 14:20 The alert fires\n- 14:02 Checkout fails',
  fixed: '- 14:02 Checkout fails\n- 14:20 The alert fires',
  check({ timeline }, { report }) {
    let last: Timestamp | undefined;
    for (const { at, place } of timeline) {
      if (!at) continue;
      if (last && isBefore(at, last)) {
        report(place, `This entry (${sayTime(at)}) comes after one of ${sayTime(last)}.`, {
          hint: 'Correct its time, or move it to its place.',
        });
      }
      last = at;
    }
  },
};
