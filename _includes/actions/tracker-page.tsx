// The tracker: every action item ever promised, in one table.
import type { Assignee, TrackedAction } from '../../src/core/model/archive.ts';
import { actionsPath } from '../../src/core/text/urls.ts';
import type { View } from '../ui/view.ts';
import type { ActionSummary } from './summary.ts';
import { SummaryLine, Tracker } from './tracker.tsx';
import { TrackerRail } from './tracker-rail.tsx';

export interface TrackerPageProps {
  readonly actions: readonly TrackedAction[];
  readonly summary: ActionSummary;
  readonly page: number;
  readonly pages: number;
  readonly owners: readonly Assignee[];
  readonly teams: readonly Assignee[];
  readonly nobody: Assignee | undefined;
  readonly view: View;
}

export function TrackerPage({ actions, summary, page, pages, owners, teams, nobody, view }: TrackerPageProps) {
  return (
    <>
      <div class="page-head split">
        <div class="split__column">
          <h1>Action items</h1>
          <SummaryLine summary={summary} />
        </div>
      </div>
      <div class="split">
        <TrackerRail root={view.root} owners={owners} teams={teams} nobody={nobody} />
        <div>
          <Tracker
            actions={actions}
            summary={summary}
            page={page}
            pages={pages}
            href={(number) => view.root + actionsPath(number)}
            view={view}
          />
        </div>
      </div>
    </>
  );
}
