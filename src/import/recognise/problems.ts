// What a document says in two ways that cannot both be true. Nothing is smoothed over: a person decides.
import { MINUTE } from '../../core/time/calendar.ts';
import { offsetAt } from '../../core/time/zone.ts';
import type { DraftFields, ImportNote } from '../model.ts';
import { labelled, labelledSpan } from './milestones/labelled.ts';
import type { Moments, Situation } from './milestones/situation.ts';
import { toldSpan } from './milestones/told.ts';
import { MOST_LINES } from './page.ts';
import type { Placed } from './times/place.ts';
import type { ZoneReading } from './times/zone.ts';

export interface Findings {
  readonly situation: Situation;
  readonly moments: Moments;
  readonly zone: ZoneReading;
  readonly fields: DraftFields;
}

const HAS_OFFSET = /(?:Z|[+-]\d{2}:\d{2})$/;

type Rule = (findings: Findings) => ImportNote | undefined;

const RULES: readonly Rule[] = [
  notReadToTheEnd,
  twoZones,
  wrongSeason,
  endBeforeStart,
  durationDiffers,
  twoStarts,
  unclearOrder,
  guessedOrder,
  noYear,
];

export function findProblems(findings: Findings): ImportNote[] {
  return RULES.map((rule) => rule(findings)).filter((note) => note !== undefined);
}

function warning(code: string, message: string, line: number | undefined): ImportNote {
  return { code, message, severity: 'warning', ...(line !== undefined && line > 0 && { line }) };
}

function notReadToTheEnd({ situation: { page } }: Findings): ImportNote | undefined {
  const last = page.lines.at(-1)?.number ?? 0;
  if (last < MOST_LINES) return undefined;
  return {
    ...warning('long-document', `Only its first ${MOST_LINES} lines were read for times, actions and the like.`, last),
    severity: 'info',
  };
}

function twoZones({ zone: { zone, other } }: Findings): ImportNote | undefined {
  if (!zone || !other) return undefined;
  const message = `Times are given in ${zone.words} (line ${zone.line.number}) and in ${other.words} (line ${other.line.number}); those without a zone were read in ${zone.words}.`;
  return warning('two-zones', message, other.line.number);
}

const SUMMER: Readonly<Record<string, string>> = {
  CET: 'Europe/Berlin',
  EET: 'Europe/Helsinki',
  EST: 'America/New_York',
  CST: 'America/Chicago',
  MST: 'America/Denver',
  PST: 'America/Los_Angeles',
};

/** "CET" in July: the clocks showed CEST. */
function wrongSeason({ zone: { zone }, moments: { started } }: Findings): ImportNote | undefined {
  const place = zone && SUMMER[zone.words.toUpperCase()];
  if (!zone || !place || !started?.at.hasClock) return undefined;
  const local = started.at.local;
  if (offsetAt(place, local) === offsetAt(zone.zone, local)) return undefined;
  return warning(
    'zone-out-of-season',
    `The times are given in ${zone.words}, but on ${started.at.day} summer time was in force; they were read as written.`,
    zone.line.number,
  );
}

function endBeforeStart({ moments: { started, resolved } }: Findings): ImportNote | undefined {
  if (!started || !resolved || lapse(started.at, resolved.at) >= 0 || resolved.at.day === started.at.iso) return undefined;
  const message = `It ends (${resolved.at.iso}, line ${resolved.line.number}) before it begins (${started.at.iso}, line ${started.line.number}).`;
  return warning('end-before-start', message, resolved.line.number);
}

/** By the clocks on the wall, unless both moments say their zones: from 10:00 PST to 20:15 CET it is 75 minutes. */
function lapse(from: Placed, to: Placed): number {
  const areZoned = HAS_OFFSET.test(from.iso) && HAS_OFFSET.test(to.iso);
  return areZoned ? Date.parse(to.iso) - Date.parse(from.iso) : to.local - from.local;
}

/** Words about length are rounded: a tenth, and ten minutes at least. */
function durationDiffers({ moments: { started, resolved }, fields: { statedDuration } }: Findings): ImportNote | undefined {
  if (!started?.at.hasClock || !resolved?.at.hasClock || !statedDuration) return undefined;
  const minutes = lapse(started.at, resolved.at) / MINUTE;
  const slack = Math.max(10, 0.1 * statedDuration.value);
  if (minutes < 0 || Math.abs(minutes - statedDuration.value) <= slack) return undefined;
  const message = `The text says it lasted ${statedDuration.value} minutes (line ${statedDuration.line}); from start to end it is ${Math.round(minutes)}.`;
  return warning('duration-differs', message, statedDuration.line);
}

function twoStarts({ situation }: Findings): ImportNote | undefined {
  const starts = [labelled(situation, 'started'), labelledSpan(situation).start, toldSpan(situation).start].filter(
    (start) => start?.at.hasClock === true,
  );
  const [first] = starts;
  const other = starts.find((start) => start !== undefined && first !== undefined && lapse(first.at, start.at) !== 0);
  if (!first || !other) return undefined;
  return warning(
    'two-starts',
    `It begins at ${first.at.iso} on line ${first.line.number}, and at ${other.at.iso} on line ${other.line.number}; the first was taken.`,
    other.line.number,
  );
}

function unclearOrder({ situation: { clocks } }: Findings): ImportNote | undefined {
  const { unclear } = clocks.calendar;
  return (
    unclear &&
    warning(
      'ambiguous-date',
      'Its dates could be day first or month first, and nothing says which; they were left out. --date-order settles it.',
      unclear.number,
    )
  );
}

function guessedOrder({ situation: { clocks } }: Findings): ImportNote | undefined {
  const { isOrderGuessed, order, incident } = clocks.calendar;
  if (!isOrderGuessed || !order) return undefined;
  const message = `Its dates were read ${order === 'dmy' ? 'day' : 'month'} first, as its other dates or its zone make likely. --date-order settles it.`;
  return { ...warning('date-order-guessed', message, incident?.line?.number), severity: 'info' };
}

function noYear({ fields: { startedPartial } }: Findings): ImportNote | undefined {
  return startedPartial && warning('no-year', 'The text names a day without its year: no date was made of it.', startedPartial.line);
}
