// The archive: every incident in a table, with what it can be narrowed by in the rail.
import type { FacetGroup } from '../../src/core/rows/facet-groups.ts';
import type { RowView } from '../../src/core/rows/row-view.ts';
import { countOf, sayCount } from '../../src/core/text/count.ts';
import { incidentsPath } from '../../src/core/text/urls.ts';
import { FacetFold, TextFilter } from '../list/facets.tsx';
import { PageNav } from '../list/page-nav.tsx';
import { LeftOutNotice } from '../ui/notice.tsx';
import { DateText } from '../ui/time.tsx';
import type { View } from '../ui/view.ts';
import { IncidentTable } from './incident-table.tsx';
import { Parts } from './parts.tsx';

export interface ArchivePageProps {
  readonly view: View;
  readonly rows: readonly RowView[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** Position of the first row shown, from 1. */
  readonly first: number;
  readonly groups: readonly FacetGroup[];
  /** Labels that incidents bear. */
  readonly severities: readonly string[];
  readonly duplicateCount: number;
  readonly leftOut: readonly string[];
}

export function ArchivePage(props: ArchivePageProps) {
  const { view, page, total } = props;
  return (
    <>
      <div class="page-head split">
        <div class="split__column">
          <h1>Incidents</h1>
        </div>
      </div>
      {page === 1 && <LeftOutNotice files={props.leftOut} />}
      {total === 0 ? (
        <NoIncidents />
      ) : (
        <div class="split" data-list="archive" data-root={view.root}>
          <section class="rail" aria-label="Narrow the list">
            <TextFilter placeholder="Title, service, error ..." />
            <FacetFold groups={props.groups} view={view} />
          </section>
          <Parts view={view} severities={props.severities} />
          <List {...props} />
        </div>
      )}
    </>
  );
}

function List(props: ArchivePageProps) {
  const { view, rows, page, pages } = props;
  return (
    <div data-list-column="">
      <ListHead {...props} />
      <div data-list-message="" />
      <IncidentTable rows={rows} view={view} />
      <div data-list-below="">
        <PageNav page={page} pages={pages} href={(number) => view.root + incidentsPath(number)} />
      </div>
      <p class="list-foot">
        {props.duplicateCount > 0 && `Another telling of an incident listed here is not counted (${props.duplicateCount}). `}
        Overdue as of <DateText day={view.asOf} />. The same as <a href={`${view.root}api/incidents.json`}>JSON</a>.
      </p>
      <noscript>
        <p class="list-foot">
          Filtering and sorting need a script. The links beside or above the list lead to lists by service, team, cause and tag.
        </p>
      </noscript>
    </div>
  );
}

function ListHead({ rows, total, pages, first }: ArchivePageProps) {
  const shown = pages > 1 ? `, ${sayCount(first)} to ${sayCount(first + rows.length - 1)}` : '';
  return (
    <div class="list-head">
      <p class="list-head__count" role="status">
        <b>{sayCount(total)}</b> {countOf(total, 'incident').split(' ')[1]}
        {shown}
      </p>
      <ul class="filter-chips" aria-label="Filters in use" />
      <label class="list-head__option list-head__sort needs-script">
        Order{' '}
        <select name="sort" autocomplete="off">
          {ORDERS.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** For narrow columns, where the table has no heads to press. Values as the URL's `sort` spells them. */
const ORDERS = [
  ['-started', 'Newest first'],
  ['started', 'Oldest first'],
  ['severity', 'Gravest first'],
  ['-lasted', 'Longest first'],
  ['-detected', 'Latest detected first'],
  ['-actions', 'Most open actions first'],
  ['title', 'By title'],
] as const;

function NoIncidents() {
  return (
    <div class="split">
      <div class="split__column empty">
        <p>The archive holds no incident yet. Write the first one as a Markdown file, or let the command line begin it:</p>
        <p>
          <code>hindsight new "What happened"</code>
        </p>
      </div>
    </div>
  );
}
