// A list of promises with its figures: the open ones first, the most overdue on top, then what is done or dropped.
import { isOpen } from '../../src/core/model/action-item.ts';
import type { TrackedAction } from '../../src/core/model/archive.ts';
import { countOf, sayCount } from '../../src/core/text/count.ts';
import { PageNav } from '../archive/page-nav.tsx';
import { ActionRow, ActionTableHead } from '../ui/action-table.tsx';
import { DateText } from '../ui/time.tsx';
import type { View } from '../ui/view.ts';
import type { ActionSummary } from './summary.ts';

const COLUMNS = 6;

export interface SummaryLineProps {
  readonly summary: ActionSummary;
  /** Left out where every item has one. */
  readonly hasOwners?: boolean;
}

export function SummaryLine({ summary, hasOwners = false }: SummaryLineProps) {
  return (
    <dl class="summary-line">
      <Figure count={summary.open} words="open" />
      <Figure count={summary.overdue} words="overdue" isLate={summary.overdue > 0} />
      <Figure count={summary.doneThisQuarter} words="done this quarter" />
      {!hasOwners && <Figure count={summary.openWithoutOwner} words="open without an owner" />}
    </dl>
  );
}

function Figure({ count, words, isLate = false }: { readonly count: number; readonly words: string; readonly isLate?: boolean }) {
  return (
    <div class={isLate ? 'summary-line__item summary-line__item--late' : 'summary-line__item'}>
      <dt>{words}</dt>
      <dd>{sayCount(count)}</dd>
    </div>
  );
}

export interface TrackerProps {
  /** One page of the list, in the tracker's order. */
  readonly actions: readonly TrackedAction[];
  /** Of the whole list. */
  readonly summary: ActionSummary;
  readonly page: number;
  readonly pages: number;
  readonly href: (page: number) => string;
  readonly view: View;
}

export function Tracker({ actions, summary, page, pages, href, view }: TrackerProps) {
  const open = actions.filter(({ item }) => isOpen(item));
  const finished = actions.filter(({ item }) => !isOpen(item));
  return (
    <>
      <div class="list-head">
        <p class="list-head__count">
          <b>{sayCount(summary.open)}</b> open {summary.open === 1 ? 'item' : 'items'}, the most overdue first, as of{' '}
          <DateText day={view.asOf} />
          {pages > 1 && `; page ${sayCount(page)} of ${sayCount(pages)}`}
        </p>
      </div>
      {actions.length === 0 ? (
        <p class="soft">Nobody has promised anything yet.</p>
      ) : (
        <table class="action-table" role="table">
          <caption class="visually-hidden">Action items, open ones first</caption>
          <ActionTableHead hasAge />
          <Group title="Open" tally={countOf(summary.open, 'item')} late={summary.overdue} actions={open} view={view} />
          <Group title="Finished" tally={`${countOf(summary.finished, 'item')} done or dropped`} late={0} actions={finished} view={view} />
        </table>
      )}
      <PageNav page={page} pages={pages} href={href} />
    </>
  );
}

interface GroupProps {
  readonly title: string;
  readonly tally: string;
  readonly late: number;
  readonly actions: readonly TrackedAction[];
  readonly view: View;
}

function Group({ title, tally, late, actions, view }: GroupProps) {
  if (actions.length === 0) return null;
  return (
    <tbody class="action-table__group" role="rowgroup">
      <tr class="action-table__group-head" role="row">
        {/* biome-ignore lint/a11y/useSemanticElements: it is the head of the group, and narrow columns take implied roles away. */}
        <th scope="rowgroup" colSpan={COLUMNS} role="rowheader">
          {title}{' '}
          <span class="action-table__tally">
            {tally}
            {late > 0 && (
              <>
                , <span class="late-word">{sayCount(late)} overdue</span>
              </>
            )}
          </span>
        </th>
      </tr>
      {actions.map((action) => (
        <ActionRow key={`${action.incident.id} ${action.item.id}`} action={action} view={view} />
      ))}
    </tbody>
  );
}
