// What one person or one team promised, or what was promised for one service; how far it has come.
import type { Assignee, TrackedAction } from '../../src/core/model/archive.ts';
import type { Ledger } from '../../src/core/model/ledger.ts';
import { personOf } from '../../src/core/model/site-config.ts';
import { sayCount } from '../../src/core/text/count.ts';
import { actionsPath, assigneePath } from '../../src/core/text/urls.ts';
import type { Named, View } from '../ui/view.ts';
import { ASSIGNEE_WORDS } from './assignee-words.ts';
import { Exports } from './exports.tsx';
import { HistoryNote } from './history-note.tsx';
import { ProgressSection } from './progress-section.tsx';
import { summarize } from './summary.ts';
import { SummaryLine, Tracker } from './tracker.tsx';

export interface AssigneePageProps {
  readonly assignee: Assignee;
  readonly ledger: Ledger;
  /** One page of what they promised. */
  readonly actions: readonly TrackedAction[];
  readonly page: number;
  readonly pages: number;
  /** How many items the pages show of all there are. */
  readonly shown: number;
  readonly href: (page: number) => string;
  readonly view: View;
}

export function AssigneePage({ assignee, ledger, actions, page, pages, shown, href, view }: AssigneePageProps) {
  const { title, path } = ASSIGNEE_WORDS[assignee.kind];
  const summary = summarize(assignee.actions, view.asOf);
  const about = aboutOf(assignee, view);
  const own = assigneePath(assignee.kind, assignee.slug);
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
          <SummaryLine summary={summary} actions={assignee.actions} hasOwners={assignee.kind === 'owner'} asOf={view.asOf} />
        </div>
      </div>
      <div class="split">
        <div class="rail">
          <Exports root={view.root} path={own} json={`${own}actions.json`} />
        </div>
        <div>
          <Tracker actions={actions} all={assignee.actions} summary={summary} page={page} pages={pages} href={href} view={view} />
          {shown < assignee.actions.length && <Rest assignee={assignee} shown={shown} root={view.root} />}
          <HistoryNote ledger={ledger} />
        </div>
      </div>
      {page === 1 && assignee.actions.length > 0 && <ProgressSection actions={assignee.actions} view={view} />}
    </>
  );
}

function Rest({ assignee, shown, root }: { readonly assignee: Assignee; readonly shown: number; readonly root: string }) {
  return (
    <p class="list-foot">
      The first {sayCount(shown)} of {sayCount(assignee.actions.length)}.{' '}
      <a href={`${root}${actionsPath()}?${assignee.kind}=${encodeURIComponent(assignee.id)}`}>All in the tracker</a>
    </p>
  );
}

/** The way on to what is known of them besides: a person's team, the incidents of a team or a service. */
function aboutOf({ kind, id }: Assignee, view: View): { readonly words: string; readonly to: Named } | undefined {
  if (kind !== 'owner') {
    const { name, href } = view.term(kind === 'team' ? 'teams' : 'services', id);
    return href === undefined ? undefined : { words: `Incidents of the ${kind}:`, to: { name, href } };
  }
  const team = personOf(view.config, id)?.team;
  return team === undefined ? undefined : { words: 'Team', to: view.team(team) };
}
