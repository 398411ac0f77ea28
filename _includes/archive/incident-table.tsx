// Many incidents: one row each. The browser fills copies of the same rows when it filters, see parts.tsx.
import type { SeverityLevel } from '../../src/core/model/site-config.ts';
import { type RowView, UNDATED, UNKNOWN_LENGTH } from '../../src/core/rows/row-view.ts';
import { DocStatus } from '../ui/doc-status.tsx';
import { Severity } from '../ui/severity.tsx';
import { marked } from '../ui/title.tsx';
import type { View } from '../ui/view.ts';

export interface IncidentTableProps {
  readonly rows: readonly RowView[];
  readonly view: View;
}

/** Names of the columns as the URL's `sort` spells them. */
const COLUMNS = [
  { column: 'severity', title: 'Severity', end: false },
  { column: 'title', title: 'Incident', end: false },
  { column: 'started', title: 'Started', end: false },
  { column: 'lasted', title: 'Lasted', end: true },
  { column: 'detected', title: 'Detected in', end: true },
  { column: 'actions', title: 'Open actions', end: true },
] as const;

/** The roles are spelled out because narrow columns lay rows out as entries, and `display` takes implied roles away. */
export function IncidentTable({ rows, view }: IncidentTableProps) {
  return (
    <table class="incident-table" role="table">
      <caption class="visually-hidden">Incidents, newest first</caption>
      <thead role="rowgroup">
        <tr role="row">
          {COLUMNS.map(({ column, title, end }) => (
            <th
              key={column}
              scope="col"
              role="columnheader"
              class={end ? 'end' : undefined}
              data-column={column}
              aria-sort={column === 'started' ? 'descending' : undefined}
            >
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <IncidentRow key={row.id} row={row} href={view.incidentHref(row.id)} level={view.severity(row.severity)} />
        ))}
      </tbody>
    </table>
  );
}

export interface IncidentRowProps {
  readonly row: RowView;
  readonly href: string;
  readonly level: SeverityLevel | undefined;
}

export function IncidentRow({ row, href, level }: IncidentRowProps) {
  return (
    <tr class="incident-table__row" role="row">
      <td class="incident-table__severity" role="cell">
        <Severity level={level} />
      </td>
      <th class="incident-table__what" scope="row" role="rowheader">
        <a class="incident-table__title row-link" href={href}>
          {marked(row.title)}
        </a>
        <Meta row={row} />
      </th>
      <td class="incident-table__started" role="cell">
        {row.started ? <time datetime={row.started.day}>{row.started.text}</time> : <span class="quiet">{UNDATED}</span>}
      </td>
      <td class="incident-table__lasted end" role="cell">
        {row.lasted ?? <Unknown label="length " />}
      </td>
      <td class="incident-table__detected end" role="cell">
        {row.detected === undefined ? (
          <Unknown label="detection " />
        ) : (
          <>
            <span class="cell-label">detected in </span>
            <span>{row.detected}</span>
          </>
        )}
      </td>
      <td class="incident-table__actions end" role="cell">
        <Actions row={row} />
      </td>
    </tr>
  );
}

function Meta({ row }: { readonly row: RowView }) {
  if (row.services === '' && row.status === 'published') return null;
  return (
    <span class="incident-table__meta">
      {row.services !== '' && <span class="incident-table__services">{row.services}</span>}
      {row.status !== 'published' && <DocStatus status={row.status} />}
    </span>
  );
}

/** Labels stand where there are no heads: in a narrow column. */
function Unknown({ label }: { readonly label: string }) {
  return (
    <span class="quiet">
      <span class="cell-label">{label}</span>
      {UNKNOWN_LENGTH}
    </span>
  );
}

function Actions({ row }: { readonly row: RowView }) {
  if (row.openCount === 0) {
    return (
      <span class="quiet">
        none<span class="cell-label"> open</span>
      </span>
    );
  }
  return (
    <>
      <span>{row.actions}</span>
      <span class="cell-label"> open</span>
      {row.overdueCount > 0 && <span class="late-word"> {row.overdueCount} overdue</span>}
    </>
  );
}
