// What a row of the archive's table says, in words: the pages and the browser both ask here, so that a filtered list reads like a page.
import { DOCUMENT_STATUSES, type DocumentStatus } from '../model/incident.ts';
import { sayDuration } from '../time/duration.ts';
import { formatDay } from '../time/format.ts';
import { type ArchiveRows, ESTIMATED_DETECTED, ESTIMATED_LASTED } from './archive-rows.ts';

export interface RowView {
  readonly id: string;
  readonly title: string;
  readonly severity?: string;
  /** Names, as one text. */
  readonly services: string;
  readonly status: DocumentStatus;
  readonly started?: { readonly day: string; readonly text: string };
  readonly lasted?: string;
  readonly detected?: string;
  /** `2 of 3`, or `none`. */
  readonly actions: string;
  readonly openCount: number;
  readonly overdueCount: number;
}

/** The row at this position; undefined beyond the end. */
export function rowView(rows: ArchiveRows, row: number): RowView | undefined {
  const id = rows.ids[row];
  if (id === undefined) return undefined;
  const day = rows.started[row];
  const estimated = rows.estimated[row] ?? 0;
  const openCount = rows.openActions[row] ?? 0;
  return {
    id,
    title: rows.titles[row] ?? id,
    ...optional('severity', severityOf(rows, row)),
    services: sayNames((rows.facets.service.rows[row] ?? []).map((value) => rows.facets.service.names[value] ?? '')),
    status: statusOf(rows, row),
    ...optional('started', day ? { day, text: formatDay(day) } : undefined),
    ...optional('lasted', length(rows.lasted[row], estimated & ESTIMATED_LASTED)),
    ...optional('detected', length(rows.detected[row], estimated & ESTIMATED_DETECTED)),
    actions: openCount === 0 ? 'none' : `${openCount} of ${rows.allActions[row] ?? openCount}`,
    openCount,
    overdueCount: rows.overdueActions[row] ?? 0,
  };
}

/** Where a length is not known; a blank cell would read as zero. */
export const UNKNOWN_LENGTH = 'not recorded';
export const UNDATED = 'undated';

/** Of an incident's services, those that lists name: an outage of everything must not fill a page of rows. */
export const NAMES_SHOWN = 6;

/** `checkout, payments`, and of many the first few and how many more there are. */
function sayNames(names: readonly string[]): string {
  // One name takes no more room than the words that would stand for it.
  if (names.length <= NAMES_SHOWN + 1) return names.join(', ');
  return `${names.slice(0, NAMES_SHOWN).join(', ')} and ${names.length - NAMES_SHOWN} more`;
}

function severityOf(rows: ArchiveRows, row: number): string | undefined {
  return rows.facets.severity.ids[rows.facets.severity.rows[row]?.[0] ?? -1];
}

function statusOf(rows: ArchiveRows, row: number): DocumentStatus {
  const id = rows.facets.status.ids[rows.facets.status.rows[row]?.[0] ?? -1];
  return DOCUMENT_STATUSES.find((status) => status === id) ?? 'published';
}

function length(ms: number | null | undefined, estimated: number): string | undefined {
  if (ms === null || ms === undefined) return undefined;
  return estimated ? `about ${sayDuration(ms)}` : sayDuration(ms);
}

function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V });
}
