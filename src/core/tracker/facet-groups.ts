// The rail of the tracker before anybody has filtered: the first values of each facet, counted over all action items.
import type { Archive } from '../model/archive.ts';
import type { FacetGroup, FacetOption } from '../rows/facet-groups.ts';
import { OPTIONS_SHOWN } from '../rows/facets.ts';
import { assigneePath, termPath } from '../text/urls.ts';
import { findActions } from './find.ts';
import { ACTION_FACET_WORDS, type ActionFacet } from './rows.ts';
import { ALL_ACTIONS } from './state.ts';
import type { ActionTable } from './table.ts';

/** In the order of the rail. Incidents are not among them: nobody picks one of ten thousand from a list. */
const IN_RAIL = ['status', 'owner', 'team', 'service', 'priority', 'severity', 'type', 'tag'] as const satisfies readonly ActionFacet[];
type RailFacet = (typeof IN_RAIL)[number];

/** Facets that no action item has are left out. */
export function actionFacetGroups(archive: Archive, table: ActionTable): readonly FacetGroup[] {
  const { counts } = findActions(table, ALL_ACTIONS, archive.asOf);
  return IN_RAIL.map((facet) => groupOf(table, facet, { counts: counts[facet], path: pathsOf(archive, facet) })).filter(
    (group) => group.options.length > 0,
  );
}

interface Counted {
  readonly counts: readonly number[];
  /** The page of a value, where it has one. */
  readonly path: ReadonlyMap<string, string>;
}

function groupOf({ facets }: ActionTable, facet: RailFacet, { counts, path }: Counted): FacetGroup {
  const { ids, names, rows } = facets[facet];
  const options = ids.slice(0, OPTIONS_SHOWN).map((value, position): FacetOption => {
    const to = path.get(value);
    return { value, name: names[position] ?? value, count: counts[position] ?? 0, ...(to !== undefined && { path: to }) };
  });
  const hasNone = rows.some((values) => values.length === 0);
  const index = INDEXES[facet];
  return {
    facet,
    title: ACTION_FACET_WORDS[facet].title,
    options,
    more: Math.max(0, ids.length + Number(hasNone) - OPTIONS_SHOWN),
    ...(index !== undefined && { path: index }),
  };
}

/** Where all values of a facet are listed. */
const INDEXES: Readonly<Partial<Record<RailFacet, string>>> = {
  owner: 'actions/owners/',
  team: 'actions/teams/',
  service: 'actions/services/',
  severity: 'severities/',
  tag: 'tags/',
};

/** By id. Pages of owners, teams and services are those of their action items. */
function pathsOf({ owners, teams, services, indexes }: Archive, facet: RailFacet): ReadonlyMap<string, string> {
  switch (facet) {
    case 'owner':
    case 'team':
    case 'service': {
      const assignees = { owner: owners, team: teams, service: services }[facet];
      return new Map(assignees.map(({ id, slug }) => [id, assigneePath(facet, slug)]));
    }
    case 'severity':
    case 'tag':
      return new Map(indexes[facet === 'tag' ? 'tags' : 'severities'].map(({ id, kind, slug }) => [id, termPath(kind, slug)]));
    default:
      return new Map();
  }
}
