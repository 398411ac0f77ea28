// Up to which day an archive knows anything: what files count to that stay the same from one day to the next.
import type { Archive } from '../../core/model/archive.ts';
import type { Day } from '../../core/model/timestamp.ts';

const known = new WeakMap<Archive, Day>();

/**
 * The last day on which anything of the archive happened, promises and their ends among it; never after the day of the build: a
 * day to come is a slip of the pen. An archive without a day has that of the build.
 */
export function lastDay(archive: Archive): Day {
  const day = known.get(archive) ?? findLastDay(archive);
  known.set(archive, day);
  return day;
}

function findLastDay({ actions, incidents, asOf }: Archive): Day {
  let last = '';
  const see = (day: Day | undefined): void => {
    if (day !== undefined && day <= asOf && day > last) last = day;
  };
  for (const { milestones } of incidents) see((milestones.resolved ?? milestones.started)?.iso.slice(0, 10));
  for (const { item } of actions) {
    see(item.created);
    see(item.completed);
  }
  return last === '' ? asOf : last;
}
