// Below an action item of its incident: where else it was promised, and what the history of its file tells.
import type { IncidentLink, PromiseAround } from '../../src/core/archive/surroundings.ts';
import { sayEvent, sayHistory } from '../../src/core/promises/words.ts';
import { recurringPath } from '../../src/core/text/urls.ts';
import type { View } from '../ui/view.ts';

export interface PromiseNoteProps {
  readonly around: PromiseAround | undefined;
  readonly repository: string | undefined;
  readonly view: View;
}

export function PromiseNote({ around, repository, view }: PromiseNoteProps) {
  if (around === undefined) return null;
  const { recurring, before, after } = around;
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
      <History around={around} repository={repository} view={view} />
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

/** That it was added says nothing; anything after that does. */
function History({ around: { history, isUncommitted }, repository, view }: PromiseNoteProps & { readonly around: PromiseAround }) {
  if (history === undefined || (history.events.length < 2 && !isUncommitted)) return null;
  const summary = sayHistory(history, view.person);
  return (
    <details class="action-table__reason">
      <summary>History{summary !== '' && `: ${summary}`}</summary>
      <ul>
        {history.events.map((event, index) => (
          <li key={`${event.commit} ${index}`}>
            {sayEvent(event, view.person)}{' '}
            {repository === undefined ? (
              <code>{event.commit.slice(0, 8)}</code>
            ) : (
              <a href={`${repository.replace(/\/+$/, '')}/commit/${event.commit}`}>{event.commit.slice(0, 8)}</a>
            )}
          </li>
        ))}
        {isUncommitted && <li>Changed since the last commit.</li>}
      </ul>
    </details>
  );
}
