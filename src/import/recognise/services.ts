// What was affected: under a label; else what the title calls out of order.
import type { Receipt } from '../model.ts';
import type { Line } from './layout/lines.ts';
import { aboutOf } from './layout/outline.ts';
import { storyLines } from './milestones/told.ts';
import { fieldsNamed, type Page, receipt } from './page.ts';

const FIELD =
  /^(?:affected|betroffen|product areas?|affected areas?|this incident affected|(?:affected|impacted) (?:services?|systems?|products?|components?|applications?|apps?)|(?:services?|systems?|products?|components?|applications?)(?: (?:affected|impacted|involved))?|service name|what (?:service|services) (?:was|were) (?:down|down slow|affected|impacted)|what service was down and slow|servicios? afectados?|sistemas? afectados?|servicios?|services? (?:impactés?|touchés?|affectés?)|betroffene[rs]? (?:dienste?|systeme?|services?|komponenten?)|dienste?|system)$/;
const NOTHING = /^(?:|-+|n\/?a|none|tbd|unknown|all|<.*>|\[.*\])$/i;
/** Whom it affected is no service. */
const PEOPLE = /\b(?:users?|customers?|clients?|everyone|everybody|people|nobody|employees|kunden|nutzer|\d+(?:[.,]\d+)?\s?%)(?![\p{L}])/iu;
/** "Checkout API outage", "Outage of the checkout API", "checkout service is down" */
const BEFORE =
  /^(?:summary of |the |our |partial |total |complete |major |minor |brief )*(.{2,60}?)\s+(?:(?:service |partial |total |major |api |site |website )?(?:outage|downtime|unavailab\w+|incident|degradation|disruption|interruption|failure|outages|down|crash\w*|latency|slowdown|delays?|errors?|is down|was down|were down|not working|unreachable|offline)|event(?= in\b))\b/i;
