// How long it took: one section for each metric of the site, a lane for each severity, every incident a mark.
import { type Length, type LengthFigures, type LengthLane, sayMetric } from '../../src/core/insights/lengths.ts';
import { FEWEST_FOR_MEDIAN, FEWEST_FOR_TAIL } from '../../src/core/insights/quantile.ts';
import { countOf, sayCount } from '../../src/core/text/count.ts';
import { sayDuration } from '../../src/core/time/duration.ts';
import { type Lane, LanePlot } from '../charts/lane-plot.tsx';
import { Severity, shapeRank } from '../ui/severity.tsx';
import { marked } from '../ui/title.tsx';
import { type DurationAxis, durationAxis } from './duration-axis.ts';
import { DurationKey } from './duration-key.tsx';
import { hrefOf, type InsightsFrame, markOf, sayDay, sayShare, severityOf } from './frame.ts';
import { Figures, MetricSection } from './metric-section.tsx';

export interface LengthsSectionsProps {
  readonly lengths: readonly LengthFigures[];
  readonly frame: InsightsFrame;
}

/** Beyond these a table would make the page heavy; the CSV has them all. */
const MOST_ROWS = 60;
const MOST_NAMED = 5;

/** One axis for all, so that they can be held beside one another. */
export function LengthsSections({ lengths, frame }: LengthsSectionsProps) {
  const axis = durationAxis(longestOf(lengths));
  return (
    <>
      {lengths.map((figures) => figures.known > 0 && <LengthSection key={figures.id} figures={figures} axis={axis} frame={frame} />)}
      <Unrecorded lengths={lengths.filter(({ known }) => known === 0)} frame={frame} />
    </>
  );
}

interface LengthSectionProps {
  readonly figures: LengthFigures;
  readonly axis: DurationAxis;
  readonly frame: InsightsFrame;
}

function LengthSection({ figures, axis, frame }: LengthSectionProps) {
  const { id, metric, known, of, estimated, lanes } = figures;
  const title = sayMetric(metric.id);
  const about = estimated > 0 ? `; ${sayCount(estimated)} ${estimated === 1 ? 'rests' : 'rest'} on an estimate` : '';
  return (
    <MetricSection
      id={id}
      title={title}
      frame={frame}
      definition={
        <>
          From <em>{metric.from}</em> to <em>{metric.to}</em>.
        </>
      }
      n={countOf(known, 'incident')}
      coverage={`${sayShare(known, of)} give both with a time of day${about}`}
    >
      <figure class="lane-plot chart" aria-labelledby={id}>
        <LanePlot
          id={id}
          title={`${title} by severity`}
          desc={lanes.map(sayLane).join(' ')}
          lanes={lanes.map((lane) => laneOf(lane, axis, frame))}
          ticks={axis.ticks}
        />
        <DurationKey hasEstimates={estimated > 0} />
        <Outliers lanes={lanes} frame={frame} />
        <Figures id={id} label={`${title} by severity`} csv={`${frame.root}insights/${id}.csv`}>
          <LaneTable title={title} lanes={lanes} />
          <LengthTable title={title} lanes={lanes} frame={frame} />
        </Figures>
      </figure>
    </MetricSection>
  );
}

/** In one place: a section for each would be a page of nothing. */
function Unrecorded({ lengths, frame }: LengthsSectionsProps) {
  if (lengths.length === 0) return null;
  return (
    <MetricSection
      id="lengths-unrecorded"
      title="Lengths not recorded"
      frame={frame}
      definition="Two times, each with its time of day."
      n={countOf(0, 'incident')}
      coverage={`${sayShare(0, frame.selection.incidents.length)} give both`}
    >
      <ul class="insights__list">
        {lengths.map(({ id, metric }) => (
          <li key={id} id={id} class="metric__definition">
            {sayMetric(metric.id)}: from <em>{metric.from}</em> to <em>{metric.to}</em>
          </li>
        ))}
      </ul>
    </MetricSection>
  );
}

function laneOf(lane: LengthLane, axis: DurationAxis, frame: InsightsFrame): Lane {
  const { severity, lengths, median, p85 } = lane;
  return {
    label: severity?.label ?? 'none',
    rank: shapeRank(severity),
    n: lengths.length,
    marks: lengths.map((length) => ({
      ...markOf(frame, length.incident, () => sayLength(length)),
      x: axis.at(length.seconds),
      isEstimate: length.isEstimate,
    })),
    ...(median !== undefined && { median: axis.at(median) }),
    ...(p85 !== undefined && { p85: axis.at(p85) }),
  };
}

