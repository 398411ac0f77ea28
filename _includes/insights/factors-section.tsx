// Pairs of causes, triggers, services and tags that the same incidents name more often than chance would have it.
import { type Factor, type FactorFigures, FEWEST_TOGETHER, LEAST_LIFT } from '../../src/core/insights/factors.ts';
import { countOf, sayCount } from '../../src/core/text/count.ts';
import { MOST_LINKS } from '../charts/mark-link.tsx';
import { type InsightsFrame, sayShare, termHref } from './frame.ts';
import { Figures, MetricSection, Nothing } from './metric-section.tsx';
import { Strip } from './recurrence-section.tsx';

const KIND_WORDS: Readonly<Record<Factor['kind'], string>> = { causes: 'cause', triggers: 'trigger', services: 'service', tags: 'tag' };

const MOST_ROWS = 12;
const MOST_FIGURES = 60;

export function FactorsSection({ figures, frame }: { readonly figures: FactorFigures; readonly frame: InsightsFrame }) {
  const { of, support, pairs } = figures;
  return (
    <MetricSection
      id="factors"
      title="What comes together"
      frame={frame}
      definition={`Pairs that at least ${support} incidents name together, ${LEAST_LIFT} times as often as if they had nothing to do with one another (lift). Together is not because of.`}
      n={countOf(pairs.length, 'pair')}
      coverage={countOf(of, 'incident')}
    >
      {pairs.length === 0 ? (
        <Nothing>
          No two causes, triggers, services or tags come together in {sayCount(FEWEST_TOGETHER)} incidents or more, and more often than
          chance would have it.
        </Nothing>
      ) : (
        <PairTable figures={figures} frame={frame} />
      )}
      {pairs.length > MOST_ROWS && (
        <p class="chart__note">
          The {MOST_ROWS} that most incidents share, of {sayCount(pairs.length)}.
        </p>
      )}
      {pairs.length > 0 && (
        <Figures id="factors" label="What comes together" csv={`${frame.root}insights/factors.csv`}>
          <PairFigures figures={figures} frame={frame} />
        </Figures>
      )}
    </MetricSection>
  );
}

interface PairsProps {
  readonly figures: FactorFigures;
  readonly frame: InsightsFrame;
}

function PairTable({ figures, frame }: PairsProps) {
  const shown = figures.pairs.slice(0, MOST_ROWS);
  const isLinked = shown.reduce((sum, { incidents }) => sum + incidents.length, 0) <= MOST_LINKS;
  return (
    <table class="cause-table data-table" role="table">
      <caption class="visually-hidden">What comes together, with every incident on a line of the period</caption>
      <thead role="rowgroup">
        <tr role="row">
          {['Pair', 'Incidents', '', 'Lift'].map((head, index) => (
            <th key={head} scope="col" role="columnheader" class={index === 2 ? 'cause-table__strip' : index > 0 ? 'end' : undefined}>
              {index === 2 ? 'When' : head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {shown.map(({ factors: [a, b], incidents, lift }) => (
          <tr role="row" key={`${a.kind} ${a.term.slug} ${b.kind} ${b.term.slug}`}>
            <th scope="row" role="rowheader" class="cause-table__name">
              <FactorName factor={a} frame={frame} /> <FactorName factor={b} frame={frame} />
            </th>
            <td role="cell" class="end">
              {sayCount(incidents.length)}
            </td>
            <td role="cell" class="cause-table__strip">
              <Strip term={{ term: { name: `${a.term.name} with ${b.term.name}` }, incidents }} isLinked={isLinked} frame={frame} />
            </td>
            <td role="cell" class="end">
              {lift.toFixed(1)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FactorName({ factor: { kind, term }, frame }: { readonly factor: Factor; readonly frame: InsightsFrame }) {
  const href = termHref(frame, kind, term);
  return (
    <span class="cause-table__factor">
      <span class="quiet">{KIND_WORDS[kind]}</span>{' '}
      {href === undefined ? (
        <span>{term.name}</span>
      ) : (
        <a class="row-link" href={href}>
          {term.name}
        </a>
      )}
    </span>
  );
}

function PairFigures({ figures: { pairs }, frame }: PairsProps) {
  return (
    <table class="data-table">
      <caption class="visually-hidden">What comes together: the figures</caption>
      <thead>
        <tr>
          <th scope="col">One</th>
          <th scope="col">The other</th>
          <th scope="col" class="end">
            Of the one
          </th>
          <th scope="col" class="end">
            Of the other
          </th>
          <th scope="col" class="end">
            Lift
          </th>
        </tr>
      </thead>
      <tbody>
        {pairs.slice(0, MOST_FIGURES).map(({ factors: [a, b], incidents, lift }) => (
          <tr key={`${a.kind} ${a.term.slug} ${b.kind} ${b.term.slug}`}>
            <th scope="row">
              <FactorName factor={a} frame={frame} />
            </th>
            <td>
              <FactorName factor={b} frame={frame} />
            </td>
            <td class="end">{sayShare(incidents.length, a.count)}</td>
            <td class="end">{sayShare(incidents.length, b.count)}</td>
            <td class="end">{lift.toFixed(2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
