// A document's text read for all that a draft holds. Pure, and the same for the same text: every value says where it stands and why.
import type { Milestone } from '../../core/model/timestamp.ts';
import { pad2 } from '../../core/time/calendar.ts';
import type { Draft, DraftEvent, DraftFields, Receipt, RecogniseOptions, SourceDocument } from '../model.ts';
import { readActions } from './actions/read.ts';
import { readDetection, readTrigger } from './detection.ts';
import { readDuration } from './duration.ts';
import { readCost, readDataLoss, readShare, readUsers } from './impact.ts';
import { otherThing } from './kind.ts';
import { endInTimeline } from './milestones/in-timeline.ts';
import { readMilestones, statedSpan } from './milestones/index.ts';
import { asReceipt, type Moments, type Situation } from './milestones/situation.ts';
import { layOut, type Page, receipt } from './page.ts';
import { passage, toldPassage, toldSummary } from './passages.ts';
import { readAuthors, readCommander } from './people.ts';
import { findProblems } from './problems.ts';
import { readServices } from './services.ts';
import { readSeverity } from './severity.ts';
import { readTimeline } from './timeline.ts';
import { type Calendar, readCalendar } from './times/calendar.ts';
import { type PlacedEntry, placeEntries } from './times/place.ts';
import { readZone, type ZoneReading, zoneName } from './times/zone.ts';
import { FIRST_HEADING, readTitle } from './title.ts';

export function recognise(document: SourceDocument, options: RecogniseOptions = {}): Draft {
  const page = layOut(document, options);
  const { situation, moments, zone, partial } = readTimes(page);
  const read = readFieldsOf(page, situation, moments);
  const fields = { ...read, ...timeFields(page, moments, zone), ...partial, ...factsOf(document, read) };
  const other = otherThing(page, fields);
  return {
    source: document,
    isPostmortem: other === undefined,
    ...(other && { notAPostmortem: other }),
    fields,
    problems: other ? [] : findProblems({ situation, moments, zone, fields }),
  };
}

/**
 * What the source says outright; but a page that has a heading of its own is named by it: the name in its head is that of the site as well.
 * Headings that only name the parts of a form leave it to the head.
 */
function factsOf({ facts, text }: SourceDocument, { title }: DraftFields): DraftFields {
  const isNamed = title !== undefined && (title.why === FIRST_HEADING || /^# \S/m.test(text));
  if (facts?.title?.sure !== 'likely' || !isNamed) return facts ?? {};
  const { title: _, ...others } = facts;
  return others;
}

interface TimesReading {
  readonly situation: Situation;
  readonly moments: Moments;
  readonly zone: ZoneReading;
  readonly partial: Pick<DraftFields, 'startedPartial'>;
}

function readTimes(page: Page): TimesReading {
  const calendar = readCalendar(page);
  const { entries } = readTimeline(page);
  const zone = readZone(page, entries, calendar.incident?.day);
  const clocks = { calendar, ...(zone.zone && { zone: zone.zone.zone }) };
  const stated = statedSpan({ page, clocks, entries: [] });
  const known = { ...(stated.started && { start: stated.started.at }), ...(stated.resolved && { end: stated.resolved.at }) };
  const situation: Situation = { page, clocks, entries: placeEntries(entries, clocks, known) };
  const moments = readMilestones(situation);
  return { situation, moments, zone, partial: moments.started ? {} : partialStart(calendar, situation.entries) };
}

/** `--03-21`, or `--03-21T14:05`: all that is known of a day without its year. */
function partialStart({ partial }: Calendar, entries: readonly PlacedEntry[]): Pick<DraftFields, 'startedPartial'> {
  if (partial?.words.kind !== 'date') return {};
  const { month, day } = partial.words;
  const clock = entries.find((entry) => entry.clock !== undefined)?.clock;
  const value = `--${pad2(month)}-${pad2(day)}${clock === undefined ? '' : `T${clock}`}`;
  return { startedPartial: receipt(value, partial.line, { sure: 'likely', why: 'a day without its year' }) };
}

function timeFields(page: Page, moments: Moments, { zone }: ZoneReading): Partial<DraftFields> {
  const fields: { [M in Milestone]?: Receipt<string> } = {};
  for (const [name, candidate] of Object.entries(moments) as [Milestone, NonNullable<Moments[Milestone]>][])
    fields[name] = asReceipt(candidate);
  const assumed = page.options.timezone;
  const timezone = zone
    ? receipt(zoneName(zone.zone), zone.line, { sure: zone.isStated ? 'certain' : 'likely', why: zone.why })
    : assumed && receipt(assumed, undefined, { sure: 'guess', why: 'given by --timezone: the text states none' });
  return { ...fields, ...(timezone && { timezone }) };
}

function readFieldsOf(page: Page, situation: Situation, moments: Moments): DraftFields {
  const { calendar } = situation.clocks;
  const title = readTitle(page);
  const titleLine = title && page.lines.find(({ number }) => number === title.line);
  return present({
    title,
    statedDuration: readDuration(page),
    severity: readSeverity(page),
    impactPercent: readShare(page),
    usersAffected: readUsers(page),
    cost: readCost(page),
    dataLoss: readDataLoss(page),
    services: readServices(page, titleLine, title?.value),
    authors: readAuthors(page),
    commander: readCommander(page),
    detectedBy: readDetection(situation, moments.detected),
    trigger: readTrigger(page),
    summary: passage(page, 'summary') ?? toldSummary(page),
    impact: passage(page, 'impact'),
    rootCause: passage(page, 'root_cause') ?? toldPassage(page, 'cause'),
    resolution: passage(page, 'resolution') ?? toldPassage(page, 'cure') ?? endPassage(situation, moments),
    lessons: passage(page, 'lessons'),
    timeline: situation.entries.filter(({ entry }) => !entry.isDay).map(eventOf),
    actionItems: readActions(page, calendar),
    language: receipt(
      page.language,
      page.lines.find(({ kind }) => kind !== 'blank'),
      { sure: 'likely', why: 'the small words of the text' },
    ),
  });
}

/** That it ended is told by the timeline alone, or by the time of its end. */
function endPassage(situation: Situation, { resolved }: Moments): DraftFields['resolution'] {
  const end = endInTimeline(situation) ?? (resolved?.at.hasClock && resolved.sure !== 'guess' ? resolved : undefined);
  return end && receipt({ text: end.told ?? end.line.words }, end.line, { sure: 'guess', why: end.why });
}

function eventOf({ entry, at, until, clock }: PlacedEntry): Receipt<DraftEvent> {
  const time = at?.iso ?? clock;
  const event = {
    ...(time !== undefined && { at: time }),
    ...(until && { until: until.iso }),
    text: entry.words,
    ...(entry.kind && { kind: entry.kind }),
  };
  const sure = entry.when.approximate || entry.when.isPartOfText ? 'likely' : 'certain';
  return receipt(event, entry.line, { sure, why: 'a line of the timeline that begins with a time' });
}

function present<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
