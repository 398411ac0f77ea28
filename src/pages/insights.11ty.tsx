// /insights/, and the insights of each service and team that has enough incidents: /insights/services/SLUG/.
import { InsightsPage } from '../../_includes/insights/insights-page.tsx';
import { Page } from '../../_includes/layout/page.tsx';
import { workOutInsights } from '../core/insights/figures.ts';
import { insightsOf } from '../core/insights/of-archive.ts';
import { countOf } from '../core/text/count.ts';
import { insightsPath, rootOf } from '../core/text/urls.ts';
import type { Cascade } from '../site/cascade.ts';
import { insightsPages, type InsightsPage as OneInsights } from '../site/page-lists.ts';
import { insightsShown } from '../site/shown.ts';

type InsightsCascade = Cascade & { readonly insights: OneInsights };

export const data = {
  pagination: {
    data: 'kb.incidents',
    size: 1,
    alias: 'insights',
    before: (_: unknown, { kb }: Cascade) => insightsPages(kb),
    addAllPagesToCollections: false,
  },
  // Names stand in it as the disk has them, not as a URL spells them.
  permalink: ({ insights: { scope } }: InsightsCascade) =>
    scope === undefined ? '/insights/index.html' : `/insights/${scope.kind}/${scope.slug}/index.html`,
  shows: ({ kb, insights: { scope } }: InsightsCascade) => insightsShown(kb, scope),
};

export function render({ kb, assets, insights: { scope, scopes } }: InsightsCascade) {
  const path = insightsPath(scope);
  const root = rootOf(path);
  const { rows, whole } = insightsOf(kb);
  const insights = scope === undefined ? whole : workOutInsights(rows, { severities: [], scope });
  return (
    <Page
      site={{ config: kb.config, assets, standing: kb.standing }}
      root={root}
      path={path}
      title={scope === undefined ? 'Insights' : `Insights: ${scope.name}`}
      description={`What ${countOf(insights.selection.incidents.length, 'incident')} teach: how long things took, what came back, what was promised.`}
      current="insights"
      styles={[assets.insightsCss]}
      modules={[assets.insights]}
      built={{ asOf: kb.asOf, incidents: kb.incidents.length, actions: kb.actions.length }}
    >
      <InsightsPage root={root} rows={rows} insights={insights} scope={scope} scopes={scopes} />
    </Page>
  );
}
