// Promises that were made in more than one incident: each with why it is one, when it was made, and what became of it.
import type { RecurringPromise, TrackedAction } from '../../src/core/model/archive.ts';
import type { Ledger } from '../../src/core/model/ledger.ts';
import type { PromiseKind } from '../../src/core/promises/kinds.ts';
import { fatesOf } from '../../src/core/promises/words.ts';
import { countOf, sayCount } from '../../src/core/text/count.ts';
import { actionsPath, recurringPagePath, recurringPath } from '../../src/core/text/urls.ts';
import { PageNav } from '../list/page-nav.tsx';
import { ActionTable } from '../ui/action-table.tsx';
import { CountedTo, canBeLate, isAnyLate, LateCount } from '../ui/lateness.tsx';
import { marked } from '../ui/title.tsx';
import type { View } from '../ui/view.ts';
import { HistoryNote } from './history-note.tsx';
import { PromiseKinds } from './promise-kinds.tsx';

export interface RecurringListProps {
  readonly promises: readonly RecurringPromise[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly ledger: Ledger;
  /** The first page says what kinds of work are promised most. */
  readonly kinds: readonly PromiseKind[];
  readonly view: View;
}

/** Of larger groups the list shows the newest, and their own page all. */
const SHOWN = 6;

export function RecurringList({ promises, total, page, pages, ledger, kinds, view }: RecurringListProps) {
  return (
    <>
      <div class="page-head split">
        <div class="split__column">
          <p class="page-head__over">
            <a href={view.root + actionsPath()}>Action items</a>
          </p>
          <h1>Recurring promises</h1>
          <p class="page-head__lede">
            {total === 0
              ? 'Nothing was promised in more than one incident.'
              : `${countOf(total, 'action')} promised in more than one incident, told by words, services and causes. Second tellings do not count.`}
          </p>
        </div>
      </div>
      <div class="split">
        <div class="split__column">
          {promises.map((promise) => (
            <section key={promise.slug} class="incident__part" aria-labelledby={promise.slug}>
              <h2 id={promise.slug} dir="auto">
                <a class="quiet-link" href={view.root + recurringPath(promise.slug)}>
                  {marked(promise.title)}
                </a>
              </h2>
              <Reasons promise={promise} />
              <Items promise={promise} view={view} isCut />
            </section>
          ))}
          <PageNav page={page} pages={pages} href={(number) => view.root + recurringPagePath(number)} />
          <PromiseKinds kinds={kinds} />
          <p class="list-foot">
            Overdue as of <CountedTo view={view} />.
          </p>
          <HistoryNote ledger={ledger} />
        </div>
      </div>
    </>
  );
}

export function RecurringPage({ promise, view }: { readonly promise: RecurringPromise; readonly view: View }) {
  return (
    <>
      <div class="page-head split">
        <div class="split__column">
          <p class="page-head__over">
            <a href={view.root + actionsPath()}>Action items</a>, <a href={view.root + recurringPath()}>recurring promises</a>
          </p>
          <h1 dir="auto">{marked(promise.title)}</h1>
          <Reasons promise={promise} />
        </div>
      </div>
      <div class="split">
        <div class="split__column">
          <Items promise={promise} view={view} />
          <p class="list-foot">
            Overdue as of <CountedTo view={view} />.
          </p>
        </div>
      </div>
    </>
  );
}

function Reasons({ promise: { reasons, actions } }: { readonly promise: RecurringPromise }) {
  return (
    <p class="page-head__lede">
      <Fates actions={actions} />. They {reasons.join('; ')}.
    </p>
  );
}

/** `3 incidents, 4 items: 2 open, 1 of them overdue; 1 done` */
function Fates({ actions }: { readonly actions: readonly TrackedAction[] }) {
  const { made, open, finished } = fatesOf(actions);
  return (
    <>
      {made}: {open > 0 && `${sayCount(open)} open`}
      {canBeLate(actions) && (
        <span data-late-part="" hidden={!isAnyLate(actions)}>
          , <LateCount actions={actions} /> of them overdue
        </span>
      )}
      {open > 0 && finished !== '' && '; '}
      {finished}
    </>
  );
}

/** Incidents that are told twice have promised once; the other telling is named, for it tells of the same promise. */
function Tellings({ promise: { tellings }, view }: { readonly promise: RecurringPromise; readonly view: View }) {
  if (tellings.length === 0) return null;
  return (
    <p class="list-foot">
      Told once more, and not counted again:{' '}
      {tellings.map(({ id, title }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <a href={view.incidentHref(id)}>{title}</a>
        </span>
      ))}
      .
    </p>
  );
}

function Items({ promise, view, isCut = false }: { readonly promise: RecurringPromise; readonly view: View; readonly isCut?: boolean }) {
  const { actions, slug, title } = promise;
  // Each row would link to where the reader is.
  const shown = (isCut ? actions.slice(-SHOWN) : actions).map(({ recurring: _, ...action }) => action);
  return (
    <>
      <ActionTable actions={shown} view={view} isDated caption={`Action items of "${title}", the oldest first`} />
      {shown.length < actions.length && (
        <p class="list-foot">
          <a href={view.root + recurringPath(slug)}>All {countOf(actions.length, 'item')}</a>
        </p>
      )}
      <Tellings promise={promise} view={view} />
    </>
  );
}
