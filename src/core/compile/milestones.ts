// The moments of an incident that the front matter leaves out and the timeline tells.
import { isBefore } from '../check/span.ts';
import type { TimelineEntry } from '../model/incident.ts';
import { MILESTONES, type Milestone, type Milestones, ORDERED_MILESTONES, type Timestamp } from '../model/timestamp.ts';

type Filled = { -readonly [M in Milestone]?: Timestamp };

/**
 * The milestones with those that are missing taken from the first entry whose author labelled it so. A stretch of time is no moment, and a
 * time that contradicts the ones known already is left to the timeline.
 */
export function fillMilestones(given: Milestones, entries: readonly TimelineEntry[], approximate: readonly Milestone[]): Milestones {
  let filled: Filled = given;
  for (const name of MILESTONES) {
    const at = given[name] ?? entries.find((entry) => entry.kind === name && entry.at !== undefined && entry.until === undefined)?.at;
    if (!at || at === given[name]) continue;
    const wider = { ...filled, [name]: { ...at, approximate: at.approximate || approximate.includes(name) } };
    if (isInOrder(wider)) filled = wider;
  }
  return inUsualOrder(filled);
}

function isInOrder(milestones: Milestones): boolean {
  return ORDERED_MILESTONES.every(([first, second]) => {
    const [from, to] = [milestones[first], milestones[second]];
    return !from || !to || !isBefore(to, from);
  });
}

/** The same fields for every incident in the same order, however they were found. */
function inUsualOrder(milestones: Milestones): Milestones {
  const ordered: Filled = {};
  for (const name of MILESTONES) {
    const at = milestones[name];
    if (at) ordered[name] = at;
  }
  return ordered;
}
