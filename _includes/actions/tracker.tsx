// A list of promises with its figures: the open ones first, the most overdue on top, then what is done or dropped.
import type { ComponentChildren } from 'preact';
import { isOpen } from '../../src/core/model/action-item.ts';
import type { TrackedAction } from '../../src/core/model/archive.ts';
import type { Day } from '../../src/core/model/timestamp.ts';
import { countOf, sayCount } from '../../src/core/text/count.ts';
import { type View as SavedView, sayQuarter } from '../../src/core/tracker/views.ts';
import { PageNav } from '../list/page-nav.tsx';
import { ActionRow, ActionTableHead } from '../ui/action-table.tsx';
import { CountedTo, canBeLate, isAnyLate, LateCount } from '../ui/lateness.tsx';
import type { View } from '../ui/view.ts';
import type { ActionSummary } from './summary.ts';

const COLUMNS = 6;

export interface SummaryLineProps {
  readonly summary: ActionSummary;
  /** The whole list. */
  readonly actions: readonly TrackedAction[];
  /** Left out where every item has one. */
  readonly hasOwners?: boolean;
  /** The day the list was tracked at, where nothing counts the quarter anew: it is then named, so that it is right when the next has begun. */
  readonly asOf?: Day;
}

export function SummaryLine({ summary, actions, hasOwners = false, asOf }: SummaryLineProps) {
  return (
    <dl class="summary-line">
      <Figure figure="all-open" count={summary.open} words="open" />
      <Figure figure="overdue" count={<LateCount actions={actions} />} words="overdue" isLate={summary.overdue > 0} />
      <Figure
        figure="done-quarter"
        count={summary.doneThisQuarter}
        words={asOf === undefined ? 'done this quarter' : `done in ${sayQuarter(asOf)}`}
      />
      {!hasOwners && <Figure figure="no-owner" count={summary.openWithoutOwner} words="open without an owner" />}
    </dl>
  );
}

const LATE_ITEM = 'summary-line__item--late';

interface FigureProps {
  /** Which view it counts. */
  readonly figure: SavedView;
  readonly count: ComponentChildren;
  readonly words: string;
  readonly isLate?: boolean;
}

function Figure({ figure, count, words, isLate = false }: FigureProps) {
  return (
    <div
      class={isLate ? `summary-line__item ${LATE_ITEM}` : 'summary-line__item'}
      data-figure={figure}
      data-late-part={figure === 'overdue' ? LATE_ITEM : undefined}
    >
      <dt>{words}</dt>
      <dd>{typeof count === 'number' ? sayCount(count) : count}</dd>
    </div>
  );
}

export interface TrackerProps {
  /** One page of the list, in the tracker's order. */
  readonly actions: readonly TrackedAction[];
  readonly all: readonly TrackedAction[];
  /** Of the whole list. */
  readonly summary: ActionSummary;
  readonly page: number;
  readonly pages: number;
  readonly href: (page: number) => string;
  readonly view: View;
}

export function Tracker({ actions, all, summary, page, pages, href, view }: TrackerProps) {
  return (
    <>
      <div class="list-head">
        <p class="list-head__count">
          <b>{sayCount(summary.open)}</b> open {summary.open === 1 ? 'item' : 'items'}, the most overdue first, as of{' '}
          <CountedTo view={view} />
          {pages > 1 && `; page ${sayCount(page)} of ${sayCount(pages)}`}
        </p>
      </div>
      <ActionGroups actions={actions} all={all} summary={summary} view={view} />
      <PageNav page={page} pages={pages} href={href} />
    </>
  );
}

export interface ActionGroupsProps extends Pick<TrackerProps, 'actions' | 'all' | 'summary' | 'view'> {
  /** The script may turn the heads into buttons. */
  readonly isSortable?: boolean;
}

export function ActionGroups({ actions, all, summary, view, isSortable = false }: ActionGroupsProps) {
  if (actions.length === 0) return <p class="soft">Nobody has promised anything yet.</p>;
  const open = actions.filter(({ item }) => isOpen(item));
  const finished = actions.filter(({ item }) => !isOpen(item));
  // The script of the tracker counts for itself.
  const late = isSortable ? lateOf(all) : all;
  return (
    <table class="action-table" role="table">
      <caption class="visually-hidden">Action items, open ones first</caption>
      <ActionTableHead hasAge isSortable={isSortable} />
      {open.length > 0 && (
        <Group title="Open" tally={countOf(summary.open, 'item')} late={late}>
          <Rows actions={open} view={view} isRemade={isSortable} />
        </Group>
      )}
      {finished.length > 0 && (
        <Group title="Finished" tally={countOf(summary.finished, 'item')} late={[]}>
          <Rows actions={finished} view={view} isRemade={isSortable} />
        </Group>
      )}
    </table>
  );
}

/** A long list comes in hundreds of pages. */
const known = new WeakMap<readonly TrackedAction[], readonly TrackedAction[]>();

function lateOf(all: readonly TrackedAction[]): readonly TrackedAction[] {
  const late = known.get(all) ?? all.filter(({ overdueDays = 0 }) => overdueDays > 0);
  known.set(all, late);
  return late;
}

export interface GroupProps {
  readonly title: string;
  /** Where the title leads, when it has a page. */
  readonly href?: string;
  readonly tally: string;
  /** Those of its items that may be late. */
  readonly late: readonly Pick<TrackedAction, 'overdueDays'>[];
  readonly children?: ComponentChildren;
}

export function Group({ title, href, tally, late, children }: GroupProps) {
  return (
    <tbody class="action-table__group" role="rowgroup">
      <tr class="action-table__group-head" role="row">
        {/* biome-ignore lint/a11y/useSemanticElements: it is the head of the group, and narrow columns take implied roles away. */}
        <th scope="rowgroup" colSpan={COLUMNS} role="rowheader">
          <span class="action-table__group-name">
            {href === undefined ? (
              title
            ) : (
              <a class="quiet-link" href={href}>
                {title}
              </a>
            )}
          </span>{' '}
          <span class="action-table__tally">{tally}</span>
          {canBeLate(late) && (
            <span class="action-table__tally late-word" data-late-part="" hidden={!isAnyLate(late)}>
              {' '}
              <LateCount actions={late} /> overdue
            </span>
          )}
        </th>
      </tr>
      {children}
    </tbody>
  );
}

function Rows({ actions, view, isRemade }: Pick<TrackerProps, 'actions' | 'view'> & { readonly isRemade: boolean }) {
  return actions.map((action) => (
    <ActionRow key={`${action.incident.id} ${action.item.id}`} action={action} view={view} isRemade={isRemade} />
  ));
}
