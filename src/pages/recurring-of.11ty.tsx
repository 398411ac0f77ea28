// /actions/recurring/SLUG/: one promise, every time it was made.
import { RecurringPage } from '../../_includes/actions/recurring.tsx';
import { Page } from '../../_includes/layout/page.tsx';
import { viewOf } from '../../_includes/ui/view.ts';
import type { RecurringPromise } from '../core/model/archive.ts';
import { sayFates } from '../core/promises/words.ts';
import { recurringPath, rootOf } from '../core/text/urls.ts';
import { type Cascade, opaque } from '../site/cascade.ts';

type PromiseCascade = Cascade & { readonly one: { readonly promise: RecurringPromise } };

export const data = {
  pagination: {
    data: 'kb.incidents',
    size: 1,
    alias: 'one',
    before: (_: unknown, { kb }: Cascade) => kb.recurring.map((promise) => opaque({ promise })),
    addAllPagesToCollections: false,
  },
  // Names stand in it as the disk has them, not as a URL spells them.
  permalink: ({ one }: PromiseCascade) => `/actions/recurring/${one.promise.slug}/index.html`,
};

export function render({ kb, assets, one: { promise } }: PromiseCascade) {
  const path = recurringPath(promise.slug);
  const root = rootOf(path);
  return (
    <Page
      site={{ config: kb.config, assets, standing: kb.standing }}
      root={root}
      path={path}
      title={promise.title}
      description={sayFates(promise.actions)}
      current="actions"
    >
      <RecurringPage promise={promise} view={viewOf(kb, root)} />
    </Page>
  );
}
