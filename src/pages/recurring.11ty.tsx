// /actions/recurring/ and its later pages: what was promised in more than one incident.

import { RecurringList } from '../../_includes/actions/recurring.tsx';
import { Page } from '../../_includes/layout/page.tsx';
import { viewOf } from '../../_includes/ui/view.ts';
import { finderOf } from '../core/archive/linked.ts';
import type { RecurringPromise } from '../core/model/archive.ts';
import { kindsOf } from '../core/promises/kinds.ts';
import { countOf } from '../core/text/count.ts';
import { recurringPagePath, rootOf } from '../core/text/urls.ts';
import type { Cascade } from '../site/cascade.ts';
import { type ListPage, recurringPages } from '../site/page-lists.ts';

type RecurringCascade = Cascade & { readonly list: ListPage<RecurringPromise> };

export const data = {
  pagination: {
    data: 'kb.incidents',
    size: 1,
    alias: 'list',
    before: (_: unknown, { kb }: Cascade) => recurringPages(kb),
    generatePageOnEmptyData: true,
    addAllPagesToCollections: false,
  },
  permalink: ({ list }: RecurringCascade) => `/${recurringPagePath(list.page)}index.html`,
};

export function render({ kb, assets, list }: RecurringCascade) {
  const path = recurringPagePath(list.page);
  const root = rootOf(path);
  return (
    <Page
      site={{ config: kb.config, assets, standing: kb.standing }}
      root={root}
      path={path}
      title={list.page > 1 ? `Recurring promises, page ${list.page}` : 'Recurring promises'}
      description={`${countOf(list.total, 'action')} promised in more than one incident.`}
      current="actions"
      built={{ asOf: kb.asOf, incidents: kb.incidents.length, actions: kb.actions.length }}
    >
      <RecurringList
        promises={list.items}
        total={list.total}
        page={list.page}
        pages={list.pages}
        ledger={kb.ledger}
        kinds={list.page > 1 ? [] : kindsOf(kb.incidents, finderOf(kb))}
        view={viewOf(kb, root)}
      />
    </Page>
  );
}
