// Below an action item of its incident: where else it was promised, and what the history of its file tells.
import type { IncidentLink } from '../../src/core/archive/likeness.ts';
import type { PromiseAround } from '../../src/core/archive/surroundings.ts';
import type { ItemHistory } from '../../src/core/model/ledger.ts';
import { sayEvent, sayHistory } from '../../src/core/promises/words.ts';
import { recurringPath } from '../../src/core/text/urls.ts';
import type { View } from '../ui/view.ts';

export interface PromiseNoteProps {
  readonly around: PromiseAround | undefined;
  readonly view: View;
}

export function PromiseNote({ around, view }: PromiseNoteProps) {
  if (around === undefined) return null;
  const { recurring, before, after, history } = around;
  return (
    <>
      {recurring !== undefined && (
        <span class="action-table__reason">
          {before.length > 0 && <Others words="Promised before in" links={before} view={view} />}
          {before.length > 0 && after.length > 0 && '; '}
          {after.length > 0 && <Others words={before.length > 0 ? 'again in' : 'Promised again in'} links={after} view={view} />}
          {'. '}
          <a href={view.root + recurringPath(recurring)}>Every time</a>
        </span>
      )}
      <HistoryNote history={history} view={view} />
    </>
  );
}

function Others({ words, links, view }: { readonly words: string; readonly links: readonly IncidentLink[]; readonly view: View }) {
  return (
    <>
      {words}{' '}
      {links.map(({ id, title }, index) => (
        <span key={id}>
          {index > 0 && (index === links.length - 1 ? ' and ' : ', ')}
          <a href={view.incidentHref(id)}>{title}</a>
        </span>
      ))}
    </>
  );
}

/** In its row: what happened to it, where anything did but that it was added. */
function HistoryNote({ history, view }: { readonly history: ItemHistory | undefined; readonly view: View }) {
  const said = history === undefined ? '' : sayHistory(history, view.person);
  return said === '' ? null : <span class="action-table__reason">History: {said}</span>;
}

export interface HistoriesProps {
  /** By id of the action item. */
  readonly promises: Readonly<Record<string, PromiseAround>>;
  readonly view: View;
}

/** Below the table: every change of every item, with its commit. Where all were only added, there is nothing to tell. */
export function Histories({ promises, view }: HistoriesProps) {
  const told = Object.entries(promises).filter(([, { history, isUncommitted }]) => (history?.events.length ?? 0) > 1 || isUncommitted);
  if (told.length === 0) return null;
  return (
    <details class="list-foot">
      <summary>History of these items, from git</summary>
      <dl>
        {told.map(([id, { history, isUncommitted }]) => (
          <div key={id}>
            <dt>{id}</dt>
            {history?.events.map((event, index) => (
              <dd key={`${event.commit} ${index}`}>
                {sayEvent(event, view.person)} <Commit id={event.commit} repository={view.config.source?.repository} />
              </dd>
            ))}
            {isUncommitted && <dd>Changed since the last commit</dd>}
          </div>
        ))}
      </dl>
    </details>
  );
}

function Commit({ id, repository }: { readonly id: string; readonly repository: string | undefined }) {
  const name = id.slice(0, 8);
  return repository === undefined ? <code>{name}</code> : <a href={`${repository.replace(/\/+$/, '')}/commit/${id}`}>{name}</a>;
}
