// What a page of a list is made from, item by item: where none of it changed, the page of the last build stands.
import { insightsOf } from '../core/insights/of-archive.ts';
import type { Scope } from '../core/insights/select.ts';
import { actionKey } from '../core/ledger/ledger.ts';
import type { Archive, TrackedAction } from '../core/model/archive.ts';
import { pastOf } from '../core/promises/past.ts';
import type { Shown } from './kept-pages.ts';

/** Of rows of the tracker: an edit of another incident can make an item one of a recurring promise, or a broken one. */
export function actionsShown(archive: Archive, actions: readonly TrackedAction[]): Shown {
  const past = pastOf(archive);
  return actions.flatMap(({ item, incident, recurring }) => [item, incident, recurring, past.get(actionKey(incident.id, item.id))]);
}

/** Of the insights of one service or team. Those of the whole archive change with all of it. */
export function insightsShown(archive: Archive, scope: Scope | undefined): Shown {
  const { byId, incidents, actions, indexes } = archive;
  const { rows } = insightsOf(archive);
  if (scope === undefined) return [rows];
  const own = indexes[scope.kind].find(({ slug }) => slug === scope.slug)?.incidents ?? [];
  return [
    ...[incidents.length, actions.length, namesOf(archive)],
    ...own.flatMap((incident) => [incident, incident.recurrenceOf && byId.get(incident.recurrenceOf)?.title]),
  ];
}

const names = new WeakMap<object, string>();

/** Of whatever incidents have in common: the spelling of a name is that of the first incident that has it. */
function namesOf(archive: Archive): string {
  const { rows, scopes } = insightsOf(archive);
  const known = names.get(rows) ?? JSON.stringify([rows.severities, rows.terms, scopes]);
  names.set(rows, known);
  return known;
}
