// Where we got lucky, and what has been done so that the next time it need not be luck.
import type { LuckEntry } from '../../src/core/insights/gaps.ts';
import type { LuckAction } from '../../src/core/insights/rows.ts';
import { isOpen } from '../../src/core/model/action-item.ts';
import { countOf, sayCount } from '../../src/core/text/count.ts';
import { Severity } from '../ui/severity.tsx';
import { marked } from '../ui/title.tsx';
import { hrefOf, type InsightsFrame, sayDay, sayShare, severityOf } from './frame.ts';
import { MetricSection, Nothing } from './metric-section.tsx';

export interface LuckSectionProps {
  readonly entries: readonly LuckEntry[];
  readonly frame: InsightsFrame;
}

const MOST_ENTRIES = 60;

export function LuckSection({ entries, frame }: LuckSectionProps) {
  const { incidents } = frame.selection;
  const lucky = new Set(entries.map(({ incident }) => incident.id)).size;
  const named = entries.filter(({ luck }) => luck.actions.length > 0).length;
  return (
    <MetricSection
      id="luck"
      title="Luck register"
      frame={frame}
      definition={
        'What the postmortems list under "where we got lucky", with the action item that the text names by its id or its ticket. Without such a name none is recorded, however alike the words.'
      }
      n={countOf(entries.length, 'piece of luck', 'pieces of luck')}
      coverage={`${sayShare(lucky, incidents.length)} incidents record luck; ${sayShare(named, entries.length)} name an action item`}
    >
      {entries.length === 0 ? (
        <Nothing>No incident of the period records luck. That is rarely because there was none.</Nothing>
      ) : (
        <>
          <ul class="luck-register">
            {entries.slice(0, MOST_ENTRIES).map((entry, index) => (
              <Entry key={index} entry={entry} frame={frame} />
            ))}
          </ul>
          <p class="chart__note">
            {entries.length > MOST_ENTRIES && `The newest ${MOST_ENTRIES} of ${sayCount(entries.length)}. `}
            <a href={`${frame.root}insights/luck.csv`}>CSV of the whole archive</a>
          </p>
        </>
      )}
    </MetricSection>
  );
}

function Entry({ entry: { incident, luck }, frame }: { readonly entry: LuckEntry; readonly frame: InsightsFrame }) {
  return (
    <li class="luck-register__item">
      <div>
        <p class="luck-register__text">{luck.text}</p>
        <p class="luck-register__source">
          <Severity level={severityOf(frame, incident)} /> {sayDay(incident)}{' '}
          <a class="quiet-link" href={hrefOf(frame, incident)}>
            {marked(incident.title)}
          </a>
        </p>
      </div>
      <div class="luck-register__action">
        {luck.actions.length === 0 ? (
          <p class="quiet">No action recorded</p>
        ) : (
          luck.actions.map((action) => (
            <p key={action.id}>
              {sayState(action)}:{' '}
              <a href={`${hrefOf(frame, incident)}#${action.anchor}`}>
                {action.id} {marked(action.title)}
              </a>
            </p>
          ))
        )}
      </div>
    </li>
  );
}

function sayState({ status }: LuckAction): string {
  if (status === 'done') return 'Removed';
  return isOpen({ status }) ? 'To be removed' : 'Will not be removed';
}
