// Entries of the timeline before the incident began or after it was over.
import type { TimelineEntry } from '../../model/incident.ts';
import type { Timestamp } from '../../model/timestamp.ts';
import { countOf } from '../../text/count.ts';
import type { IncidentContext, IncidentRule } from '../rule.ts';
import { sayTime } from '../say.ts';
import { isBefore } from '../span.ts';

export const timelineOutsideIncident: IncidentRule = {
  code: 'timeline-outside-incident',
  severity: 'warning',
  title: 'The timeline has entries outside the time of the incident.',
  why: 'Either the entry has a wrong time or zone, or the incident began earlier or ended later than its fields say.',
  bad: 'started: 2026-11-20T14:02Z\n- 13:20 Checkout fails',
  fixed: 'started: 2026-11-20T13:20Z\n- 13:20 Checkout fails',
  check({ milestones, timeline }, context) {
    const { started, resolved } = milestones;
    if (started)
      say(
        context,
        timeline.filter(({ at }) => at && isBefore(at, started)),
        { side: 'before', name: 'started', at: started },
      );
    if (resolved)
      say(
        context,
        timeline.filter(({ at }) => at && isBefore(resolved, at)),
        { side: 'after', name: 'resolved', at: resolved },
      );
  },
};

interface Limit {
  readonly side: 'before' | 'after';
  readonly name: string;
  readonly at: Timestamp;
}

/** Once for each side: a timeline in the wrong zone is one mistake. */
function say({ report }: IncidentContext, entries: readonly TimelineEntry[], limit: Limit): void {
  const [first] = entries;
  if (!first?.at) return;
  const subject =
    entries.length === 1
      ? `An entry of the timeline (${sayTime(first.at)})`
      : `${countOf(entries.length, 'entry', 'entries')} of the timeline, the first at ${sayTime(first.at)},`;
  report(first.place, `${subject} ${entries.length === 1 ? 'is' : 'are'} ${limit.side} "${limit.name}" (${sayTime(limit.at)}).`, {
    hint: `Correct the time, or "${limit.name}"; times without an offset are read in the file's timezone.`,
  });
}
