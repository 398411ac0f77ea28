// /actions/owners/, /actions/teams/ and /actions/services/: everybody who promised something, and everything it was promised for.
import { AssigneeIndex } from '../../_includes/actions/assignee-index.tsx';
import { ASSIGNEE_WORDS } from '../../_includes/actions/assignee-words.ts';
import { Page } from '../../_includes/layout/page.tsx';
import { viewOf } from '../../_includes/ui/view.ts';
import type { Assignee } from '../core/model/archive.ts';
import { rootOf } from '../core/text/urls.ts';
import type { Cascade } from '../site/cascade.ts';
import { assigneesOf } from '../site/page-lists.ts';

type ByCascade = Cascade & { readonly kind: Assignee['kind'] };

export const data = {
  kinds: ['owner', 'team', 'service'],
  pagination: { data: 'kinds', size: 1, alias: 'kind', addAllPagesToCollections: false },
  permalink: ({ kind }: ByCascade) => `/${ASSIGNEE_WORDS[kind].path}index.html`,
};

export function render({ kb, assets, kind }: ByCascade) {
  const { title, path } = ASSIGNEE_WORDS[kind];
  const root = rootOf(path);
  return (
    <Page
      site={{ config: kb.config, assets, standing: kb.standing }}
      root={root}
      path={path}
      title={`${title} of action items`}
      description={`Action items by ${kind}, most open first, as of ${kb.asOf}.`}
      current="actions"
      built={{ asOf: kb.asOf, incidents: kb.incidents.length, actions: kb.actions.length }}
    >
      <AssigneeIndex kind={kind} list={assigneesOf(kb, kind)} view={viewOf(kb, root)} />
    </Page>
  );
}
