// `/incidents/ID/`: one page for each incident whose page has to be written, second tellings among them.
import { plainSummary } from '../../_includes/incident/digest.ts';
import { IncidentPage } from '../../_includes/incident/incident-page.tsx';
import { Page } from '../../_includes/layout/page.tsx';
import { viewOf } from '../../_includes/ui/view.ts';
import { incidentPath, incidentTwinPath, rootOf } from '../core/text/urls.ts';
import type { Cascade } from '../site/cascade.ts';

export const data = {
  pagination: {
    data: 'stale',
    size: 1,
    alias: 'incident',
    addAllPagesToCollections: false,
  },
  permalink: ({ incident }: Cascade) => `${decodeURIComponent(incidentPath(incident.id))}index.html`,
};

export function render({ kb, assets, incident }: Cascade) {
  const path = incidentPath(incident.id);
  const root = rootOf(path);
  return (
    <Page
      site={{ config: kb.config, assets }}
      root={root}
      path={path}
      title={incident.title}
      description={plainSummary(incident)}
      current="incidents"
      alternates={[
        { href: root + incidentTwinPath(incident.id, 'md'), type: 'text/markdown' },
        { href: root + incidentTwinPath(incident.id, 'json'), type: 'application/json' },
      ]}
    >
      <IncidentPage incident={incident} backlinks={kb.backlinks.get(incident.id) ?? []} view={viewOf(kb, root)} />
    </Page>
  );
}
