// When it began, was noticed and was over: by labels, by stretches of time in words, by the timeline, in this order.
import type { Milestone } from '../../core/model/timestamp.ts';
import type { Receipt, Sureness } from '../model.ts';
import type { Line } from './layout/lines.ts';
import { aboutOf } from './layout/outline.ts';
import { fieldsNamed, momentsIn, type Page, receipt } from './page.ts';
import { type Found, findMoments } from './times/find.ts';
import { type Clocks, daysApart, type Placed, type PlacedEntry, placeEnd, placeMoment } from './times/place.ts';

export interface Situation {
  readonly page: Page;
  readonly clocks: Clocks;
  readonly entries: readonly PlacedEntry[];
}

export interface Candidate {
  readonly at: Placed;
  readonly line: Line;
  /** The words of the entry, where they do not stand on its line. */
  readonly told?: string;
  readonly sure: Sureness;
  readonly why: string;
}

export interface Span {
  readonly start?: Candidate;
  readonly end?: Candidate;
}

export type Moments = { readonly [M in Milestone]?: Candidate };

const FIELDS: Readonly<Record<Milestone, RegExp>> = {
  started:
    /^(?:(?:incident|outage|impact|event|issue|problem|fault|disruption|downtime|service) )?(?:start(?:ed)?|start(?:ing)? (?:time|date)|start date(?: and)? time|started (?:at|on)|began|begins?|beginning|begin time|time started|time of start|onset|fault occurs|occurred(?: at)?|time of occurrence|first occurrence)$|^(?:start|beginning|onset) of (?:the )?(?:incident|outage|impact|issue|event|disruption)$|^(?:inicio|comienzo|hora de inicio|inicio del incidente|fecha de inicio|comenzó|début|debut|heure de début|début de l ?incident|date de début|beginn|start des vorfalls|beginn des vorfalls|startzeit|anfang)$/,
  detected:
    /^(?:(?:incident|outage|issue|problem|first|fault|alert) )?(?:detected|detected (?:at|on)|detection time|time detected|time of detection|time to detection at|discovered|noticed|first detected|first alert|alert time|date detected|detected date|detection date|reported at|time reported|fault detected)$|^when was (?:the )?(?:issue|incident|problem|outage) (?:detected|discovered|noticed)$|^(?:detectado|detectado a las|hora de detección|fecha de detección|détecté|détecté à|heure de détection|date de détection|erkannt|entdeckt|bemerkt|erkannt um|zeitpunkt der erkennung)$/,
  acknowledged: /^(?:acknowledged|acked|time acknowledged|acknowledged at|incident declared|declared|declared at|escalated at)$/,
  identified: /^(?:cause identified|root cause identified|identified at|time identified|diagnosed(?: at)?)$/,
  mitigated: /^(?:mitigated|mitigated at|mitigation time|time mitigated|time of mitigation|impact ended|repaired|repaired at)$/,
  resolved:
    /^(?:(?:incident|outage|impact|event|issue|problem|fault|disruption|downtime|service|fully) )?(?:end(?:ed)?|end(?:ing)? (?:time|date)|end date(?: and)? time|ended (?:at|on)|resolved|resolved (?:at|on)|resolution time|resolution date|time resolved|time of resolution|restored|restored at|recovered|recovered at|recovery time|service restored|fixed at|closed|date resolved|finish(?:ed)?|all clear)$|^end of (?:the )?(?:incident|outage|impact|issue|event|disruption)$|^(?:fin|hora de fin|fin del incidente|fecha de fin|resuelto|resolución|finalización|término|heure de fin|fin de l ?incident|date de fin|résolu|résolu à|rétabli|ende|ende des vorfalls|endzeit|behoben|gelöst|behoben um|status)$/,
};

const SPAN_FIELD =
  /^(?:(?:incident|outage|total|approximate|impact|downtime) )?(?:duration|date|dates|date and time|date time|time|times|when|window|period|timeframe|time frame|time range|downtime|outage|incident window|outage window|time of (?:the )?(?:incident|outage|impact)|incident date|date of (?:the )?(?:incident|outage)|occurred)\b(?! to)|^(?:duration|timing|dates?) (?:of|and)\b|^(?:duración|fecha|fecha y hora|período|periodo|durée|date|période|quand|dauer|datum|zeitraum|wann)\b/;
const NOT_ABOUT = ['action_items', 'lessons', 'supporting', 'people', 'closing'];

