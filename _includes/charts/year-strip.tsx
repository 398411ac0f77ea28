// A year of incidents at a glance: a lane for each severity, a mark for each incident; many become an image, very many bars by the week.
import { countOf } from '../../src/core/text/count.ts';
import { addDays, daysBetween } from '../../src/core/time/duration.ts';
import { formatDay, formatMonth } from '../../src/core/time/format.ts';
import { shapeRank } from '../ui/severity.tsx';
import type { View } from '../ui/view.ts';
import { countByPart, type Dated, firstDay, positionOf, round } from './last-year.ts';
import { MarkLink, MOST_LINKS } from './mark-link.tsx';
import { SevMark } from './sev-mark.tsx';
import { type Lane, lanesOf, type PlacedMark, placeMarks } from './year-marks.ts';

export interface YearStripProps {
  readonly dated: readonly Dated[];
  readonly view: View;
}

/** From here on marks would hide one another: bars count them. */
const MOST_MARKS = 150;
const WEEKS = 52;
const LANE = 26;
const FIRST_LANE = 17;

export function YearStrip({ dated, view }: YearStripProps) {
  const lanes = lanesOf(dated, view);
  const foot = FIRST_LANE + LANE * (lanes.length - 1) + 15;
  const isLinked = dated.length <= MOST_LINKS;
  return (
    <svg
      class="chart__svg chart__svg--lanes"
      width="100%"
      height={foot + 24}
      role={isLinked ? 'group' : 'img'}
      aria-labelledby="_year-title _year-desc"
    >
      <title id="_year-title">{`${countOf(dated.length, 'incident')} from ${formatDay(firstDay(view.asOf))} to ${formatDay(view.asOf)}`}</title>
      <desc id="_year-desc">{sayLanes(lanes, dated.length)}</desc>
      <svg aria-hidden="true" overflow="visible">
        {lanes.map((lane, index) => (
          <LaneLine key={lane.level?.label} lane={lane} y={laneY(index)} word={lanes.length === 1 ? 'all' : 'none'} />
        ))}
        <Months view={view} top={foot} />
      </svg>
      {dated.length > MOST_MARKS ? (
        <Bars lanes={lanes} />
      ) : (
        lanes.flatMap(placeMarks).map((mark) => <Mark mark={mark} view={view} isLinked={isLinked} />)
      )}
    </svg>
  );
}

function laneY(index: number): number {
  return FIRST_LANE + LANE * index;
}

function LaneLine({ lane, y, word }: { readonly lane: Lane; readonly y: number; readonly word: string }) {
  return (
    <>
      <text class={`chart__label chart__label--sev${lane.rank}`} x="-48" y={y + 4}>
        {lane.level?.label.slice(0, LONGEST_LABEL) ?? word}
      </text>
      <line class="chart__grid" x1="0" x2="100%" y1={y} y2={y} />
    </>
  );
}

/** What fits beside the lanes. The table has the whole label. */
const LONGEST_LABEL = 6;

/** Where each month begins. */
function Months({ view, top }: { readonly view: View; readonly top: number }) {
  return (
    <>
      {monthStarts(view.asOf).map((day) => {
        const x = `${positionOf(day, view.asOf)}%`;
        const isYear = day.slice(5, 7) === '01';
        const month = formatMonth(day);
        return (
          <>
            <line class="chart__tick" x1={x} x2={x} y1={top} y2={top + (isYear ? 20 : 5)} />
            <text class="chart__label" x={x} dx="4" y={top + 17}>
              <tspan class="chart__long">{isYear ? `Jan ${day.slice(0, 4)}` : month.slice(0, 3)}</tspan>
              <tspan class="chart__short">{isYear ? `'${day.slice(2, 4)}` : month.slice(0, 1)}</tspan>
            </text>
          </>
        );
      })}
    </>
  );
}

function monthStarts(asOf: string): string[] {
  const starts: string[] = [];
  const from = firstDay(asOf);
  let day = `${asOf.slice(0, 7)}-01`;
  while (day >= from) {
    // A word at the very edge would be cut.
    if (daysBetween(day, asOf) >= 6) starts.unshift(day);
    day = `${addDays(day, -1).slice(0, 7)}-01`;
  }
  return starts;
}

function Mark({ mark, view, isLinked }: { readonly mark: PlacedMark; readonly view: View; readonly isLinked: boolean }) {
  const { incident, day, x, lane, shift } = mark;
  const y = laneY(lane) + shift;
  const level = view.severity(incident.severity);
  const rank = shapeRank(level);
  if (!isLinked) return <SevMark rank={rank} x={x} y={y} />;
  return (
    <MarkLink
      href={view.incidentHref(incident.id)}
      label={`${level?.label ?? 'No severity'}, ${formatDay(day)}: ${incident.title}`}
      hint={`${formatDay(day)} \u00b7 ${incident.title}`}
      rank={rank}
      x={x}
      y={y}
    />
  );
}

/** One bar a week in each lane, all on one scale. */
function Bars({ lanes }: { readonly lanes: readonly Lane[] }) {
  const counts = lanes.map((lane) => countByPart(lane.dated, WEEKS));
  const most = Math.max(1, ...counts.flat());
  return (
    <>
      {lanes.flatMap((lane, index) =>
        (counts[index] ?? []).map((count, week) => {
          if (count === 0) return null;
          const height = Math.max(2, Math.round((count / most) * (LANE - 6)));
          const x = `${round((week / WEEKS) * 100)}%`;
          return <rect class={`sev-fill--${lane.rank}`} x={x} y={laneY(index) - height} width="1.4%" height={height} />;
        }),
      )}
    </>
  );
}

function sayLanes(lanes: readonly Lane[], count: number): string {
  const filled = lanes
    .filter((lane) => lane.dated.length > 0)
    .map((lane) => `${lane.dated.length} ${lane.level?.label ?? 'without a severity'}`);
  const how = count > MOST_MARKS ? 'One bar for each week' : 'One mark for each incident by the day it began';
  return `${how}, in lanes by severity: ${filled.join(', ')}.`;
}
