// /actions/owners/NAME/, /actions/teams/NAME/ and /actions/services/NAME/: what one person or one team promised, and what for one service.
import { actionAlternates } from '../../_includes/actions/alternates.ts';
import { AssigneePage } from '../../_includes/actions/assignee-page.tsx';
import { Page } from '../../_includes/layout/page.tsx';
import { viewOf } from '../../_includes/ui/view.ts';
import { countOf } from '../core/text/count.ts';
import { assigneePath, rootOf } from '../core/text/urls.ts';
import type { Cascade } from '../site/cascade.ts';
import { assigneePages, type AssigneePage as OneAssignee } from '../site/page-lists.ts';
import { actionsShown } from '../site/shown.ts';

type OwnerCascade = Cascade & { readonly promised: OneAssignee };

export const data = {
  pagination: {
    data: 'kb.actions',
    size: 1,
    alias: 'promised',
    before: (_: unknown, { kb }: Cascade) => assigneePages(kb),
    addAllPagesToCollections: false,
  },
  // Names stand in it as the disk has them, not as a URL spells them.
  permalink: ({ promised: { assignee, list } }: OwnerCascade) =>
    `/actions/${assignee.kind}s/${assignee.slug}/${list.page > 1 ? `page/${list.page}/` : ''}index.html`,
  shows: ({ kb, promised: { assignee, list } }: OwnerCascade) => [
    ...[assignee.name, assignee.openCount, assignee.overdueCount, list.page, list.pages],
    ...assignee.actions.map(({ item }) => item),
    ...actionsShown(kb, list.items),
  ],
};

export function render({ kb, assets, promised: { assignee, list } }: OwnerCascade) {
  const first = assigneePath(assignee.kind, assignee.slug);
  const path = pagePath(first, list.page);
  const root = rootOf(path);
  const title = `Action items of ${assignee.name}`;
  return (
    <Page
      site={{ config: kb.config, assets, standing: kb.standing }}
      root={root}
      path={path}
      title={title}
      description={`${countOf(assignee.openCount, 'open action item')}, ${assignee.overdueCount} of them overdue as of ${kb.asOf}.`}
      current="actions"
      alternates={actionAlternates(root, first, { title, json: `${first}actions.json` })}
    >
      <AssigneePage
        assignee={assignee}
        ledger={kb.ledger}
        actions={list.items}
        page={list.page}
        pages={list.pages}
        shown={list.total}
        href={(page) => root + pagePath(first, page)}
        view={viewOf(kb, root)}
      />
    </Page>
  );
}

function pagePath(first: string, page: number): string {
  return page > 1 ? `${first}page/${page}/` : first;
}
