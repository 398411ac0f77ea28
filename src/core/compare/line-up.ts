// Incidents beside one another: the time of each counted from its detection, how far it reaches, and what of its timeline lies within.
import { MILESTONES, type Milestone } from '../model/timestamp.ts';
import { longestSilence, type Silence } from '../silence.ts';
import type { CompareEntry, CompareRecord } from './record.ts';

/** Milliseconds, counted from detection. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Lane {
  readonly record: CompareRecord;
  readonly silence?: Silence;
  /** Entries with a time of day, and those without one. */
  readonly timed: number;
  readonly untimed: number;
  /** Absent where the detection has no time of day: then nothing of it can be placed. */
  readonly placed?: Placed;
}

export interface Placed {
  /** Epoch of the detection. */
  readonly zero: number;
  /** From its start to its end, as far as they are known. */
  readonly stretch: Stretch;
  /** When it was over was not written down: it is drawn up to the last time that was. */
  readonly isOpenEnded: boolean;
  readonly milestones: readonly PlacedMilestone[];
  /** Within the stretch, in order of time. */
  readonly marks: readonly Mark[];
  /** Entries before and after it: a change of the week before would leave no room for the incident. */
  readonly before: number;
  readonly after: number;
  /** The part of the silence that lies within. */
  readonly silence?: Stretch;
}

export interface PlacedMilestone {
  readonly milestone: Milestone;
  readonly at: number;
}

export interface Mark {
  readonly at: number;
  readonly entry: CompareEntry;
}

export function laneOf(record: CompareRecord): Lane {
  const silence = longestSilence(record);
  const marks = record.timeline.flatMap((entry) => {
    const { at } = entry;
    return at === undefined || at.precision === 'date' ? [] : [{ epoch: at.epoch, entry }];
  });
  const placed = placeOn(record, marks, silence);
  return {
    ...{ record, timed: marks.length, untimed: record.timeline.length - marks.length },
    ...(silence && { silence }),
    ...(placed && { placed }),
  };
}

type TimedEntry = { readonly epoch: number; readonly entry: CompareEntry };

function placeOn({ milestones }: CompareRecord, timed: readonly TimedEntry[], silence: Silence | undefined): Placed | undefined {
  const { detected } = milestones;
  if (detected === undefined || detected.precision === 'date') return undefined;
  const zero = detected.epoch;
  const marks = timed.map(({ epoch, entry }) => ({ at: epoch - zero, entry })).sort((a, b) => a.at - b.at);
  const known = MILESTONES.flatMap((milestone) => {
    const at = milestones[milestone];
    return at === undefined || at.precision === 'date' ? [] : [{ milestone, at: at.epoch - zero }];
  });
  const has = (milestone: Milestone): boolean => known.some((each) => each.milestone === milestone);
  const stretch = {
    from: Math.min(...known.map(({ at }) => at), has('started') ? 0 : (marks[0]?.at ?? 0)),
    to: Math.max(...known.map(({ at }) => at), has('resolved') ? 0 : (marks.at(-1)?.at ?? 0)),
  };
  const before = marks.filter(({ at }) => at < stretch.from).length;
  const after = marks.filter(({ at }) => at > stretch.to).length;
  const within = silence && cutTo(stretch, { from: silence.from.epoch - zero, to: silence.to.epoch - zero });
  return {
    ...{ zero, stretch, isOpenEnded: !has('resolved'), milestones: known, before, after },
    marks: marks.slice(before, marks.length - after),
    ...(within && { silence: within }),
  };
}

function cutTo(stretch: Stretch, { from, to }: Stretch): Stretch | undefined {
  const cut = { from: Math.max(from, stretch.from), to: Math.min(to, stretch.to) };
  return cut.from < cut.to ? cut : undefined;
}