export function labelled(situation: Situation, name: Milestone): Candidate | undefined {
  for (const field of fieldsNamed(situation.page, FIELDS[name])) {
    if (NOT_ABOUT.includes(aboutOf(field.section) ?? '')) continue;
    if (field.name === 'status' && !RESOLVES.test(field.value)) continue;
    const found = findMoments(field.value)[0];
    if (!found || (found.start > 60 && field.value.length > 100)) continue;
    const at = placeMoment(found, situation.clocks);
    if (at) return { at, line: field.line, sure: found.date || at.hasClock ? 'certain' : 'likely', why: `label "${field.name}"` };
  }
  return undefined;
}

/** "Duration: from … to …", "Date: January 14-19, 2026" */
export function labelledSpan(situation: Situation): Span {
  for (const field of fieldsNamed(situation.page, SPAN_FIELD)) {
    if (NOT_ABOUT.includes(aboutOf(field.section) ?? '')) continue;
    const span = spanIn(field.value, situation, { line: field.line, sure: 'certain', why: `label "${field.name}"` });
    if (span) return span;
  }
  return {};
}

/** "When: 24-Jul-2022 07:12": one moment under a name that asks for the time of it all. */
export function labelledMoment(situation: Situation): Candidate | undefined {
  for (const field of fieldsNamed(situation.page, SPAN_FIELD)) {
    const [found, ...others] = findMoments(field.value);
    const isWhole = found?.clock !== undefined && found.date !== undefined && others.length === 0 && field.value.length < 80;
    if (!isWhole || NOT_ABOUT.includes(aboutOf(field.section) ?? '') || aboutOf(field.section) === 'timeline') continue;
    const at = placeMoment(found, situation.clocks);
    if (at) return { at, line: field.line, sure: 'likely', why: `label "${field.name}"` };
  }
  return undefined;
}

type How = Omit<Candidate, 'at'>;

/** A stretch with both ends on the clock; or two moments, one after the other. */
function spanIn(text: string, situation: Situation, how: How): Span | undefined {
  const found = findMoments(text);
  const range = found.find(({ until, clock }) => until?.clock && clock);
  if (range?.until) return placeSpan(range, range.until, { situation, how, near: dayBefore(found, range, situation) });
  const timed = found.filter(({ clock }) => clock);
  const [first, second] = timed;
  if (first && second && timed.length === 2 && text.length < 160)
    return placeSpan(first, second, { situation, how, near: dayBefore(found, first, situation) });
  return undefined;
}

/** "On September 29, 2025, it was down, from 16:58 to 18:46": the day stands further ahead in the sentence. */
function dayBefore(found: readonly Found[], range: Found, { clocks }: Situation): string | undefined {
  if (range.date) return undefined;
  if (range.until?.date) return clocks.calendar.dayOf(range.until.date);
  const dated = found.filter(({ date, start }) => date && start < range.start).at(-1) ?? found.find(({ date }) => date);
  return dated?.date && clocks.calendar.dayOf(dated.date);
}

interface SpanContext {
  readonly situation: Situation;
  readonly how: How;
  readonly near: string | undefined;
}

function placeSpan(first: Found, second: Parameters<typeof placeEnd>[0], { situation, how, near }: SpanContext): Span | undefined {
  // The half of the day and the zone are often said once, at the end.
  const zone = first.zone ?? second.zone;
  const start = placeMoment({ ...halved(first, second), ...(zone && { zone }) }, situation.clocks, near);
  const zoned = zone ? { ...second, zone: second.zone ?? zone } : second;
  const written = start && placeEnd(zoned, start, situation.clocks);
  // "From 22:30 to 00:30 on 1 April": the day is that of the beginning.
  const { date, ...undated } = zoned;
  const isNight = start && written && date && !first.date && written.local < start.local;
  const end = isNight ? placeEnd(undated, start, situation.clocks) : written;
  return start && end && { start: { ...how, at: start }, end: { ...how, at: end } };
}

function halved(first: Found, second: { readonly isHalf?: true; readonly clock?: Found['clock'] }): Found {
  const { clock } = first;
  if (!clock || first.isHalf || !second.isHalf || !second.clock || clock.hour >= 12 || second.clock.hour < 12) return first;
  return clock.hour + 12 <= second.clock.hour ? { ...first, clock: { ...clock, hour: clock.hour + 12 } } : first;
}

