// One action item as a line of text: its id, its title, and the marks around them that are understood.
import type { Token } from 'markdown-it';
import { withoutEnd } from '../text/without-end.ts';
import { type ActionFields, actionId, type FieldContext, priorityOf, typeOf, type Value } from './action-fields.ts';
import { isHalfLink, type Mark, readParts } from './action-parts.ts';
import { isBareDay, readMarks } from './action-words.ts';
import { flatten, linksIn, slice, textLike, trimmed } from './inline.ts';
import type { Words } from './rich-text.ts';

export interface ActionText {
  readonly words: Words;
  readonly fields: ActionFields;
  /** What has no field, such as a second owner: it goes back to the title, in brackets. */
  readonly others: readonly (readonly Token[])[];
  /** Dates that cannot be. */
  readonly problems: readonly string[];
}

interface Peeling {
  children: readonly Token[];
  flat: string;
  source: string;
  from: number;
  to: number;
  fields: ActionFields;
  readonly others: (readonly Token[])[];
  readonly problems: string[];
}

const ID = /^[\s*[(]*((?:AI|ai|Ai|ACTION|ACT|AP|A)[-_ #]?\d{1,4}|[A-Z][A-Z0-9]{1,9}-\d{1,7}|P[0-9])[\])]?\s*[:.)\]–—-]+\s*/;
const OWN_ID = /^(?:AI|ACTION|ACT|AP|A)[-_ #]?\d{1,4}$/i;
const STATUS_MARK = /^\s*(?:(✅|☑|✔)|(🔲|⬜|☐|◻)|(⏳|🚧)|(\[-\](?=\s)))\ufe0f?\s*/u;
const LEADING_MARK = /^\s*(?:\[([^[\]]{1,60})\]|\(([^()]{1,60})\)|(P[0-9])(?=\s*[:–—-]\s))\s*[:–—-]?\s*/;
const LEADING_WORD = /^\s*([A-Za-z]{3,14}|@[\p{L}\p{N}_.-]{1,40})\s*:\s+/u;
const TRAILING_HANDLE = /\s(@[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,60})$/u;
const TRAILING_DATE = /\s((?:due|by|deadline):?\s\d{4}-\d{2}-\d{2})$/i;
/** "Lower the threshold JIRA: BUS-31": a label and a key, with nothing that divides them from the words. */
const TRAILING_TICKET =
  /\s(?:JIRA|[Jj]ira|[Tt]icket|TICKET|[Ii]ssue|[Bb]ug|[Tt]racked in|[Tt]racking)\s?:\s((?!(?:UTF|ISO|SHA|TLS|HTTP|UTC|GMT|RFC)-)[A-Z][A-Z0-9]{1,9}-\d{1,6}|#\d{1,7})$/;
const DASH = /\s[-–—|]\s/g;
const STRONG_MARK = /^@|^P[0-9]$|^(?:due|by|owner|ticket|done|completed|team|assignee|priority)\b|^[A-Z][A-Z0-9]+-\d+$|^https?:/i;
const BRACKET = /\([^()[\]]{2,300}\)|\[[^()[\]]{2,300}\]/g;
const SENTENCE_END = /^\s*(?:[.;!:](?=\s)|[–—]|\n)/;
/** Bracket after bracket after handle: no line has more. */
const MOST_PEELS = 8;
const LONGEST_BRACKET = 600;

/** Reads an item's line. Marks are taken off where they can be nothing else; what stands beside them is kept. */
export function readActionText(children: readonly Token[], source: string, context: FieldContext): ActionText {
  const isDone = children.some((child) => child.type === 'task_checkbox' && child.meta?.isDone === true);
  const words = children.filter((child) => child.type !== 'task_checkbox');
  const flat = flatten(words);
  const peeling: Peeling = {
    children: words,
    flat,
    source: source.replace(/^\[[ xX]\]\s+/, ''),
    from: 0,
    to: flat.length,
    fields: isDone ? { status: 'done' } : {},
    others: [],
    problems: [],
  };
  const known = isDone ? { ...context, isDone } : context;
  peelStart(peeling, known);
  for (let count = 0; count < MOST_PEELS && peelEnd(peeling, known); count++);
  peelMiddle(peeling, known);
  return { words: remaining(peeling), fields: peeling.fields, others: peeling.others, problems: peeling.problems };
}

function peelStart(peeling: Peeling, context: FieldContext): void {
  const mark = STATUS_MARK.exec(peeling.flat);
  if (mark) {
    peeling.fields = { ...peeling.fields, status: mark[1] ? 'done' : mark[3] ? 'in_progress' : mark[4] ? 'wont_do' : 'open' };
    peeling.from = mark[0].length;
  }
  peelId(peeling, context);
  peelLeadingLink(peeling, context);
  for (let count = 0; count < 3 && peelLeadingMark(peeling, context); count++);
}

/** `AI-3:`, `PAY-812:` or `P1:` before the title. "UTF-8: …" is none of them: a key counts where the site knows its tracker. */
function peelId(peeling: Peeling, context: FieldContext): void {
  const match = ID.exec(peeling.flat.slice(peeling.from, peeling.from + 40));
  const id = match?.[1];
  const end = peeling.from + (match?.[0].length ?? 0);
  if (!id || end >= peeling.to || !canCut(peeling, peeling.from, end)) return;
  if (context.names.ticketUrl(id) !== undefined) take(peeling, [{ text: id }], context);
  else if (OWN_ID.test(id)) peeling.fields = { ...peeling.fields, id: actionId(id) };
  else if (/^P[0-9]$/.test(id)) peeling.fields = { ...peeling.fields, priority: priorityOf(id) };
  else return;
  peeling.from = end;
}

/** "[#2226](…): add a log line" */
function peelLeadingLink(peeling: Peeling, context: FieldContext): void {
  const link = linksIn(peeling.children).find((each) => each.start >= peeling.from);
  const before = link && peeling.flat.slice(peeling.from, link.start).trim();
  const joint = link && /^\]?\s*[:–—-]\s*/.exec(peeling.flat.slice(link.end));
  if (!link || before !== '' || !joint) return;
  const text = peeling.flat.slice(link.start, link.end);
  if (/^(?:#\d+|[A-Z][A-Z0-9]+-\d+)$/.test(text) && take(peeling, [{ text, href: link.href }], context))
    peeling.from = link.end + joint[0].length;
}

function peelLeadingMark(peeling: Peeling, context: FieldContext): boolean {
  const flat = peeling.flat.slice(peeling.from, peeling.from + 80);
  const mark = LEADING_MARK.exec(flat);
  const word = LEADING_WORD.exec(flat);
  const match = mark ?? (word?.[1] && (word[1].startsWith('@') || typeOf(word[1])) ? word : undefined);
  const text = match?.[1] ?? match?.[2] ?? match?.[3];
  if (!match || !text) return false;
  const [start, end] = [peeling.from, peeling.from + match[0].length];
  const at = peeling.flat.indexOf(text, start);
  if (end >= peeling.to || !canCut(peeling, start, end) || !take(peeling, marksIn(peeling, at, at + text.length), context)) return false;
  peeling.from = end;
  return true;
}

/** Takes one mark off the end; false when nothing there is one. */
function peelEnd(peeling: Peeling, context: FieldContext): boolean {
  const end = withoutEnd(peeling.flat.slice(peeling.from, peeling.to), /[\s.;,]/).length + peeling.from;
  return (
    peelBracket(peeling, end, context) ||
    peelLink(peeling, end, context) ||
    peelDash(peeling, end, context) ||
    peelWord(peeling, end, context)
  );
}

function peelBracket(peeling: Peeling, end: number, context: FieldContext): boolean {
  const start = bracketStart(peeling.flat, peeling.from, end);
  if (start === undefined || !canCut(peeling, start, end)) return false;
  const marks = marksIn(peeling, start + 1, end - 1);
  if (!takeBracket(peeling, marks, context)) return false;
  peeling.to = start;
  return true;
}

function takeBracket(peeling: Peeling, marks: readonly Mark[], context: FieldContext): boolean {
  if (marks.length === 1) return !marks.some(isHalfLink) && take(peeling, marks, context);
  return (!marks.some(isHalfLink) && takeWhole(peeling, marks, context)) || takeParts(peeling, marks, context);
}

/** "Do it (@ana, P1, due 2026-12-01). It was asked for twice.": in the middle, only what cannot be a remark. */
function peelMiddle(peeling: Peeling, context: FieldContext): void {
  const { flat, from, to } = peeling;
  let count = 0;
  for (const { 0: bracket, index } of flat.matchAll(BRACKET)) {
    const end = index + bracket.length;
    if (++count > MOST_PEELS) return;
    if (index <= from || end >= to || !canCut(peeling, index, end)) continue;
    const marks = marksIn(peeling, index + 1, end - 1);
    const fields = readParts(marks, {}, context)?.fields ?? {};
    if (Object.keys(fields).length < (SENTENCE_END.test(flat.slice(end, end + 4)) ? 1 : 2)) continue;
    if (!takeBracket(peeling, marks, context)) continue;
    const start = flat.slice(0, index).trimEnd().length;
    const source = peeling.source.indexOf(bracket);
    peeling.children = [...slice(peeling.children, 0, start), ...slice(peeling.children, end)];
    peeling.flat = flat.slice(0, start) + flat.slice(end);
    peeling.source = source < 0 ? peeling.flat : peeling.source.slice(0, source).trimEnd() + peeling.source.slice(source + bracket.length);
    peeling.to -= end - start;
    return;
  }
}

/** "[issue](…)" at the end of the line is its ticket. */
function peelLink(peeling: Peeling, end: number, context: FieldContext): boolean {
  const link = linksIn(peeling.children).find((each) => each.end === end && each.start > peeling.from);
  if (!link || peeling.fields.ticket) return false;
  const text = peeling.flat.slice(link.start, link.end);
  const isTicket =
    /^(?:(?:github |gitlab |jira |tracking )?(?:issue|ticket|pr|task|bug|pull request)s?\b.{0,20}|#\d+|[A-Z][A-Z0-9]+-\d+|https?:\S*\/(?:issues?|browse|pull|merge_requests|tickets?)\/\S+)$/i.test(
      text,
    );
  if (!isTicket || !take(peeling, [{ text, href: link.href }], context)) return false;
  peeling.to = link.start;
  return true;
}

function peelWord(peeling: Peeling, end: number, context: FieldContext): boolean {
  const tail = peeling.flat.slice(Math.max(peeling.from, end - 80), end);
  const match = TRAILING_HANDLE.exec(tail) ?? TRAILING_DATE.exec(tail) ?? TRAILING_TICKET.exec(tail);
  if (!match?.[1] || match[0].length === end - peeling.from || !take(peeling, [{ text: match[1] }], context)) return false;
  peeling.to = end - match[0].length;
  return true;
}

/** "Do it – @ana, due 2026-12-01": after the last dash, where at least one mark cannot be prose; whom the archive knows is none. */
function peelDash(peeling: Peeling, end: number, context: FieldContext): boolean {
  const from = Math.max(peeling.from, end - LONGEST_BRACKET);
  const last = [...peeling.flat.slice(from, end).matchAll(DASH)].at(-1);
  if (!last) return false;
  const start = from + last.index;
  const marks = marksIn(peeling, start + last[0].length, end);
  if (start <= peeling.from || !canCut(peeling, start, end) || !marks.some((mark) => isStrong(mark, context))) return false;
  if (!take(peeling, marks, context)) return false;
  peeling.to = start;
  return true;
}

function isStrong({ text }: Mark, context: FieldContext): boolean {
  return STRONG_MARK.test(text) || context.names.person(text) !== undefined || (context.namesOwners === true && isBareDay(text, context));
}

/** Reads marks into the item; false, and nothing taken, where one is not understood or says again what is known. */
function take(peeling: Peeling, marks: readonly Value[], context: FieldContext): boolean {
  const reading = readMarks(marks, context);
  if (reading && 'problem' in reading) peeling.problems.push(reading.problem);
  return takeWhole(peeling, marks, context);
}

function takeWhole(peeling: Peeling, marks: readonly Value[], context: FieldContext): boolean {
  const reading = readMarks(marks, context);
  if (!reading || 'problem' in reading) return false;
  const known = peeling.fields;
  if (Object.keys(reading.fields).some((key) => key !== 'status' && Object.hasOwn(known, key))) return false;
  peeling.fields = { ...known, ...reading.fields };
  keepBeside(peeling, reading.others ?? []);
  return true;
}

/** "(carol, P1, 2026-12-01)": what nobody understands is no reason to overlook what stands beside it. It goes back to the title. */
function takeParts(peeling: Peeling, marks: readonly Mark[], context: FieldContext): boolean {
  const reading = readParts(marks, peeling.fields, context);
  if (!reading) return false;
  const { fields, left, others, problems } = reading;
  for (const problem of problems) if (!peeling.problems.includes(problem)) peeling.problems.push(problem);
  if (Object.keys(fields).length === 0) return false;
  peeling.fields = { ...peeling.fields, ...fields };
  keepBeside(peeling, others);
  if (left.length > 0) peeling.others.unshift(joined(left.map(({ start, end }) => slice(peeling.children, start, end))));
  return true;
}

/** Words that were understood and have no field go back to the title as they are written. */
function keepBeside(peeling: Peeling, others: readonly string[]): void {
  const [like] = peeling.children;
  if (like) peeling.others.unshift(...others.map((other) => [textLike(like, other)]));
}

function joined(runs: readonly Token[][]): Token[] {
  return runs.flatMap((run, index) => (index > 0 && run[0] ? [textLike(run[0], ', '), ...run] : run));
}

/** The text from one character to another, cut at its commas; a part that is a link keeps its address. */
function marksIn(peeling: Peeling, from: number, to: number): Mark[] {
  const marks: Mark[] = [];
  const links = linksIn(peeling.children);
  let position = from;
  // The comma of "February 3, 2024" parts nothing.
  for (const part of peeling.flat.slice(from, to).split(/[;·|]|,(?!\s\d{4}(?:\s*[,;)]|\s*$))/)) {
    const start = position + (part.length - part.trimStart().length);
    const text = part.trim();
    const link = links.find((each) => each.start >= start && each.end <= start + text.length);
    const place = { start, end: start + text.length };
    if (text !== '')
      marks.push(link ? { text, href: link.href, isWholeLink: link.end - link.start === text.length, ...place } : { text, ...place });
    position += part.length + 1;
  }
  return marks;
}

/** A cut may take whole links along, but not leave half of one. */
function canCut(peeling: Peeling, from: number, to: number): boolean {
  return linksIn(peeling.children).every((link) => link.end <= from || link.start >= to || (link.start >= from && link.end <= to));
}

/** Where the bracket that ends here begins. */
function bracketStart(flat: string, from: number, end: number): number | undefined {
  const close = flat[end - 1];
  const open = close === ')' ? '(' : close === ']' ? '[' : undefined;
  if (open === undefined) return undefined;
  let depth = 0;
  for (let index = end - 1; index > from && end - index <= LONGEST_BRACKET; index--) {
    if (flat[index] === close) depth++;
    else if (flat[index] === open && --depth === 0) return index;
  }
  return undefined;
}

function remaining({ children, flat, source, from, to }: Peeling): Words {
  const kept = withoutJoint(trimmed(slice(children, from, to)), to < flat.length);
  if (kept.length === 0) return { children, source, before: '', after: '' };
  if (from === 0 && to === flat.length) return { children: kept, source, before: '', after: '' };
  const end = flat.slice(0, to).trimEnd().length;
  // A blank is left where the box of a task stood; in the source there is none.
  return { children: kept, source, before: flat.slice(0, from).trimStart(), after: flat.slice(end) };
}

/** A dash or comma that led over to the marks has nothing to lead to any more. */
function withoutJoint(children: readonly Token[], isCut: boolean): readonly Token[] {
  const flat = isCut ? flatten(children) : '';
  const kept = withoutEnd(flat, /[-–—,;:]/);
  return kept === flat ? children : slice(children, 0, kept.trimEnd().length);
}
