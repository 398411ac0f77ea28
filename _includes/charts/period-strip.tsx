// Incidents on a line of the whole period, each of which leads to its incident; bars where they are many.
import type { Day } from '../../src/core/model/timestamp.ts';
import { DAY, dayStart } from '../../src/core/time/calendar.ts';
import { addDays } from '../../src/core/time/duration.ts';
import type { LaneMark } from './lane-plot.tsx';
import { round } from './last-year.ts';
import { CrowdedMark, MarkLink } from './mark-link.tsx';

export interface PeriodStripProps {
  /** What the incidents have in common and when they were, for readers who do not see the strip. */
  readonly label: string;
  readonly marks: readonly LaneMark[];
  readonly isLinked: boolean;
}

const MOST_MARKS = 24;
const BARS = 30;
const HEIGHT = 24;

export function PeriodStrip({ label, marks, isLinked }: PeriodStripProps) {
  const isFull = marks.length > MOST_MARKS;
  const base = isFull ? HEIGHT - 2 : HEIGHT / 2;
  return (
    <svg class="mini-strip" width="100%" height={HEIGHT} role={isFull || marks.length === 0 ? 'img' : 'group'} aria-label={label}>
      <line class="chart__grid" x1="0" x2="100%" y1={base} y2={base} />
      {isFull ? bars(marks) : <Marks marks={marks} isLinked={isLinked} />}
    </svg>
  );
}

function Marks({ marks, isLinked }: Pick<PeriodStripProps, 'marks' | 'isLinked'>) {
  const Mark = isLinked ? MarkLink : CrowdedMark;
  return (
    <g aria-hidden={isLinked ? undefined : true}>
      {marks.map(({ target, rank, x }) => (
        <Mark {...target()} rank={rank} x={x} y={HEIGHT / 2} />
      ))}
    </g>
  );
}

function bars(marks: readonly LaneMark[]) {
  const counts = new Array<number>(BARS).fill(0);
  for (const { x } of marks) {
    const bar = Math.min(BARS - 1, Math.floor((x / 100) * BARS));
    counts[bar] = (counts[bar] ?? 0) + 1;
  }
  const most = Math.max(...counts);
  return counts.map((count, index) => {
    if (count === 0) return null;
    const height = Math.max(1, Math.round((count / most) * (HEIGHT - 4)));
    return <rect class="mini-strip__bar" x={`${round((index / BARS) * 100)}%`} y={HEIGHT - 2 - height} width="2.6%" height={height} />;
  });
}

export interface Period {
  readonly from: Day;
  readonly to: Day;
}

const MOST_DAYS = 3653;

/** As much of a period as a strip can show: ten years. */
export function stripPeriod({ from, to }: Period): Period {
  const start = addDays(to, -MOST_DAYS);
  return { from: from > start ? from : start, to };
}

/** Where days of a period stand, in per cent; marks keep clear of the edges. */
export function dayScale({ from, to }: Period): (day: Day) => number {
  const start = dayStart(from);
  const length = Math.max(DAY, dayStart(to) - start);
  return (day) => round(1 + Math.min(1, Math.max(0, (dayStart(day) - start) / length)) * 98);
}
