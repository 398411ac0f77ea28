// Puts the matching rows in the order the reader asked for.
import type { ArchiveRows } from '../../core/rows/archive-rows.ts';
import type { Sort } from '../../core/rows/list-query.ts';
import { fold } from '../../core/rows/words.ts';
import type { Column } from './state.ts';

/** Rows in order. What is not known stands last whichever way the column runs; equals keep the newest first. */
export function sortRows(rows: ArchiveRows, found: readonly number[], sort: Sort<Column>): readonly number[] {
  const keys = keysOf(rows, sort.column);
  const known = found.filter((row) => keys[row] !== null && keys[row] !== undefined);
  const unknown = found.length === known.length ? [] : found.filter((row) => keys[row] === null || keys[row] === undefined);
  const direction = sort.descending ? -1 : 1;
  known.sort((a, b) => direction * compare(keys[a], keys[b]) || a - b);
  return [...known, ...unknown];
}

type Key = string | number | null | undefined;

function keysOf(rows: ArchiveRows, column: Column): readonly Key[] {
  switch (column) {
    case 'severity':
      // Offered by rank.
      return rows.facets.severity.rows.map((values) => values[0] ?? null);
    case 'title':
      return rows.titles.map(fold);
    case 'started':
      // The archive is in this order already, to the millisecond.
      return rows.started.map((day, row) => (day === null ? null : -row));
    case 'lasted':
      return rows.lasted;
    case 'detected':
      return rows.detected;
    case 'actions':
      return rows.openActions;
  }
}

function compare(a: Key, b: Key): number {
  return a === b ? 0 : (a ?? 0) < (b ?? 0) ? -1 : 1;
}
