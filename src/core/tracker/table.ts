// The rows as they are worked with: every facet a column of its own, whether the item says it or its incident.
import type { Day } from '../model/timestamp.ts';
import type { FacetColumn } from '../rows/match-facets.ts';
import { dayNumber } from '../time/calendar.ts';
import { type ActionFacet, type ActionRows, type CodedColumn, type PerActionFacet, perActionFacet, type SparseTexts } from './rows.ts';
import { allTexts, textAt } from './word-texts.ts';

export interface ActionTable {
  readonly rows: ActionRows;
  readonly size: number;
  /** For each row, which incident it is an item of, as a position in `rows.incidents`. */
  readonly incident: readonly number[];
  readonly facets: PerActionFacet<FacetColumn>;
  /** Still promised: neither done nor dropped. */
  readonly isOpen: (row: number) => boolean;
  /** The same for each row, 1 or 0, for loops over all of them. */
  readonly open: Uint8Array;
  /** The due day of each row, `NEVER` where there is none. */
  readonly due: Int32Array;
  readonly isByPolicy: (row: number) => boolean;
  readonly reason: (row: number) => string | undefined;
  readonly past: (row: number) => string | undefined;
  /** How often the promise of a row was made, itself counted. */
  readonly times: (row: number) => number;
}

/** After every day. */
export const NEVER = 0x7fffffff;

const tables = new WeakMap<ActionRows, ActionTable>();

/** Made once per set of rows. */
export function tableOf(rows: ActionRows): ActionTable {
  const table = tables.get(rows) ?? makeTable(rows);
  tables.set(rows, table);
  return table;
}

function makeTable(rows: ActionRows): ActionTable {
  const { incidents, status, promise } = rows;
  const incident = incidents.items.flatMap((count, position) => new Array<number>(count).fill(position));
  const closed = status.ids.map((id) => id === 'done' || id === 'wont_do');
  const open = Uint8Array.from(status.rows, (position) => Number(!closed[position]));
  const byPolicy = new Set(rows.byPolicy);
  const times = promise.ids.map(() => 0);
  for (const position of promise.rows) if (position >= 0) times[position] = (times[position] ?? 0) + 1;
  return {
    rows,
    size: status.rows.length,
    incident,
    facets: perActionFacet((facet) => facetColumn(rows, facet, incident)),
    isOpen: (row) => open[row] === 1,
    open,
    due: Int32Array.from(rows.due, (day) => day ?? NEVER),
    isByPolicy: (row) => byPolicy.has(row),
    reason: textsOf(rows.reasons),
    past: textsOf(rows.past),
    times: (row) => times[promise.rows[row] ?? -1] ?? 1,
  };
}

function textsOf({ rows, texts }: SparseTexts): (row: number) => string | undefined {
  const indexes = new Map(rows.map((row, index) => [row, index]));
  return (row) => {
    const index = indexes.get(row);
    return index === undefined ? undefined : textAt(texts, index);
  };
}

function facetColumn(rows: ActionRows, facet: ActionFacet, incident: readonly number[]): FacetColumn {
  const { incidents } = rows;
  switch (facet) {
    case 'incident':
      return singles({ ids: incidents.ids, names: allTexts(incidents.titles), rows: incident });
    case 'severity':
      return ofIncidents(singles(incidents.severity), incident);
    case 'service':
    case 'tag':
      return ofIncidents(incidents[facet], incident);
    default:
      return singles(rows[facet]);
  }
}

const NONE: readonly number[] = [];

/** One list per value, shared by all rows that have it. */
function singles({ ids, names, rows }: CodedColumn): FacetColumn {
  const lists = ids.map((_, position) => [position]);
  return { ids, names, rows: rows.map((position) => lists[position] ?? NONE) };
}

function ofIncidents({ ids, names, rows }: FacetColumn, incident: readonly number[]): FacetColumn {
  return { ids, names, rows: incident.map((position) => rows[position] ?? NONE) };
}

/** Days since a row was promised: until it was completed, else until today. */
export function ageOn({ rows: { promised, completed } }: ActionTable, today: Day): (row: number) => number | null {
  const now = dayNumber(today);
  return (row) => {
    const since = promised[row] ?? null;
    return since === null ? null : (completed[row] ?? now) - since;
  };
}
