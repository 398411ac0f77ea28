// The parts of the story: summary, impact, cause, resolution, lessons, each as the section it stands in or the sentence that tells it.
import type { DraftSection, Receipt } from '../model.ts';
import type { Line } from './layout/lines.ts';
import { aboutOf, type Section } from './layout/outline.ts';
import type { Role } from './layout/role-names.ts';
import { headingRoles } from './layout/roles.ts';
import { linesUnder, type Page, receipt } from './page.ts';

const UNKNOWN =
  /^(?:(?:the )?(?:root )?cause (?:is|was|remains) )?(?:still )?(?:unknown|tbd|tba|tbc|n\/?a|none|not (?:yet )?(?:known|identified|determined|found|clear)|under investigation|being investigated|to be (?:determined|confirmed|investigated)|undetermined|unclear|desconocida?|por determinar|inconnue?|à déterminer|unbekannt|noch unklar|in klärung|\?+|-+)\b[\s.…]*$/i;
const LONGEST = 20_000;

export function passage(page: Page, role: Role): Receipt<DraftSection> | undefined {
  const sections = page.sections.filter((section) => section.roles.includes(role));
  const told = sections.map((section) => ({ section, text: textOf(page, section) })).filter(({ text }) => text !== '');
  const steps = role === 'resolution' && told.length === 0 ? stepsTaken(page) : undefined;
  if (steps) return steps;
  const best = told.reduce<(typeof told)[number] | undefined>(
    (winner, each) => (winner === undefined || scoreOf(each, role) > scoreOf(winner, role) ? each : winner),
    undefined,
  );
  if (!best) return ofRow(page, role) ?? (role === 'root_cause' ? wentWrong(page) : undefined);
  if (UNKNOWN.test(best.text.trim())) return undefined;
  const { section, text } = best;
  const heading = section.title;
  const line = page.lines[section.at];
  const sure = section.roles[0] === role ? 'certain' : 'likely';
  return receipt({ ...(heading !== undefined && { heading }), text }, line, { sure, why: `section "${heading ?? ''}"` });
}

/** "Action taken", where no section is called a resolution. */
function stepsTaken(page: Page): Receipt<DraftSection> | undefined {
  const section = page.sections.find(
    ({ title, role }) =>
      role === 'steps' &&
      title !== undefined &&
      /\b(?:actions?|steps|measures) taken\b|acciones (?:tomadas|realizadas|inmediatas)|(?:actions|mesures) (?:prises|menées|immédiates)|sofortma|ergriffen|durchgeführt/i.test(
        title,
      ),
  );
  const text = section ? textOf(page, section) : '';
  const heading = section?.title;
  return section && heading !== undefined && text !== ''
    ? receipt({ heading, text }, page.lines[section.at], { sure: 'likely', why: `section "${heading}"` })
    : undefined;
}

/** `| Root cause | The disk was full |` */
function ofRow(page: Page, role: Role): Receipt<DraftSection> | undefined {
  const field = page.fields.find(
    ({ name, value, line }) => line.kind === 'row' && value.length > 8 && headingRoles(name)[0] === role && !UNKNOWN.test(value),
  );
  return (
    field &&
    receipt({ heading: field.line.cells?.[0] ?? field.name, text: field.value }, field.line, {
      sure: 'certain',
      why: `row "${field.name}"`,
    })
  );
}

const WENT_WRONG = /^what (?:went wrong|broke|failed|exactly happened)\b/i;
/** Behind other sections it tells what was behind it all. */
const HAPPENED =
  /^(?:so,? )?what (?:had |actually |really )*happened\b|^the (?:long(?:er)? (?:story|version)|whole story|details|technical details)$|^(?:(?:technical )?details|in detail|narrative|investigation and analysis)$/i;

/** Under "What went wrong" some list lessons; where it is prose, and no section is about the cause, it tells the cause. */
function wentWrong(page: Page): Receipt<DraftSection> | undefined {
  const section = page.sections.find((each) => each.rank < 70 && tellsCause(page, each));
  const heading = section?.title;
  return section && heading !== undefined
    ? receipt({ heading, text: textOf(page, section) }, page.lines[section.at], { sure: 'likely', why: `section "${heading}"` })
    : undefined;
}

function tellsCause(page: Page, { title = '', lines, index }: Section): boolean {
  if (WENT_WRONG.test(title)) return lines.some(isProse);
  if (/^contributors$/i.test(title)) return lines.some(isStatement);
  const isBehind = index > 1 && HAPPENED.test(title) && isToldBefore(page, index);
  return isBehind && lines.some((line) => isProse(line) || isStatement(line));
}

/** Whether something above has told the story in short. */
function isToldBefore(page: Page, index: number): boolean {
  return page.sections.slice(0, index).some(({ lines }) => lines.some((line) => isProse(line)));
}

/** A section that is about nothing else comes before one that shares its heading, and a whole section before a label. */
function scoreOf({ section, text }: { section: Section; text: string }, role: Role): number {
  const own = section.roles[0] !== role ? 0 : section.roles.length === 1 ? 150 : 100;
  const isNamed = role === 'root_cause' && /cause|caus[ae]|ursache/i.test(section.title ?? '');
  return own + (section.isRunIn ? 0 : 60) + (isNamed ? 85 : 0) + Math.min(text.length, 4000) / 100;
}

