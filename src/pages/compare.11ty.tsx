// `/compare/`: incidents beside one another, aligned at their detection; the address says which.
import { ComparePage } from '../../_includes/compare/compare-page.tsx';
import { Page } from '../../_includes/layout/page.tsx';
import { viewOf } from '../../_includes/ui/view.ts';
import { comparePath, rootOf } from '../core/text/urls.ts';
import type { Cascade } from '../site/cascade.ts';

export const data = { permalink: `${comparePath()}index.html` };

const RECENT = 6;

export function render({ kb, assets }: Cascade) {
  const path = comparePath();
  const root = rootOf(path);
  return (
    <Page
      site={{ config: kb.config, assets, standing: kb.standing }}
      root={root}
      path={path}
      title="Compare"
      description="Two to five incidents on one axis, aligned at detection: how long each went unnoticed, and how long each phase took."
      modules={[assets.compare]}
      styles={[assets.compareCss]}
      built={{ asOf: kb.asOf, incidents: kb.incidents.length, actions: kb.actions.length }}
    >
      <ComparePage view={viewOf(kb, root)} recent={kb.incidents.filter(({ duplicateOf }) => duplicateOf === undefined).slice(0, RECENT)} />
    </Page>
  );
}
