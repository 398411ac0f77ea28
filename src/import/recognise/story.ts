// How much of a story a document tells: what postmortems tell and other papers do not.
import type { DraftFields } from '../model.ts';
import type { Line } from './layout/lines.ts';
import { aboutOf } from './layout/outline.ts';
import { headingRoles } from './layout/roles.ts';
import { momentsIn, type Page } from './page.ts';

const PAST =
  /\b(?:outage|incident|service|issue|problem|site|website|users?|customers?|requests?|server|database|system|application|platform|api|errors?|latency)\b[^.\n]{0,80}\b(?:was|were|went|had|failed|experienced|crashed|returned|caused|occurred|became|started|stopped|could not|couldn['’]t|lost)\b/i;
const PAST_FOREIGN =
  /\b(?:se produjo|dejó de|falló|fallaron|estuvo|quedó|provocó|ocurrió|no podían|a été|ont été|est tombé|n['’]était|a provoqué|était|wurde|wurden|war|waren|konnten nicht|fiel|ausgefallen)\b/i;

/** Points for what postmortems tell and other papers do not: when it was, what broke, why, and how it ended. */
export function storyOf(page: Page, fields: DraftFields): number {
  const has = (told: unknown, points: number): number => (told === undefined ? 0 : points);
  const sentences = page.lines.filter((line) => {
    const { kind, words } = line;
    return (
      kind !== 'code' &&
      kind !== 'heading' &&
      (PAST.test(words.slice(0, 1000)) || isDatedPast(line) || (page.language !== 'en' && PAST_FOREIGN.test(words.slice(0, 1000))))
    );
  }).length;
  return (
    Math.min(3, fields.timeline?.length ?? 0) +
    has(fields.started ?? fields.startedPartial, fields.started?.value.includes('T') ? 2 : 1) +
    has(fields.resolved, 1) +
    Math.min(4, filledRoles(page)) +
    (isCalledSo(page) ? 1 : 0) +
    Math.min(2, Math.max(0, toldTimes(page) - 1)) +
    has(fields.statedDuration, 1) +
    has(fields.impactPercent ?? fields.usersAffected, 1) +
    (isShortStory(page, fields) ? 2 : 0) +
    Math.min(3, sentences)
  );
}

/** A note of a few lines has no parts; it says by the clock what broke, why, and how it went on. */
function isShortStory(page: Page, { rootCause, resolution }: DraftFields): boolean {
  return rootCause !== undefined && resolution !== undefined && toldTimes(page) >= 2;
}

const BROKE =
  /\b(?:nobody could|no ?one could|(?:was|were) (?:down|unavailable|unreachable|offline|broken)|went (?:down|dark|offline)|ran out of|(?:gateway|disk|pump|router|switch|link|cluster|node|job|queue|cache|registry|certificate|power)s? (?:\w+ )?(?:lost|failed|crashed|broke|stopped|expired|filled))\b/i;

/** "The disk filled up at 08:50": told in the past, with a time of day; or what broke. */
function isDatedPast(line: Line): boolean {
  if (line.kind === 'text' && BROKE.test(line.words.slice(0, 1000))) return true;
  return (
    line.kind === 'text' && line.words.length > 20 && TELLS.test(line.words.slice(0, 1000)) && momentsIn(line).some(({ clock }) => clock)
  );
}

/** How many times of day are told in the past, in running text. */
export function toldTimes(page: Page): number {
  return page.lines
    .filter((line) => line.kind === 'text' && TELLS.test(line.words.slice(0, 1000)))
    .reduce((sum, line) => sum + momentsIn(line).filter(({ clock }) => clock).length, 0);
}

const STORY_ROLES = ['summary', 'impact', 'timeline', 'root_cause', 'resolution', 'detection', 'trigger', 'lessons'];

/** A sentence that tells: long enough, and about what was; a form and a guide speak of what is to be written. */
const TELLS =
  /\b(?:was|were|had|did|went|became|began|broke|fell|lost|led|took|ran|found|saw|got|made|could not|couldn['’]t|[\p{L}]{2,}ed|because|due to)\b/iu;
const FEWEST_WORDS = 7;

function tells(line: Line, page: Page, isRunIn: boolean): boolean {
  if (line.kind === 'code' || line.kind === 'heading') return false;
  if (momentsIn(line).length > 0) return true;
  if (/^[([<{]|[?)\]]$/.test(line.words)) return false;
  const count = line.words.split(' ', FEWEST_WORDS).length;
  return isRunIn ? count >= 3 : count >= FEWEST_WORDS && (page.language !== 'en' || TELLS.test(line.words));
}

/** How many parts of a postmortem have a section that tells something. */
function filledRoles(page: Page): number {
  const roles = new Set<string>();
  for (const section of page.sections) {
    const about = aboutOf(section);
    if (
      about !== undefined &&
      STORY_ROLES.includes(about) &&
      !roles.has(about) &&
      section.lines.some((line) => tells(line, page, section.isRunIn))
    )
      roles.add(about);
  }
  for (const { name, value, line } of page.fields)
    if (line.kind === 'row' && value.length > 20 && STORY_ROLES.includes(headingRoles(name)[0] ?? ''))
      roles.add(headingRoles(name)[0] ?? '');
  return roles.size;
}

/** Its first lines call it a postmortem, or name an outage. */
function isCalledSo(page: Page): boolean {
  const head = page.lines
    .filter(({ words }) => words !== '')
    .slice(0, 2)
    .map(({ words }) => words)
    .join(' ');
  return /\b(?:post-?mortem|post mortem|incident|outage|downtime|rca|root cause|caída|panne|ausfall|störung|(?:was|is|were|are) (?:down|unavailable|offline))\b/i.test(
    head.slice(0, 300),
  );
}
