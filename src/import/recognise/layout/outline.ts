// The document cut into sections: by headings of every habit, and by the labels that stand for them.

import { lessonKind } from '../../../core/body/lesson-kind.ts';
import { readWhen } from '../../../core/body/when/read-when.ts';
import type { Line } from './lines.ts';
import type { Role } from './role-names.ts';
import { headingName, headingRoles, isUsualHeading } from './roles.ts';

export interface Section {
  /** Its place among all sections. */
  readonly index: number;
  /** As its author wrote it, without markup; absent before the first heading. */
  readonly title?: string;
  /** Its own; a section without one belongs to what its parent is about. */
  readonly role?: Role;
  readonly roles: readonly Role[];
  /** The smaller the higher. */
  readonly rank: number;
  /** A label with its text on the same line is no heading to its author. */
  readonly isRunIn: boolean;
  /** Index of the line with its heading; -1 for what stands before the first. */
  readonly at: number;
  /** Its lines, those of sections within it not among them. */
  readonly lines: readonly Line[];
  readonly parent?: Section;
}

interface Start {
  readonly title: string;
  readonly rank: number;
  readonly isRunIn: boolean;
  readonly roles: readonly Role[];
  readonly rest?: Line;
}

interface Open extends Section {
  readonly lines: Line[];
}

/** Below every heading of Markdown. */
const LABEL_RANK = 70;
/** As a heading of the first level. */
const TOP_RANK = 10;
const LONGEST_LABEL = 90;
/** Their lines begin with labels of their own. */
const LISTS: readonly (Role | undefined)[] = ['action_items', 'lessons', 'timeline'];
const LABEL = /^([^\s:|][^:|]{1,70}?)\s*:(?!\/\/)(?:\s+|$)(.*)$/u;

export function readSections(lines: readonly Line[]): Section[] {
  const sections: Open[] = [{ index: 0, roles: [], rank: -1, isRunIn: false, at: -1, lines: [] }];
  const name = nameOf(lines);
  const top = topOf(lines);
  for (const [index, line] of lines.entries()) {
    const current = sections.at(-1);
    if (!current) break;
    const read = startOf(line, {
      current,
      before: lines[index - 1],
      after: lines[index + 1],
      below: lines[index + (lines[index + 1]?.kind === 'blank' ? 2 : 1)],
    });
    const start =
      read && (line === name ? { ...read, roles: [] } : line === top && !read.isRunIn ? { ...read, roles: [], rank: TOP_RANK } : read);
    if (start) sections.push({ ...open(start, index, current), index: sections.length });
    else current.lines.push(line);
  }
  return sections;
}

/** Headings of fewer words are names of parts: "Timeline of events", "Impact on our customers". */
const FEWEST_NAME_WORDS = 5;
/** "Investigation 24-007: Cooling shut down in Hall 3": what stands behind the colon names it. */
const NAMES_IT = /:\s+(?:\S+\s+){3,}\S/;

/**
 * The heading that stands over the whole text: the first, the only one of its level, and of too many words for the name of a part. In such a
 * title people say what happened and how it was fixed, and it is no section about either.
 */
export function nameOf(lines: readonly Line[]): Line | undefined {
  const headings = lines.filter(({ kind }) => kind === 'heading');
  const [first] = headings;
  const isOver = headings.length > 1 && headings.slice(1).every(({ level }) => (level ?? 1) > (first?.level ?? 1));
  return first &&
    isOver &&
    first.words.split(' ').length >= FEWEST_NAME_WORDS &&
    (!isUsualHeading(first.words) || NAMES_IT.test(first.words))
    ? first
    : undefined;
}

/** The first line of a text without headings is what it is called, unless that is the usual name of a part. */
function topOf(lines: readonly Line[]): Line | undefined {
  const first = lines.find(({ kind }) => kind !== 'blank' && kind !== 'rule');
  const isNamed = first?.kind === 'text' && !isUsualHeading(first.words) && !lines.some(({ kind }) => kind === 'heading');
  return isNamed ? first : undefined;
}

/** What a section is about: its own role, or that of the section it stands in. */
export function aboutOf(section: Section | undefined): Role | undefined {
  for (let up = section; up; up = up.parent) if (up.role) return up.role;
  return undefined;
}

/** The nearest section, from this one upwards, whose own role is given. */
export function within(section: Section | undefined, role: Role): Section | undefined {
  for (let up = section; up; up = up.parent) if (up.role === role) return up;
  return undefined;
}

function open(start: Start, at: number, current: Section): Omit<Open, 'index'> {
  let parent: Section | undefined = current;
  while (parent && parent.rank >= start.rank) parent = parent.parent;
  const [role] = start.roles;
  return {
    title: start.title,
    ...(role && { role }),
    roles: start.roles,
    rank: start.rank,
    isRunIn: start.isRunIn,
    at,
    lines: start.rest ? [start.rest] : [],
    ...(parent && { parent }),
  };
}

