// An incident found, as the page shows it: what it is, and where it says what was asked.
import { markedParts } from '../../core/search/marks.ts';
import { passages } from '../../core/search/passages.ts';
import type { ResultTexts } from '../../core/search/result-texts.ts';
import type { SearchResult } from '../../core/search/search.ts';
import { formatDay } from '../../core/time/format.ts';
import type { Entry } from './messages.ts';

const PASSAGES_SHOWN = 2;
/** More are not counted: nobody reads that there are eighty. */
const PASSAGES_COUNTED = 20;

export function entryOf(texts: ResultTexts, result: SearchResult): Omit<Entry, 'hasMore'> {
  const { id, title, severity, started, services, status, sources } = texts;
  const found = passages(sources, result, PASSAGES_COUNTED);
  return {
    id,
    title: markedParts(title, new Set(result.terms)),
    ...(severity !== undefined && { severity }),
    ...(started !== undefined && { started: { day: started, text: formatDay(started) } }),
    services,
    status,
    passages: found.slice(0, PASSAGES_SHOWN),
    more: Math.max(0, found.length - PASSAGES_SHOWN),
    isRead: true,
  };
}

/** Of an incident whose file did not arrive. */
export function unreadEntry(id: string): Entry {
  return {
    id,
    title: [{ text: id, isMarked: false }],
    services: [],
    status: 'published',
    passages: [],
    more: 0,
    hasMore: false,
    isRead: false,
  };
}
