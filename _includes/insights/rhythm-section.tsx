// On which weekdays and at which hours incidents began, on the clocks of their own zone.
import { countQuarters, type RhythmFigures } from '../../src/core/insights/rhythm.ts';
import type { InsightIncident } from '../../src/core/insights/rows.ts';
import { countOf, sayCount } from '../../src/core/text/count.ts';
import { pad2, WEEKDAYS } from '../../src/core/time/calendar.ts';
import { type LaneMark, LanePlot, type Tick } from '../charts/lane-plot.tsx';
import { round } from '../charts/last-year.ts';
import { type InsightsFrame, markOf, sayShare } from './frame.ts';
import { Figures, MetricSection, Nothing } from './metric-section.tsx';
import { SeverityKey } from './severity-key.tsx';

const DAY_MINUTES = 24 * 60;
const HOURS = [0, 3, 6, 9, 12, 15, 18, 21, 24];
const QUARTERS = ['00 to 06', '06 to 12', '12 to 18', '18 to 24'];

const TICKS: readonly Tick[] = HOURS.map((hour) => ({
  x: positionOf(hour * 60),
  label: `${pad2(hour)}:00`,
  ...(hour % 6 !== 0 && { isMinor: true }),
}));

export function RhythmSection({ figures, frame }: { readonly figures: RhythmFigures; readonly frame: InsightsFrame }) {
  const { dated, timed, of, weekdays, midnights } = figures;
  return (
    <MetricSection
      id="rhythm"
      title="Hours and weekdays"
      frame={frame}
      definition="When an incident began, on the clocks of its own zone."
      n={countOf(timed, 'incident')}
      coverage={`${sayShare(timed, of)} give a time of day${dated > timed ? `; ${sayCount(dated - timed)} more give the day alone` : ''}`}
    >
      {timed === 0 ? (
        <Nothing>No incident of the period says at what time of day it began.</Nothing>
      ) : (
        <figure class="lane-plot chart" aria-labelledby="rhythm">
          <LanePlot
            id="rhythm"
            title="When incidents began, by weekday and time of day"
            desc={`${weekdays.map(({ weekday, incidents }) => `${nameOf(weekday)}: ${incidents.length}`).join(', ')}.`}
            lanes={weekdays.map(({ weekday, incidents }) => ({
              label: nameOf(weekday).slice(0, 3),
              n: incidents.length,
              marks: incidents.flatMap((incident) => timedMark(frame, incident)).sort((a, b) => a.x - b.x),
            }))}
            ticks={TICKS}
            laneHeight={38}
          />
          <SeverityKey incidents={frame.selection.incidents.filter(({ minute }) => minute !== undefined)} frame={frame} />
          {dated > timed && (
            <p class="chart__note">
              {countOf(dated - timed, 'incident')} of which only the day is known {dated - timed === 1 ? 'counts' : 'count'} for the weekday
              and {dated - timed === 1 ? 'is' : 'are'} not drawn.
            </p>
          )}
          {midnights !== undefined && (
            <p class="chart__note">{countOf(midnights, 'incident')} began at 00:00 sharp. So many may mean that only the day was known.</p>
          )}
          <Figures id="rhythm" label="When incidents began" csv={`${frame.root}insights/rhythm.csv`}>
            <WeekdayTable figures={figures} />
          </Figures>
        </figure>
      )}
    </MetricSection>
  );
}

function timedMark(frame: InsightsFrame, incident: InsightIncident): LaneMark[] {
  const { minute, isAbout } = incident;
  if (minute === undefined) return [];
  const time = (): string => `${isAbout ? 'about ' : ''}${pad2(Math.floor(minute / 60))}:${pad2(minute % 60)}`;
  return [{ ...markOf(frame, incident, time), x: positionOf(minute), isEstimate: isAbout ?? false }];
}

function WeekdayTable({ figures: { weekdays } }: { readonly figures: RhythmFigures }) {
  return (
    <table class="data-table">
      <caption class="visually-hidden">When incidents began</caption>
      <thead>
        <tr>
          <th scope="col">Weekday</th>
          {[...QUARTERS, 'Time not known', 'All'].map((head) => (
            <th key={head} scope="col" class="end">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weekdays.map(({ weekday, incidents }) => (
          <tr key={weekday}>
            <th scope="row">{nameOf(weekday)}</th>
            {[...countQuarters(incidents), incidents.filter(({ minute }) => minute === undefined).length, incidents.length].map(
              (count, index) => (
                <td key={index} class="end">
                  {count === 0 ? <span class="quiet">0</span> : sayCount(count)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function positionOf(minute: number): number {
  return round(2 + (minute / DAY_MINUTES) * 96);
}

/** 0 is Monday. */
function nameOf(weekday: number): string {
  return WEEKDAYS[(weekday + 1) % 7] ?? '';
}
