// The page of one incident, top to bottom.
import type { Surroundings } from '../../src/core/archive/surroundings.ts';
import { digestOf } from '../../src/core/digest.ts';
import type { Incident } from '../../src/core/model/incident.ts';
import type { View } from '../ui/view.ts';
import { Backlinks } from './backlinks.tsx';
import { Body } from './body.tsx';
import { Contents } from './contents.tsx';
import { Facts } from './facts.tsx';
import { Foot, Pager } from './foot.tsx';
import { IncidentHead } from './head.tsx';
import { partsOf } from './parts.ts';
import { PhasesSection } from './phases-section.tsx';
import { Chain, Resembles } from './resembles.tsx';

export interface IncidentPageProps {
  readonly incident: Incident;
  readonly surroundings: Surroundings;
  readonly view: View;
}

export function IncidentPage({ incident, surroundings, view }: IncidentPageProps) {
  const { backlinks, similar, chain } = surroundings;
  const digest = digestOf(incident);
  const parts = partsOf(incident, digest.absorbed);
  return (
    <article class="incident" aria-labelledby="_title">
      <IncidentHead incident={incident} surroundings={surroundings} digest={digest} view={view} />
      <PhasesSection incident={incident} />
      <Facts incident={incident} surroundings={surroundings} view={view} />
      <div class="incident__body split">
        <div class="rail rail--sticky">
          {parts.length + similar.length + backlinks.length > 0 && (
            <Contents
              parts={parts}
              actionCount={incident.actionItems.length}
              around={{ chain: chain?.links.length ?? 0, similar: similar.length, backlinks: backlinks.length }}
            />
          )}
        </div>
        <div class="incident__text">
          {parts.length === 0 && <p class="incident__part unknown">No more was written about this incident.</p>}
          <Body incident={incident} surroundings={surroundings} parts={parts} view={view} />
          {chain && <Chain chain={chain} view={view} />}
          <Resembles id={incident.id} similar={similar} view={view} />
          {backlinks.length > 0 && <Backlinks backlinks={backlinks} view={view} />}
          <Foot incident={incident} view={view} />
        </div>
      </div>
      <Pager surroundings={surroundings} view={view} />
    </article>
  );
}
