// Turns the archive into the columns of `/actions/rows.json`.
import { actionTeam, promisedOn } from '../archive/actions.ts';
import { actionKey } from '../ledger/ledger.ts';
import { ACTION_STATUSES, ACTION_TYPES, type ActionItem } from '../model/action-item.ts';
import type { Archive, Assignee, IndexEntry } from '../model/archive.ts';
import type { Incident } from '../model/incident.ts';
import type { Day } from '../model/timestamp.ts';
import { pastOf } from '../promises/past.ts';
import type { FacetColumn } from '../rows/match-facets.ts';
import { slugify } from '../text/slug.ts';
import { dayNumber } from '../time/calendar.ts';
import { type ActionRows, type CodedColumn, type IncidentColumns, type SluggedColumn, STATUS_WORDS, TYPE_WORDS } from './rows.ts';
import { codeTexts, type WordTexts } from './word-texts.ts';

/** An action item, and the incident that promised it. */
export interface PromisedItem {
  readonly item: ActionItem;
  readonly incident: Incident;
}

/** Every action item in the order of the rows: a row's number is a position in this list. */
export function itemsInOrder({ incidents }: Pick<Archive, 'incidents'>): readonly PromisedItem[] {
  return incidents.flatMap((incident) => incident.actionItems.map((item) => ({ item, incident })));
}

/** Every action item of the archive. Takes time in proportion to the items and to the values of their incidents. */
export function buildActionRows(archive: Archive): ActionRows {
  const { asOf, config, owners, teams } = archive;
  const promised = itemsInOrder(archive);
  const items = promised.map(({ item }) => item);
  const dayOf = (day: Day | undefined) => (day === undefined ? null : dayNumber(day));
  const positions = (isMeant: (item: ActionItem) => boolean) => items.flatMap((item, row) => (isMeant(item) ? [row] : []));
  const withReason = positions(({ reason }) => reason !== undefined);
  const told = pastOf(archive);
  const past = promised.map(({ item, incident }) => told.get(actionKey(incident.id, item.id)));
  const withPast = past.flatMap((text, row) => (text === undefined ? [] : [row]));
  const incidents = archive.incidents.filter(({ actionItems }) => actionItems.length > 0);
  const [titles = NO_TEXTS, reasons = NO_TEXTS, incidentTitles = NO_TEXTS, pastTexts = NO_TEXTS] = codeTexts([
    items.map(({ title }) => title.plain),
    withReason.map((row) => items[row]?.reason ?? ''),
    incidents.map(({ title }) => title),
    withPast.map((row) => past[row] ?? ''),
  ]);
  return {
    asOf,
    incidents: incidentColumns(archive, incidents, incidentTitles),
    ids: idColumn(items),
    titles,
    status: coded(
      items.map(({ status }) => status),
      { order: ACTION_STATUSES, name: (id) => STATUS_WORDS[id] },
    ),
    type: coded(
      items.map(({ type }) => type),
      { order: ACTION_TYPES, name: (id) => TYPE_WORDS[id] },
    ),
    priority: coded(
      items.map(({ priority }) => priority),
      { order: prioritiesOf(items), name: (id) => id },
    ),
    owner: assigneeColumn(
      owners,
      items.map(({ owner }) => owner),
    ),
    team: assigneeColumn(
      teams,
      items.map((item) => actionTeam(item, config.people)),
    ),
    promised: promised.map(({ item, incident }) => dayOf(promisedOn(item, incident))),
    due: items.map(({ due }) => dayOf(due)),
    byPolicy: positions(({ due, dueFrom }) => due !== undefined && dueFrom === 'policy'),
    completed: items.map(({ completed }) => dayOf(completed)),
    promise: promiseColumn(archive, items),
    reasons: { rows: withReason, texts: reasons },
    past: { rows: withPast, texts: pastTexts },
  };
}

const NO_TEXTS: WordTexts = { words: [], texts: [] };

function promiseColumn({ recurring }: Archive, items: readonly ActionItem[]): CodedColumn {
  const promises = new Map(recurring.flatMap(({ actions }, position) => actions.map(({ item }) => [item, position] as const)));
  return {
    ids: recurring.map(({ slug }) => slug),
    names: recurring.map(({ title }) => title),
    rows: items.map((item) => promises.get(item) ?? -1),
  };
}

function incidentColumns({ indexes }: Archive, incidents: readonly Incident[], titles: WordTexts): IncidentColumns {
  const positions = new Map(incidents.map((incident, position) => [incident.id, position]));
  const severity = columnOf(indexes.severities, positions);
  return {
    ids: incidents.map(({ id }) => id),
    titles,
    items: incidents.map(({ actionItems }) => actionItems.length),
    severity: { ...severity, rows: severity.rows.map((values) => values[0] ?? -1) },
    service: columnOf(indexes.services, positions),
    tag: columnOf(indexes.tags, positions),
  };
}

/** Filled from the index, which knows names and aliases, so that the tracker and the indexes cannot disagree. */
function columnOf(entries: readonly IndexEntry[], positions: ReadonlyMap<string, number>): FacetColumn {
  const rows: number[][] = Array.from({ length: positions.size }, () => []);
  const used = entries.filter(({ actionCount }) => actionCount > 0);
  used.forEach((entry, value) => {
    for (const incident of entry.incidents) rows[positions.get(incident.id) ?? -1]?.push(value);
  });
  return { ids: used.map(({ id }) => id), names: used.map(({ name }) => name), rows };
}

interface Dictionary<T extends string> {
  /** In the order in which they are offered; those that no row has are left out. */
  readonly order: readonly T[];
  readonly name: (id: T) => string;
}

/** Without a dictionary, values stand in the order in which they occur. */
function coded<T extends string>(values: readonly (T | undefined)[], dictionary?: Dictionary<T>): CodedColumn {
  const used = new Set(values.filter((value) => value !== undefined));
  const ids = dictionary ? dictionary.order.filter((id) => used.has(id)) : [...used];
  const positions = new Map(ids.map((id, position) => [id, position]));
  return {
    ids,
    names: dictionary ? ids.map(dictionary.name) : ids,
    rows: values.map((value) => (value === undefined ? -1 : (positions.get(value) ?? -1))),
  };
}

function idColumn(items: readonly ActionItem[]): SluggedColumn {
  const column = coded(items.map(({ id }) => id));
  return { ...column, slugs: column.ids.map(slugify) };
}

/** As the tracker sorts them, whatever an author calls them. */
function prioritiesOf(items: readonly ActionItem[]): readonly string[] {
  const used = new Set(items.flatMap(({ priority }) => priority ?? []));
  return [...used].sort((a, b) => a.localeCompare(b, 'en') || (a < b ? -1 : 1));
}

/** Spellings with one slug are one person, as their page has it. */
function assigneeColumn(assignees: readonly Assignee[], values: readonly (string | undefined)[]): SluggedColumn {
  const bySlug = new Map(assignees.map(({ slug }, position) => [slug, position]));
  const positions = new Map<string, number>();
  for (const value of values) {
    if (value !== undefined && !positions.has(value)) positions.set(value, bySlug.get(slugify(value)) ?? -1);
  }
  return {
    ids: assignees.map(({ id }) => id),
    names: assignees.map(({ name }) => name),
    slugs: assignees.map(({ slug }) => slug),
    rows: values.map((value) => (value === undefined ? -1 : (positions.get(value) ?? -1))),
  };
}
