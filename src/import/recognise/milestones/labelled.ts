// When it began, was noticed and was over, as labels say.
import type { Milestone } from '../../../core/model/timestamp.ts';
import { aboutOf } from '../layout/outline.ts';
import { fieldsNamed } from '../page.ts';
import { findMoments } from '../times/find.ts';
import { placeMoment } from '../times/place.ts';
import { RESOLVES } from './in-timeline.ts';
import type { Candidate, Situation, Span } from './situation.ts';
import { spanIn } from './stretch.ts';

const FIELDS: Readonly<Record<Milestone, RegExp>> = {
  started:
    /^(?:(?:incident|outage|impact|event|issue|problem|fault|disruption|downtime|service) )?(?:start(?:ed)?|start(?:ing)? (?:time|date)|start date(?: and)? time|started (?:at|on)|began|begins?|beginning|begin time|time started|time of start|onset|fault occurs|occurred(?: at)?|time of occurrence|first occurrence|opened(?: at| on)?)$|^(?:time of (?:the )?(?:incident|outage|failure|event)|(?:incident|outage|event) time)$|^(?:start|beginning|onset) of (?:the )?(?:incident|outage|impact|issue|event|disruption)$|^(?:inicio|comienzo|hora de inicio|inicio del incidente|fecha de inicio|comenzó|début|debut|heure de début|début de l ?incident|date de début|beginn|start des vorfalls|beginn des vorfalls|startzeit|anfang)$/,
  detected:
    /^(?:(?:incident|outage|issue|problem|first|fault|alert) )?(?:detected|detected (?:at|on)|detect(?:ion)? time|time detected|time of detection|time to detection at|discovered|noticed|first detected|first alert|alert time|date detected|detected date|detection date|reported at|time reported|fault detected)$|^when was (?:the )?(?:issue|incident|problem|outage) (?:detected|discovered|noticed)$|^(?:detectado|detectado a las|hora de detección|fecha de detección|détecté|détecté à|heure de détection|date de détection|erkannt|entdeckt|bemerkt|erkannt um|zeitpunkt der erkennung)$/,
  acknowledged: /^(?:acknowledged|acked|time acknowledged|acknowledged at|incident declared|declared|declared at|escalated at)$/,
  identified: /^(?:cause identified|root cause identified|identified at|time identified|diagnosed(?: at)?)$/,
  mitigated: /^(?:mitigated|mitigated at|mitigation time|time mitigated|time of mitigation|impact ended|repaired|repaired at)$/,
  resolved:
    /^(?:(?:incident|outage|impact|event|issue|problem|fault|disruption|downtime|service|fully) )?(?:end(?:ed)?|end(?:ing)? (?:time|date)|end date(?: and)? time|ended (?:at|on)|resolved|resolved (?:at|on)|resolution time|resolution date|time resolved|time of resolution|(?:time |service )?restored(?: at| on)?|time of restoration|restoration time|recovered|recovered at|recovery time|service restored|fixed at|closed|date resolved|finish(?:ed)?|all clear)$|^end of (?:the )?(?:incident|outage|impact|issue|event|disruption)$|^(?:fin|hora de fin|fin del incidente|fecha de fin|resuelto|resolución|finalización|término|heure de fin|fin de l ?incident|date de fin|résolu|résolu à|rétabli|ende|ende des vorfalls|endzeit|behoben|gelöst|behoben um|status)$/,
};

const SPAN_FIELD =
  /^(?!when (?:was|were|did) .*\b(?:detect|discover|notic|fix|resolv|mitigat|repair|restor)\w*)(?:(?:incident|outage|total|approximate|customer|user|impact|downtime) ){0,2}(?:duration|date|dates|date and time|date time|time|times|when|window|period|timeframe|time frame|time range|downtime|outage|incident window|outage window|time of (?:the )?(?:incident|outage|impact)|incident date|date of (?:the )?(?:incident|outage)|occurred)\b(?! to)|^(?:duration|timing|dates?) (?:of|and)\b|^(?:duración|fecha|fecha y hora|período|periodo|durée|date|période|quand|dauer|datum|zeitraum|wann)\b/;
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
