// How an incident's time divides: the stretches between the milestones that are known to the minute.
import type { Incident } from '../../src/core/model/incident.ts';
import { MILESTONES, type Milestone, type Timestamp } from '../../src/core/model/timestamp.ts';

export type Phase = 'detect' | 'acknowledge' | 'identify' | 'mitigate' | 'resolve';

export interface PhaseSegment {
  readonly phase: Phase;
  readonly until: Timestamp;
  readonly ms: number;
  /** Where it begins and how long it is, in per cent of the whole. */
  readonly x: number;
  readonly width: number;
  /** Either end is an estimate. */
  readonly isEstimate: boolean;
}

export interface Phases {
  readonly first: { readonly milestone: Milestone; readonly at: Timestamp };
  readonly last: { readonly milestone: Milestone; readonly at: Timestamp };
  readonly ms: number;
  /** Not all of it lies on one day: times say theirs. */
  readonly hasDays: boolean;
  readonly segments: readonly PhaseSegment[];
}

/** A phase is named by what ends it. */
const PHASE_BEFORE: Readonly<Record<Exclude<Milestone, 'started'>, Phase>> = {
  detected: 'detect',
  acknowledged: 'acknowledge',
  identified: 'identify',
  mitigated: 'mitigate',
  resolved: 'resolve',
};

/** Undefined where fewer than two moments are known to the minute, or where no time lies between them. */
export function phasesOf({ milestones }: Pick<Incident, 'milestones'>): Phases | undefined {
  const known = MILESTONES.flatMap((milestone) => {
    const at = milestones[milestone];
    return at === undefined || at.precision === 'date' ? [] : [{ milestone, at }];
  });
  const [first, last] = [known[0], known.at(-1)];
  const ms = first && last ? last.at.epoch - first.at.epoch : 0;
  if (first === undefined || last === undefined || ms <= 0) return undefined;
  const percent = (length: number) => Math.round((length / ms) * 10_000) / 100;
  const segments = known.slice(1).flatMap(({ milestone, at }, index): PhaseSegment[] => {
    const from = known[index]?.at;
    if (from === undefined || milestone === 'started' || at.epoch < from.epoch) return [];
    return [
      {
        phase: PHASE_BEFORE[milestone],
        until: at,
        ms: at.epoch - from.epoch,
        x: percent(from.epoch - first.at.epoch),
        width: percent(at.epoch - from.epoch),
        isEstimate: from.approximate || at.approximate,
      },
    ];
  });
  const hasDays = first.at.iso.slice(0, 10) !== last.at.iso.slice(0, 10);
  return { first, last, ms, hasDays, segments };
}

/** Milestones of which not even the day is known. */
export function unknownMilestones({ milestones }: Incident): Milestone[] {
  return MILESTONES.filter((milestone) => milestones[milestone] === undefined);
}
