// `/404.html`: what a server shows for an address that leads nowhere, at whatever depth that address is.
import { NotFound } from '../../_includes/home/not-found.tsx';
import { Page } from '../../_includes/layout/page.tsx';
import type { Cascade } from '../site/cascade.ts';

export const data = { permalink: '404.html' };

export function render({ kb, assets }: Cascade) {
  const root = kb.config.url === undefined ? '' : withSlash(new URL(kb.config.url).pathname);
  return (
    <Page site={{ config: kb.config, assets, standing: kb.standing }} root={root} title="Nothing at this address" hasSearch>
      <NotFound root={root} />
    </Page>
  );
}

/** A relative path would be read from the missing page's own depth, so this page alone uses the configured address. */
function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}
