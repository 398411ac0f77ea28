// Stretches of time as people ask for them: `7d`, `2w`, `1m`, or since a day; counted on the calendar of the site.
import { DateTime } from 'luxon';
import type { Day } from '../model/timestamp.ts';
import { parseDay } from '../time/parse.ts';

const UNITS: Readonly<Record<string, 'days' | 'weeks' | 'months'>> = { d: 'days', w: 'weeks', m: 'months' };

/** The day after which the stretch begins; undefined for other words, and where that is not before `asOf`. */
export function periodStart(text: string, asOf: Day, zone: string): Day | undefined {
  const [, count, unit = ''] = /^(\d{1,4})([dwm])$/.exec(text.trim()) ?? [];
  const units = UNITS[unit];
  const start =
    units === undefined
      ? dayIn(text)
      : DateTime.fromISO(asOf, { zone })
          .minus({ [units]: Number(count) })
          .toISODate();
  return start !== null && start !== undefined && start < asOf ? start : undefined;
}

function dayIn(text: string): Day | undefined {
  const read = parseDay(text.trim());
  return 'day' in read ? read.day : undefined;
}