/** The source of a section's lines, without its heading. */
function textOf(page: Page, section: Section): string {
  const lines = linesUnder(page, section);
  const source = sourceLines(page);
  const first = page.lines[section.at];
  const [own] = section.lines;
  const runIn = section.isRunIn && own && first && own.number === first.number ? [own.words] : [];
  const numbers = lines.flatMap(({ number, last }) => (number === first?.number ? [] : [number, last ?? number]));
  const below = numbers.length === 0 ? [] : source.slice((numbers[0] ?? 1) - 1, numbers.at(-1));
  const text = [...runIn, ...below].join('\n').slice(0, LONGEST);
  return /[\p{L}\p{N}]/u.test(text) ? text.replace(/^\n+|\s+$/g, '') : '';
}

const sources = new WeakMap<Page, readonly string[]>();

function sourceLines(page: Page): readonly string[] {
  const known = sources.get(page) ?? page.source.text.split('\n');
  sources.set(page, known);
  return known;
}

const CAUSE =
  /\b(?:root causes?|the cause|caused by|was caused|root of the problem|turned out|by mistake|by accident|accidentally|mistakenly|inadvertently|erroneously|causing|(?:an?|the) (?:error|bug|fault|defect|mistake|flaw|typo|race condition|misconfiguration|regression) in|due to|because|triggered by|, so (?:[\w-]+ ){1,4}(?:could not|couldn['’]t|failed|stopped)|(?:was|were) (?:full of|broken)|as a result of|resulted from|the culprit|culpable|debido a|causad[oa] por|la causa|provocad[oa] por|à cause de|causée? par|due? à|provoquée? par|en raison d|verursacht|ursache|aufgrund|wegen|after (?:an?|the) (?:[\w-]+ ){0,3}(?:upgrade|update|change|deploy\w*|release|migration|rollout))\b/i;
const CURE =
  /\b(?:resolved by|fixed by|the fix\b|(?:bug|issue|hot)? ?fix (?:was |is )?(?:committed|deployed|merged|released)|to fix (?:the|it|this)|patched|was (?:fixed|resolved|reverted|restored|mitigated|back)|were (?:fixed|resolved|reverted|restored|mitigated|back)|rolled back|roll(?:ed)? ?back|rollback|reverted|restarted|workaround|restored|the fix|mitigated by|returned to normal|(?:fully|completely) recovered|recovered (?:at|by|after|when)\b|resumed|work(?:ed|s|ing) again|back online|back to normal|operat(?:es|ed|ing) normally|we revoked|was revoked|were revoked|(?:was|were) (?:contained|paused)|raised the|se resolvió|se solucionó|se restableció|resuelto|rétabli|corrigé|résolu|behoben|wiederhergestellt|gelöst|zurückgerollt)\b/i;
/** "We found out because a customer called" tells how it was noticed, not why it happened. */
const HOW_NOTICED =
  /\b(?:found out|noticed|learn(?:ed|t)|knew|became aware|(?:was|were|got) (?:alerted|told|informed|notified|paged))\b[^.;]{0,60}?\b(?:because|due to)\b/gi;
const NOT_KNOWN =
  /\b(?:root )?cause (?:is|was|remains|has) (?:still |as yet |currently )?(?:unknown|unclear|not (?:yet )?(?:known|been (?:found|determined|identified)|clear|identified)|undetermined|under investigation)|\b(?:we|still) (?:do not|don['’]t) (?:yet )?know (?:the (?:root )?cause|why)\b|\bcausa (?:raíz )?(?:es|sigue siendo) desconocida|\bursache ist (?:noch )?unbekannt|\bcause (?:est|reste) inconnue/i;
const NOT_TOLD = ['action_items', 'lessons', 'supporting', 'people', 'closing'];

/** The cause or cure as a sentence of another section, where none is about it. */
export function toldPassage(page: Page, which: 'cause' | 'cure'): Receipt<DraftSection> | undefined {
  if (which === 'cause' && page.lines.some(({ kind, words }) => kind !== 'code' && NOT_KNOWN.test(words.slice(0, 3000)))) return undefined;
  const pattern = which === 'cause' ? CAUSE : CURE;
  const why = which === 'cause' ? 'a sentence that says why' : 'a sentence that says how it was mended';
  const told = page.sections.filter((section) => !NOT_TOLD.includes(aboutOf(section) ?? ''));
  // Steps and entries of the timeline tell guesses and attempts as well.
  const loose = which === 'cause' ? ['timeline', 'steps', 'resolution', 'detection'] : ['timeline', 'steps'];
  const isLoose = (section: Section): boolean => loose.includes(aboutOf(section) ?? '');
  for (const section of [...told.filter((each) => !isLoose(each)), ...told.filter(isLoose)]) {
    const line = section.lines.find(({ kind, words }) => kind !== 'code' && pattern.test(words.slice(0, 3000).replace(HOW_NOTICED, ' ')));
    if (!line) continue;
    const heading = section.title;
    return receipt({ ...(heading !== undefined && { heading }), text: line.words }, line, { sure: 'likely', why });
  }
  return undefined;
}

/** Where no section is called a summary: the first paragraph before the first heading of a part. */
export function toldSummary(page: Page): Receipt<DraftSection> | undefined {
  for (const section of page.sections) {
    const about = aboutOf(section);
    if (about !== undefined) return undefined;
    const line = section.lines.find(isProse);
    if (line) return receipt({ text: line.words }, line, { sure: 'guess', why: 'the first paragraph' });
  }
  return undefined;
}

function isProse(line: Line): boolean {
  return line.kind === 'text' && line.words.length > 80 && /[.!?]/.test(line.words);
}

/** An item that says something, rather than naming somebody. */
function isStatement({ kind, words }: Line): boolean {
  return kind === 'item' && words.split(' ').length >= 5;
}

/** Whether a section of the role stands in the text and says nothing: an unfilled form. */
export function isEmptySection(page: Page, section: Section): boolean {
  return textOf(page, section) === '';
}
