// Times after the day the archive is read.
import { MILESTONES, type Timestamp } from '../../model/timestamp.ts';
import { addDays } from '../../time/duration.ts';
import type { IncidentContext, IncidentRule } from '../rule.ts';
import { sayTime } from '../say.ts';
import { dayOfTime } from '../span.ts';

export const futureTime: IncidentRule = {
  code: 'future-time',
  severity: 'warning',
  title: 'Something is said to have happened in the future.',
  why: 'A postmortem is written afterwards: such a time is nearly always a wrong year, and it puts the incident at the top of every list.',
  bad: 'started: 2062-11-20T14:02Z',
  fixed: 'started: 2026-11-20T14:02Z',
  check({ milestones, timeline, actionItems }, context) {
    // Somewhere it is tomorrow already.
    const last = addDays(context.asOf, 1);
    for (const name of MILESTONES) {
      const at = milestones[name];
      if (at && dayOfTime(at) > last) say(context, [name], `"${name}" (${sayTime(at)})`);
    }
    const entry = timeline.find(({ at }) => at && dayOfTime(at) > last);
    if (entry?.at) reportEntry(context, entry.place, entry.at);
    for (const { id, place, created, completed } of actionItems) {
      const day = [completed, created].find((each) => each !== undefined && each > last);
      if (day !== undefined)
        context.report(place, `Action item ${id} was ${day === completed ? 'completed' : 'created'} on ${day}: that is in the future.`);
    }
  },
};

function say({ report }: IncidentContext, path: readonly string[], what: string): void {
  report({ path }, `${what} is in the future.`, { hint: 'Look at the year.' });
}

function reportEntry({ report }: IncidentContext, place: Parameters<IncidentContext['report']>[0], at: Timestamp): void {
  report(place, `An entry of the timeline (${sayTime(at)}) is in the future.`, { hint: 'Look at the year.' });
}
