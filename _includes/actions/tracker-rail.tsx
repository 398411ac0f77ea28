// Beside the tracker: who promised, which team, and the list to take along.
import type { Assignee } from '../../src/core/model/archive.ts';
import { sayCount } from '../../src/core/text/count.ts';
import { actionsPath, assigneePath } from '../../src/core/text/urls.ts';
import { ASSIGNEE_WORDS } from './assignee-words.ts';
import { Exports } from './exports.tsx';

export interface TrackerRailProps {
  readonly root: string;
  /** Most open items first. */
  readonly owners: readonly Assignee[];
  readonly teams: readonly Assignee[];
  /** What nobody owns, where there is such. */
  readonly nobody: Assignee | undefined;
}

const MOST = 10;

export function TrackerRail({ root, owners, teams, nobody }: TrackerRailProps) {
  return (
    <div class="rail">
      <Assignees kind="owner" list={owners} first={nobody} root={root} />
      <Assignees kind="team" list={teams} root={root} />
      <Exports root={root} path={actionsPath()} json="api/actions.json" />
    </div>
  );
}

interface AssigneesProps {
  readonly kind: Assignee['kind'];
  readonly list: readonly Assignee[];
  readonly first?: Assignee | undefined;
  readonly root: string;
}

function Assignees({ kind, list, first, root }: AssigneesProps) {
  const shown = [...(first && first.openCount > 0 ? [first] : []), ...list.slice(0, MOST)];
  if (shown.length === 0) return null;
  const { title, path } = ASSIGNEE_WORDS[kind];
  return (
    <nav class="saved-views" aria-label={title}>
      <h2 class="rail__label">
        <a class="quiet-link" href={root + path}>
          {title}
        </a>
      </h2>
      <ul class="saved-views__list">
        {shown.map((assignee) => (
          <li key={assignee.slug}>
            <a class="saved-views__link" href={root + assigneePath(kind, assignee.slug)}>
              {assignee.name} <span class="saved-views__count">{sayCount(assignee.openCount)}</span>
            </a>
          </li>
        ))}
        {list.length > MOST && (
          <li>
            <a class="saved-views__link" href={root + path}>
              All {sayCount(list.length)}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
