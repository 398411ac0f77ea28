// An index: every tag, service, team, cause, severity or year with how much happened there and what is still promised.
import type { Archive, IndexEntry, IndexKind } from '../../src/core/model/archive.ts';
import { termPath } from '../../src/core/text/urls.ts';
import { formatMonth } from '../../src/core/time/format.ts';
import { firstDay } from '../charts/last-year.ts';
import { MiniStrip } from '../charts/mini-strip.tsx';
import { CountedTo } from '../ui/lateness.tsx';
import { Severity } from '../ui/severity.tsx';
import type { View } from '../ui/view.ts';
import { Figure, LateFigure } from './figure.tsx';
import { IndexRail } from './index-rail.tsx';
import { INDEX_WORDS } from './index-words.ts';

export interface IndexPageProps {
  readonly kind: IndexKind;
  readonly entries: readonly IndexEntry[];
  readonly indexes: Archive['indexes'];
  readonly view: View;
}

export function IndexPage({ kind, entries, indexes, view }: IndexPageProps) {
  return (
    <>
      <div class="page-head split">
        <div class="split__column">
          <h1>{INDEX_WORDS[kind].title}</h1>
        </div>
      </div>
      <div class="split">
        <IndexRail indexes={indexes} current={kind} root={view.root} />
        <div>
          {entries.length === 0 ? (
            <p class="soft">No incident names any yet, and the site's configuration lists none.</p>
          ) : (
            <IndexTable kind={kind} entries={entries} view={view} />
          )}
          <p class="list-foot">
            Overdue as of <CountedTo view={view} />.
          </p>
        </div>
      </div>
    </>
  );
}

type IndexTableProps = Omit<IndexPageProps, 'indexes'>;

function IndexTable({ kind, entries, view }: IndexTableProps) {
  return (
    <table class="index-table" role="table">
      <caption class="visually-hidden">{INDEX_WORDS[kind].title}, with their incidents and open action items</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {INDEX_WORDS[kind].singular}
          </th>
          <th scope="col" role="columnheader" class="end">
            Incidents
          </th>
          <th scope="col" role="columnheader" class="index-table__strip">
            {kind === 'years' ? 'January to December' : `${formatMonth(firstDay(view.asOf))} to ${formatMonth(view.asOf)}`}
          </th>
          <th scope="col" role="columnheader" class="end">
            Open actions
          </th>
          <th scope="col" role="columnheader" class="end">
            Overdue
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {entries.map((entry) => (
          <IndexRow key={entry.slug} entry={entry} view={view} />
        ))}
      </tbody>
    </table>
  );
}

function IndexRow({ entry, view }: { readonly entry: IndexEntry; readonly view: View }) {
  return (
    <tr class="index-table__row" role="row">
      <th class="index-table__name" scope="row" role="rowheader">
        <a class="row-link" href={view.root + termPath(entry.kind, entry.slug)}>
          <EntryName entry={entry} view={view} />
        </a>
      </th>
      <td class="index-table__count end" role="cell">
        <Figure count={entry.incidents.length} />
      </td>
      <td class="index-table__strip" role="cell">
        <MiniStrip label={entry.name} incidents={entry.incidents} view={yearOf(entry, view)} />
      </td>
      <td class="index-table__open end" role="cell">
        <Figure count={entry.openActions.length} />
      </td>
      <td class="index-table__late end" role="cell">
        <LateFigure actions={entry.openActions} />
      </td>
    </tr>
  );
}

/** A severity by its mark, anything else by its name. */
function EntryName({ entry, view }: { readonly entry: IndexEntry; readonly view: View }) {
  if (entry.kind === 'severities') return <Severity level={view.severity(entry.id)} named />;
  return <span>{entry.name}</span>;
}

/** The strip of a year shows that year, that of anything else the last twelve months. */
export function yearOf(entry: IndexEntry, view: View): View {
  return entry.kind === 'years' ? { ...view, asOf: `${entry.id}-12-31` } : view;
}
