// `/incidents/OLD-ID/`: leads on to the incident that once had this id.
import { Redirect } from '../../_includes/layout/redirect.tsx';
import type { Incident } from '../core/model/incident.ts';
import { incidentPath, rootOf } from '../core/text/urls.ts';
import type { Cascade } from '../site/cascade.ts';

interface AliasCascade extends Cascade {
  readonly alias: { readonly from: string; readonly to: string };
}

export const data = {
  pagination: {
    data: 'kb.incidents',
    size: 1,
    alias: 'alias',
    addAllPagesToCollections: false,
    before: (_incidents: readonly Incident[], { kb }: Cascade) => [...kb.aliases].map(([from, to]) => ({ from, to })),
  },
  permalink: ({ alias }: AliasCascade) => `${decodeURIComponent(incidentPath(alias.from))}index.html`,
};

export function render({ kb, assets, alias }: AliasCascade) {
  const root = rootOf(incidentPath(alias.from));
  const title = kb.byId.get(alias.to)?.title ?? alias.to;
  return (
    <Redirect site={{ config: kb.config, assets, standing: kb.standing }} root={root} to={root + incidentPath(alias.to)} title={title} />
  );
}
