// The longest stretch of an incident of which its timeline says nothing: a fact of the record, which need not be one of the people.
import type { TimelineEntry } from './model/incident.ts';
import type { Milestones, Timestamp } from './model/timestamp.ts';

export interface Silence {
  readonly ms: number;
  readonly from: Timestamp;
  readonly to: Timestamp;
  /** Among how many entries with a time. */
  readonly entries: number;
}

export interface SilenceSource {
  readonly timeline: readonly Pick<TimelineEntry, 'at' | 'until'>[];
  readonly milestones: Milestones;
}

/** With fewer there is one stretch, and it is the longest of nothing. */
export const FEWEST_ENTRIES = 3;

/**
 * Between entries with a time of day, in the order of their times; a range is an entry as long as it lasts. After the end silence is what
 * everybody hopes for: of what follows `resolved` nothing counts. The earlier of two that are as long.
 */
export function longestSilence({ timeline, milestones }: SilenceSource): Silence | undefined {
  const end = milestones.resolved?.epoch ?? Number.POSITIVE_INFINITY;
  const timed = timeline
    .flatMap(({ at, until }) => (at === undefined || at.precision === 'date' || at.epoch > end ? [] : [{ at, until: laterOf(at, until) }]))
    .sort((a, b) => a.at.epoch - b.at.epoch);
  if (timed.length < FEWEST_ENTRIES) return undefined;
  let last = timed[0]?.until;
  let longest: Silence | undefined;
  for (const { at, until } of timed) {
    const ms = last === undefined ? 0 : at.epoch - last.epoch;
    if (last !== undefined && ms > (longest?.ms ?? 0)) longest = { ms, from: last, to: at, entries: timed.length };
    if (last === undefined || until.epoch > last.epoch) last = until;
  }
  return longest;
}

function laterOf(at: Timestamp, until: Timestamp | undefined): Timestamp {
  return until !== undefined && until.precision !== 'date' && until.epoch > at.epoch ? until : at;
}