const IMPACT_WORDS =
  /\b(?:outage|incident|unavailable|down|downtime|disrupt\w*|degrad\w*|interrupt\w*|error\w*|fail\w*|affected|impact\w*|unable|inaccessible|slow\w*|experienc\w*|offline|unreachable|issue|lasted|latency|struck|occurred|ca[ií]d[ao]s?|interrupci[oó]n|incidente|afect\w*|indisponib\w*|panne|interruption|incident|coupure|erreurs?|touch\w*|ausfall|störung|ausgefallen|gestört|nicht erreichbar|beeinträchtig\w*|betroffen)\b/i;

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
  return {};
}

const STARTS =
  /\b(?:outage|incident|impact|problem|issue|disruption|downtime|degradation) (?:start|starts|started|begins?|began|beginning)\b|\b(?:start|beginning|onset) of (?:the )?(?:incident|outage|impact|disruption|downtime)\b|\b(?:incident|outage) start\b|\b(?:comienza|empieza|inicia|se inicia) (?:el |la )?(?:incidente|incidencia|ca[ií]da|interrupci[oó]n)\b|\bdébut (?:de l['’]incident|de la panne|de l['’]interruption|des erreurs)\b|\b(?:beginn|start) (?:des|der) (?:vorfalls|ausfalls|störung)\b/i;
const OVER = /\b(?:outage|impact|downtime|disruption) (?:end|ends|ended|over)\b|\bend of (?:the )?(?:outage|impact|disruption)\b/i;
const DETECTS =
  /^investigating\b|\b(?:alert(?:s|ed|ing)?|alarms?|pages?|paged|pager\w*|detect\w*|notic\w*|monitoring (?:system|tool|alert|show|detect|report|check|probe|page|trigger|dashboard|software|team|notif)\w*|monitors?|report(?:s|ed|ing)?|complain\w*|discover\w*|observ\w*|tickets?|(?:became|made|becomes?|were|was) aware|saw|pingdom|notified|calling (?:me|us)|writes? (?:in|to)|(?:uptime ?robot|pingdom|statuscake|nagios|zabbix|grafana|datadog|sentry|new relic) (?:says?|said|shows?|fires?|fired|goes|went)|(?:first|phone|customer) calls?|receiv\w* (?:an? |the )?(?:e-?mails?|warnings?|calls?|messages?|notifications?)|customers? contact\w*|alerta\w*|detecta\w*|detect[oó]|reporta\w*|report[oó]|avis\w*|notific\w*|alerte\w*|détect\w*|signal\w*|constat\w*|remont\w*|alarm\w*|meldung\w*|melde\w*|gemeldet|bemerk\w*|entdeck\w*|erkannt)\b/i;
