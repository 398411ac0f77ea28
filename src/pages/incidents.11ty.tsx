// /incidents/ and its later pages: the archive, newest first.
import { ArchivePage } from '../../_includes/archive/archive-page.tsx';
import { Page } from '../../_includes/layout/page.tsx';
import { viewOf } from '../../_includes/ui/view.ts';
import type { Incident } from '../core/model/incident.ts';
import { rowView } from '../core/rows/row-view.ts';
import { countOf } from '../core/text/count.ts';
import { incidentsPath, rootOf } from '../core/text/urls.ts';
import type { Cascade } from '../site/cascade.ts';
import { archivePages, type ListPage, rowsOf } from '../site/page-lists.ts';

type IncidentsCascade = Cascade & { readonly list: ListPage<Incident> };

export const data = {
  pagination: {
    data: 'kb.incidents',
    size: 1,
    alias: 'list',
    before: (_: unknown, { kb }: Cascade) => archivePages(kb),
    generatePageOnEmptyData: true,
    addAllPagesToCollections: false,
  },
  permalink: ({ list }: IncidentsCascade) => `/${incidentsPath(list.page)}index.html`,
};

export function render({ kb, assets, list }: IncidentsCascade) {
  const path = incidentsPath(list.page);
  const root = rootOf(path);
  const { rows, groups } = rowsOf(kb);
  const title = list.page > 1 ? `Incidents, page ${list.page}` : 'Incidents';
  return (
    <Page
      site={{ config: kb.config, assets, standing: kb.standing }}
      root={root}
      path={path}
      title={title}
      description={`${countOf(list.total, 'incident')}, newest first.`}
      current="incidents"
      built={{ asOf: kb.asOf, incidents: kb.incidents.length, actions: kb.actions.length }}
    >
      <ArchivePage
        view={viewOf(kb, root)}
        rows={list.items.flatMap((_, index) => rowView(rows, list.first - 1 + index) ?? [])}
        total={list.total}
        page={list.page}
        pages={list.pages}
        first={list.first}
        groups={groups}
        severities={rows.facets.severity.ids}
        duplicateCount={kb.duplicates.length}
        leftOut={kb.leftOut}
      />
    </Page>
  );
}
