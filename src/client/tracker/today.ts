// Which day it is for the site: by the reader's clock, in the site's zone, whatever the zone of the reader.
import type { Day } from '../../core/model/timestamp.ts';
import { dayAt, MINUTE } from '../../core/time/calendar.ts';

/** `zone` is an IANA name, or minutes east of UTC. A browser that does not know the zone answers in the reader's own. */
export function todayIn(zone: string, now = Date.now()): Day {
  if (/^-?\d+$/.test(zone)) return dayAt(now + Number(zone) * MINUTE);
  return dayOf(now, zone) ?? dayOf(now, undefined) ?? dayAt(now);
}

function dayOf(now: number, timeZone: string | undefined): Day | undefined {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone, calendar: 'iso8601', year: 'numeric', month: '2-digit', day: '2-digit' });
    const { year = '', month = '', day = '' } = Object.fromEntries(parts.formatToParts(now).map(({ type, value }) => [type, value]));
    return `${year.padStart(4, '0')}-${month}-${day}`;
  } catch {
    return undefined;
  }
}
