// Which days a document speaks of: the order of its numeric dates, its year, and the day of the incident.

import type { DateWords } from '../../../core/body/when/date.ts';
import { resolveDate } from '../../../core/body/when/date.ts';
import { dayInName } from '../../../core/compile/times.ts';
import type { Day } from '../../../core/model/timestamp.ts';
import { dayOf, dayStart } from '../../../core/time/calendar.ts';
import { addDays } from '../../../core/time/duration.ts';
import type { Sureness } from '../../model.ts';
import type { Line } from '../layout/lines.ts';
import { aboutOf, type Section } from '../layout/outline.ts';
import { momentsIn, type Page } from '../page.ts';
import type { Found } from './find.ts';

type DateOrder = 'dmy' | 'mdy';

interface KnownDay {
  readonly day: Day;
  readonly line?: Line;
  readonly sure: Sureness;
  readonly why: string;
}

export interface Calendar {
  readonly order?: DateOrder;
  /** The order was chosen, not shown by a date of the document. */
  readonly isOrderGuessed: boolean;
  /** A numeric date that could be read either way, where nothing says which. */
  readonly unclear?: Line;
  readonly incident?: KnownDay;
  /** The day and month of the incident, where the text has no year. */
  readonly partial?: { readonly words: DateWords; readonly line: Line };
  readonly year?: number;
  dayOf(words: DateWords, near?: Day): Day | undefined;
}

/** Days of the paper, not of what happened. */
const OTHER_DAYS =
  /\b(?:due|deadline|created|published|posted|updated|modified|review\w*|meeting|written|reported on|(?<!short |long |full )version|prepared|approved|effective|report date|next|eta|target|last|until|copyright|fecha de creación|actualizado|publié|rédigé|erstellt|aktualisiert)\b/i;
const DAY_FIELD =
  /^(?:incident |outage |event )?(?:date|dates|day|when|date and time|date time|date of (?:the )?(?:incident|outage|event|impact)|incident date|occurred(?: on)?|fecha|fecha del incidente|fecha y hora|date de l incident|date de lincident|datum|datum des vorfalls|wann)$/;
const SPAN_FIELD =
  /^(?:duration|start|started|start time|begin|began|incident window|time|time of incident|outage window|incident start|start date)\b/;

interface Sighting {
  readonly found: Found;
  readonly line: Line;
  readonly weight: number;
  readonly why: string;
}

export function readCalendar(page: Page): Calendar {
  const sightings = sightingsIn(page);
  const { order, isGuessed, unclear } = orderOf(page, sightings);
  const resolve = (words: DateWords, near?: Day, year?: number): Day | undefined => {
    const whole = wholeDate(words, order, year);
    if (!whole) return undefined;
    const resolved = resolveDate(whole, near ? { near, started: near } : {});
    return resolved && 'day' in resolved && isPlausible(resolved.day) ? resolved.day : undefined;
  };
  const ranked = [...sightings].sort((a, b) => a.weight - b.weight);
  const first = ranked.find(({ found }) => found.date && resolve(found.date) !== undefined);
  const written = first?.found.date ? resolve(first.found.date)?.slice(0, 4) : undefined;
  const year = written === undefined ? (yearIn(page) ?? yearOfPaper(page, ranked, resolve)) : Number(written);
  const best = ranked.find(({ found }) => found.date && resolve(found.date, undefined, year) !== undefined);
  const day = best?.found.date && resolve(best.found.date, undefined, year);
  const sent = day === undefined ? dayOfMail(page, resolve) : undefined;
  const named = day === undefined && !sent ? dayInName(page.source.path) : undefined;
  const partial = ranked.find(({ found }) => found.date?.kind === 'date' && found.date.year === undefined);
  return {
    ...(order && { order }),
    isOrderGuessed: isGuessed,
    ...(unclear && { unclear }),
    ...(day && best && { incident: { day, line: best.line, sure: best.weight <= 2 ? 'certain' : 'likely', why: best.why } }),
    ...(sent && { incident: sent }),
    ...(named && { incident: { day: named, sure: 'likely', why: 'the date in the name of the file' } }),
    ...(partial?.found.date && !day && { partial: { words: partial.found.date, line: partial.line } }),
    ...(year && { year }),
    dayOf: (words, near) => resolve(words, near ?? day ?? sent?.day ?? named, year),
  };
}

