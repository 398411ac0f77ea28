// When it began, was noticed and was over, as sentences tell.
import type { Line } from '../layout/lines.ts';
import { aboutOf } from '../layout/outline.ts';
import { momentsIn, type Page } from '../page.ts';
import { placeMoment } from '../times/place.ts';
import type { Candidate, How, Situation, Span } from './situation.ts';
import { dayBefore, placeSpan } from './stretch.ts';

const IMPACT_WORDS =
  /\b(?:outage|incident|unavailable|down|downtime|disrupt\w*|degrad\w*|interrupt\w*|error\w*|fail\w*|affected|impact\w*|unable|inaccessible|(?:did|could|would|was|were) not|(?:did|could|was|were)n['’]t|refus\w*|reject\w*|drop\w*|delay\w*|stuck|timed out|time-?outs?|stale|slow\w*|experienc\w*|offline|unreachable|issue|lasted|latency|struck|occurred|ca[ií]d[ao]s?|interrupci[oó]n|incidente|afect\w*|indisponib\w*|panne|interruption|incident|coupure|erreurs?|touch\w*|ausfall|störung|ausgefallen|gestört|nicht erreichbar|beeinträchtig\w*|betroffen)\b/i;

/** Lines that tell the whole story: those of the summary, and what stands before the first heading. */
export function storyLines(page: Page): Line[] {
  const told = page.sections.filter((section) => {
    const about = aboutOf(section);
    return about === 'summary' || about === 'impact' || (about === undefined && section.rank < 70);
  });
  return told
    .sort((a, b) => weight(a.roles[0], aboutOf(a)) - weight(b.roles[0], aboutOf(b)) || a.index - b.index)
    .flatMap(({ lines }) => lines);
}

function weight(own: string | undefined, about: string | undefined): number {
  return own === 'summary' || about === 'summary' ? 0 : about === undefined ? 1 : 2;
}

/** "… experienced an outage from 16:58 to 18:46 UTC" */
export function toldSpan(situation: Situation): Span {
  for (const line of storyLines(situation.page)) {
    if (line.kind === 'code' || line.kind === 'row' || !IMPACT_WORDS.test(line.words)) continue;
    const found = momentsIn(line);
    const range = found.find(({ until, clock }) => until?.clock && clock);
    if (!range?.until) continue;
    const how: How = { line, sure: 'likely', why: 'a stretch of time in the summary' };
    const span = placeSpan(range, range.until, { situation, how, near: dayBefore(found, range, situation) });
    if (span) return span;
  }
  return datedSpan(situation);
}

const WAS = /\b(?:was|were|had|did|could not|couldn['’]t|[\p{L}]{3,}ed|fue|fueron|estuvo|était|ont|a été|war|waren|wurde|wurden)\b/iu;
const BETWEEN = /\b(?:between|from|entre|desde|de|zwischen|von)\s(?:about\s|around\s|approximately\s)?$/i;

/** "between 11:00", and "6 October between 11:00", which is one moment. */
function isSpan(words: string, start: number): boolean {
  return BETWEEN.test(words.slice(0, start)) || /^.{6,30}\b(?:between|from|entre|zwischen)\s/i.test(words.slice(start, start + 45));
}

/** "On 6 October, between 11:00 and 13:20, every delivery was made twice": whatever it was, it is told with its day, in the past. */
function datedSpan(situation: Situation): Span {
  const { page, clocks } = situation;
  const about = page.sections.filter((section) => ['summary', 'impact', 'background', undefined].includes(aboutOf(section)));
  for (const line of about.flatMap(({ lines }) => lines)) {
    if (line.kind !== 'text' || !WAS.test(line.words.slice(0, 1000))) continue;
    const found = momentsIn(line);
    const range = found.find(({ until, clock, start }) => until?.clock && clock && isSpan(line.words, start));
    const near =
      range && (dayBefore(found, range, situation) ?? (range.date ? clocks.calendar.dayOf(range.date) : dayOfForm(line, situation)));
    if (!range?.until || near === undefined) continue;
    const how: How = { line, sure: 'likely', why: 'a stretch of time with its day, told in the past' };
    const span = placeSpan(range, range.until, { situation, how, near });
    if (span) return span;
  }
  return {};
}

/** "Date of event: 8 August" above "Problem statement: Between 13:05 and 14:40 no labels were made". */
function dayOfForm(line: Line, { page, clocks }: Situation): string | undefined {
  const isSummary = page.sections.some((section) => aboutOf(section) === 'summary' && section.lines.includes(line));
  return isSummary && clocks.calendar.incident?.sure === 'certain' ? clocks.calendar.incident.day : undefined;
}

/** A section about the detection that says when it was. */
export function detectionInSection(situation: Situation): Candidate | undefined {
  for (const section of situation.page.sections) {
    if (aboutOf(section) !== 'detection') continue;
    for (const line of section.lines) {
      const found = momentsIn(line).find(({ clock }) => clock !== undefined);
      const at = found && placeMoment(found, situation.clocks);
      if (at) return { at, line, sure: 'likely', why: `the first time under "${section.title ?? ''}"` };
    }
  }
  return undefined;
}

const BEGINS_AT =
  /\b(?:start\w*|began|begins?|beginning|occur\w*|at|around|since|from|on|a partir|desde|à partir|depuis|um|ab|seit)\b[^.;]{0,30}$/i;
const ENDS_AT =
  /\b(?:resolv\w*|restor\w*|recover\w*|fix\w*|back|until|ended|over|normal\w*|resuelto|résolu\w*|behoben|hasta|jusqu['’][aà]u?|bis|contained|mitigated|revoked|paused)\b[^.;]{0,80}$|\bby (?:about |around |approximately |~)?$/i;

/** "By 9:02 we had identified the cause": that was not yet the end. */
const FOUND_THEN =
  /^(?![^.]*\b(?:deleted|removed|reverted|fixed|rolled back|revoked|mitigated|restored)\b)[^.;]{0,40}\b(?:identified|found|understood|begun|began|started|narrowed)\b/i;
/** "Nobody noticed until 9:30" */
const UNNOTICED_UNTIL = /\b(?:notic\w+|knew|aware|detected|seen|realised|realized|understood)\b[^.;]{0,20}\buntil\b[^.;]*$/i;
/** "At 11:36 the service was fully recovered" */
const RECOVERED_THEN =
  /^[^.;,]{0,25}\bwe (?:reverted|rolled back|restored|fixed)\b|^[^.;,]{0,50}\b(?:fully (?:recovered|restored|operational|resolved)|returned to normal|back to normal)\b/i;

/** A moment of the summary: "At 4:11 AM UTC on November 24th, … By 9:30 AM UTC, …". */
export function toldMoment(situation: Situation, which: 'start' | 'end' | 'detection'): Candidate | undefined {
  for (const line of storyLines(situation.page)) {
    if (line.kind === 'code' || line.kind === 'row') continue;
    for (const found of momentsIn(line)) {
      const before = line.words.slice(Math.max(0, found.start - 90), found.start);
      if (!found.clock || !matches(which, before, line.words.slice(found.end, found.end + 90))) continue;
      const at = placeMoment(found, situation.clocks);
      const told = sentenceAround(line.words, found.start);
      if (at) return { at, line, told, sure: 'likely', why: 'a time in the summary' };
    }
  }
  return undefined;
}

function matches(which: 'start' | 'end' | 'detection', before: string, after: string): boolean {
  if (which === 'end')
    return (ENDS_AT.test(before) && !UNNOTICED_UNTIL.test(before) && !FOUND_THEN.test(after)) || RECOVERED_THEN.test(after);
  if (which === 'detection')
    return (
      isLearning(after) || /\b(?:detect\w*|notic\w*|discover\w*|alert\w*|report\w*|détect\w*|bemerk\w*|erkannt)\b[^.;]{0,40}$/i.test(before)
    );
  return (
    BEGINS_AT.test(before) &&
    !ENDS_AT.test(before) &&
    !isLearning(after) &&
    !/^[^.]*\b(?:resolv|restor|recover|fix)/i.test(after.slice(0, 30))
  );
}

const LEARNED =
  /^(?: [A-Z]{2,4})?(?: on [^.;,]{3,30})?,? ([^.;,]{0,60}?)\b(?:learn(?:ed|t)|noticed|discovered|became aware|(?:was|were) (?:alerted|notified|informed|told|engaged)|received (?:an? |the )?(?:reports?|e-?mail|call|alert|message|warning))\b/i;

/** "At 08:30 we learned from a researcher that": it was known then, and had begun before. */
function isLearning(after: string): boolean {
  const between = LEARNED.exec(after)?.[1];
  return (
    between !== undefined &&
    !/\b(?:start\w*|beg[ai]n\w*|fail\w*|errors?|went|broke|lost|crash\w*|stopped|when|until|before)\b/i.test(between)
  );
}

const ALERTED =
  /\b(?:alerted|paged|(?:was|were) (?:detected|noticed|notified|called)|first noticed|became aware|found out|(?:monitoring|monitors?|alarms?) (?:first )?(?:noticed|detected|told us)|(?:customers?|users?|clients?) (?:first )?(?:told us|let us know|complained|contacted us|called us|reported))\b[^.;]{0,80}$/i;

/** "At 7:02 our alarms showed rising errors", "at 12:05 UTC we were alerted" */
const ALERTED_THEN =
  /^(?: [A-Z]{2,4})?(?: on [^.;,]{3,30})?,? (?:[^.;,]{0,30} )?(?:(?:was|were|got) (?:alerted|paged|notified|called|engaged)|(?:alarms?|alerts?|monitoring|monitors?) (?:\w+ )?(?:showed|fired|alerted|detected|triggered|went off|told|noticed|reported|paged)|became aware|first (?:noticed|detected|reported|alert|report)|(?:noticed|detected|discovered) (?:that|the|an?|by)\b)/i;

/** Whatever part of the text says it: "Our engineers were alerted … at 08:19". */
export function detectionAnywhere(situation: Situation): Candidate | undefined {
  for (const line of situation.page.lines) {
    if (line.kind !== 'text' && line.kind !== 'item') continue;
    for (const found of momentsIn(line)) {
      const isTold =
        ALERTED.test(line.words.slice(Math.max(0, found.start - 120), found.start)) ||
        ALERTED_THEN.test(line.words.slice(found.end, found.end + 120));
      if (!found.clock || !isTold) continue;
      const at = placeMoment(found, situation.clocks);
      const told = sentenceAround(line.words, found.start);
      if (at) return { at, line, told, sure: 'guess', why: 'a sentence that says when somebody was alerted' };
    }
  }
  return undefined;
}

/** The sentence of a line that holds a place; a full stop within a number or a short form ends none. */
export function sentenceAround(words: string, at: number): string {
  const starts = [...words.slice(0, at).matchAll(/[.!?]\s+(?=\p{Lu})/gu)].at(-1);
  const from = starts ? starts.index + starts[0].length : 0;
  const end = words.slice(at).search(/[.!?]\s+\p{Lu}/u);
  return words.slice(from, end < 0 ? undefined : at + end + 1);
}
