// Where the marks of a year strip stand: a lane for each severity, marks moved apart where they would hide one another.
import type { SeverityLevel } from '../../src/core/model/site-config.ts';
import { shapeRank } from '../ui/severity.tsx';
import type { View } from '../ui/view.ts';
import type { Dated } from './last-year.ts';

export interface Lane {
  /** Undefined for incidents without a severity. */
  readonly level: SeverityLevel | undefined;
  readonly rank: 1 | 2 | 3 | 4;
  /** Newest first. */
  readonly dated: readonly Dated[];
}

export interface PlacedMark extends Dated {
  readonly lane: number;
  /** Pixels off the middle of the lane. */
  readonly shift: number;
}

/** The lanes of the scale in its order, then those of labels outside it, then of incidents without one. */
export function lanesOf(dated: readonly Dated[], view: View): Lane[] {
  const byLabel = new Map<string | undefined, Dated[]>(view.config.severities.map(({ label }) => [label, []]));
  const unlabelled: Dated[] = [];
  for (const mark of dated) {
    const { severity } = mark.incident;
    if (severity === undefined) unlabelled.push(mark);
    else byLabel.set(severity, [...(byLabel.get(severity) ?? []), mark]);
  }
  // An archive that does not grade its incidents has one lane.
  if (unlabelled.length === dated.length) byLabel.clear();
  if (unlabelled.length > 0) byLabel.set(undefined, unlabelled);
  return [...byLabel].map(([label, marks]) => ({ level: view.severity(label), rank: shapeRank(view.severity(label)), dated: marks }));
}

/** Nearer than this, in per cent, two marks of a lane touch on a wide screen. */
const TOUCHING = 1.3;
const SHIFTS = [0, -7, 7] as const;

/** Marks of one lane, each on the first of three rows where it touches none; the middle one takes what is left. */
export function placeMarks(lane: Lane, index: number): PlacedMark[] {
  const lastOnRow = new Map<number, number>();
  return lane.dated.map((mark) => {
    const shift = SHIFTS.find((row) => (lastOnRow.get(row) ?? Number.POSITIVE_INFINITY) - mark.x >= TOUCHING) ?? 0;
    lastOnRow.set(shift, mark.x);
    return { ...mark, lane: index, shift };
  });
}
