// Which pages the families of lists have: the archive cut into pages, a page for every index, every term, everybody who promised something.
import { countActions } from '../core/archive/actions.ts';
import { insightsOf } from '../core/insights/of-archive.ts';
import type { Scope } from '../core/insights/select.ts';
import {
  type Archive,
  ASSIGNEE_KINDS,
  type Assignee,
  INDEX_KINDS,
  type IndexEntry,
  type IndexKind,
  type RecurringPromise,
  type TrackedAction,
} from '../core/model/archive.ts';
import type { Incident } from '../core/model/incident.ts';
import { type ArchiveRows, ROWS_PER_PAGE } from '../core/rows/archive-rows.ts';
import { buildRows } from '../core/rows/build-rows.ts';
import { type FacetGroup, facetGroups } from '../core/rows/facet-groups.ts';
import { buildActionRows } from '../core/tracker/build-rows.ts';
import { actionFacetGroups } from '../core/tracker/facet-groups.ts';
import { ACTIONS_PER_PAGE } from '../core/tracker/rows.ts';
import { type ActionTable, tableOf } from '../core/tracker/table.ts';
import { type View, viewsOn } from '../core/tracker/views.ts';
import { opaque } from './cascade.ts';

/** An item stands under its owner, its team and every service of its incident: these pages hold the first of them, the open ones; the tracker has all. */
const MOST_OF_ASSIGNEE = 2 * ACTIONS_PER_PAGE;
const RECURRING_PER_PAGE = 50;

/** A stretch of a long list. */
export interface ListPage<T> {
  readonly items: readonly T[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** Position of the first item in the whole list, from 1. */
  readonly first: number;
  readonly total: number;
}

export interface IndexPage {
  readonly kind: IndexKind;
  readonly entries: readonly IndexEntry[];
}

export interface TermPage {
  readonly entry: IndexEntry;
}

/** The insights of everything, or of one service or team. */
export interface InsightsPage {
  readonly scope?: NamedScope;
  readonly scopes: readonly NamedScope[];
}

interface NamedScope extends Scope {
  readonly name: string;
}

export interface AssigneePage {
  readonly assignee: Assignee;
  readonly list: ListPage<TrackedAction>;
}

/** Cuts a list into pages: one even where there is nothing to show. */
export function pagesOf<T>(items: readonly T[], size: number): readonly ListPage<T>[] {
  const pages = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: pages }, (_, index) =>
    opaque({ items: items.slice(index * size, (index + 1) * size), page: index + 1, pages, first: index * size + 1, total: items.length }),
  );
}

export function archivePages({ incidents }: Archive): readonly ListPage<Incident>[] {
  return pagesOf(incidents, ROWS_PER_PAGE);
}

export function indexPages({ indexes }: Archive): readonly IndexPage[] {
  return INDEX_KINDS.map((kind) => opaque({ kind, entries: indexes[kind] }));
}

/** Terms of the vocabularies that no incident has yet are among them: a link to a service must not break before its first incident. */
export function termPages({ indexes }: Archive): readonly TermPage[] {
  return INDEX_KINDS.flatMap((kind) => indexes[kind]).map((entry) => opaque({ entry }));
}

export function insightsPages(archive: Archive): readonly InsightsPage[] {
  const scopes = insightsOf(archive).scopes.map((scope) => ({
    ...scope,
    name: archive.indexes[scope.kind].find(({ slug }) => slug === scope.slug)?.name ?? scope.slug,
  }));
  return [opaque({ scopes }), ...scopes.map((scope) => opaque({ scope, scopes }))];
}

export function actionPages({ actions }: Archive): readonly ListPage<TrackedAction>[] {
  return pagesOf(actions, ACTIONS_PER_PAGE);
}

/** A slug is the name of an item and has a dash in it: none is `page`. */
export function recurringPages({ recurring }: Archive): readonly ListPage<RecurringPromise>[] {
  return pagesOf(recurring, RECURRING_PER_PAGE);
}

export function assigneePages(archive: Archive): readonly AssigneePage[] {
  return allAssignees(archive).flatMap((assignee) =>
    pagesOf(assignee.actions.slice(0, MOST_OF_ASSIGNEE), ACTIONS_PER_PAGE).map((list) => opaque({ assignee, list })),
  );
}

export function allAssignees(archive: Archive): readonly Assignee[] {
  return ASSIGNEE_KINDS.flatMap((kind) => assigneesOf(archive, kind));
}

/** Among the owners is what nobody owns, where there is such. */
export function assigneesOf(archive: Archive, kind: Assignee['kind']): readonly Assignee[] {
  if (kind === 'team') return archive.teams;
  if (kind === 'service') return archive.services;
  const nobody = nobodyOf(archive);
  return nobody === undefined ? archive.owners : [...archive.owners, nobody];
}

/** What is promised without a name beside it; undefined where everything has an owner. */
export function nobodyOf(archive: Archive): Assignee | undefined {
  return prepare(archive).nobody;
}

/** The rows of the archive's table, and its rail. */
export function rowsOf(archive: Archive): { readonly rows: ArchiveRows; readonly groups: readonly FacetGroup[] } {
  return prepare(archive);
}

/** The tracker as columns, and its rail. */
export interface TrackerList {
  readonly table: ActionTable;
  readonly groups: readonly FacetGroup[];
  readonly views: Readonly<Record<View, number>>;
}

export function trackerOf(archive: Archive): TrackerList {
  return prepare(archive).tracker;
}

interface Prepared {
  readonly tracker: TrackerList;
  readonly rows: ArchiveRows;
  readonly groups: readonly FacetGroup[];
  readonly nobody: Assignee | undefined;
}

/** Made once for the hundred pages that show parts of them. Keyed by a part of the archive that no copy of it would rebuild. */
const prepared = new WeakMap<Archive['byId'], Prepared>();

function prepare(archive: Archive): Prepared {
  const known = prepared.get(archive.byId);
  if (known) return known;
  const rows = buildRows(archive);
  const made = { rows, groups: facetGroups(archive, rows), nobody: groupUnowned(archive), tracker: prepareTracker(archive) };
  prepared.set(archive.byId, made);
  return made;
}

function prepareTracker(archive: Archive): TrackerList {
  const table = tableOf(buildActionRows(archive));
  return { table, groups: actionFacetGroups(archive, table), views: viewsOn(table, archive.asOf).counts };
}

function groupUnowned({ actions, owners }: Archive): Assignee | undefined {
  const unowned = actions.filter(({ item }) => item.owner === undefined);
  if (unowned.length === 0) return undefined;
  const taken = new Set(owners.map(({ slug }) => slug));
  let slug = 'no-owner';
  while (taken.has(slug)) slug += '-';
  return { kind: 'owner', id: '', slug, name: 'No owner', actions: unowned, ...countActions(unowned) };
}
