// /tags/, /services/, /teams/, /causes/, /severities/ and /years/.
import { IndexPage } from '../../_includes/index/index-page.tsx';
import { INDEX_WORDS } from '../../_includes/index/index-words.ts';
import { Page } from '../../_includes/layout/page.tsx';
import { viewOf } from '../../_includes/ui/view.ts';
import { sayCount } from '../core/text/count.ts';
import { indexPath, rootOf } from '../core/text/urls.ts';
import type { Cascade } from '../site/cascade.ts';
import { indexPages, type IndexPage as OneIndex } from '../site/page-lists.ts';

type IndexCascade = Cascade & { readonly index: OneIndex };

export const data = {
  pagination: {
    data: 'kb.incidents',
    size: 1,
    alias: 'index',
    before: (_: unknown, { kb }: Cascade) => indexPages(kb),
    addAllPagesToCollections: false,
  },
  permalink: ({ index }: IndexCascade) => `/${indexPath(index.kind)}index.html`,
};

export function render({ kb, assets, index }: IndexCascade) {
  const path = indexPath(index.kind);
  const root = rootOf(path);
  const { title } = INDEX_WORDS[index.kind];
  return (
    <Page
      site={{ config: kb.config, assets, standing: kb.standing }}
      root={root}
      path={path}
      title={title}
      description={`${title} of the archive (${sayCount(index.entries.length)}), with their incidents and open action items.`}
      current={index.kind}
      built={{ asOf: kb.asOf, incidents: kb.incidents.length, actions: kb.actions.length }}
    >
      <IndexPage kind={index.kind} entries={index.entries} indexes={kb.indexes} view={viewOf(kb, root)} />
    </Page>
  );
}
