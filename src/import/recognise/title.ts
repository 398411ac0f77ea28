// What the document calls the incident: its first heading, a line above everything, a label; never the name of the form it fills in.
import type { Receipt } from '../model.ts';
import type { Line } from './layout/lines.ts';
import { nameOf } from './layout/outline.ts';
import { headingRoles, isUsualHeading } from './layout/roles.ts';
import { fieldsNamed, momentsIn, type Page, receipt } from './page.ts';
import { looksLikeName } from './people.ts';

const PREFIX =
  /^(?:[^\p{L}\p{N}]*(?:(?:0x[0-9a-f]+\.?\s*)?(?:incident |outage |blameless |public |security )?(?:post[\s-]?mortem|post[\s-]?incident)\]?(?: (?:report|review|analysis|document|summary))?|incident (?:report|review|summary|analysis|report #?\d+)|(?:incident|outage|vorfall|störung|incidente|incidencia)(?=\s*[:–—])|\p{L}*bericht(?=\s*[:–—])|(?:rca|root cause analysis|outage report|correction of errors?|coe|(?:five|5) whys|8d report|(?:service )?(?:disruption|interruption) report|compte[- ]rendu d['’]incident|informe de incidente|rapport d['’]incident|vorfallsbericht|informe|bericht))\s*(?:[:|–—-]+|(?<=\])|\b(?:of|for|on|about|de|du|zum|zur|sobre)\b(?: the)?)\s*)+/iu;
/** "PM-2014-31: Uploads fail", "INC 512: …": what a tracker calls it stands where labels stand. */
const NUMBERED = /^[A-Z]{2,10}[-# ]?\d[\d-]{0,12}\s?:\s/;
/** Marks of a state or a kind in brackets. */
const TAG = /^\[(?:resolved|closed|fixed|draft|final|done|sev[\s-]?\d|p\d|pm|post-?mortem|incident|outage)\]\s*/i;
const SUFFIX = /\s*[-–—:|(]*\s*(?:incident )?(?:post[\s-]?mortem|incident report|rca)(?: report)?\)?\s*$/i;
/** Names of forms and exercises. */
const FORM =
  /^[^\p{L}\p{N}]*(?:0x[0-9a-f]+\.?\s*)?(?:(?:my |first |sample |example |a |the |incident |outage |blameless |unscheduled |unplanned |scheduled |our |web stack |project )*(?:post[\s-]?mortem|postmortem|incident|outage|rca|root cause analysis|post[\s-]?incident review)s?(?: (?:report|review|analysis|document|summary|template|project|task))*|incident report|readme|report|title|untitled|summary|postmortem\.md|informe|rapport|bericht)?[^\p{L}\p{N}]*$/iu;
const TITLE_FIELD =
  /^(?:title|incident title|incident name|incident|issue|subject|name|título|titulo|titre|titel|betreff|asunto|objet|summary title|headline)$/;
/** "Re: [infra-announce] …": what mail programs and lists put before a subject. */
const MAIL_TAGS = /^(?:(?:re|fwd?|aw|wg|rv|tr)\s*:\s*|\[[\w .-]{2,40}\]\s*)+/i;
const SURE_FIELD =
  /^(?:title|incident title|incident name|subject|título|titulo|titre|titel|betreff|asunto|objet|post ?mortem|incident report)$/;
const REPORT = /\b(?:incident|outage) report for (?:the )?(.{5,90}?\b(?:outage|incident|disruption|downtime|interruption|failure))\b/i;
const GREETING =
  /^(?:dear|hi|hello|hey|good (?:morning|evening)|liebe|hallo|bonjour|estimad|hola|sehr geehrte|chers?|from|to|cc|sent)\b|,$/i;
const LONGEST = 200;
const MOST_WORDS = 22;
/** Titles stand at the top. */
const FIRST_LINES = 12;

export function readTitle(page: Page): Receipt<string> | undefined {
  return (
    headingTitle(page) ?? labelTitle(page, SURE_FIELD, 12) ?? topLine(page) ?? labelTitle(page, TITLE_FIELD, 40) ?? sentenceTitle(page)
  );
}

export const FIRST_HEADING = 'the first heading';

function headingTitle(page: Page): Receipt<string> | undefined {
  const name = nameOf(page.lines);
  const whole = name && cleaned(name.words);
  if (name && whole !== undefined && isNamed(name.words, whole) && !isQuiet(page, name))
    return receipt(whole, name, { sure: name.level === 1 ? 'certain' : 'likely', why: FIRST_HEADING });
  const headings = page.lines.filter(({ kind }) => kind === 'heading').slice(0, 3);
  for (const [index, line] of headings.entries()) {
    const isTop = index === 0 || line.level === 1 || (headings[0]?.level ?? 1) < (line.level ?? 1);
    if (isTop && isTitle(line.words) && !isQuiet(page, line))
      return receipt(cleaned(line.words), line, { sure: line.level === 1 ? 'certain' : 'likely', why: FIRST_HEADING });
    if (headingRoles(line.words).length > 0) return undefined;
  }
  return undefined;
}

/** A heading far down heads a part of the text only. */
function isQuiet(page: Page, line: Line): boolean {
  if (line.level === 1) return false;
  const before = page.lines.filter(({ number, kind }) => number < line.number && kind !== 'blank' && kind !== 'rule');
  return before.length > FIRST_LINES;
}

function topLine(page: Page): Receipt<string> | undefined {
  const told = page.lines.filter(({ kind }) => kind !== 'blank' && kind !== 'rule').slice(0, FIRST_LINES);
  for (const [index, line] of told.entries()) {
    if (line.kind === 'row' || line.kind === 'code' || (line.kind === 'item' && index > 0)) return undefined;
    const bare = line.words.replace(/\s*:$/, '');
    const roles = headingRoles(bare);
    const isWhole = index === 0 && line.kind === 'text' && !isUsualHeading(bare) && !/^[^:]{1,40}:\s/.test(bare);
    if (roles.length > 0 && roles[0] !== 'closing' && !PREFIX.test(bare) && !isWhole) return undefined;
    if (/^[^:]{1,30}:\s/.test(line.words) && !PREFIX.test(line.words) && !NUMBERED.test(line.words)) continue;
    if (looksLikeName(line.words) || FORM.test(bare) || GREETING.test(bare) || /[.!]$/.test(bare) || line.words.length > 140) continue;
    if (momentsIn(line)[0]?.start === 0 || /^(?:by|author|date|due|credits?)\b/i.test(bare)) continue;
    if (isTitle(bare) || (isWhole && isNamed(bare, cleaned(bare))))
      return receipt(cleaned(bare), line, {
        sure: line.bold >= bare.length || index === 0 ? 'likely' : 'guess',
        why: 'a line above the text',
      });
  }
  return undefined;
}

function labelTitle(page: Page, names: RegExp, depth: number): Receipt<string> | undefined {
  const field = fieldsNamed(page, names).find(({ value, at }) => at < depth && isTitle(value) && !/[.]\s+\p{Lu}/u.test(value));
  return (
    field &&
    receipt(cleaned(field.value.replace(/^(?:title|subject)\s*:\s*/i, '').replace(MAIL_TAGS, '')), field.line, {
      sure: 'certain',
      why: `label "${field.name}"`,
    })
  );
}

/** "The following is the incident report for the … outage": the form many were taught to begin with. */
function sentenceTitle(page: Page): Receipt<string> | undefined {
  for (const line of page.lines.slice(0, 40)) {
    const name = REPORT.exec(line.words.slice(0, 1000))?.[1];
    if (name) return receipt(name, line, { sure: 'likely', why: 'a sentence that names what it reports' });
  }
  return undefined;
}

function isTitle(words: string): boolean {
  const bare = cleaned(words);
  return isNamed(words, bare) && headingRoles(bare).length === 0;
}

function isNamed(words: string, bare: string): boolean {
  return (
    bare.length >= 4 &&
    bare.length <= LONGEST &&
    bare.split(' ').length <= MOST_WORDS &&
    !FORM.test(words) &&
    !FORM.test(bare) &&
    /\p{L}{2}/u.test(bare)
  );
}

/** `:fire:`, an emoji as chats and wikis write it, where it stands before or behind the words. */
const SHORTCODE = String.raw`:[a-z][\w+-]{1,40}:`;
const SHORTCODES = new RegExp(String.raw`^(?:${SHORTCODE}\s*)+(?=\S)|(?:\s+${SHORTCODE})+\s*$`, 'gi');

function cleaned(words: string): string {
  const bare = words
    .replace(SHORTCODES, '')
    .replace(/^(?:[\s\p{Extended_Pictographic}]|\ufe0f)+/u, '')
    .replace(/\s*:$/, '');
  const front = bare.replace(TAG, '').replace(PREFIX, '').trim();
  const kept = front.replace(/[\p{P}\s]/gu, '').length >= 4 ? front : bare;
  const back = kept.replace(SUFFIX, '').trim();
  return back.length >= 4 ? back : kept;
}