const RESOLVES =
  /\b(?:resolv\w*|resolution|restor\w*|recover\w*|back (?:to normal|online|up|in service)|all clear|fully operational|normal operations?|return(?:s|ed|ing)? to (?:normal|\w+ operation)|all systems operational|(?:fix|patch|hotfix) (?:is |was |has been )?(?:deployed|released|rolled out|live|applied|shipped|merged and deployed)|self-?heal\w*|confirmed working|(?:incident|outage) (?:end|ends|ended|closed|over)|end of (?:the )?(?:incident|outage)|service(?:s)? (?:is|are|was|were)? ?(?:up|normal|available|online|healthy)|fixed|averted|works? again|stable|resuelt\w*|resuelve|restablec\w*|recuper\w*|normaliza\w*|vuelve a (?:funcionar|la normalidad)|solucionad\w*|résolu\w*|rétabli\w*|retour à la normale|de nouveau|fin de l['’]incident|behoben|wiederhergestellt|gelöst|normalbetrieb|wieder (?:verfügbar|erreichbar|online|normal)|entwarnung)\b/i;
/** Words that leave nothing open. */
const FULLY =
  /\b(?:back to normal|returns? to normal|returned to normal|fully (?:restored|resolved|recovered|operational)|all (?:systems|services) (?:are |were )?(?:operational|restored|up|normal)|(?:incident|outage|issue) (?:is |was |has been |marked (?:as )?|declared )?(?:fully )?(?:resolved|closed)|normal (?:operation|service|performance|functionality)\w* (?:was |is |were |has been )?(?:restored|resumed)|full (?:recovery|resolution)|all clear|restablecid[oa] por completo|vuelve a la normalidad|retour à la normale|normalbetrieb|störung behoben)\b/i;
const NOT_YET =
  /\b(?:not (?:yet )?(?:resolv|restor|recover|fix)\w*|unresolved|attempt\w*|trying|tried|partial\w*|begin\w* to|began to|start\w* to|temporar\w*|work(?:ing)? on|no luck|expected|will be|should be|estimated|failed to|unable to|would|persist\w*|ETA)\b/i;

/** What was over is not. */
const STILL =
  /\b(?:still (?:being|causing|fail\w*|seeing|down|affected|experienc\w*|happening|not|an issue|broken|unavailable)|(?:issue|problem|error\w*|outage) (?:persist\w*|continu\w*|return\w*|re-?occur\w*)|again (?:down|fail\w*|unavailable)|(?:down|fail\w*|unavailable) again|sigue (?:sin|fallando)|toujours (?:en panne|indisponible)|weiterhin)\b/i;

type Told = PlacedEntry & { readonly at: Placed };

/** The words of an entry; of one that is a heading or a name, with what stands below. */
function tellOf({ words, below }: PlacedEntry['entry']): string {
  return words.length < 60 && below !== '' ? `${words} ${below}` : words;
}

/** Only what is told first of all is the beginning. */
const FIRST_ENTRIES = 6;

function told({ entries }: Situation): Told[] {
  return entries.filter((each): each is Told => each.at !== undefined && each.entry.isDay !== true);
}

function ofEntry({ entry, at }: Told, sure: Sureness, why: string): Candidate {
  return { at, line: entry.line, told: tellOf(entry), sure, why };
}

export function startInTimeline(situation: Situation): Candidate | undefined {
  const entry = told(situation)
    .slice(0, FIRST_ENTRIES)
    .find(({ entry: { kind, words }, at }) => at.hasClock && (kind === 'started' || STARTS.test(words.slice(0, 200))));
  return entry && ofEntry(entry, 'likely', 'the entry of the timeline that says it began');
}

export function detectionInTimeline(situation: Situation): Candidate | undefined {
  const entries = told(situation);
  const named = entries.find(({ entry }) => entry.kind === 'detected');
  if (named) return ofEntry(named, 'certain', 'the entry of the timeline that is labelled so');
  const start = startInTimeline(situation)?.at.local ?? Number.NEGATIVE_INFINITY;
  const alerts = entries.filter(({ entry }) => DETECTS.test(tellOf(entry).slice(0, 300)));
  const timed = alerts.filter(({ at }) => at.hasClock);
  const [early] = alerts;
  const known = timed.find(({ at }) => at.local >= start) ?? timed[0];
  const first = early && (!known || early.at.day < known.at.day) && start === Number.NEGATIVE_INFINITY ? early : known;
  return first && ofEntry(first, 'likely', 'the first entry of the timeline that tells of an alert or a report');
}

export function endInTimeline(situation: Situation): Candidate | undefined {
  const entries = told(situation);
  const over = entries.find(({ entry, at }) => at.hasClock && OVER.test(tellOf(entry)));
  if (over) return ofEntry(over, 'certain', 'the entry of the timeline that says it ended');
  const named = entries.filter(({ entry }) => entry.kind === 'resolved').at(-1);
  const strong = entries.filter(({ entry, at }) => at.hasClock && FULLY.test(tellOf(entry)) && !NOT_YET.test(entry.words)).at(-1);
  const last =
    strong ?? entries.filter(({ entry, at }) => at.hasClock && RESOLVES.test(tellOf(entry)) && !NOT_YET.test(entry.words)).at(-1);
  const best = last && (!named || last.at.local > named.at.local) ? last : named;
  const isBack = best && entries.some(({ entry, at }) => at.local > best.at.local && STILL.test(tellOf(entry)));
  const isLater = best !== undefined && best.at.local > (entries[0]?.at.local ?? 0);
  if (!best) {
    const eased = entries
      .filter(({ entry, at }) => at.hasClock && (entry.kind === 'mitigated' || /\bmitigated\b/i.test(entry.words)))
      .at(-1);
    return eased && ofEntry(eased, 'guess', 'the last entry of the timeline that says it was mitigated');
  }
  return isLater && !isBack ? ofEntry(best, 'likely', 'the last entry of the timeline that says it was over') : undefined;
}

/** The first entry, without what led up to it days before. */
export function firstEntry(situation: Situation, end: Candidate | undefined): Candidate | undefined {
  const entries = told(situation);
  const near = end ? entries.filter(({ at }) => at.local <= end.at.local && daysApart(at, end.at) < LONGEST_LEAD) : entries;
  const earliest = (list: readonly Told[]): Told | undefined =>
    list.reduce<Told | undefined>((early, each) => (early === undefined || each.at.local < early.at.local ? each : early), undefined);
  const [timed, any] = [earliest(near.filter(({ at }) => at.hasClock)), earliest(near)];
  const first = timed && any && any.at.day < timed.at.day ? any : (timed ?? any);
  return first && ofEntry(first, 'likely', 'the first entry of the timeline');
}

const LONGEST_LEAD = 30;
const FEWEST_FOR_LAST = 3;

export function lastEntry(situation: Situation): Candidate | undefined {
  const entries = told(situation);
  if (entries.length < FEWEST_FOR_LAST) return undefined;
  const last = entries.reduce((late, each) => (each.at.local >= late.at.local ? each : late));
  return ofEntry(last, 'guess', 'the last entry of the timeline; it does not say that it was over');
}

export function kindInTimeline(situation: Situation, kind: 'acknowledged' | 'identified' | 'mitigated'): Candidate | undefined {
  const entry = told(situation).find((each) => each.entry.kind === kind && each.at.hasClock);
  return entry && ofEntry(entry, 'likely', 'the entry of the timeline that is labelled so');
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
  /\b(?:resolv\w*|restor\w*|recover\w*|fix\w*|back|until|by|ended|over|normal\w*|resuelto|résolu\w*|behoben|hasta|jusqu['’][aà]u?|bis)\b[^.;]{0,80}$/i;

/** "By 9:02 we had identified the cause": that was not yet the end. */
const FOUND_THEN =
  /^(?![^.]*\b(?:deleted|removed|reverted|fixed|rolled back|revoked|mitigated|restored)\b)[^.;]{0,40}\b(?:identified|found|understood|begun|began|started|narrowed)\b/i;
/** "At 11:36 the service was fully recovered" */
const RECOVERED_THEN = /^[^.;,]{0,50}\b(?:fully (?:recovered|restored|operational|resolved)|returned to normal|back to normal)\b/i;

/** A moment of the summary: "At 4:11 AM UTC on November 24th, … By 9:30 AM UTC, …". */
export function toldMoment(situation: Situation, which: 'start' | 'end' | 'detection'): Candidate | undefined {
  for (const line of storyLines(situation.page)) {
    if (line.kind === 'code' || line.kind === 'row') continue;
    for (const found of momentsIn(line)) {
      const before = line.words.slice(Math.max(0, found.start - 90), found.start);
      if (!found.clock || !matches(which, before, line.words.slice(found.end, found.end + 90))) continue;
      const at = placeMoment(found, situation.clocks);
      if (at) return { at, line, sure: 'likely', why: 'a time in the summary' };
    }
  }
  return undefined;
}

function matches(which: 'start' | 'end' | 'detection', before: string, after: string): boolean {
  if (which === 'end') return (ENDS_AT.test(before) && !FOUND_THEN.test(after)) || RECOVERED_THEN.test(after);
  if (which === 'detection')
    return /\b(?:detect\w*|notic\w*|discover\w*|alert\w*|report\w*|détect\w*|bemerk\w*|erkannt)\b[^.;]{0,40}$/i.test(before);
  return BEGINS_AT.test(before) && !ENDS_AT.test(before) && !/^[^.]*\b(?:resolv|restor|recover|fix)/i.test(after.slice(0, 30));
}

const ALERTED = /\b(?:alerted|paged|(?:was|were) (?:detected|noticed|notified)|first noticed|became aware)\b[^.;]{0,80}$/i;

/** Whatever part of the text says it: "Our engineers were alerted … at 08:19". */
export function detectionAnywhere(situation: Situation): Candidate | undefined {
  for (const line of situation.page.lines) {
    if (line.kind !== 'text' && line.kind !== 'item') continue;
    for (const found of momentsIn(line)) {
      if (!found.clock || !ALERTED.test(line.words.slice(Math.max(0, found.start - 120), found.start))) continue;
      const at = placeMoment(found, situation.clocks);
      if (at) return { at, line, sure: 'guess', why: 'a sentence that says when somebody was alerted' };
    }
  }
  return undefined;
}

export function asReceipt({ at, line, sure, why }: Candidate): Receipt<string> {
  return receipt(at.iso, line, { sure, why });
}
