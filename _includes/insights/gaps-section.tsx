// What the promises leave open: causes against which nothing was promised, incidents whose promises only notice the next time.
import type { GapFigures } from '../../src/core/insights/gaps.ts';
import { countOf, sayCount } from '../../src/core/text/count.ts';
import { Severity } from '../ui/severity.tsx';
import { marked } from '../ui/title.tsx';
import { hrefOf, type InsightsFrame, sayDay, sayShare, severityOf, termHref } from './frame.ts';
import { MetricSection, Nothing } from './metric-section.tsx';

export interface GapsSectionProps {
  readonly figures: GapFigures;
  readonly frame: InsightsFrame;
}

const MOST_ROWS = 40;

export function CauselessSection({ figures: { causes, causesOf }, frame }: GapsSectionProps) {
  return (
    <MetricSection
      id="no-action"
      title="Causes with no action"
      frame={frame}
      definition="Causes none of whose incidents promised anything."
      n={countOf(causes.length, 'cause')}
      coverage={`${sayShare(causes.length, causesOf)} causes that incidents of the period name`}
    >
      {causes.length === 0 ? (
        <Nothing>{causesOf === 0 ? 'No incident of the period names a cause.' : 'An action item was promised for every cause.'}</Nothing>
      ) : (
        <ul class="insights__list">
          {causes.slice(0, MOST_ROWS).map(({ term, incidents }) => (
            <li key={term.slug}>
              <a class="row-link" href={termHref(frame, 'causes', term) ?? ''}>
                {term.name}
              </a>{' '}
              <span class="quiet">{countOf(incidents.length, 'incident')}</span>
            </li>
          ))}
        </ul>
      )}
      <Foot shown={causes.length} csv={`${frame.root}insights/causes-without-action.csv`} />
    </MetricSection>
  );
}

export function DetectOnlySection({ figures: { detectOnly }, frame }: GapsSectionProps) {
  const { incidents, known, of } = detectOnly;
  return (
    <MetricSection
      id="detect-only"
      title="Noticed sooner, not prevented"
      frame={frame}
      definition={
        <>
          Incidents whose action items <em>detect</em>, <em>investigate</em> or <em>document</em>, at least one of the first kind, and that
          promise nothing else. Items that will not be done are not counted.
        </>
      }
      n={countOf(incidents.length, 'incident')}
      coverage={`${sayShare(known, of)} incidents with action items give the types that tell`}
    >
      {incidents.length === 0 ? (
        <Nothing>No incident of the period, as far as it can be told.</Nothing>
      ) : (
        <ul class="insights__list">
          {incidents.slice(0, MOST_ROWS).map((incident) => (
            <li key={incident.id}>
              <Severity level={severityOf(frame, incident)} />{' '}
              <a class="row-link" href={hrefOf(frame, incident)}>
                {marked(incident.title)}
              </a>{' '}
              <span class="quiet">{sayDay(incident)}</span>
            </li>
          ))}
        </ul>
      )}
      <Foot shown={incidents.length} csv={`${frame.root}insights/detect-only.csv`} />
    </MetricSection>
  );
}

function Foot({ shown, csv }: { readonly shown: number; readonly csv: string }) {
  if (shown === 0) return null;
  return (
    <p class="chart__note">
      {shown > MOST_ROWS && `The first ${MOST_ROWS} of ${sayCount(shown)}. `}
      <a href={csv}>CSV of the whole archive</a>
    </p>
  );
}
