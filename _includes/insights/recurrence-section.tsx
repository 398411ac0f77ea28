// Causes, triggers or services that more than one incident names: how often, when, how long it took until the last one came back.
import { type RecurrenceFigures, statedRecurrences, type TermFigures } from '../../src/core/insights/recurrence.ts';
import type { InsightIncident, TermKind } from '../../src/core/insights/rows.ts';
import { FEWEST_FOR_TREND, type Trend } from '../../src/core/insights/trend.ts';
import { countOf, sayCount } from '../../src/core/text/count.ts';
import { formatMonth } from '../../src/core/time/format.ts';
import type { LaneMark } from '../charts/lane-plot.tsx';
import { MOST_LINKS } from '../charts/mark-link.tsx';
import { dayScale, type Period, PeriodStrip, stripPeriod } from '../charts/period-strip.tsx';
import { marked } from '../ui/title.tsx';
import { hrefOf, type InsightsFrame, markOf, sayPeriod, sayShare, termHref } from './frame.ts';
import { Figures, MetricSection, Nothing } from './metric-section.tsx';

export interface RecurrenceSectionProps {
  readonly figures: RecurrenceFigures;
  readonly frame: InsightsFrame;
}

interface Words {
  readonly title: string;
  readonly one: string;
  readonly many: string;
}

const WORDS: Readonly<Partial<Record<TermKind, Words>>> = {
  causes: { title: 'Causes that came back', one: 'cause', many: 'causes' },
  triggers: { title: 'Triggers that came back', one: 'trigger', many: 'triggers' },
  services: { title: 'Services hit again', one: 'service', many: 'services' },
};
const OTHER: Words = { title: 'Came back', one: 'term', many: 'terms' };

const MOST_ROWS = 15;
const MOST_NAMED = 30;

export function RecurrenceSection({ figures, frame }: RecurrenceSectionProps) {
  const { kind, known, of, recurring, once } = figures;
  const { title, one, many } = WORDS[kind] ?? OTHER;
  const shown = recurring.slice(0, MOST_ROWS);
  return (
    <MetricSection
      id={kind}
      title={title}
      frame={frame}
      definition={`A ${one} comes back when a second incident names it.${kind === 'triggers' ? '' : ' An incident may name more than one.'}`}
      n={countOf(recurring.length + once.length, one, many)}
      coverage={`${sayShare(known, of)} incidents name at least one`}
    >
      {shown.length === 0 ? (
        <Nothing>{known === 0 ? `No incident of the period names a ${one}.` : `No ${one} was named twice in the period.`}</Nothing>
      ) : (
        <RecurrenceTable figures={figures} shown={shown} frame={frame} />
      )}
      <Notes figures={figures} frame={frame} />
      {known > 0 && (
        <Figures id={kind} label={title} csv={`${frame.root}insights/${kind}.csv`}>
          <FiguresTable title={title} one={one} terms={[...recurring, ...once].slice(0, MOST_ROWS * 4)} frame={frame} kind={kind} />
        </Figures>
      )}
    </MetricSection>
  );
}

interface TableProps {
  readonly figures: RecurrenceFigures;
  readonly shown: readonly TermFigures[];
  readonly frame: InsightsFrame;
}

