// `/`: the first page.
import { HomePage } from '../../_includes/home/home-page.tsx';
import { Page } from '../../_includes/layout/page.tsx';
import { viewOf } from '../../_includes/ui/view.ts';
import type { Cascade } from '../site/cascade.ts';

export const data = { permalink: 'index.html' };

export function render({ kb, assets }: Cascade) {
  const { config, incidents, actions, asOf } = kb;
  return (
    <Page
      site={{ config, assets, standing: kb.standing }}
      root=""
      path=""
      description={`Incident postmortems: what happened, why, what fixed it, and what was promised.`}
      current="home"
      hasSearch
      built={{ asOf, incidents: incidents.length, actions: actions.length }}
    >
      <HomePage archive={kb} view={viewOf(kb, '')} />
    </Page>
  );
}
