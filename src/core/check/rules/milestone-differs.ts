// Two times for one moment of the incident's life: one in the front matter, another at the entry of the timeline that is marked as it.
import type { TimelineEntry } from '../../model/incident.ts';
import { MILESTONES, type Timestamp } from '../../model/timestamp.ts';
import { HOUR } from '../../time/calendar.ts';
import type { IncidentRule } from '../rule.ts';
import { sayTime } from '../say.ts';
import { earliest, latest } from '../span.ts';

export const milestoneDiffers: IncidentRule = {
  code: 'milestone-differs',
  severity: 'warning',
  title: 'The timeline marks another time as a milestone than its field gives.',
  why: 'Figures are made from the field, readers believe the timeline. One of the two is wrong, or the mark stands at the wrong entry.',
  bad: 'resolved: 2026-11-20T14:49Z\n- 15:10 Resolved: all queues are empty',
  fixed: 'resolved: 2026-11-20T15:10Z\n- 15:10 Resolved: all queues are empty',
  check({ milestones, timeline }, { report }) {
    for (const name of MILESTONES) {
      const at = milestones[name];
      const marked = at ? timeline.filter((entry) => entry.kind === name && entry.at !== undefined) : [];
      const [first] = marked;
      if (!at || !first?.at || marked.some((entry) => isAt(entry, at))) continue;
      report(first.place, `This entry (${sayTime(first.at)}) is marked as "${name}", and the field "${name}" says ${sayTime(at)}.`, {
        hint: 'Correct one of the two times, or take the mark off the entry.',
      });
    }
  },
};

/** How far an estimate may be off. */
const ESTIMATE = HOUR;

function isAt({ at, until }: TimelineEntry, moment: Timestamp): boolean {
  if (!at) return false;
  const give = at.approximate || moment.approximate ? ESTIMATE : 0;
  return earliest(at) - give <= latest(moment) && earliest(moment) <= latest(until ?? at) + give;
}
