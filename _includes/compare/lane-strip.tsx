// The course of one incident as a strip: its phases as a bar, below it the entries of its timeline, and the longest stretch without one.
import type { CompareAxis } from '../../src/core/compare/axis.ts';
import type { Lane, Mark, Placed, Stretch } from '../../src/core/compare/line-up.ts';
import { sayMilestones, sayOffset, saySilence } from '../../src/core/compare/say.ts';
import { sayDuration } from '../../src/core/time/duration.ts';
import { phasesOf } from '../incident/phases.ts';
import { HATCH } from './axis-labels.tsx';

export interface LaneStripProps {
  readonly lane: Lane;
  readonly placed: Placed;
  readonly axis: CompareAxis;
}

const HEIGHT = 60;
const BAR = { y: 6, height: 20 };
/** Of the entries. */
const LINE = 44;
/** What the words for a silence take on a phone, in per cent. */
const ROOM = 24;
/** Where more marks stand nearer than they can be told apart, one stands for them. */
const DISTINCT = 0.4;

export function LaneStrip({ lane, placed, axis }: LaneStripProps) {
  const { id, title } = lane.record;
  const name = `_lane-${id}`;
  return (
    <svg class="chart__svg compare__svg" width="100%" height={HEIGHT} role="img" aria-labelledby={`${name}-title ${name}-desc`}>
      <title id={`${name}-title`}>{title}</title>
      <desc id={`${name}-desc`}>{`${sayMilestones(lane)} ${saySilence(lane)}`}</desc>
      {axis.ticks.map(({ ms, x }) => ms !== 0 && <line key={ms} class="chart__grid" x1={`${x}%`} x2={`${x}%`} y1="0" y2={HEIGHT} />)}
      <Phases lane={lane} placed={placed} axis={axis} />
      <line class="chart__axis" x1={`${axis.at(placed.stretch.from)}%`} x2={`${axis.at(placed.stretch.to)}%`} y1={LINE} y2={LINE} />
      {placed.silence && lane.silence && <SilenceBand stretch={placed.silence} ms={lane.silence.ms} axis={axis} />}
      {distinct(placed.marks, axis).map(({ x, mark }) => (
        <svg key={x} x={`${x}%`} y={LINE} width="1" height="1" overflow="visible">
          <title>{`${sayOffset(mark.at)}: ${mark.entry.text}`}</title>
          <circle class="compare__entry" r="3" />
        </svg>
      ))}
      <line class="compare__zero" x1={`${axis.at(0)}%`} x2={`${axis.at(0)}%`} y1="0" y2={HEIGHT} />
    </svg>
  );
}

/** From milestone to milestone; where only its ends are known, one piece. */
function Phases({ lane, placed, axis }: LaneStripProps) {
  const segments = phasesOf(lane.record)?.segments ?? [];
  const isWhole = segments.length === 1;
  return (
    <>
      {segments.map(({ phase, until, ms }) => {
        const to = until.epoch - placed.zero;
        const [x, end] = [axis.at(to - ms), axis.at(to)];
        return (
          <rect
            key={phase}
            class={`phase-bar__${isWhole && phase !== 'detect' ? 'whole' : phase}`}
            x={`${x}%`}
            y={BAR.y}
            width={`${round(end - x)}%`}
            height={BAR.height}
            fill={phase === 'identify' && !isWhole ? `url(#${HATCH})` : undefined}
          />
        );
      })}
    </>
  );
}

function SilenceBand({ stretch, ms, axis }: { readonly stretch: Stretch; readonly ms: number; readonly axis: CompareAxis }) {
  const [x, end] = [axis.at(stretch.from), axis.at(stretch.to)];
  return (
    <>
      <rect class="compare__silence" x={`${x}%`} y={LINE - 9} width={`${round(end - x)}%`} height="18" />
      {end - x >= ROOM && (
        <text class="chart__label chart__label--ink" x={`${round((x + end) / 2)}%`} y={LINE + 4} text-anchor="middle">
          {sayDuration(ms)}
        </text>
      )}
    </>
  );
}

/** A timeline can have thousands of entries; the table has each. */
function distinct(marks: readonly Mark[], axis: CompareAxis): { readonly x: number; readonly mark: Mark }[] {
  const kept: { readonly x: number; readonly mark: Mark }[] = [];
  for (const mark of marks) {
    const x = axis.at(mark.at);
    if (x - (kept.at(-1)?.x ?? Number.NEGATIVE_INFINITY) >= DISTINCT) kept.push({ x, mark });
  }
  return kept;
}

function round(percent: number): number {
  return Math.round(percent * 100) / 100;
}
