// What one person or one team promised.
import type { Assignee, TrackedAction } from '../../src/core/model/archive.ts';
import { actionsPath } from '../../src/core/text/urls.ts';
import type { Named, View } from '../ui/view.ts';
import { ASSIGNEE_WORDS } from './assignee-words.ts';
import { summarize } from './summary.ts';
import { SummaryLine, Tracker } from './tracker.tsx';

export interface AssigneePageProps {
  readonly assignee: Assignee;
  /** One page of what they promised. */
  readonly actions: readonly TrackedAction[];
  readonly page: number;
  readonly pages: number;
  readonly href: (page: number) => string;
  readonly view: View;
}

export function AssigneePage({ assignee, actions, page, pages, href, view }: AssigneePageProps) {
  const { title, path } = ASSIGNEE_WORDS[assignee.kind];
  const summary = summarize(assignee.actions, view.asOf);
  const about = aboutOf(assignee, view);
  return (
    <>
      <div class="page-head split">
        <div class="split__column">
          <p class="page-head__over">
            <a href={view.root + actionsPath()}>Action items</a>, <a href={view.root + path}>{title.toLowerCase()}</a>
          </p>
          <h1>{assignee.name}</h1>
          {about && (
            <p class="page-head__lede">
              {about.words} {about.to.href === undefined ? about.to.name : <a href={about.to.href}>{about.to.name}</a>}
            </p>
          )}
          <SummaryLine summary={summary} hasOwners={assignee.kind === 'owner'} />
        </div>
      </div>
      <div class="split">
        <div class="split__column">
          <Tracker actions={actions} summary={summary} page={page} pages={pages} href={href} view={view} />
        </div>
      </div>
    </>
  );
}

/** The way on to what is known of them besides: a person's team, a team's incidents. */
function aboutOf({ kind, id }: Assignee, view: View): { readonly words: string; readonly to: Named } | undefined {
  if (kind === 'team') {
    const { name, href } = view.term('teams', id);
    return href === undefined ? undefined : { words: 'Incidents of the team:', to: { name, href } };
  }
  const team = view.config.people[id]?.team;
  return team === undefined ? undefined : { words: 'Team', to: view.team(team) };
}
