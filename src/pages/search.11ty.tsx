// `/search/`: the whole archive, searched in the browser.
import { Page } from '../../_includes/layout/page.tsx';
import { SearchPage } from '../../_includes/search/search-page.tsx';
import { viewOf } from '../../_includes/ui/view.ts';
import { rootOf, searchPath } from '../core/text/urls.ts';
import type { Cascade } from '../site/cascade.ts';
import { rowsOf } from '../site/page-lists.ts';

export const data = { permalink: `${searchPath()}index.html` };

export function render({ kb, assets }: Cascade) {
  const path = searchPath();
  const root = rootOf(path);
  const { facets } = rowsOf(kb).rows;
  return (
    <Page
      site={{ config: kb.config, assets, standing: kb.standing }}
      root={root}
      path={path}
      title="Search"
      description="What happened before, by words, identifiers, services, causes and dates."
      modules={[assets.search]}
      hasSearch
      built={{ asOf: kb.asOf, incidents: kb.incidents.length, actions: kb.actions.length }}
    >
      <SearchPage
        view={viewOf(kb, root)}
        worker={assets.worker}
        severities={facets.severity.ids}
        sample={{ service: facets.service.ids[0], year: facets.year.ids[0] }}
        total={kb.incidents.length}
      />
    </Page>
  );
}
