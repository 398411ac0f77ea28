// An incident found, as the page shows it: what it is, and where it says what was asked.
import type { IncidentFileJson } from '../../core/api/schema/incident.ts';
import { markedParts } from '../../core/search/marks.ts';
import { passages } from '../../core/search/passages.ts';
import type { SearchResult } from '../../core/search/search.ts';
import { formatDay } from '../../core/time/format.ts';
import type { Entry, Passage } from './messages.ts';

const PASSAGES_SHOWN = 2;
const LONGEST_SUMMARY = 240;
/** More are not counted: nobody reads that there are eighty. */
const PASSAGES_COUNTED = 20;

export function entryOf(incident: IncidentFileJson, result: SearchResult): Entry {
  const { id, title, severity, started, services, status } = incident;
  const found = passages(incident, result, PASSAGES_COUNTED);
  const shown = found.length > 0 ? found.slice(0, PASSAGES_SHOWN) : summaryOf(incident);
  const day = started?.slice(0, 10);
  return {
    id,
    title: markedParts(title, new Set(result.terms)),
    ...(severity !== undefined && { severity }),
    ...(day !== undefined && { started: { day, text: formatDay(day) } }),
    services,
    status,
    passages: shown,
    more: Math.max(0, found.length - PASSAGES_SHOWN),
    isRead: true,
  };
}

/** Where conditions alone were asked for, what happened says most. */
function summaryOf({ summary }: IncidentFileJson): Passage[] {
  if (summary === undefined) return [];
  const short = summary.length > LONGEST_SUMMARY ? `${summary.slice(0, LONGEST_SUMMARY).replace(/\s+\S*$/, '')}\u2026` : summary;
  return [{ section: 'Summary', parts: [{ text: short, isMarked: false }] }];
}

/** Of an incident whose file did not arrive. */
export function unreadEntry(id: string): Entry {
  return { id, title: [{ text: id, isMarked: false }], services: [], status: 'published', passages: [], more: 0, isRead: false };
}
