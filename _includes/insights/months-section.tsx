// How many incidents began in each month, by severity.
import { countSeverities, type MonthFigures, type Stretch } from '../../src/core/insights/months.ts';
import type { InsightIncident } from '../../src/core/insights/rows.ts';
import { FEWEST_FOR_TREND, type Trend } from '../../src/core/insights/trend.ts';
import { countOf, sayCount } from '../../src/core/text/count.ts';
import { formatMonth } from '../../src/core/time/format.ts';
import { MonthStack, type StackColumn } from '../charts/month-stack.tsx';
import { marked } from '../ui/title.tsx';
import { hrefOf, type InsightsFrame, markOf, sayDay, sayShare, severityOf } from './frame.ts';
import { Figures, MetricSection, Nothing } from './metric-section.tsx';
import { SeverityKey } from './severity-key.tsx';

const MOST_NAMED = 10;

export interface MonthsSectionProps {
  readonly figures: MonthFigures;
  readonly frame: InsightsFrame;
}

export function MonthsSection({ figures, frame }: MonthsSectionProps) {
  const { dated, of, step, stretches, earlier, trend } = figures;
  const drawn = stretches.flatMap(({ incidents }) => incidents);
  const { title, unit } = wordsOf(step);
  return (
    <MetricSection
      id="months"
      title={title}
      frame={frame}
      definition={`By the ${unit} an incident began, in its own time zone. Drafts are counted, second tellings of an incident are not.`}
      n={countOf(dated, 'incident')}
      coverage={`${sayShare(dated, of)} are dated`}
    >
      {dated === 0 ? (
        <Nothing>No incident of the period is dated.</Nothing>
      ) : (
        <figure class="month-stack chart" aria-labelledby="months">
          <MonthStack
            id="months"
            title={`${title}, ${formatMonth(stretches[0]?.from ?? '')} to ${formatMonth(stretches.at(-1)?.to ?? '')}`}
            desc={sayStretches(stretches, step)}
            columns={stretches.map((stretch, index) => columnOf(stretch, { index, step, count: stretches.length, frame }))}
          />
          <SeverityKey incidents={drawn} frame={frame} order="The gravest at the bottom." />
          {earlier.length > 0 && <Earlier incidents={earlier} frame={frame} />}
          <p class="chart__note">{sayTrend(trend)}</p>
          <Figures id="months" label={`${title} by severity`} csv={`${frame.root}insights/months.csv`}>
            <StretchTable title={title} stretches={stretches} step={step} frame={frame} />
          </Figures>
        </figure>
      )}
    </MetricSection>
  );
}

function wordsOf(step: number): { readonly title: string; readonly unit: string } {
  if (step === 1) return { title: 'Incidents a month', unit: 'month' };
  if (step === 3) return { title: 'Incidents a quarter', unit: 'quarter' };
  return { title: 'Incidents a year', unit: 'year' };
}

/** Too long ago for the same axis: named, so that none is lost. */
function Earlier({ incidents, frame }: { readonly incidents: readonly InsightIncident[]; readonly frame: InsightsFrame }) {
  return (
    <p class="chart__note">
      Earlier than is drawn:{' '}
      {incidents.slice(0, MOST_NAMED).map((incident, index) => (
        <>
          {index > 0 && '; '}
          <a href={hrefOf(frame, incident)}>{marked(incident.title)}</a> ({sayDay(incident)})
        </>
      ))}
      {incidents.length > MOST_NAMED && `; and ${sayCount(incidents.length - MOST_NAMED)} more`}.
    </p>
  );
}

interface ColumnAt {
  readonly index: number;
  readonly step: number;
  readonly count: number;
  readonly frame: InsightsFrame;
}

function columnOf(stretch: Stretch, { index, step, count, frame }: ColumnAt): StackColumn {
  const gravestFirst = [...stretch.incidents].sort(
    (a, b) => (a.severity ?? Number.POSITIVE_INFINITY) - (b.severity ?? Number.POSITIVE_INFINITY),
  );
  return {
    ...labelOf(stretch, { index, step, count }),
    marks: gravestFirst.map((incident) => ({ ...markOf(frame, incident), word: severityOf(frame, incident)?.label ?? '' })),
  };
}