interface Around {
  readonly current: Section;
  readonly before: Line | undefined;
  readonly after: Line | undefined;
  /** The next line, or the one behind a blank. */
  readonly below: Line | undefined;
}

function startOf(line: Line, around: Around): Start | undefined {
  if (line.kind === 'heading') return headingStart(line, around.current);
  if ((line.kind !== 'text' && line.kind !== 'item') || line.words.length === 0) return undefined;
  if (line.marker === 'task' || line.marker === 'done' || beginsWithTime(line.words)) return undefined;
  if (aboutOf(around.current) === 'timeline' && beginsWithDay(line.words)) return undefined;
  const rank = line.isCentred ? 15 : LABEL_RANK + Math.min(line.indent, 40) + (line.marker ? 1 : 0);
  const start = headOf(line, rank, around) ?? labelStart(line, rank, around) ?? gluedStart(line, rank) ?? promiseStart(line, rank, around);
  return start && isAllowed(start, line, around) ? grouped(start, around.current) : undefined;
}

/** A heading of Markdown. One that is a time belongs to the timeline above it, however high it stands. */
function headingStart(line: Line, current: Section): Start {
  const rank = (line.level ?? 1) * 10;
  const timeline = within(current, 'timeline');
  const isEntry = timeline !== undefined && rank === timeline.rank && (beginsWithTime(line.words) || beginsWithDay(line.words));
  return { ...named(line.words), rank: isEntry ? rank + 1 : rank, isRunIn: false };
}

/** Where headings are bold lines all of one kind, those right below "Action items" part its items. */
function grouped(start: Start, current: Section): Start {
  if (start.roles.length > 0 || start.isRunIn) return start;
  const owner = within(current, 'action_items');
  if (!owner || start.rank !== owner.rank || owner.isRunIn) return start;
  const isFirst = current === owner && owner.lines.every(({ kind }) => kind === 'blank' || kind === 'rule');
  return isFirst || current.parent === owner ? { ...start, rank: start.rank + 1 } : start;
}

/** A whole line that is a heading in all but markup. */
function headOf(line: Line, rank: number, { before, after }: Around): Start | undefined {
  const { words, bold } = line;
  if (words.length > LONGEST_LABEL) return undefined;
  const isBold = bold >= words.length || (bold > 0 && words.slice(bold).trim() === ':');
  const bare = words.replace(/\s*:$/, '');
  const start = { ...named(bare), rank, isRunIn: false };
  if (isBold) return /[.!]$/.test(bare) && start.roles.length === 0 && !/^\d{1,2}[.)]\s/.test(bare) ? undefined : start;
  // "Impact: 30% of users" is a label with its text.
  if (/:\s+\S/.test(bare)) return undefined;
  const isShort = bare.split(' ').length <= 9 && !/[.!;,]$/.test(bare);
  if (!isShort) return undefined;
  if (words.endsWith(':')) return isUsualHeading(bare) || start.roles.length > 0 || isTitleLike(bare) ? start : undefined;
  const isApart = before === undefined || before.kind === 'blank' || before.kind === 'rule';
  if (line.marker) return isApart && isFormHeading(line, after) && isUsualHeading(bare) ? start : undefined;
  if (isUsualHeading(bare)) return start;
  if (line.isCentred) return start;
  const isCapitals = bare.length > 3 && bare === bare.toUpperCase() && /\p{Lu}{3}/u.test(bare);
  if (isCapitals && (isApart || after?.kind === 'blank')) return start;
  return isApart && start.roles.length > 0 && isTitleLike(bare) ? start : undefined;
}

/** "3. Root cause" right above its text: in a list, another number or nothing would follow. */
function isFormHeading(line: Line, after: Line | undefined): boolean {
  return line.marker === 'number' && (after?.kind === 'text' || (after?.kind === 'item' && after.marker !== 'number'));
}

/** `**Impact:** text` and `Impact: text`, where the label is the name of a section. */
function labelStart(line: Line, rank: number, { current }: Around): Start | undefined {
  const { words, bold } = line;
  const boldLabel =
    bold > 0 && bold < words.length
      ? words
          .slice(0, bold)
          .replace(/\s*[:.]\s*$/, '')
          .trim()
      : undefined;
  const isClosed = bold > 0 && words.slice(0, bold).trimEnd().endsWith('.') && boldLabel !== undefined && isUsualHeading(boldLabel);
  const hasColon =
    isClosed || (boldLabel !== undefined && (words.slice(0, bold).trimEnd().endsWith(':') || /^\s*[:–—-]/.test(words.slice(bold))));
  const match = hasColon ? undefined : LABEL.exec(words);
  const title = hasColon ? boldLabel : match?.[1]?.trim();
  if (!title || title.length > LONGEST_LABEL) return undefined;
  const isSibling = line.marker !== undefined && hasColon && hasRank(current, rank);
  if (!isSibling && !isUsualHeading(title)) return undefined;
  const rest = hasColon ? words.slice(bold).replace(/^\s*[:–—-]\s*/, '') : (match?.[2] ?? '');
  const { marker, ...plain } = line;
  const isItem = !isSibling && marker !== undefined && LISTS.includes(aboutOf(current)) && headingRoles(title)[0] !== aboutOf(current);
  if (isItem) return undefined;
  // "Incident commander: Ana" above other labels is a label among them.
  if (boldLabel === undefined && rest !== '' && headingRoles(title)[0] === 'people') return undefined;
  return { ...named(title), rank, isRunIn: true, ...(rest !== '' && { rest: { ...plain, kind: 'text', words: rest, bold: 0 } }) };
}

