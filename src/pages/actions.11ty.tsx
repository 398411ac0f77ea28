// /actions/ and its later pages: the tracker.
import { actionAlternates } from '../../_includes/actions/alternates.ts';
import { ProgressSection } from '../../_includes/actions/progress-section.tsx';
import { summarize } from '../../_includes/actions/summary.ts';
import { TrackerPage } from '../../_includes/actions/tracker-page.tsx';
import { Page } from '../../_includes/layout/page.tsx';
import { viewOf, viewOfPromises } from '../../_includes/ui/view.ts';
import type { Archive, TrackedAction } from '../core/model/archive.ts';
import { countOf } from '../core/text/count.ts';
import { actionsPath, rootOf } from '../core/text/urls.ts';
import { fixedOffset } from '../core/time/zone.ts';
import { flowOf } from '../core/tracker/flow.ts';
import { progressOf } from '../core/tracker/progress.ts';
import type { Cascade } from '../site/cascade.ts';
import { actionPages, type ListPage, trackerOf } from '../site/page-lists.ts';
import { actionsShown } from '../site/shown.ts';

type ActionsCascade = Cascade & { readonly list: ListPage<TrackedAction> };

export const data = {
  pagination: {
    data: 'kb.actions',
    size: 1,
    alias: 'list',
    before: (_: unknown, { kb }: Cascade) => actionPages(kb),
    addAllPagesToCollections: false,
  },
  permalink: ({ list }: ActionsCascade) => `/${actionsPath(list.page)}index.html`,
  shows: ({ kb, list }: ActionsCascade) => [figuresOf(kb), list.page > 1 || progressShown(kb), ...actionsShown(kb, list.items)],
};

/** Beside the list: what it comes to, and what it can be narrowed by. */
function figuresOf(kb: Archive): string {
  const { groups, views } = trackerOf(kb);
  const promises = kb.recurring.map(({ slug, actions }) => [slug, actions.length]);
  return JSON.stringify([summarize(kb.actions, kb.asOf), kb.incidents.length, groups, views, promises]);
}

/** Below the first page: how far all of it has come. */
function progressShown({ actions, asOf }: Archive): string {
  return JSON.stringify([progressOf(actions), flowOf(actions, asOf)]);
}

export function render({ kb, assets, list }: ActionsCascade) {
  const path = actionsPath(list.page);
  const root = rootOf(path);
  const summary = summarize(kb.actions, kb.asOf);
  const { table, groups, views } = trackerOf(kb);
  return (
    <Page
      site={{ config: kb.config, assets, standing: kb.standing }}
      root={root}
      path={path}
      title={list.page > 1 ? `Action items, page ${list.page}` : 'Action items'}
      description={`${countOf(summary.open, 'open action item')}, ${summary.overdue} of them overdue as of ${kb.asOf}.`}
      current="actions"
      alternates={actionAlternates(root, actionsPath(), { title: 'Action items', json: 'api/actions.json' })}
      built={{ asOf: kb.asOf, incidents: kb.incidents.length, actions: kb.actions.length }}
    >
      <TrackerPage
        actions={list.items}
        all={kb.actions}
        ledger={kb.ledger}
        summary={summary}
        page={list.page}
        pages={list.pages}
        groups={groups}
        views={views}
        severities={table.rows.incidents.severity.ids}
        zone={fixedOffset(kb.config.timezone) ?? kb.config.timezone}
        view={viewOfPromises(kb, root)}
      />
      {list.page === 1 && list.total > 0 && <ProgressSection actions={kb.actions} view={viewOf(kb, root)} />}
    </Page>
  );
}
