// Times after the day the archive is read.
import type { Place } from '../../model/diagnostic.ts';
import { MILESTONES } from '../../model/timestamp.ts';
import { addDays } from '../../time/duration.ts';
import type { IncidentRule } from '../rule.ts';
import { sayTime } from '../say.ts';
import { dayOfTime } from '../span.ts';

export const futureTime: IncidentRule = {
  code: 'future-time',
  severity: 'warning',
  title: 'Something is said to have happened in the future.',
  why: 'A postmortem is written afterwards: such a time is nearly always a wrong year, and it puts the incident at the top of every list.',
  bad: 'started: 2062-11-20T14:02Z',
  fixed: 'started: 2026-11-20T14:02Z',
  check({ milestones, timeline, actionItems }, { asOf, report }) {
    const say = (place: Place, what: string): void => report(place, `${what} is in the future.`, { hint: 'Look at the year.' });
    // Somewhere it is tomorrow already.
    const last = addDays(asOf, 1);
    for (const name of MILESTONES) {
      const at = milestones[name];
      if (at && dayOfTime(at) > last) say({ path: [name] }, `"${name}" (${sayTime(at)})`);
    }
    const entry = timeline.find(({ at }) => at && dayOfTime(at) > last);
    if (entry?.at) say(entry.place, `An entry of the timeline (${sayTime(entry.at)})`);
    for (const { id, place, created, completed } of actionItems) {
      const day = [completed, created].find((each) => each !== undefined && each > last);
      if (day !== undefined) say(place, `The day on which action item ${id} was ${day === completed ? 'completed' : 'created'} (${day})`);
    }
  },
};
