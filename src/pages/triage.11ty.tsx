// `/triage/`: what somebody has on the screen, compared with past incidents in the browser.
import { Page } from '../../_includes/layout/page.tsx';
import { TriagePage } from '../../_includes/triage/triage-page.tsx';
import { viewOf } from '../../_includes/ui/view.ts';
import { rootOf, triagePath } from '../core/text/urls.ts';
import type { Cascade } from '../site/cascade.ts';
import { rowsOf } from '../site/page-lists.ts';

export const data = { permalink: `${triagePath()}index.html` };

export function render({ kb, assets }: Cascade) {
  const path = triagePath();
  const root = rootOf(path);
  return (
    <Page
      site={{ config: kb.config, assets, standing: kb.standing }}
      root={root}
      path={path}
      title="Triage"
      description="Paste an alert, a log or a stack trace: past incidents like it, and what fixed them. Nothing leaves the browser."
      modules={[assets.triage]}
      current="triage"
      built={{ asOf: kb.asOf, incidents: kb.incidents.length, actions: kb.actions.length }}
    >
      <TriagePage
        view={viewOf(kb, root)}
        worker={assets.matcher}
        severities={rowsOf(kb).rows.facets.severity.ids}
        total={kb.incidents.length}
      />
    </Page>
  );
}
