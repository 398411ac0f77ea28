// Who noticed, and how much of it our own monitoring found.
import { type DetectionFigures, FEWEST_FOR_SHARE } from '../../src/core/insights/detection.ts';
import type { DetectionSource } from '../../src/core/model/incident.ts';
import { countOf, sayCount } from '../../src/core/text/count.ts';
import { CountBars } from '../charts/count-bars.tsx';
import { MOST_LINKS } from '../charts/mark-link.tsx';
import { marked } from '../ui/title.tsx';
import { hrefOf, type InsightsFrame, markOf, sayShare } from './frame.ts';
import { Figures, MetricSection, Nothing } from './metric-section.tsx';

const SOURCE_WORDS: Readonly<Record<DetectionSource, string>> = {
  monitoring: 'Our monitoring',
  customer: 'A customer',
  employee: 'An employee',
  vendor: 'A vendor',
  chance: 'Chance',
};

const NEWEST = 3;

export function DetectionSection({ figures, frame }: { readonly figures: DetectionFigures; readonly frame: InsightsFrame }) {
  const { known, of, sources } = figures;
  return (
    <MetricSection
      id="detection"
      title="Who found it"
      frame={frame}
      definition={
        <>
          What <em>detected_by</em> says. A share is said from {sayCount(FEWEST_FOR_SHARE)} incidents on.
        </>
      }
      n={countOf(known, 'incident')}
      coverage={`${sayShare(known, of)} say who noticed`}
    >
      {known === 0 ? (
        <Nothing>No incident of the period says who noticed.</Nothing>
      ) : (
        <figure class="count-bars chart" aria-labelledby="detection">
          <Finding figures={figures} />
          <CountBars
            id="detection"
            title="Incidents by who noticed"
            desc={`${sources.map(({ source, incidents }) => `${SOURCE_WORDS[source]}: ${incidents.length}`).join('. ')}.`}
            rows={sources.map(({ source, incidents }) => ({
              name: SOURCE_WORDS[source],
              count: incidents.length,
              marks: incidents.map((incident) => markOf(frame, incident)),
            }))}
          />
          <Figures id="detection" label="Incidents by who noticed" csv={`${frame.root}insights/detection.csv`}>
            <SourceTable figures={figures} frame={frame} />
          </Figures>
        </figure>
      )}
    </MetricSection>
  );
}

function Finding({ figures: { known, sources, monitoredPercent } }: { readonly figures: DetectionFigures }) {
  const monitored = sources.find(({ source }) => source === 'monitoring')?.incidents.length ?? 0;
  return (
    <p class="insights__finding">
      Our own monitoring found <b>{sayShare(monitored, known)}</b>
      {monitoredPercent !== undefined && `, ${monitoredPercent} %`}.
    </p>
  );
}

function SourceTable({ figures: { known, sources }, frame }: { readonly figures: DetectionFigures; readonly frame: InsightsFrame }) {
  return (
    <table class="data-table">
      <caption class="visually-hidden">Incidents by who noticed</caption>
      <thead>
        <tr>
          <th scope="col">Found by</th>
          <th scope="col" class="end">
            Incidents
          </th>
          <th scope="col">{known <= MOST_LINKS ? 'Which' : 'The newest of them'}</th>
        </tr>
      </thead>
      <tbody>
        {sources.map(({ source, incidents }) => (
          <tr key={source}>
            <th scope="row">{SOURCE_WORDS[source]}</th>
            <td class="end">{sayCount(incidents.length)}</td>
            <td>
              {incidents.slice(0, known <= MOST_LINKS ? MOST_LINKS : NEWEST).map((incident, index) => (
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
