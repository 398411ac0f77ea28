// Who or what noticed first, and what set the incident off.
import type { DetectionSource } from '../../core/model/incident.ts';
import type { Receipt } from '../model.ts';
import { aboutOf } from './layout/outline.ts';
import type { Candidate, Situation } from './milestones/situation.ts';
import { sentenceAround } from './milestones/told.ts';
import { fieldsNamed, type Page, receipt, sectionsOf } from './page.ts';
import type { Placed, PlacedEntry } from './times/place.ts';

const SOURCES: readonly (readonly [DetectionSource, RegExp])[] = [
  [
    'monitoring',
    /\b(?:monitor\w*|alert\w*|alarm\w*|pagerduty|pingdom|datadog|grafana|prometheus|nagios|zabbix|new relic|sentry|cloudwatch|opsgenie|dashboards?|health ?checks?|automated|synthetic|uptime ?robot|paged(?! by)|pager storm|monitoreo|monitorización|alerta\w*|supervision|surveillance|alerte\w*|überwachung|warnung\w*)\b/i,
  ],
  [
    'customer',
    /\b(?:customers?|users?|clients?|support tickets?|complain\w*|tickets? from|usuarios?|clientes?|utilisateurs?|clients?|kunden?|nutzer\w*|benutzer\w*|anwender\w*)\b/i,
  ],
  ['vendor', /\b(?:vendor|provider|supplier|hosting company|aws support|ovh|proveedor|fournisseur|hébergeur|anbieter|dienstleister)\b/i],
  [
    'employee',
    /\b(?<!paged (?:the |our )?)(?:engineers?|developers?|employees?|colleague|staff|team(?: member)?s?|on-?call|sres?(?= (?:paged|noticed|saw|found|spotted)\b)|operators?|admin\w*|ingenier\w+|desarrollador\w*|equipo|ingénieurs?|développeurs?|équipe|entwickler\w*|mitarbeiter\w*|kolleg\w+)\b(?!(?: \w+)? (?:was|were|got) (?:paged|alerted|notified))(?!(?: (?!then\b|also\b|\w+ly\b)[\w-]+)?(?: \([^()]{1,40}\))? (?:paged|alerted|notified)(?:\s*(?:$|[.,;:()–—-])| (?:\d|(?:by|at|for|about|via|from|through|because|due|after|on|with|when|and|automatically|again|immediately)\b)))/i,
  ],
  ['chance', /\b(?:by chance|by accident|accidentally|happened to|por casualidad|par hasard|zufällig)\b/i],
];
const FIELD =
  /^(?:detected by|detection method|detection source|detection|how detected|identified|how was (?:the )?(?:issue|incident|problem|outage) detected|how was it detected|reported by|detectado por|detección|método de detección|détecté par|détection|erkannt durch|entdeckt durch|gemeldet von|entdeckt von)$/;
const TRIGGER_FIELD = /^(?:trigger|triggered by|triggering event|desencadenante|disparador|déclencheur|auslöser)$/;
const LONGEST_TRIGGER = 200;

export function readDetection({ page, entries }: Situation, detected: Candidate | undefined): Receipt<DetectionSource> | undefined {
  for (const { value, line, section, name } of fieldsNamed(page, FIELD)) {
    if (['action_items', 'lessons', 'timeline'].includes(aboutOf(section) ?? '')) continue;
    const source = sourceIn(value);
    if (source) return receipt(source, line, { sure: 'certain', why: `label "${name}"` });
  }
  for (const section of sectionsOf(page, 'detection')) {
    for (const line of section.lines) {
      const source = line.kind === 'code' ? undefined : sourceIn(line.words);
      if (source) return receipt(source, line, { sure: 'likely', why: `section "${section.title ?? ''}"` });
    }
  }
  const source = detected && sourceIn(detected.told ?? detected.line.words);
  if (source) return receipt(source, detected.line, { sure: 'likely', why: 'the entry that tells how it was noticed' });
  return sourceAtMinute(entries, detected) ?? toldSource(page);
}

/** What an entry says of somebody or something that noticed: an entry of the same minute may as well tell what broke. */
const NOTICING =
  /\b(?:alert\w*|alarm\w*|paged?|report(?:s|ed|ing)?|notic(?:e|es|ed)|detect(?:s|ed)?|spot(?:s|ted)?|observed?|discover(?:s|ed)|complain\w*|tickets?|call(?:s|ed)|told|tells|flag(?:s|ged)|monitor\w* (?:shows?|showed|fires?|fired|sees|saw))\b/i;

/** "Detected: 10:52" beside "10:52 Alert: error rate": the label gives the time, the entry what noticed. */
function sourceAtMinute(entries: readonly PlacedEntry[], detected: Candidate | undefined): Receipt<DetectionSource> | undefined {
  if (!detected?.at.hasClock) return undefined;
  const minute = minuteOf(detected.at);
  for (const { entry, at } of entries) {
    if (!at?.hasClock || minuteOf(at) !== minute) continue;
    const told = entry.words
      .slice(0, 600)
      .split(/[;,]\s|[.]\s/)
      .find((clause) => NOTICING.test(clause));
    const source = told === undefined ? undefined : sourceIn(told);
    if (source) return receipt(source, entry.line, { sure: 'likely', why: 'the entry of the minute it was detected' });
  }
  return undefined;
}

/** With its zone: the same clock in another zone is another minute. */
function minuteOf({ iso }: Placed): string {
  return iso.replace(/(T\d\d:\d\d):[\d.]+/, '$1');
}

/** "We found out because a customer called", "a customer told us", "our monitoring noticed": whatever part of the story says it. */
const NOTICED =
  /\bfound out\b[^.;]{0,30}\b(?:because|when|from|through|via|after|by|thanks to)\b|\b(?:customers?|users?|clients?) (?:first )?(?:told us|let us know|alerted us|called us|contacted us)\b|\bour monitoring (?:system )?(?:noticed|detected|told us|alerted)\b/i;

function toldSource(page: Page): Receipt<DetectionSource> | undefined {
  for (const { lines } of page.sections.filter((section) => !['action_items', 'lessons', 'closing'].includes(aboutOf(section) ?? ''))) {
    for (const line of lines) {
      const match = line.kind === 'text' || line.kind === 'item' ? NOTICED.exec(line.words.slice(0, 3000)) : null;
      const source = match && sourceIn(sentenceAround(line.words, match.index));
      if (source) return receipt(source, line, { sure: 'likely', why: 'a sentence that says how it was noticed' });
    }
  }
  return undefined;
}

/** The source named first; "a customer reported an alert" is the customer's. Who was paged did not notice, what paged did. */
function sourceIn(words: string): DetectionSource | undefined {
  let best: { source: DetectionSource; at: number } | undefined;
  for (const [source, pattern] of SOURCES) {
    const at = words.slice(0, 600).search(pattern);
    if (at >= 0 && (best === undefined || at < best.at)) best = { source, at };
  }
  return best?.source;
}

export function readTrigger(page: Page): Receipt<string> | undefined {
  const [field] = fieldsNamed(page, TRIGGER_FIELD).filter(({ value }) => value !== '' && !/^(?:n\/?a|tbd|unknown|none|-+)$/i.test(value));
  if (!field) return undefined;
  const [first = ''] = field.value.split(/(?<=[.!?])\s|; /, 1);
  return receipt(first.slice(0, LONGEST_TRIGGER), field.line, { sure: 'certain', why: `label "${field.name}"` });
}
