// What a question names, as the archive spells it. A name that nothing in the archive has is a slip: an empty list would be taken for good news.
import type { Archive, IndexKind } from '../../core/model/archive.ts';
import type { VocabularyName } from '../../core/model/site-config.ts';
import { closest } from '../../core/text/closest.ts';
import { knownState } from '../../core/tracker/find.ts';
import { type ActionFacet, perActionFacet } from '../../core/tracker/rows.ts';
import type { TrackerState } from '../../core/tracker/state.ts';
import type { ActionTable } from '../../core/tracker/table.ts';
import { AppError } from '../../io/app-error.ts';
import { visible } from '../report/visible.ts';

/** Throws for what neither an action item, an incident nor the configuration names. */
export function meantState(archive: Archive, table: ActionTable, asked: TrackerState): TrackerState {
  const state = knownState(table, asked);
  const meant = (facet: ActionFacet, value: string): string =>
    // A priority is any word: that none is a P1 is good news.
    value === '' || facet === 'priority' || table.facets[facet].ids.includes(value)
      ? value
      : named(value, facet, namesIn(archive, table, facet));
  return { ...state, filters: perActionFacet((facet) => [...new Set(state.filters[facet].map((value) => meant(facet, value)))]) };
}

/** More are a list that nobody reads. */
const MOST_NAMED = 12;

/** `names`: id by every way to write it. */
function named(value: string, facet: ActionFacet, names: ReadonlyMap<string, string>): string {
  const found = names.get(value.toLowerCase());
  if (found !== undefined) return found;
  const near = closest(value, names.keys());
  const ids = [...new Set(names.values())].sort();
  const known = `${ids.slice(0, MOST_NAMED).join(', ')}${ids.length > MOST_NAMED ? ` and ${ids.length - MOST_NAMED} more` : ''}`;
  const hint =
    near !== undefined ? `Did you mean ${names.get(near)}?` : ids.length > 0 ? `It knows ${known}.` : `It names no ${facet} at all.`;
  throw new AppError('usage', `The archive knows no ${facet} "${visible(value)}".`, { hint: visible(hint) });
}

interface Named {
  readonly id: string;
  readonly name?: string;
  readonly aliases?: readonly string[];
}

/** Of the action items, then of the incidents, which need not have promised anything, then of the configuration. */
function namesIn(archive: Archive, { facets }: ActionTable, facet: ActionFacet): ReadonlyMap<string, string> {
  const { ids, names: called } = facets[facet];
  const all: readonly Named[] = [...ids.map((id, position) => ({ id, name: called[position] ?? id })), ...othersIn(archive, facet)];
  const names = new Map<string, string>();
  for (const { id, name = id, aliases = [] } of all) {
    for (const written of [id, name, ...aliases]) if (!names.has(written.toLowerCase())) names.set(written.toLowerCase(), id);
  }
  return names;
}

function othersIn(archive: Archive, facet: ActionFacet): readonly Named[] {
  const { config, incidents, aliases } = archive;
  const people = Object.values(config.people);
  switch (facet) {
    case 'owner':
      return people;
    case 'team':
      return [...termsOf(archive, 'teams'), ...people.flatMap(({ team }) => (team === undefined ? [] : [{ id: team }]))];
    case 'service':
      return termsOf(archive, 'services');
    case 'tag':
      return termsOf(archive, 'tags');
    case 'severity':
      return config.severities.map(({ label, name }) => ({ id: label, ...(name !== undefined && { name }) }));
    case 'incident':
      return [...incidents.map(({ id }) => ({ id })), ...[...aliases].map(([name, id]) => ({ id, name }))];
    default:
      return [];
  }
}

function termsOf({ indexes, config }: Archive, kind: IndexKind & VocabularyName): readonly Named[] {
  return [...indexes[kind], ...config.vocabularies[kind].terms];
}
