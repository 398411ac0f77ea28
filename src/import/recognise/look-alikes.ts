// Papers with the words and the times of an incident that are no report of one: news, digests, scales of severities, small talk.
import type { DraftFields, OtherKind } from '../model.ts';
import type { Line } from './layout/lines.ts';
import { momentsIn, type Page } from './page.ts';

export interface OtherThing {
  readonly kind: OtherKind;
  readonly why: string;
}

export interface Evidence {
  readonly page: Page;
  readonly fields: DraftFields;
  /** How much of a story is told; see `storyOf`. */
  readonly story: number;
}

/** More of a text than this is not read for its tone. */
const LONGEST = 40_000;

const PRESS =
  /\b(?:spokes(?:wo)?m[ae]n|spokespersons?|analysts?|regulators?|shares (?:fell|rose|dropped|slid)|the company (?:said|says|announced|confirmed)|told (?:reporters|the (?:paper|newspaper|bbc|press))|in a statement|read more|subscribe|our (?:technology|news|business) desk|industry experts?|share price|portavoz|porte-parole|sprecher(?:in)?|pressemitteilung)\b/gi;
const OWN =
  /\b(?:our|my) (?:\w+ ){0,2}(?:team|engineers?|on-?call|monitoring|servers?|database|deploy\w*|cluster|services?|systems?|users|customers)\b|\bwe (?:\w+ly )?(?:deployed|rolled|restarted|fixed|found|noticed|identified|reverted|added|restored|investigated|will)\b/i;

/** A paper tells of the incident of others: it quotes people, and nobody in it mends anything. */
export function news({ page, fields }: Evidence): OtherThing | undefined {
  if ((fields.timeline ?? []).length > 2 || (fields.actionItems ?? []).length > 2) return undefined;
  const text = textOf(page);
  const signs = new Set([...text.matchAll(PRESS)].map(([sign]) => sign.toLowerCase()));
  const quoted = text.replace(/["“][^"”\n]{1,400}["”]/g, ' ');
  return signs.size >= 3 && !OWN.test(quoted) ? { kind: 'other', why: `it is a report of the press: "${quote(signs)}"` } : undefined;
}

const QUIET_DAY =
  /\bno incidents? (?:reported|recorded|today|on this day)\b|\bkeine (?:vorfälle|störungen)\b|\bsin incidentes\b|\baucun incident\b/gi;

/** A page of a status site: days one below the other, on some of which nothing was. */
export function digest({ page }: Evidence): OtherThing | undefined {
  const count = [...textOf(page).matchAll(QUIET_DAY)].length;
  return count >= 2 ? { kind: 'list', why: 'it lists the incidents of several days, and days without one' } : undefined;
}

const LEVEL = /^\W*((?:sev(?:erity)?|s|p|prio(?:rity)?|level)[ -]?[0-5])\s?(?:[:–—|(-]|\s(?:is|means)\b)/i;
const FEWEST_LEVELS = 3;

/** Says what each severity stands for; a report has but one. */
export function scale({ page, fields }: Evidence): OtherThing | undefined {
  if ((fields.timeline ?? []).length > 2) return undefined;
  const levels = new Set(page.lines.flatMap(({ kind, words }) => (kind === 'code' ? [] : (LEVEL.exec(words)?.[1]?.toLowerCase() ?? []))));
  return levels.size >= FEWEST_LEVELS ? { kind: 'other', why: `it says what severities are: "${quote(levels)}"` } : undefined;
}

const SPOKEN = /^\W*(?:\d{1,2}:\d{2}(?::\d{2})?(?: [AaPp][Mm])?\W{1,3})?[\p{L}][\p{L} ._-]{1,24}(?:\W{1,3}\d{1,2}:\d{2}\W{0,2})?\s?:\s/u;
const WORK =
  /\b(?:alert\w*|alarm|deploy\w*|roll(?:ed|ing)? ?back|revert\w*|errors?|latency|p9[59]|timeouts?|restart\w*|reboot\w*|server|servers|database|db|cpu|disk|memory|cluster|nodes?|pods?|queue (?:length|depth|is)|logs?|outage|incident|on-?call|pag(?:ed|er)|ack|prod|production|release|config|cache|traffic|requests?|5\d\d|4\d\d|api|dns|certificate|root cause|mitigat\w*|fail(?:ed|ing|over)|index|cron|customers?)\b/gi;
const FEWEST_WORDS_OF_WORK = 3;

/** People talk to each other, and not of their work. */
export function chatter({ page }: Evidence): OtherThing | undefined {
  const told = page.lines.filter(({ kind }) => kind !== 'blank');
  const spoken = told.filter(isSpoken);
  if (spoken.length < 4 || spoken.length * 10 < told.length * 7) return undefined;
  const words = new Set([...textOf(page).matchAll(WORK)].map(([word]) => word.toLowerCase()));
  return words.size < FEWEST_WORDS_OF_WORK ? { kind: 'other', why: 'it is a talk, and hardly one of systems' } : undefined;
}

function isSpoken(line: Line): boolean {
  return SPOKEN.test(line.words) && momentsIn(line).some(({ clock, start }) => clock !== undefined && start < 30);
}

function textOf(page: Page): string {
  return page.lines
    .map(({ words }) => words)
    .join('\n')
    .slice(0, LONGEST);
}

function quote(signs: ReadonlySet<string>): string {
  return [...signs].slice(0, 3).join('", "');
}
