// Action items in rows that turn into entries where the column is narrow. Roles are spelt out, because `display` takes the implied ones away.
import { promisedOn } from '../../src/core/archive/actions.ts';
import type { Surroundings } from '../../src/core/archive/surroundings.ts';
import { isOpen } from '../../src/core/model/action-item.ts';
import type { TrackedAction } from '../../src/core/model/archive.ts';
import type { Incident } from '../../src/core/model/incident.ts';
import type { Day } from '../../src/core/model/timestamp.ts';
import { TYPE_WORDS } from '../../src/core/tracker/rows.ts';
import { sayAge, sayReason } from '../../src/core/tracker/words.ts';
import { PromiseNote } from '../incident/promise.tsx';
import { Due } from './due.tsx';
import { Owner } from './owner.tsx';
import { Priority } from './priority.tsx';
import { ReadyHtml } from './ready-html.tsx';
import { Severity } from './severity.tsx';
import { Status } from './status.tsx';
import { DateText } from './time.tsx';
import { marked } from './title.tsx';
import { actionAnchor, type View } from './view.ts';

export interface ActionTableProps {
  readonly actions: readonly TrackedAction[];
  readonly view: View;
  /** For readers who do not see what stands around the table. */
  readonly caption: string;
  /** Within the page of their incident: rows have anchors, and no column says where they come from. Ids given are left out as anchors. */
  readonly own?: { readonly taken: ReadonlySet<string>; readonly promises: Surroundings['promises'] } | undefined;
  /** Each row says when it was promised. */
  readonly isDated?: boolean;
}

export function ActionTable({ actions, view, caption, own, isDated = false }: ActionTableProps) {
  return (
    <table class={own ? 'action-table action-table--own' : 'action-table'} role="table">
      <caption class="visually-hidden">{caption}</caption>
      <ActionTableHead hasAge={own === undefined} />
      <tbody role="rowgroup">
        {actions.map((action) => (
          <ActionRow
            key={`${action.incident.id} ${action.item.id}`}
            action={action}
            view={view}
            own={own}
            promised={isDated ? promisedOn(action.item, action.incident) : undefined}
          />
        ))}
      </tbody>
    </table>
  );
}

export interface ActionTableHeadProps {
  readonly hasAge: boolean;
  /** The script may turn the heads into buttons. As written, the table is in the order of due days. */
  readonly isSortable?: boolean;
}

export function ActionTableHead({ hasAge, isSortable = false }: ActionTableHeadProps) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {HEADS.filter(({ column }) => hasAge || column !== 'age').map(({ column, title, name }) => (
          <th
            key={column}
            scope="col"
            role="columnheader"
            class={name}
            data-column={isSortable ? column : undefined}
            aria-sort={isSortable && column === 'due' ? 'ascending' : undefined}
          >
            {title}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Columns as the URL's `sort` spells them. */
const HEADS = [
  { column: 'status', title: 'Status', name: undefined },
  { column: 'title', title: 'What was promised', name: undefined },
  { column: 'owner', title: 'Owner', name: undefined },
  { column: 'priority', title: 'Priority', name: undefined },
  { column: 'age', title: 'Age', name: 'action-table__age end' },
  { column: 'due', title: 'Due', name: 'action-table__due-head' },
] as const;

export interface ActionRowProps extends Pick<ActionTableProps, 'view' | 'own'> {
  readonly action: Pick<TrackedAction, 'item' | 'ageDays' | 'recurring'> & {
    readonly incident: Pick<Incident, 'id' | 'title' | 'severity'>;
  };
  /** The script of the page makes its rows anew, as of the day; elsewhere it only counts on. */
  readonly isRemade?: boolean;
  readonly promised?: Day | undefined;
}

export function ActionRow({ action, view, own, isRemade = false, promised }: ActionRowProps) {
  const { item, ageDays } = action;
  return (
    <tr id={own && !own.taken.has(actionAnchor(item)) ? actionAnchor(item) : undefined} class="action-table__row" role="row">
      <td class="action-table__status" role="cell">
        <Status status={item.status} />
      </td>
      <What action={action} view={view} own={own} promised={promised} />
      <td class="action-table__owner" role="cell">
        <Owner item={item} view={view} />
      </td>
      <td class="action-table__priority" role="cell">
        <Priority priority={item.priority} />
      </td>
      {own === undefined && (
        <td class="action-table__age end" role="cell" data-age={isOpen(item) && !isRemade ? ageDays : undefined}>
          {ageDays !== undefined && sayAge(ageDays)}
        </td>
      )}
      <td class="action-table__due" role="cell">
        <Due item={item} asOf={view.asOf} />
      </td>
    </tr>
  );
}

/** Titles may hold links of their own, so only a plain one can be a link. */
function What({ action, view, own, promised }: ActionRowProps) {
  const { item, incident, recurring } = action;
  const again = own || recurring === undefined ? undefined : view.again(recurring);
  const past = own ? undefined : view.past(incident.id, item);
  return (
    <th class="action-table__what" scope="row" role="rowheader">
      {own ? (
        <ReadyHtml as="span" class="action-table__title" html={item.title.html} />
      ) : (
        <a class="action-table__title row-link" href={view.actionHref(incident.id, item)}>
          {marked(item.title.plain)}
        </a>
      )}{' '}
      <span class="action-table__source">
        <span class="action-table__id">{item.id}</span>{' '}
        {own === undefined && (
          <>
            <Severity level={view.severity(incident.severity)} />{' '}
            <a class="quiet-link" href={view.incidentHref(incident.id)}>
              {marked(incident.title)}
            </a>
            {promised !== undefined && (
              <>
                , promised <DateText day={promised} />
              </>
            )}{' '}
            {again && (
              <a class="action-table__again" href={again.href}>
                {again.text}
              </a>
            )}
          </>
        )}
        {own && <Details action={action} view={view} />}
        {item.reason !== undefined && <span class="action-table__reason">{sayReason(item.status, item.reason)}</span>}
        {past !== undefined && <span class="action-table__past">{past}</span>}
        {own && <PromiseNote around={own.promises[item.id]} view={view} />}
      </span>
    </th>
  );
}

/** What the tracker has no room for. */
function Details({ action: { item }, view }: ActionRowProps) {
  const team = item.owner !== undefined && item.team !== undefined ? view.team(item.team) : undefined;
  return (
    <>
      {item.type !== undefined && <span class="action-table__detail">{TYPE_WORDS[item.type]}</span>}{' '}
      {team && <span class="action-table__detail">{team.href === undefined ? team.name : <a href={team.href}>{team.name}</a>}</span>}{' '}
      {item.ticket && (
        <span class="action-table__detail">
          {item.ticket.url === undefined ? item.ticket.text : <a href={item.ticket.url}>{item.ticket.text}</a>}
        </span>
      )}
      {item.doneWhen !== undefined && <span class="action-table__reason">Done when: {item.doneWhen}</span>}
      {item.evidence !== undefined && <span class="action-table__reason">Evidence: {item.evidence}</span>}
    </>
  );
}
