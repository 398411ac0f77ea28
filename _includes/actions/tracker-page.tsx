// The tracker: every action item ever promised, in one table, with what it can be narrowed by in the rail.
import type { TrackedAction } from '../../src/core/model/archive.ts';
import type { Ledger } from '../../src/core/model/ledger.ts';
import type { FacetGroup } from '../../src/core/rows/facet-groups.ts';
import { sayCount } from '../../src/core/text/count.ts';
import { actionsPath } from '../../src/core/text/urls.ts';
import type { View as SavedView } from '../../src/core/tracker/views.ts';
import { sayListed } from '../../src/core/tracker/words.ts';
import { PageNav } from '../list/page-nav.tsx';
import { DateText } from '../ui/time.tsx';
import type { View } from '../ui/view.ts';
import { HistoryNote } from './history-note.tsx';
import type { ActionSummary } from './summary.ts';
import { ActionGroups, SummaryLine } from './tracker.tsx';
import { TrackerParts } from './tracker-parts.tsx';
import { TrackerRail } from './tracker-rail.tsx';

export interface TrackerPageProps {
  /** Of this page. */
  readonly actions: readonly TrackedAction[];
  readonly all: readonly TrackedAction[];
  readonly ledger: Ledger;
  readonly summary: ActionSummary;
  readonly page: number;
  readonly pages: number;
  readonly groups: readonly FacetGroup[];
  readonly views: Readonly<Record<SavedView, number>>;
  /** Labels that incidents with action items bear. */
  readonly severities: readonly string[];
  /** The site's, as a browser can read it: an IANA name, or minutes east of UTC. */
  readonly zone: string | number;
  readonly view: View;
}

export function TrackerPage(props: TrackerPageProps) {
  const { summary, view, zone } = props;
  return (
    <>
      <div class="page-head split">
        <div class="split__column">
          <h1>Action items</h1>
          <SummaryLine summary={summary} actions={props.all} />
          <p class="as-of">
            Counted to{' '}
            <span data-today="">
              <DateText day={view.asOf} />, {view.standsStill ? 'the day this site shows the archive as of' : 'the day this page was built'}
            </span>
            .
          </p>
        </div>
      </div>
      {summary.open + summary.finished === 0 ? (
        <div class="split">
          <p class="split__column soft">Nobody has promised anything yet.</p>
        </div>
      ) : (
        <div
          class="split"
          data-list="tracker"
          data-root={view.root}
          data-as-of={view.asOf}
          data-stands-still={view.standsStill ? '' : undefined}
          data-zone={zone}
          data-zone-name={view.config.timezone}
          data-page={props.page}
        >
          <TrackerRail root={view.root} groups={props.groups} views={props.views} view={view} />
          <TrackerParts view={view} severities={props.severities} />
          <List {...props} />
        </div>
      )}
    </>
  );
}

function List({ actions, all, ledger, summary, page, pages, view }: TrackerPageProps) {
  return (
    <div data-list-column="">
      <ListHead summary={summary} page={page} pages={pages} />
      <div data-list-message="" />
      <ActionGroups actions={actions} all={all} summary={summary} view={view} isSortable />
      <div data-list-below="">
        <PageNav page={page} pages={pages} href={(number) => view.root + actionsPath(number)} />
      </div>
      <p class="list-foot">
        A day without a zone is one of {view.config.timezone}, the zone of this site. "By policy" marks a due day that the file does not
        give: it follows from the severity of the incident and the priority.
      </p>
      <HistoryNote ledger={ledger} />
      <noscript>
        <p class="list-foot">
          Without a script this list stands as of the day it was built, and cannot be filtered or sorted. The links beside or above it lead
          to what each owner, each team and each service has open.
        </p>
      </noscript>
    </div>
  );
}

function ListHead({ summary, page, pages }: Pick<TrackerPageProps, 'summary' | 'page' | 'pages'>) {
  const total = summary.open + summary.finished;
  return (
    <div class="list-head">
      <p class="list-head__count" role="status">
        <b>{sayCount(total)}</b>
        {sayListed({ found: total, total, open: summary.open, page, pages })}
      </p>
      <ul class="filter-chips" aria-label="Filters in use" />
      <div class="list-head__option list-head__choices needs-script">
        <Choice name="group" label="Group by" options={GROUPS} />
        <Choice name="sort" label="Order" options={ORDERS} />
        <button class="copy-button" type="button" data-copy="view">
          Copy link
        </button>
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly (readonly [value: string, words: string])[];
}

function Choice({ name, label, options }: ChoiceProps) {
  return (
    <label>
      {label}{' '}
      <select name={name} autocomplete="off">
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Values as the URL's `group` spells them. */
const GROUPS = [
  ['', 'Open or finished'],
  ['team', 'Team'],
  ['owner', 'Owner'],
  ['service', 'Service'],
  ['incident', 'Incident'],
  ['week', 'Week it is due'],
  ['promise', 'Recurring promise'],
] as const;

/** Values as the URL's `sort` spells them. */
const ORDERS = [
  ['due', 'Most overdue first'],
  ['-due', 'Due last first'],
  ['-age', 'Oldest first'],
  ['age', 'Newest first'],
  ['priority', 'Most urgent first'],
  ['severity', 'Gravest incident first'],
  ['incident', 'Latest incident first'],
  ['title', 'By what was promised'],
  ['owner', 'By owner'],
  ['team', 'By team'],
  ['status', 'By status'],
] as const;