function isPlausible(day: Day): boolean {
  const year = Number(day.slice(0, 4));
  return year >= 1970 && year <= 2099;
}

function wholeDate(words: DateWords, order: DateOrder | undefined, year: number | undefined): DateWords | undefined {
  if (words.kind === 'date') return words.year === undefined && year !== undefined ? { ...words, year } : words;
  if (words.kind !== 'numbers') return words;
  const [dmy, mdy] = [dayOf(words.year, words.second, words.first), dayOf(words.year, words.first, words.second)];
  const day = dmy && mdy && dmy !== mdy ? (order === 'dmy' ? dmy : order === 'mdy' ? mdy : undefined) : (dmy ?? mdy);
  return day === undefined
    ? undefined
    : { kind: 'date', year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8)) };
}

/** The title that another tool's front matter gives is a heading as well. */
function titleSightings({ source: { facts } }: Page): Sighting[] {
  const title = facts?.title;
  if (!title) return [];
  const line = { number: 0, kind: 'heading', indent: 0, words: title.value, bold: 0, links: [], width: 0 } as const;
  return momentsIn(line)
    .filter(({ date }) => date?.kind === 'date' || date?.kind === 'numbers')
    .map((found) => ({ found, line, weight: 2, why: 'the date in the title' }));
}

/** Where dates stand, the surest places first: labels, title, timeline, summary, anywhere else. */
function sightingsIn(page: Page): Sighting[] {
  const sightings: Sighting[] = titleSightings(page);
  const labelled = new Map(page.fields.map((field) => [field.line, field]));
  let section = 0;
  page.lines.forEach((line, at) => {
    while ((page.sections[section + 1]?.at ?? Number.POSITIVE_INFINITY) <= at) section++;
    const found = momentsIn(line)
      .map(dated)
      .filter(({ date }) => date?.kind === 'date' || date?.kind === 'numbers');
    if (found.length === 0) return;
    const field = labelled.get(line);
    if (OTHER_DAYS.test(field ? field.name : line.words.slice(0, 40))) return;
    const { weight, why } = weigh(line, page.sections[section], field?.name, page);
    if (weight < 9) for (const each of found) sightings.push({ found: each, line, weight, why });
  });
  return sightings;
}

/** "From 14:00 to 16:00 on 3 May": the day stands at the end. */
function dated(found: Found): Found {
  return found.date || !found.until?.date ? found : { ...found, date: found.until.date };
}

function weigh(line: Line, section: Section | undefined, name: string | undefined, page: Page): { weight: number; why: string } {
  const about = aboutOf(section);
  if (line.kind === 'text' && isDayAlone(line, page)) return { weight: 6.5, why: 'the date above the text' };
  if (name !== undefined && SPAN_FIELD.test(name)) return { weight: 0, why: `the date under "${name}"` };
  if (name !== undefined && DAY_FIELD.test(name) && (about !== 'people' || section?.isRunIn))
    return { weight: 1, why: `the date under "${name}"` };
  if (line.kind === 'heading' && about !== 'action_items') return { weight: line.level === 1 ? 2 : 3, why: 'the date in a heading' };
  if (section?.at !== undefined && page.lines[section.at] === line) return { weight: 3, why: 'the date in a heading' };
  if (about === 'summary' || about === 'impact') return { weight: 4, why: 'the first date of the summary' };
  if (about === 'timeline') return { weight: 5, why: 'the first date of the timeline' };
  if (about === undefined) return { weight: 6, why: 'the first date of the text' };
  if (about === 'root_cause' || about === 'resolution' || about === 'detection' || about === 'background')
    return { weight: 7, why: 'the first date of the text' };
  return { weight: 9, why: '' };
}

/** How many lines may stand above the day of the paper. */
const HEAD_LINES = 6;

