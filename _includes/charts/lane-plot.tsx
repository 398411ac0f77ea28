// Incidents as marks in lanes along one axis, each of which leads to its incident; bars where they would hide one another.
import { round } from './last-year.ts';
import { CrowdedMark, MarkLink, type MarkTarget, MOST_LINKS } from './mark-link.tsx';

export interface LaneMark {
  /** Per cent. */
  readonly x: number;
  readonly rank: 1 | 2 | 3 | 4;
  /** Where the mark leads, and what it is in words: asked for only where there are marks, and not bars. */
  readonly target: () => MarkTarget;
  /** Where it stands rests on an estimate. */
  readonly isEstimate?: boolean;
}

export interface Lane {
  readonly label: string;
  /** Of a lane that is a severity's. */
  readonly rank?: 1 | 2 | 3 | 4;
  /** How many incidents it rests on. */
  readonly n: number;
  /** From the left. */
  readonly marks: readonly LaneMark[];
  /** Per cent. */
  readonly median?: number;
  readonly p85?: number;
}

export interface Tick {
  /** Per cent. */
  readonly x: number;
  readonly label: string;
  /** Its label goes where the column is narrow. */
  readonly isMinor?: boolean;
}

export interface LanePlotProps {
  /** Of the title and the description, unique on the page. */
  readonly id: string;
  readonly title: string;
  /** What the chart shows, in words. */
  readonly desc: string;
  readonly lanes: readonly Lane[];
  readonly ticks: readonly Tick[];
  /** Pixels between lanes. */
  readonly laneHeight?: number;
}

/** More in one lane would hide one another: bars count them. */
const MOST_MARKS = 60;
const BINS = 80;
const TOP = 24;
/** What fits beside the lanes. The table has the whole label. */
const LONGEST_LABEL = 6;

export function LanePlot({ id, title, desc, lanes, ticks, laneHeight = 44 }: LanePlotProps) {
  const count = lanes.reduce((sum, lane) => sum + lane.marks.length, 0);
  const isLinked = count <= MOST_LINKS;
  const foot = TOP + laneHeight * (lanes.length - 1) + 22;
  const isFull = lanes.some(({ marks }) => marks.length > MOST_MARKS);
  const most = isFull ? Math.max(1, ...lanes.flatMap(({ marks }) => binsOf(marks))) : 0;
  return (
    <svg
      class="chart__svg chart__svg--lanes"
      width="100%"
      height={foot + 24}
      role={isFull || count === 0 ? 'img' : 'group'}
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{desc}</desc>
      <svg aria-hidden="true" overflow="visible">
        {ticks.map((tick) => (
          <TickLine key={tick.label} tick={tick} foot={foot} />
        ))}
        {lanes.map((lane, index) => (
          <LaneHead key={lane.label} lane={lane} y={TOP + laneHeight * index} />
        ))}
      </svg>
      {lanes.map((lane, index) => {
        const y = TOP + laneHeight * index;
        return most > 0 ? <Bars lane={lane} y={y} most={most} height={laneHeight - 12} /> : <Marks lane={lane} y={y} isLinked={isLinked} />;
      })}
    </svg>
  );
}

function TickLine({ tick, foot }: { readonly tick: Tick; readonly foot: number }) {
  const x = `${tick.x}%`;
  return (
    <>
      <line class="chart__grid" x1={x} x2={x} y1="0" y2={foot} />
      <text class={tick.isMinor ? 'chart__label chart__long' : 'chart__label'} x={x} y={foot + 17} text-anchor="middle">
        {tick.label}
      </text>
    </>
  );
}

function LaneHead({ lane, y }: { readonly lane: Lane; readonly y: number }) {
  const { label, rank, n, median, p85 } = lane;
  return (
    <>
      <text class={rank === undefined ? 'chart__label chart__label--ink' : `chart__label chart__label--sev${rank}`} x="-48" y={y} dy="-3">
        {label.slice(0, LONGEST_LABEL)}
      </text>
      <text class="chart__label" x="-48" y={y} dy="12">
        n = {n}
      </text>
      {median !== undefined && p85 !== undefined && p85 > median && (
        <rect class="lane-plot__span" x={`${median}%`} y={y - 9} width={`${round(p85 - median)}%`} height="18" />
      )}
      {p85 !== undefined && <line class="lane-plot__p85" x1={`${p85}%`} x2={`${p85}%`} y1={y - 14} y2={y + 14} />}
      {median !== undefined && <line class="lane-plot__median" x1={`${median}%`} x2={`${median}%`} y1={y - 14} y2={y + 14} />}
    </>
  );
}

interface MarksProps {
  readonly lane: Lane;
  readonly y: number;
  readonly isLinked: boolean;
}

function Marks({ lane, y, isLinked }: MarksProps) {
  const Mark = isLinked ? MarkLink : CrowdedMark;
  return (
    <g aria-hidden={isLinked ? undefined : true}>
      {spread(lane.marks).map(({ mark, shift }) => (
        <>
          {mark.isEstimate && <Estimate x={mark.x} y={y + shift} />}
          <Mark {...mark.target()} rank={mark.rank} x={mark.x} y={y + shift} />
        </>
      ))}
    </g>
  );
}

/** A dashed ring: where the mark stands is the author's estimate. */
function Estimate({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <svg x={`${x}%`} y={y} width="1" height="1" overflow="visible" aria-hidden="true">
      <circle class="lane-plot__about" r="10" />
    </svg>
  );
}

/** Nearer than this, in per cent, two marks of a lane touch on a wide screen. */
const TOUCHING = 1.5;
const SHIFTS = [0, -11, 11] as const;

/** Marks of one lane, each on the first of three rows where it touches none; the middle one takes what is left. */
function spread(marks: readonly LaneMark[]): { readonly mark: LaneMark; readonly shift: number }[] {
  const lastOnRow = new Map<number, number>();
  return marks.map((mark) => {
    const shift = SHIFTS.find((row) => mark.x - (lastOnRow.get(row) ?? Number.NEGATIVE_INFINITY) >= TOUCHING) ?? 0;
    lastOnRow.set(shift, mark.x);
    return { mark, shift };
  });
}

function binsOf(marks: readonly LaneMark[]): number[] {
  const counts = new Array<number>(BINS).fill(0);
  for (const { x } of marks) {
    const bin = Math.max(0, Math.min(BINS - 1, Math.floor((x / 100) * BINS)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

/** All lanes on one scale; what is there is seen, however little it is beside the rest. */
function Bars({ lane, y, most, height }: { readonly lane: Lane; readonly y: number; readonly most: number; readonly height: number }) {
  const fill = lane.rank === undefined ? 'lane-plot__bar' : `sev-fill--${lane.rank}`;
  return (
    <>
      {binsOf(lane.marks).map((count, bin) => {
        if (count === 0) return null;
        const size = Math.max(2, Math.round((count / most) * height));
        return <rect class={fill} x={`${round((bin / BINS) * 100)}%`} y={y + 14 - size} width="1.05%" height={size} />;
      })}
    </>
  );
}