/** "Mitigation The upgrade was halted": a heading that lost its line break on the way. */
const GLUED =
  /^(Summary|Issue Summary|Overview|Impact|Customer Impact|Detection|Mitigation|Root Cause|Root Cause Analysis|Resolution|Resolution and Recovery|Recovery|Trigger|Background|Timeline|Next Steps|Lessons Learned|Action Items|Prevention)\s+(?=(?:\p{Lu}\p{Ll}*|A|I)\s(?:\p{Lu}?\p{Ll}+)\b)/u;

function gluedStart(line: Line, rank: number): Start | undefined {
  const title = line.kind === 'text' && line.words.length > 40 ? GLUED.exec(line.words) : null;
  if (!title?.[1]) return undefined;
  return { ...named(title[1]), rank, isRunIn: true, rest: { ...line, words: line.words.slice(title[0].length), bold: 0 } };
}

/** "To keep it from happening again we will", over a list: what leads over to it says what it is. */
const PROMISE =
  /^(?:so |therefore |as a result,? |deshalb )?(?:we|wir) (?:\p{L}+ )?(?:will|plan to|are going to|intend to|werden)\b[^.!?]{0,80}$|^(?:to|in order to) (?:prevent|avoid|keep|make sure|stop|reduce)\b[^.!?]{0,90}\b(?:we|wir)\b[^.!?]{0,40}$|^(?:nous allons|vamos a)\b[^.!?]{0,80}$/iu;
const LONGEST_PROMISE = 14;

function promiseStart(line: Line, rank: number, { below, current }: Around): Start | undefined {
  const bare = line.words.replace(/\s*:$/, '');
  if (line.kind !== 'text' || below?.kind !== 'item' || below.marker === undefined || LISTS.includes(aboutOf(current))) return undefined;
  return bare.split(' ').length <= LONGEST_PROMISE && PROMISE.test(bare)
    ? { title: bare, roles: ['action_items'], rank, isRunIn: true }
    : undefined;
}

/** Whether a label of the same kind began a section that is still open: then this one ends it. */
function hasRank(section: Section, rank: number): boolean {
  for (let up: Section | undefined = section; up; up = up.parent)
    if (up.rank === rank) return up.role !== undefined && !LISTS.slice(0, 2).includes(aboutOf(up.parent));
  return false;
}

/** Inside a timeline or a list of things to do, labels are of its entries. */
function isAllowed(start: Start, line: Line, { current }: Around): boolean {
  const about = aboutOf(current);
  if (!LISTS.includes(about)) return line.marker === undefined || start.roles.length > 0 || hasRank(current, start.rank);
  const owner = about && within(current, about);
  const isDeeper = owner !== undefined && start.rank > owner.rank;
  const isHead = line.bold >= line.words.length - 1 && !line.marker;
  if (isDeeper && about === 'timeline') return isHead && start.roles.length > 0;
  if (isDeeper && start.isRunIn) return start.roles[0] === about;
  if (start.isRunIn && owner?.rank === start.rank && line.marker !== undefined) return true;
  if (start.roles.length > 0) return !isDeeper || isHead || start.roles[0] === about || start.roles[0] === 'closing';
  return isHead && !line.marker;
}

function named(words: string): { title: string; roles: readonly Role[] } {
  const title = words.replace(/\s*:$/, '').trim();
  const roles = headingRoles(title);
  return { title, roles: roles.length === 0 && lessonKind(title) ? ['lessons'] : roles };
}

/** Starts with a capital, and reads as a name rather than as the beginning of a sentence. */
function isTitleLike(bare: string): boolean {
  const words = bare.split(' ');
  if (words.length > 3 && LEAD.test(bare)) return false;
  return words.length <= 8 && /^[\p{Lu}\p{N}¿"'(]/u.test(bare) && headingName(bare) !== '';
}

/** "The outage resulted from three factors:" leads over to a list. */
const LEAD =
  /^(?:the|this|these|those|we|our|it|in|on|at|an?|as|to|for|here|there|all|each|some|both|by|from|with|after|during|when|if|el|la|los|las|le|les|nous|wir|die|der|das)\b/i;

function beginsWithDay(words: string): boolean {
  return readWhen(words)?.at?.date !== undefined;
}

function beginsWithTime(words: string): boolean {
  const when = readWhen(words);
  return when !== undefined && (when.at?.clock !== undefined || when.offset !== undefined);
}