/** "October 3rd, 2019" below the title: when it was written, unless nothing else says when it was. */
function isDayAlone(line: Line, page: Page): boolean {
  const [found] = momentsIn(line);
  const isWhole =
    found !== undefined && found.clock === undefined && found.until === undefined && found.end - found.start >= line.words.length - 1;
  return isWhole && page.lines.slice(0, HEAD_LINES).includes(line);
}

/** A year that stands alone in a heading or the head of a table, over dates that have none. */
function yearIn(page: Page): number | undefined {
  const heads = new Set(page.sections.map(({ at }) => page.lines[at]));
  for (const line of page.lines) {
    const isHead = line.kind === 'row' || heads.has(line);
    const year = isHead ? /(?<![\d/.-])(20\d{2})(?![\d/.-])/.exec(line.words)?.[1] : undefined;
    if (year) return Number(year);
  }
  return undefined;
}

const TODAY = /\b(?:this (?:morning|afternoon|evening)|today|heute|ce matin|cet après-midi|aujourd['’]hui|hoy|esta (?:mañana|tarde))\b/i;
const YESTERDAY = /\b(?:yesterday|last night|gestern|hier (?:matin|soir|après-midi)|ayer)\b/i;

/** "Between 7:50 and 9:40 this morning", in a mail that says when it was sent. */
function dayOfMail(page: Page, resolve: (words: DateWords) => Day | undefined): KnownDay | undefined {
  const heads = new Set(page.fields.filter(({ name }) => name === 'last sent').map(({ line }) => line));
  const day = [...heads].flatMap((line) => momentsIn(line).map(({ date }) => date && resolve(date))).find((each) => each !== undefined);
  if (day === undefined) return undefined;
  const told = page.lines.filter(
    (line) => line.kind === 'text' && momentsIn(line).some(({ clock }) => clock !== undefined) && !heads.has(line),
  );
  const line = told.find(({ words }) => TODAY.test(words) !== YESTERDAY.test(words));
  if (!line) return undefined;
  const isToday = TODAY.test(line.words);
  return {
    day: isToday ? day : addDays(day, -1),
    line,
    sure: 'likely',
    why: `the day the mail was sent, which speaks of ${isToday ? 'today' : 'yesterday'}`,
  };
}

const DAY_MS = 86_400_000;
/** People write about an outage within weeks of it. */
const SOON_DAYS = 62;

/** "June 24" in a text that was posted on June 27, 2022: the year of the last such day before it was posted, if that was not long before. */
function yearOfPaper(page: Page, ranked: readonly Sighting[], resolve: (words: DateWords) => Day | undefined): number | undefined {
  const told = ranked.find(({ found }) => found.date?.kind === 'date' && found.date.year === undefined)?.found.date;
  const mails = new Set(page.fields.filter(({ name }) => name === 'last sent').map(({ line }) => line));
  const posted = page.lines
    .filter((line) => mails.has(line) || /\b(?:posted|published|written|publié|publicado|veröffentlicht)\b/i.test(line.words.slice(0, 40)))
    .flatMap((line) => momentsIn(line).map(({ date }) => date && resolve(date)))
    .concat(dayOfFrontMatter(page))
    .find((day) => day !== undefined);
  if (told?.kind !== 'date' || posted === undefined) return undefined;
  const last = Number(posted.slice(0, 4));
  return [last, last - 1].find((year) => {
    const day = dayOf(year, told.month, told.day);
    const days = day ? (dayStart(posted) - dayStart(day)) / DAY_MS : -1;
    return days >= 0 && days <= SOON_DAYS;
  });
}

/** When another tool's front matter says that the page was published. */
function dayOfFrontMatter({ source: { kept = [] } }: Page): Day | undefined {
  return kept.map((line) => /^(?:date|published|publish_?date|pubdate)\s*[:=]\s*["']?(\d{4}-\d{2}-\d{2})/i.exec(line)?.[1]).find(Boolean);
}

/** Day or month first: as the person says, as a date shows that can be read one way only, as the language has it. */
function orderOf(page: Page, sightings: readonly Sighting[]): { order?: DateOrder; isGuessed: boolean; unclear?: Line } {
  if (page.options.dateOrder) return { order: page.options.dateOrder, isGuessed: false };
  const numbers = page.lines.flatMap((line) =>
    momentsIn(line).flatMap((each) =>
      [each, ...(each.until ? [each.until] : [])].flatMap(({ date }) => (date?.kind === 'numbers' ? [date] : [])),
    ),
  );
  const unclear = sightings.find(({ found }) => found.date?.kind === 'numbers' && isOpen(found.date));
  const shown = numbers.find(({ first, second }) => first > 12 !== second > 12 && first <= 31 && second <= 31);
  if (shown) return { order: shown.first > 12 ? 'dmy' : 'mdy', isGuessed: false };
  if (!unclear && !numbers.some(isOpen)) return { isGuessed: false };
  if (page.language !== 'en') return { order: 'dmy', isGuessed: false };
  if (!unclear) return orderOfDue(page, numbers);
  const byNames = orderByOtherDates(page, numbers) ?? orderBySpan(numbers) ?? orderByZone(page);
  return byNames ? { order: byNames, isGuessed: true } : { isGuessed: false, unclear: unclear.line };
}

/** Days that things are due are no days of the incident: how far they lie apart says nothing. */
function orderOfDue(page: Page, numbers: readonly Numbers[]): { order?: DateOrder; isGuessed: boolean } {
  const order = orderByOtherDates(page, numbers) ?? orderByZone(page);
  return order ? { order, isGuessed: true } : { isGuessed: false };
}

function isOpen({ first, second }: { first: number; second: number }): boolean {
  return first !== second && first <= 12 && second <= 12;
}

type Numbers = DateWords & { kind: 'numbers' };

/** The same day is also written out: "3 April 2024" beside `03/04/2024`. */
function orderByOtherDates(page: Page, numbers: readonly Numbers[]): DateOrder | undefined {
  const named = new Set(
    page.lines.flatMap((line) =>
      momentsIn(line).flatMap(({ date }) =>
        date?.kind === 'date' && date.year !== undefined ? [`${date.year}-${date.month}-${date.day}`] : [],
      ),
    ),
  );
  for (const { year, first, second } of numbers) {
    const [dmy, mdy] = [named.has(`${year}-${second}-${first}`), named.has(`${year}-${first}-${second}`)];
    if (dmy !== mdy) return dmy ? 'dmy' : 'mdy';
  }
  return undefined;
}

const DAY_FIRST = /^(?:BST|CES?T|WES?T|EES?T|WAT|EAT|CAT|SAST|IST|A[EWC][SD]T|NZ[SD]T|(?:Europe|Africa|Australia)\/\w+)$/;
const MONTH_FIRST = /^(?:[PEM][SD]T|(?:US )?(?:Eastern|Pacific|Mountain)\b.*)$/;

/** On whose clocks the times are says how people there write a day, where all of them are of one kind. */
function orderByZone(page: Page): DateOrder | undefined {
  const zones = page.lines.flatMap((line) => momentsIn(line).flatMap(({ zone, until }) => [zone, until?.zone]));
  const named = zones.filter((zone) => zone !== undefined && !/^(?:UTC|GMT|Z)/.test(zone));
  if (named.length === 0) return undefined;
  if (named.every((zone) => DAY_FIRST.test(zone ?? ''))) return 'dmy';
  return named.every((zone) => MONTH_FIRST.test(zone ?? '')) ? 'mdy' : undefined;
}

/** Of two dates that could be days or months apart, an incident is the days. */
function orderBySpan(numbers: readonly Numbers[]): DateOrder | undefined {
  const [a, b] = [numbers[0], numbers.find(({ first, second }) => first !== numbers[0]?.first || second !== numbers[0]?.second)];
  if (!a || !b) return undefined;
  const span = (of: (date: Numbers) => Day | undefined): number => {
    const [from, to] = [of(a), of(b)];
    return from && to ? Math.abs(dayStart(to) - dayStart(from)) : Number.POSITIVE_INFINITY;
  };
  const dmy = span(({ year, first, second }) => dayOf(year, second, first));
  const mdy = span(({ year, first, second }) => dayOf(year, first, second));
  return dmy === mdy ? undefined : dmy < mdy ? 'dmy' : 'mdy';
}