/** Far from the others of their severity: named, so that nobody has to look for them, and never averaged in. */
function Outliers({ lanes, frame }: { readonly lanes: readonly LengthLane[]; readonly frame: InsightsFrame }) {
  const outliers = lanes.flatMap((lane) => lane.outliers).sort((a, b) => b.seconds - a.seconds);
  if (outliers.length === 0) return null;
  return (
    <p class="chart__note">
      Far longer than the others{lanes.length > 1 && ' of their severity'}:{' '}
      {outliers.slice(0, MOST_NAMED).map((length, index) => (
        <>
          {index > 0 && '; '}
          <a href={hrefOf(frame, length.incident)}>{marked(length.incident.title)}</a> (
          {severityOf(frame, length.incident)?.label ?? 'no severity'}, {sayLength(length)})
        </>
      ))}
      {outliers.length > MOST_NAMED && `; and ${sayCount(outliers.length - MOST_NAMED)} more`}.
    </p>
  );
}

function LaneTable({ title, lanes }: { readonly title: string; readonly lanes: readonly LengthLane[] }) {
  return (
    <table class="data-table">
      <caption class="visually-hidden">{title} by severity</caption>
      <thead>
        <tr>
          <th scope="col">Severity</th>
          {['n', 'Shortest', 'Median', '85th percentile', 'Longest'].map((head) => (
            <th key={head} scope="col" class="end">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lanes.map(({ severity, lengths, median, p85 }) => (
          <tr key={severity?.label}>
            <th scope="row">
              <Severity level={severity} />
            </th>
            <td class="end">{sayCount(lengths.length)}</td>
            <LengthCell seconds={lengths[0]?.seconds} none="none" />
            <LengthCell seconds={median} />
            <LengthCell seconds={p85} />
            <LengthCell seconds={lengths.at(-1)?.seconds} none="none" />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function LengthCell({ seconds, none = 'too few' }: { readonly seconds: number | undefined; readonly none?: string }) {
  return <td class="end">{seconds === undefined ? <span class="quiet">{none}</span> : sayDuration(seconds * 1000)}</td>;
}

/** The longest first, each with the link that its mark may not have. */
function LengthTable({
  title,
  lanes,
  frame,
}: {
  readonly title: string;
  readonly lanes: readonly LengthLane[];
  readonly frame: InsightsFrame;
}) {
  const longest = lanes.flatMap(({ lengths }) => lengths).sort((a, b) => b.seconds - a.seconds);
  return (
    <table class="data-table">
      <caption>
        {longest.length > MOST_ROWS ? `The ${MOST_ROWS} longest of ${sayCount(longest.length)}` : 'Every incident, the longest first'}
      </caption>
      <thead>
        <tr>
          <th scope="col" class="end">
            {title}
          </th>
          <th scope="col">Severity</th>
          <th scope="col">Started</th>
          <th scope="col">Incident</th>
        </tr>
      </thead>
      <tbody>
        {longest.slice(0, MOST_ROWS).map((length) => (
          <tr key={length.incident.id}>
            <td class="end">{sayLength(length)}</td>
            <td>
              <Severity level={severityOf(frame, length.incident)} />
            </td>
            <td>{sayDay(length.incident)}</td>
            <th scope="row">
              <a href={hrefOf(frame, length.incident)}>{marked(length.incident.title)}</a>
            </th>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sayLength({ seconds, isEstimate }: Length): string {
  return `${isEstimate ? 'about ' : ''}${sayDuration(seconds * 1000)}`;
}

/** `SEV2: 5 incidents, median 7 min, 85th percentile 16 min.` */
function sayLane({ severity, lengths, median, p85 }: LengthLane): string {
  const parts = [`${severity?.label ?? 'Without a severity'}: ${countOf(lengths.length, 'incident')}`];
  if (median === undefined) parts.push(`a median takes ${FEWEST_FOR_MEDIAN}`);
  else parts.push(`median ${sayDuration(median * 1000)}`);
  if (p85 !== undefined) parts.push(`85th percentile ${sayDuration(p85 * 1000)}`);
  else if (median !== undefined) parts.push(`an 85th percentile takes ${FEWEST_FOR_TAIL}`);
  return `${parts.join(', ')}.`;
}

function longestOf(lengths: readonly LengthFigures[]): number {
  let longest = 0;
  for (const { lanes } of lengths) for (const lane of lanes) longest = Math.max(longest, lane.lengths.at(-1)?.seconds ?? 0);
  return longest;
}