function RecurrenceTable({ figures: { kind }, shown, frame }: TableProps) {
  const { title, one } = WORDS[kind] ?? OTHER;
  const isLinked = shown.reduce((sum, { incidents }) => sum + incidents.length, 0) <= MOST_LINKS;
  const period = frame.selection.period && stripPeriod(frame.selection.period);
  const hasTrend = shown.some(({ trend }) => trend !== undefined);
  return (
    <table class="cause-table data-table" role="table">
      <caption class="visually-hidden">{title}, with every incident on a line of the period</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {one.charAt(0).toUpperCase() + one.slice(1)}
          </th>
          <th scope="col" role="columnheader" class="end">
            Incidents
          </th>
          <th scope="col" role="columnheader" class="cause-table__strip">
            {period && `${formatMonth(period.from)} to ${formatMonth(period.to)}`}
          </th>
          <th scope="col" role="columnheader" class="end">
            Last came back after
          </th>
          {hasTrend && (
            <th scope="col" role="columnheader" class="end cause-table__trend">
              12 months, before
            </th>
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {shown.map((term) => (
          <tr role="row" key={term.term.slug}>
            <th scope="row" role="rowheader" class="cause-table__name">
              <TermName term={term} kind={kind} frame={frame} />
            </th>
            <td role="cell" class="end">
              {sayCount(term.incidents.length)}
            </td>
            <td role="cell" class="cause-table__strip">
              <Strip term={term} isLinked={isLinked} frame={frame} />
            </td>
            <td role="cell" class="end cause-table__gap">
              {sayGap(term.gapDays)}
            </td>
            {hasTrend && (
              <td role="cell" class="end cause-table__trend">
                {sayTrend(term.trend)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sayGap(days: number | undefined) {
  if (days === undefined) return <span class="quiet">undated</span>;
  return days === 0 ? 'the same day' : countOf(days, 'day');
}

function TermName({ term: { term }, kind, frame }: { readonly term: TermFigures; readonly kind: TermKind; readonly frame: InsightsFrame }) {
  const href = termHref(frame, kind, term);
  return href === undefined ? (
    <span>{term.name}</span>
  ) : (
    <a class="row-link" href={href}>
      {term.name}
    </a>
  );
}

export interface StripProps {
  readonly term: { readonly term: { readonly name: string }; readonly incidents: readonly InsightIncident[] };
  readonly isLinked: boolean;
  readonly frame: InsightsFrame;
}

/** Undated incidents, and those of more than ten years before its end, are counted beside it and not drawn. */
export function Strip({ term: { term, incidents }, isLinked, frame }: StripProps) {
  const period = frame.selection.period && stripPeriod(frame.selection.period);
  const marks = period ? marksOf(incidents, period, frame) : [];
  return (
    <PeriodStrip
      label={`${term.name}: ${countOf(marks.length, 'incident')} from ${sayPeriod({ ...(period && { period }) })}`}
      marks={marks}
      isLinked={isLinked}
    />
  );
}

function marksOf(incidents: readonly InsightIncident[], period: Period, frame: InsightsFrame): LaneMark[] {
  const at = dayScale(period);
  const marks: LaneMark[] = [];
  for (const incident of incidents) {
    const { day } = incident;
    if (day !== undefined && day >= period.from) marks.push({ ...markOf(frame, incident), x: at(day) });
  }
  return marks;
}

function sayTrend(trend: Trend | undefined) {
  if (!trend) return <span class="quiet">too few</span>;
  const counts = `${sayCount(trend.recent)}, ${sayCount(trend.before)}`;
  return trend.verdict === 'as-many' ? counts : <b>{`${counts}: ${trend.verdict}`}</b>;
}

function Notes({ figures: { kind, recurring, once }, frame }: RecurrenceSectionProps) {
  const { many } = WORDS[kind] ?? OTHER;
  return (
    <>
      {recurring.length > MOST_ROWS && (
        <p class="chart__note">
          The {MOST_ROWS} commonest of {sayCount(recurring.length)}.
        </p>
      )}
      {recurring.length > 0 && !recurring.some(({ trend }) => trend) && (
        <p class="chart__note">
          Too few for a trend of any of these {many}: that takes a period of two years and {FEWEST_FOR_TREND} incidents in the last two.
        </p>
      )}
      {once.length > 0 && (
        <p class="chart__note">
          Once each:{' '}
          {once.slice(0, MOST_NAMED).map(({ term, incidents: [incident] }, index) => (
            <>
              {index > 0 && ', '}
              <a href={termHref(frame, kind, term) ?? (incident ? hrefOf(frame, incident) : '')}>{term.name}</a>
            </>
          ))}
          {once.length > MOST_NAMED && ` and ${sayCount(once.length - MOST_NAMED)} more`}.
        </p>
      )}
      {kind === 'causes' && <Stated frame={frame} />}
    </>
  );
}

/** What authors themselves called a recurrence. */
function Stated({ frame }: { readonly frame: InsightsFrame }) {
  const stated = statedRecurrences(frame.selection.incidents);
  if (stated.length === 0) return null;
  const titles = new Map(frame.rows.incidents.map(({ id, title }) => [id, title]));
  return (
    <p class="chart__note">
      Recorded as recurrences:{' '}
      {stated.slice(0, MOST_NAMED).map(({ incident, of }, index) => (
        <>
          {index > 0 && '; '}
          <a href={hrefOf(frame, incident)}>{marked(incident.title)}</a> of <a href={hrefOf(frame, { id: of })}>{titles.get(of) ?? of}</a>
        </>
      ))}
      {stated.length > MOST_NAMED && `; and ${sayCount(stated.length - MOST_NAMED)} more`}.
    </p>
  );
}

interface FiguresTableProps {
  readonly title: string;
  readonly one: string;
  readonly terms: readonly TermFigures[];
  readonly frame: InsightsFrame;
  readonly kind: TermKind;
}

/** The newest incidents of each, as links. */
const NEWEST = 3;

function FiguresTable({ title, one, terms, frame, kind }: FiguresTableProps) {
  return (
    <table class="data-table">
      <caption class="visually-hidden">{title}: the figures</caption>
      <thead>
        <tr>
          <th scope="col">{one.charAt(0).toUpperCase() + one.slice(1)}</th>
          <th scope="col" class="end">
            Incidents
          </th>
          <th scope="col">The newest of them</th>
        </tr>
      </thead>
      <tbody>
        {terms.map((term) => (
          <tr key={term.term.slug}>
            <th scope="row">
              <TermName term={term} kind={kind} frame={frame} />
            </th>
            <td class="end">{sayCount(term.incidents.length)}</td>
            <td>
              {term.incidents.slice(0, NEWEST).map((incident, index) => (
                <>
                  {index > 0 && '; '}
                  <a href={hrefOf(frame, incident)}>{marked(incident.title)}</a>
                </>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
