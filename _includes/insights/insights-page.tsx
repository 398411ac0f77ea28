// What the archive teaches, of all of it or of one service or team: the choice of incidents, then the sections.
import type { Insights } from '../../src/core/insights/figures.ts';
import { lengthIds, sayMetric } from '../../src/core/insights/lengths.ts';
import type { InsightsRows } from '../../src/core/insights/rows.ts';
import type { Scope } from '../../src/core/insights/select.ts';
import { countOf } from '../../src/core/text/count.ts';
import { insightsPath, termPath } from '../../src/core/text/urls.ts';
import { FilterForm } from './filter-form.tsx';
import { InsightsBody } from './insights-body.tsx';

interface NamedScope extends Scope {
  readonly name: string;
}

export interface InsightsPageProps {
  readonly root: string;
  readonly rows: InsightsRows;
  readonly insights: Insights;
  /** Absent on the page of the whole archive. */
  readonly scope?: NamedScope | undefined;
  /** Services and teams with insights of their own. */
  readonly scopes: readonly NamedScope[];
}

/** Fewer incidents are read one by one. */
const FEW = 20;

export function InsightsPage({ root, rows, insights, scope, scopes }: InsightsPageProps) {
  const { incidents } = insights.selection;
  return (
    <>
      <div class="page-head split">
        <div class="split__column">
          {scope && (
            <p class="page-head__over">
              <a href={root + insightsPath()}>Insights</a>
            </p>
          )}
          <h1>{scope === undefined ? 'Insights' : scope.name}</h1>
          <p class="page-head__lede">
            Distributions, not means. Beside each figure stands what it counts and how much of the archive it rests on.
            {sayFew(incidents.length)}
          </p>
          {scope && (
            <p class="page-head__lede">
              <a href={root + termPath(scope.kind, scope.slug)}>The incidents of {scope.name}</a>
            </p>
          )}
          {incidents.length > 0 && <FilterForm rows={rows} selection={insights.selection} />}
        </div>
      </div>
      {incidents.length === 0 ? (
        <div class="split">
          <p class="split__column soft">The archive holds no incident yet: there is nothing to learn from.</p>
        </div>
      ) : (
        <>
          <Places rows={rows} root={root} scopes={scopes} isScoped={scope !== undefined} />
          <div data-insights={root} data-scope-kind={scope?.kind} data-scope-slug={scope?.slug}>
            <InsightsBody root={root} rows={rows} insights={insights} />
          </div>
        </>
      )}
    </>
  );
}

function sayFew(count: number): string {
  if (count === 1) return ' One incident is no distribution.';
  return count > 1 && count < FEW ? ` ${countOf(count, 'incident')} are few: read the marks before the lines.` : '';
}

const SECTIONS = [
  ['months', 'Incidents over time'],
  ['causes', 'Causes'],
  ['triggers', 'Triggers'],
  ['services', 'Services'],
  ['detection', 'Who found it'],
  ['rhythm', 'Hours and weekdays'],
  ['factors', 'What comes together'],
  ['promises', 'Promises'],
  ['ages', 'Age of what is open'],
  ['luck', 'Luck'],
  ['no-action', 'Causes with no action'],
  ['detect-only', 'Noticed, not prevented'],
] as const;

interface PlacesProps {
  readonly rows: InsightsRows;
  readonly root: string;
  readonly scopes: readonly NamedScope[];
  readonly isScoped: boolean;
}

/** What stands further down, and the insights of one service or team. */
function Places({ rows, root, scopes, isScoped }: PlacesProps) {
  return (
    <div class="insights-places split">
      <nav class="split__column" aria-label="On this page">
        <ul class="insights-places__list">
          {lengthIds(rows.metrics).map((id, index) => (
            <li key={id}>
              <a href={`#${id}`}>{sayMetric(rows.metrics[index]?.id ?? id)}</a>
            </li>
          ))}
          {SECTIONS.map(([id, name]) => (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
        </ul>
        {!isScoped && scopes.length > 0 && (
          <details class="insights-places__scopes">
            <summary class="chart__toggle">The same for one service or team</summary>
            <ScopeList scopes={scopes} kind="services" root={root} />
            <ScopeList scopes={scopes} kind="teams" root={root} />
          </details>
        )}
      </nav>
    </div>
  );
}

function ScopeList({
  scopes,
  kind,
  root,
}: {
  readonly scopes: readonly NamedScope[];
  readonly kind: Scope['kind'];
  readonly root: string;
}) {
  const own = scopes.filter((scope) => scope.kind === kind);
  if (own.length === 0) return null;
  return (
    <ul class="insights-places__list">
      <li class="insights-places__kind">{kind === 'services' ? 'Services' : 'Teams'}</li>
      {own.map((scope) => (
        <li key={scope.slug}>
          <a href={root + insightsPath(scope)}>{scope.name}</a>
        </li>
      ))}
    </ul>
  );
}