/** A word under every column of a year; of more, under every third or so. */
function labelOf({ from }: Stretch, { index, step, count }: Omit<ColumnAt, 'frame'>): Pick<StackColumn, 'label' | 'short'> {
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))];
  if (step >= 12) return index % Math.ceil(count / 12) === 0 ? { label: year, short: `\u2019${year.slice(2)}` } : {};
  const isYear = month === 1;
  if (step === 3) return isYear ? { label: year, short: `\u2019${year.slice(2)}` } : {};
  const name = formatMonth(from).slice(0, 3);
  if (count <= 14)
    return isYear || index === 0
      ? { label: `${name} ${year}`, short: isYear ? `\u2019${year.slice(2)}` : (name[0] ?? '') }
      : { label: name, short: name[0] ?? '' };
  if (isYear) return { label: year, short: `\u2019${year.slice(2)}` };
  return month % 3 === 1 ? { label: name } : {};
}

function sayStretch({ from }: Stretch, step: number): string {
  if (step === 1) return formatMonth(from);
  if (step === 3) return `Q${(Number(from.slice(5, 7)) + 2) / 3} ${from.slice(0, 4)}`;
  return from.slice(0, 4);
}

function sayStretches(stretches: readonly Stretch[], step: number): string {
  const most = Math.max(...stretches.map(({ incidents }) => incidents.length));
  const peak = stretches.filter(({ incidents }) => incidents.length === most);
  const none = stretches.filter(({ incidents }) => incidents.length === 0).length;
  const { unit } = wordsOf(step);
  const named = peak.length <= 3 ? peak.map((stretch) => sayStretch(stretch, step)).join(', ') : `${peak.length} of them`;
  return `${countOf(stretches.length, `column of one ${unit}`, `columns of one ${unit} each`)}. At most ${sayCount(most)}: ${named}. None in ${sayCount(none)}.`;
}

/** Two counts beside one another, and no word for what chance may have done. */
function sayTrend(trend: Trend | undefined): string {
  if (!trend) {
    return `Too few for a trend: that takes a period of two years and ${FEWEST_FOR_TREND} incidents in the last two.`;
  }
  const { recent, before, verdict } = trend;
  const counts = `${sayCount(recent)} in the last twelve months of the period, ${sayCount(before)} in the twelve before`;
  if (verdict === 'as-many') return `${counts}: a difference that chance alone may make.`;
  return `${counts}: ${verdict}, by more than chance alone would make of it.`;
}

interface StretchTableProps {
  readonly title: string;
  readonly stretches: readonly Stretch[];
  readonly step: number;
  readonly frame: InsightsFrame;
}

function StretchTable({ title, stretches, step, frame: { rows } }: StretchTableProps) {
  const totals = countSeverities(
    rows,
    stretches.flatMap(({ incidents }) => incidents),
  );
  const labels = [...rows.severities.map(({ label }) => label), 'None'];
  const shown = labels.flatMap((label, position) => ((totals[position] ?? 0) > 0 ? [{ label, position }] : []));
  return (
    <table class="data-table">
      <caption class="visually-hidden">{title} by severity</caption>
      <thead>
        <tr>
          <th scope="col">From</th>
          {[...shown.map(({ label }) => label), 'All'].map((label) => (
            <th key={label} scope="col" class="end">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {stretches.map((stretch) => {
          const counts = countSeverities(rows, stretch.incidents);
          return (
            <tr key={stretch.from}>
              <th scope="row">{sayStretch(stretch, step)}</th>
              {shown.map(({ label, position }) => (
                <Count key={label} count={counts[position] ?? 0} />
              ))}
              <Count count={stretch.incidents.length} />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Count({ count }: { readonly count: number }) {
  return <td class="end">{count === 0 ? <span class="quiet">0</span> : sayCount(count)}</td>;
}
