// What was promised and what became of it, and how old the open promises are.
import type { AgeGroup, PromiseFigures } from '../../src/core/insights/promises.ts';
import { countOf, sayCount } from '../../src/core/text/count.ts';
import { actionsPath } from '../../src/core/text/urls.ts';
import { formatDay } from '../../src/core/time/format.ts';
import { ProgressFacts } from '../actions/progress-section.tsx';
import { BurnUp } from '../charts/burn-up.tsx';
import { CountBars } from '../charts/count-bars.tsx';
import { type InsightsFrame, sayShare } from './frame.ts';
import { Figures, MetricSection, Nothing } from './metric-section.tsx';

export interface PromisesSectionProps {
  readonly figures: PromiseFigures;
  readonly frame: InsightsFrame;
}

export function PromisesSection({ figures: { progress, flow }, frame }: PromisesSectionProps) {
  return (
    <MetricSection
      id="promises"
      title="Promised and finished"
      frame={frame}
      definition={`Action items of the incidents that began in the period, as they stand on ${formatDay(frame.rows.asOf)}.`}
      n={countOf(progress.total, 'action item')}
      coverage={`${sayShare(flow.dated, flow.total)} have the days it takes to draw them`}
    >
      {progress.total === 0 ? (
        <Nothing>The incidents of the period promised nothing.</Nothing>
      ) : (
        <>
          <ProgressFacts progress={progress} view={frame.rows} />
          <BurnUp flow={flow} />
          <p class="chart__note">
            Each item with its incident stands in <a href={frame.root + actionsPath()}>the tracker</a>.{' '}
            <a href={`${frame.root}insights/actions.csv`}>CSV of the whole archive</a>
          </p>
        </>
      )}
    </MetricSection>
  );
}

export function AgesSection({ figures: { progress, ages }, frame }: PromisesSectionProps) {
  const undue = ages.reduce((sum, { withoutDue }) => sum + withoutDue, 0);
  const late = ages.reduce((sum, { overdue }) => sum + overdue, 0);
  return (
    <MetricSection
      id="ages"
      title="Age of what is open"
      frame={frame}
      definition={`Days since an item was created, else since its incident ended, to ${formatDay(frame.rows.asOf)}.`}
      n={countOf(progress.aged, 'open item')}
      coverage={`${sayShare(progress.aged, progress.open)} open items, ${sayCount(undue)} of them without a due day`}
    >
      {progress.aged === 0 ? (
        <Nothing>
          {progress.open === 0 ? 'No action item of the period is open.' : 'Of no open item is it known when it was promised.'}
        </Nothing>
      ) : (
        <figure class="count-bars chart" aria-labelledby="ages">
          <CountBars
            id="ages"
            title="Open action items by age"
            desc={ages.map((group) => `${sayAge(group)}: ${group.open}, of them ${group.overdue} overdue.`).join(' ')}
            rows={ages.map((group) => ({
              name: sayAge(group),
              count: group.open,
              hatched: group.overdue,
              ...(group.overdue > 0 && { note: `, ${sayCount(group.overdue)} overdue` }),
            }))}
          />
          <AgeKey hasLate={late > 0} />
          <Figures id="ages" label="Open action items by age" csv={`${frame.root}insights/ages.csv`}>
            <AgeTable ages={ages} />
          </Figures>
        </figure>
      )}
    </MetricSection>
  );
}

function AgeKey({ hasLate }: { readonly hasLate: boolean }) {
  return (
    <p class="chart__key">
      {hasLate && (
        <span class="chart__key-item">
          <svg width="14" height="10" aria-hidden="true">
            <rect class="count-bars__late" width="14" height="10" fill="url(#ages-hatch)" />
          </svg>{' '}
          overdue
        </span>
      )}{' '}
      <span class="chart__key-item">
        <svg width="14" height="10" aria-hidden="true">
          <rect class="count-bars__bar" width="14" height="10" />
        </svg>{' '}
        not yet due, or without a date
      </span>
    </p>
  );
}

function AgeTable({ ages }: { readonly ages: readonly AgeGroup[] }) {
  return (
    <table class="data-table">
      <caption class="visually-hidden">Open action items by age</caption>
      <thead>
        <tr>
          <th scope="col">Age, days</th>
          {['Open', 'Overdue', 'Without a due day'].map((head) => (
            <th key={head} scope="col" class="end">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ages.map((group) => (
          <tr key={group.from}>
            <th scope="row">{sayAge(group)}</th>
            {[group.open, group.overdue, group.withoutDue].map((count, index) => (
              <td key={index} class="end">
                {count === 0 ? <span class="quiet">0</span> : sayCount(count)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sayAge({ from, to }: AgeGroup): string {
  if (to === undefined) return 'over a year';
  return from === 0 ? `up to ${to} days` : `${from} to ${to}`;
}
