// The parts of the story: summary, impact, cause, resolution, lessons, each as the section it stands in or the sentence that tells it.
import type { DraftSection, Receipt } from '../model.ts';
import type { Line } from './layout/lines.ts';
import { aboutOf, type Section } from './layout/outline.ts';
import type { Role } from './layout/roles.ts';
import { linesUnder, type Page, receipt } from './page.ts';

const UNKNOWN =
  /^(?:(?:the )?(?:root )?cause (?:is|was|remains) )?(?:still )?(?:unknown|tbd|tba|tbc|n\/?a|none|not (?:yet )?(?:known|identified|determined|found|clear)|under investigation|being investigated|to be (?:determined|confirmed|investigated)|undetermined|unclear|desconocida?|por determinar|inconnue?|à déterminer|unbekannt|noch unklar|in klärung|\?+|-+)\b[\s.…]*$/i;
const LONGEST = 20_000;

export function passage(page: Page, role: Role): Receipt<DraftSection> | undefined {
  const sections = page.sections.filter((section) => section.roles.includes(role));
  const told = sections.map((section) => ({ section, text: textOf(page, section) })).filter(({ text }) => text !== '');
  const best = told.reduce<(typeof told)[number] | undefined>(
    (winner, each) => (winner === undefined || scoreOf(each, role) > scoreOf(winner, role) ? each : winner),
    undefined,
  );
  if (!best || UNKNOWN.test(best.text.trim())) return undefined;
  const { section, text } = best;
  const heading = section.title;
  const line = page.lines[section.at];
  const sure = section.roles[0] === role ? 'certain' : 'likely';
  return receipt({ ...(heading !== undefined && { heading }), text }, line, { sure, why: `section "${heading ?? ''}"` });
}

/** A section that is about nothing else comes before one that shares its heading, and a whole section before a label. */
function scoreOf({ section, text }: { section: Section; text: string }, role: Role): number {
  return (
    (section.roles.length === 1 && section.roles[0] === role ? 200 : section.roles[0] === role ? 100 : 0) +
    (section.isRunIn ? 0 : 50) +
    Math.min(text.length, 4000) / 100
  );
}

/** The source of a section's lines, without its heading. */
function textOf(page: Page, section: Section): string {
  const lines = linesUnder(page, section);
  const source = sourceLines(page);
  const first = page.lines[section.at];
  const [own] = section.lines;
  const runIn = section.isRunIn && own && first && own.number === first.number ? [own.words] : [];
  const numbers = [...new Set(lines.map(({ number }) => number).filter((number) => number !== first?.number))];
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
  /\b(?:root causes?|the cause|caused by|was caused|causing|due to|because|triggered by|as a result of|resulted from|the culprit|culpable|debido a|causad[oa] por|la causa|provocad[oa] por|à cause de|causée? par|due? à|provoquée? par|en raison d|verursacht|ursache|aufgrund|wegen|after (?:an?|the) (?:[\w-]+ ){0,3}(?:upgrade|update|change|deploy\w*|release|migration|rollout))\b/i;
const CURE =
  /\b(?:resolved by|fixed by|was (?:fixed|resolved|reverted|restored|mitigated)|were (?:fixed|resolved|reverted|restored|mitigated)|rolled back|roll(?:ed)? ?back|rollback|reverted|restarted|workaround|restored|the fix|mitigated by|se resolvió|se solucionó|se restableció|resuelto|rétabli|corrigé|résolu|behoben|wiederhergestellt|gelöst|zurückgerollt)\b/i;
const NOT_TOLD = ['action_items', 'lessons', 'supporting', 'people', 'closing'];

/** The cause or cure as a sentence of another section, where none is about it. */
export function toldPassage(page: Page, which: 'cause' | 'cure'): Receipt<DraftSection> | undefined {
  const pattern = which === 'cause' ? CAUSE : CURE;
  const why = which === 'cause' ? 'a sentence that says why' : 'a sentence that says how it was mended';
  for (const section of page.sections) {
    if (NOT_TOLD.includes(aboutOf(section) ?? '')) continue;
    const line = section.lines.find(({ kind, words }) => kind !== 'code' && pattern.test(words.slice(0, 3000)));
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

/** Whether a section of the role stands in the text and says nothing: an unfilled form. */
export function isEmptySection(page: Page, section: Section): boolean {
  return textOf(page, section) === '';
}
