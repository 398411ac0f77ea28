// When it began, was noticed and was over, as the entries of the timeline tell.
import type { Sureness } from '../../model.ts';
import { daysApart, type Placed, type PlacedEntry } from '../times/place.ts';
import type { Candidate, Situation } from './situation.ts';

const STARTS =
  /\b(?:outage|incident|impact|problem|issue|disruption|downtime|degradation) (?:start|starts|started|begins?|began|beginning)\b|\b(?:start|beginning|onset) of (?:the )?(?:incident|outage|impact|disruption|downtime)\b|\b(?:incident|outage) start\b|\b(?:comienza|empieza|inicia|se inicia) (?:el |la )?(?:incidente|incidencia|ca[ií]da|interrupci[oó]n)\b|\bdébut (?:de l['’]incident|de la panne|de l['’]interruption|des erreurs)\b|\b(?:beginn|start) (?:des|der) (?:vorfalls|ausfalls|störung)\b/i;
const OVER = /\b(?:outage|impact|downtime|disruption) (?:end|ends|ended|over)\b|\bend of (?:the )?(?:outage|impact|disruption)\b/i;
const DETECTS =
  /^investigating\b|\b(?:alert(?:s|ed|ing)?|alarms?|pages?|paged|pager\w*|detect\w*|notic\w*|monitoring (?:system|tool|alert|show|detect|report|check|probe|page|tell|told|flag|warn|rais|pick|trigger|dashboard|software|team|notif)\w*|from (?:the |our )?monitoring|(?:issue|bug|thread) (?:is |was )?(?:opened|filed|reported)|opens? (?:an? )?issue|not(?:ar|an|an?ron|ó)\b|(?:gets?|got) (?:an? |the )(?:e-?mail|mail|page|text|sms|call|alert)\b|monitors?|report(?:ed|ing)|(?<!\b(?:the|an?|this|that|ad|daily|monthly|of|bug|incident) )reports?(?! (?:jobs?|pages?|generation|runs?|services?|servers?)\b)|asks? (?:about|why|whether|if|in)|asked (?:about|why|whether|in)|sees|spots|spotted|support cases?|(?:opens?|opened|raises?|raised) an? (?:\w+ )?case|complain\w*|discover\w*|observ\w*|tickets?|(?:became|made|becomes?|were|was) aware|saw|pingdom|notified|calling (?:me|us)|writes? (?:in|to)|(?:uptime ?robot|pingdom|statuscake|nagios|zabbix|grafana|datadog|sentry|new relic) (?:says?|said|shows?|fires?|fired|goes|went)|(?:first|phone|customer) calls?|(?:customers?|users?|clients?) (?:called|phoned|rang|wrote|e-?mailed|tweeted)|first (?:exceptions?|errors?|failures?|complaints?|tweets?|reports?|tickets?)|(?:posts?|posted|tweets?|tweeted) (?:about|in|on|that)|(?:phones|phoned|rings|rang) (?:the|our|up|in)|premiers? (?:appels?|signalements?)|appels? d(?:[ue]s?|['’])|llamadas? de|anrufe? (?:von|aus|der|des)|prim(?:er|era) (?:aviso|llamada)|erste[rn]? (?:meldung|anruf|beschwerde)|receiv\w* (?:an? |the )?(?:e-?mails?|warnings?|calls?|messages?|notifications?)|customers? contact\w*|alerta\w*|detecta\w*|detect[oó]|reporta\w*|report[oó]|reclamos?|reclamaci\w+|quejas?|plaintes?|réclamations?|beschwerden?|reklamationen?|avis\w*|notific\w*|alerte\w*|détect\w*|signal\w*|constat\w*|remont\w*|alarm\w*|meldung\w*|melde\w*|gemeldet|bemerk\w*|entdeck\w*|erkannt)\b/i;
/** That errors began is not yet that somebody knew: words that count only where no alert is told of. */
const FIRST_SIGNS = /\bfirst (?:exceptions?|errors?|failures?)\b/gi;
export const RESOLVES =
  /\b(?:resolv\w*|resolution|restor\w*|recover\w*|back (?:to normal|online|up|in service)|all clear|fully operational|normal operations?|return(?:s|ed|ing)? to (?:normal|\w+ operation)|all systems operational|(?:fix|patch|hotfix) (?:is |was |has been )?(?:deployed|released|rolled out|live|applied|shipped|merged and deployed)|self-?heal\w*|confirmed working|(?:incident|outage) (?:end|ends|ended|closed|over)|end of (?:the )?(?:incident|outage)|service(?:s)? (?:is|are|was|were)? ?(?:up|normal|available|online|healthy)|fixed|averted|works? again|(?:is|are|was|were) back\b|(?:up|fast|fine|healthy|available|green|online|reachable|working|ok|okay|responsive|usable|open|connected|processed|processing|served|serving|delivered) again|stable|resuelt\w*|resuelve|restablec\w*|recuper\w*|normaliza\w*|vuelve a (?:funcionar|la normalidad)|solucionad\w*|résolu\w*|rétabli\w*|retour à la normale|de nouveau|fin de l['’]incident|behoben|wiederhergestellt|gelöst|normalbetrieb|wieder (?:verfügbar|erreichbar|online|normal)|entwarnung)\b/i;
/** Words that leave nothing open. */
const FULLY =
  /\b(?:back to normal|returns? to normal|returned to normal|fully (?:restored|resolved|recovered|operational)|all (?:systems|services) (?:are |were )?(?:operational|restored|up|normal)|(?:incident|outage|issue) (?:is |was |has been |marked (?:as )?|declared )?(?:fully )?(?:resolved|closed)|normal (?:operation|service|performance|functionality)\w* (?:was |is |were |has been )?(?:restored|resumed)|full (?:recovery|resolution)|all clear|restablecid[oa] por completo|vuelve a la normalidad|retour à la normale|normalbetrieb|störung behoben)\b/i;
const NOT_YET =
  /\b(?:not (?:yet )?(?:resolv|restor|recover|fix)\w*|unresolved|attempt\w*|trying|tried|partial\w*|begin\w* to|began to|start\w* to|temporar\w*|work(?:ing)? on|no luck|expected|will be|should be|estimated|failed to|unable to|would|persist\w*|ETA)\b/i;

/** What was over is not. */
const STILL =
  /\b(?:still (?:being|causing|fail\w*|seeing|down|affected|experienc\w*|happening|not|an issue|broken|unavailable)|(?:issue|problem|error\w*|outage) (?:persist\w*|continu\w*|return\w*|re-?occur\w*)|again (?:down|fail\w*|unavailable)|(?:down|fail\w*|unavailable) again|sigue (?:sin|fallando)|toujours (?:en panne|indisponible)|weiterhin)\b/i;

export type Told = PlacedEntry & { readonly at: Placed };

/** The words of an entry; of one that is a heading or a name, with what stands below. */
export function tellOf({ words, below }: PlacedEntry['entry']): string {
  return words.length < 60 && below !== '' ? `${words} ${below}` : words;
}

/** Only what is told first of all is the beginning. */
const FIRST_ENTRIES = 6;

export function told({ entries }: Situation): Told[] {
  return entries.filter((each): each is Told => each.at !== undefined && each.entry.isDay !== true);
}

export function ofEntry({ entry, at }: Told, sure: Sureness, why: string): Candidate {
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
  const signs = entries.filter(({ entry }) => DETECTS.test(tellOf(entry).slice(0, 300)));
  const noticed = signs.filter(({ entry }) => DETECTS.test(tellOf(entry).slice(0, 300).replace(FIRST_SIGNS, ' ')));
  const alerts = noticed.some(({ at }) => at.hasClock) ? noticed : signs;
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

/** What is said of it afterwards is no part of it. */
const TELLS_OTHERS =
  /\b(?:(?:public|official|press) (?:statement|announcement|release)|(?:blog|public) post\b|post-?mortem (?:published|meeting|held|written|posted)|review meeting|(?:published|posted|announced) (?:on|in|to) (?:the|our|twitter|x|the blog))/i;

export function lastEntry(situation: Situation): Candidate | undefined {
  const entries = told(situation);
  if (entries.length < FEWEST_FOR_LAST) return undefined;
  const told_ = entries.filter(({ entry }) => !TELLS_OTHERS.test(tellOf(entry)));
  const last = (told_.length > 0 ? told_ : entries).reduce((late, each) => (each.at.local >= late.at.local ? each : late));
  return ofEntry(last, 'guess', 'the last entry of the timeline; it does not say that it was over');
}