const AFTER =
  /\b(?:outage|downtime|interruption|disruption|degradation|failure|unavailability|incident|problem|caída|interrupción|fallo|panne|interruption|indisponibilité|ausfall|störung) (?:incident )?(?:of|on|in|at|with|for|affecting|de|del|de la|en|du|de l['’]|des|von|der|bei)\s+(?:the |our |el |la |le |les )?(.{2,60}?)(?=$|\s[-–—(:|]|,|\.|\s(?:on|due|caused|after|by|from|during|el|le|am)\s)/i;
/** `~"Service::Gitaly"`, as trackers write their labels. */
const TRACKER_LABEL = /~"?(?:[\w -]+::)?([\w -]+)"?\s*,?/g;
/** "signing service 2022-09-02", "Checkout API v2: …": a name whose noun says that it is one. */
const OWN_NOUN =
  /^(?:the |our )?((?:[\p{L}\d.&'-]+ ){1,3}(?:service|API|gateway|portal|dashboard|platform|cluster|registry|pipeline))(?=$|[\s:,–—-]+(?:\d|$|[–—-]))/iu;
/** "Catalogue Search Postmortem (incident #871)" */
const OF_PAPER = /^(\p{Lu}[\p{L}\d.&'-]*(?: \p{Lu}[\p{L}\d.&'+-]*){0,3}) Post-?[Mm]ortem\b/u;
/** "Login loop on partner portal": what stands behind has a noun that says what it is. */
const AT_END =
  /\s(?:on|in|at|of|for|from|to|across)\s(?:the |our |all )?((?:[\p{L}\d.&'’/-]+ ){0,3}(?:portal|app|apps|API|service|platform|site|website|store|shop|gateway|database|cluster|dashboard|queue|pipeline|registry))(?=$|[\s,(]*(?:$|on\b|in\b|at\b|\d|[–—-]))/iu;
/** "Build agents stuck", "pagos con tarjeta rechazados": what is said to be in a state that nothing should be in. */
const IN_A_STATE =
  /^(?:the |our )?((?:[\p{L}\d.&'’/-]+\s){1,4}?)(?:missing|stuck|reject(?:ed|ing)|refus(?:ed|ing)|lost|dropp(?:ed|ing)|slow|late|delayed|unresponsive|unavailable|unreachable|offline|broken|empty|fail(?:ed|ing|s)|out of (?:sync|date|order)|serving|returning|stalled|disabled|blocked|expired|degraded|timing out|not [\p{L}]+(?:ing|ed)|silently [\p{L}]+|sent (?:to|twice)|indisponibles?|inaccessibles?|en panne|lent[oae]?s?|caíd[oa]s?|rechazad[oa]s?|inaccesibles?|nicht erreichbar|nicht verfügbar|ausgefallen|gestört|langsam)(?![\p{L}])/iu;
/** "What happened to image uploads last Thursday" */
const HAPPENED_TO = /^what happened (?:to|with) (?:the |our )?(.{3,40}?)(?=$|\s(?:on|last|yesterday|this|in)\b|[?,])/i;
/** "Störungsbericht Kassensystem" */
const REPORT_OF =
  /^\p{L}*(?:störungs|vorfalls|ausfall|incident-?)bericht\s(?:zum |zur |für |über )?(\p{Lu}[\p{L}\d-]+(?: \p{Lu}[\p{L}\d-]+)?)$/iu;
/** A name with a noun that only things people use have. */
const NAMED =
  /\b(?:[Tt]he|[Oo]ur|to|[Mm]ost|all|of|el|la|le|notre|nuestr[oa]|unser(?:e|en)?)\s+((?:\p{Lu}[\p{L}\p{N}.&'-]*\s){1,4}(?:APIs?|[Pp]latform|[Ss]ervices?|[Ww]ebsite|[Ss]ite|[Aa]pp|[Aa]pplication|SDK|UI|[Dd]ashboard|[Pp]ortal|[Dd]atabase|[Cc]luster|[Mm]anager|[Gg]ateway|[Bb]ackend|[Ff]rontend|[Ss]tore|[Ss]ystem))\b/u;
/** "The sign-in page became unavailable" */
const SUBJECT =
  /(?:^|[.!?]\s+)(?:(?:The|Our|All|Most)\s)?((?:[\p{L}\p{N}._-]+\s){0,4}[\p{L}\p{N}._-]+)\s(?:became|was|were|went|is|are)\s(?:(?:completely|partially|fully|totally|temporarily|intermittently|very|not)\s)?(?:inaccessible|unavailable|unreachable|down|offline|degraded|unresponsive|broken|available|accessible|reachable)\b/u;
/** "beta.example.org": a host that the text names, not the address of a link. */
const HOST =
  /(?<![\p{L}\p{N}@/.-])((?:[a-z0-9-]{2,30}\.){1,3}(?:com|org|net|io|dev|app|co|ai|cloud|gov|edu|fr|de|es|uk|eu))(?![\p{L}\p{N}/:@-]|\.\p{L})/iu;
const SMALL =
  /\b(?:the|our)\s+((?:checkout|payments?|login|search|sign-?up|authentication|auth|billing|order\w*|upload|e-?mail|messag\w+|booking|notification|registration)(?:\s(?:process|flow|service|api|page|system|pipeline|endpoint))?)\b/i;
const GENERIC =
  /^(?:web ?stack|service|web service|web|website|site|system|server|servers|application|app|incident|major|minor|platform|network|production|the|a|an|issue|summary|unexpected|unplanned|unscheduled|scheduled|planned|emergency|internal|load balancer|database|root cause|first|recent|total|full|partial|summary of|multiple|our|it|they|users?|post|fake|following|web stack debugging|web application|user|customer|security|data|disclosure|leaked|customer data|elevated|increased|high|intermittent|degraded|partial)$/i;
const MOST = 12;

export function readServices(page: Page, title: Line | undefined, name: string | undefined): Receipt<readonly string[]> | undefined {
  return labelled(page) ?? ofTitle(title, name) ?? ofStory(page) ?? acronym(title, name) ?? ofSubject(title, name);
}

function labelled(page: Page): Receipt<readonly string[]> | undefined {
  for (const { value, line, section, name } of fieldsNamed(page, FIELD)) {
    if (
      ['action_items', 'timeline', 'lessons', 'supporting'].includes(aboutOf(section) ?? '') ||
      (line.kind === 'row' && (line.cells?.length ?? 0) > 4)
    )
      continue;
    const names = value
      .replace(TRACKER_LABEL, '$1, ')
      .split(/\s*[,;•]\s*|\s+(?:and|y|et|und)\s+/)
      .map((each) =>
        each
          .replace(/\([^)]*\)?/g, '')
          .replace(/[.\s]+$/, '')
          .trim(),
      )
      .filter((each) => !NOTHING.test(each) && !PEOPLE.test(each) && each.length <= 60 && each.split(' ').length <= 6);
    if (names.length > 0 && names.length <= MOST) return receipt(names, line, { sure: 'certain', why: `label "${name}"` });
  }
  return undefined;
}

/** "INC-88 Login latency": what a tracker calls it is no service. */
const TRACKER_KEY = /^\[?[A-Z]{2,10}[-#]\d[\d-]{0,12}\]?\s*[:–—-]?\s+/;

function ofTitle(line: Line | undefined, whole: string | undefined): Receipt<readonly string[]> | undefined {
  if (!line || whole === undefined) return undefined;
  const title = whole.replace(TRACKER_KEY, '');
  const name = [
    HOST.exec(title)?.[1],
    AFTER.exec(title)?.[1],
    BEFORE.exec(title)?.[1],
    OWN_NOUN.exec(title)?.[1],
    OF_PAPER.exec(line.words)?.[1],
    HAPPENED_TO.exec(title)?.[1],
    REPORT_OF.exec(title)?.[1],
  ]
    .map((each) => each && bare(each))
    .find((each) => each !== undefined && each !== '');
  return name ? receipt([name], line, { sure: 'guess', why: 'the title says it was out of order' }) : undefined;
}

/** Where neither a label nor the story names one: what the title speaks of. */
function ofSubject(line: Line | undefined, whole: string | undefined): Receipt<readonly string[]> | undefined {
  const title = whole?.replace(TRACKER_KEY, '') ?? '';
  const name = [AT_END.exec(title)?.[1], IN_A_STATE.exec(title)?.[1]].map((each) => each && bare(each)).find(Boolean);
  return line && name ? receipt([name], line, { sure: 'guess', why: 'what the title speaks of' }) : undefined;
}

const DAY = /^(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(?: \d{1,2})?$/i;

function bare(name: string): string {
  const words = name
    .replace(/^["“'‘]|["”'’]$/g, '')
    .replace(
      /^(?:(?:unplanned|unexpected|widespread|total|partial|complete|major|brief|prolonged|intermittent|sudden|the|our|an?)\s)+/i,
      '',
    )
    .replace(/^[ld]['’](?=\p{L})/iu, '')
    .replace(/\s+(?:service|api|system)?\s*$/i, (end) => (/^\s+$/.test(end) ? '' : end))
    .trim();
  return GENERIC.test(words) || DAY.test(words) || words.split(' ').length > 5 || /\d{4}/.test(words) ? '' : words;
}

function ofStory(page: Page): Receipt<readonly string[]> | undefined {
  const alerts = page.sections.filter((section) => aboutOf(section) === 'detection').flatMap(({ lines }) => lines);
  for (const line of [...storyLines(page), ...alerts]) {
    if (line.kind === 'code' || line.kind === 'row') continue;
    const words = line.words.slice(0, 1500);
    const name = SUBJECT.exec(words)?.[1] ?? HOST.exec(words)?.[1] ?? NAMED.exec(words)?.[1]?.trim() ?? SMALL.exec(words)?.[1];
    if (name && !GENERIC.test(name)) return receipt([name], line, { sure: 'guess', why: 'the first thing the summary names' });
  }
  return undefined;
}

const COMMON =
  /^(?:[A-Z]|The|Two|Three|One|A|An|All|Some|Multiple|Several|Lack|Loss|High|Low|Incident|Update|Warning|Suspected|Post|Web|When|Why|How|What)\b/;

/** A title that begins with the name of a system: "ADFS Outage", "Hellman Kubernetes cluster node deletion". */
function acronym(line: Line | undefined, title: string | undefined): Receipt<readonly string[]> | undefined {
  const name =
    title && /^(?:[A-Z]{2,10}[-#]\d[\d-]{0,12}\s*[:–—-]?\s+)?((?:\p{Lu}[\p{L}\d.]*\s){1,3})(?=\p{Ll})/u.exec(`${title} `)?.[1]?.trim();
  const isName = name && (/\p{Lu}.*\p{Lu}/u.test(name) || name.includes(' ')) && !GENERIC.test(name) && !COMMON.test(name);
  return line && isName ? receipt([name], line, { sure: 'guess', why: 'the title begins with its name' }) : undefined;
}
