// Beside the tracker: the views of a weekly review, what else it can be narrowed by, and the list to take along.
import type { FacetGroup } from '../../src/core/rows/facet-groups.ts';
import { sayCount } from '../../src/core/text/count.ts';
import { actionsPath, recurringPath } from '../../src/core/text/urls.ts';
import { type View as SavedView, VIEW_WORDS, VIEWS } from '../../src/core/tracker/views.ts';
import { FacetFold, TextFilter } from '../list/facets.tsx';
import type { View } from '../ui/view.ts';
import { Exports } from './exports.tsx';

export interface TrackerRailProps {
  readonly root: string;
  readonly groups: readonly FacetGroup[];
  /** As of the build. */
  readonly views: Readonly<Record<SavedView, number>>;
  readonly view: View;
}

export function TrackerRail({ root, groups, views, view }: TrackerRailProps) {
  return (
    <section class="rail" aria-label="Narrow the list">
      <Views root={root} counts={views} />
      <p class="rail__more">
        <a href={root + recurringPath()}>Recurring promises, and why they are</a>
      </p>
      <TextFilter placeholder="Title, owner, reason ..." />
      <FacetFold groups={groups} view={view}>
        <Ranges />
      </FacetFold>
      <Exports root={root} path={actionsPath()} json="api/actions.json" />
    </section>
  );
}

/** Links that the script keeps true to the other filters; without it they would all lead to the same page. */
function Views({ root, counts }: { readonly root: string; readonly counts: TrackerRailProps['views'] }) {
  return (
    <nav class="saved-views needs-script" aria-label="Views">
      <h2 class="rail__label">View</h2>
      <ul class="saved-views__list">
        {VIEWS.map((name) => (
          <li key={name}>
            <a
              class="saved-views__link"
              href={`${root}${actionsPath()}${name === 'everything' ? '' : `?view=${name}`}`}
              data-view={name}
              aria-current={name === 'everything' ? 'true' : undefined}
            >
              {VIEW_WORDS[name]}{' '}
              <span class={name === 'overdue' && counts[name] > 0 ? 'saved-views__count late-word' : 'saved-views__count'}>
                {sayCount(counts[name])}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Ranges() {
  return (
    <>
      <fieldset class="facets__group needs-script">
        <legend class="facets__legend">Due</legend>
        <label class="facets__end">
          from <input class="facets__text" type="date" name="due-from" min="1970-01-01" max="9999-12-31" autocomplete="off" />
        </label>
        <label class="facets__end">
          to <input class="facets__text" type="date" name="due-to" min="1970-01-01" max="9999-12-31" autocomplete="off" />
        </label>
      </fieldset>
      <fieldset class="facets__group needs-script">
        <legend class="facets__legend">Age in days</legend>
        <label class="facets__end">
          from <input class="facets__text" type="number" name="age-from" min="0" max="99999" autocomplete="off" />
        </label>
        <label class="facets__end">
          to <input class="facets__text" type="number" name="age-to" min="0" max="99999" autocomplete="off" />
        </label>
      </fieldset>
    </>
  );
}
