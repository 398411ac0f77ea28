// A bracket of marks of which one is not understood, or says again what another has said: the others count all the same.
import type { ActionFields, FieldContext, FieldReading, Value } from './action-fields.ts';
import { readMarks } from './action-words.ts';

/** A mark, and the characters of the line it takes. */
export interface Mark extends Value {
  readonly start: number;
  readonly end: number;
  /** The link is all of it. */
  readonly isWholeLink?: boolean;
}

export interface PartsReading {
  readonly fields: ActionFields;
  /** What is understood and has no field of its own: a second owner behind an ampersand. */
  readonly others: readonly string[];
  /** What goes back to the title, as it is written. */
  readonly left: readonly Mark[];
  readonly problems: readonly string[];
}

interface Part {
  readonly mark: Mark;
  readonly reading: FieldReading | undefined;
}

/** No prose: a handle, a priority, a name of a field with its value. */
const CERTAIN = /^@|^P[0-9]$|^(?:due|by|until|deadline|owner|assignee|assigned to|ticket|done|completed|priority)\b[\s:=]+\S/i;
const PRIORITY = /\bP[0-9]\b/i;
const NAMED_LINK = /^[A-Za-z ]{1,24}[:=]/;
/** One word, or words that all begin with a capital letter. */
const BARE_NAME = /^\p{L}[\p{L}\p{N}_.-]{0,40}$|^\p{Lu}[\p{L}'’.-]{0,40}(?: \p{Lu}[\p{L}'’.-]{0,40}){1,2}$/u;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The parts that are understood; undefined for a bracket that may be prose, with the dates in it that cannot be. */
export function readParts(marks: readonly Mark[], known: ActionFields, context: FieldContext): PartsReading | undefined {
  const parts = joinReasons(marks, { ...context, isAmongMarks: true });
  if (!isOfMarks(parts, context)) return undefined;
  const repeated = repeatedFields(parts);
  const fields: ActionFields = {};
  const others: string[] = [];
  const left: Mark[] = [];
  const problems: string[] = [];
  for (const { mark, reading } of parts) {
    const isTaken = (key: string): boolean => key !== 'status' && (Object.hasOwn(known, key) || Object.hasOwn(fields, key));
    const isDoubtful = (key: string): boolean => isTaken(key) || repeated.has(key);
    if (reading && 'problem' in reading) problems.push(reading.problem);
    if (!reading || 'problem' in reading || Object.keys(reading.fields).some(isDoubtful)) left.push(mark);
    else {
      Object.assign(fields, reading.fields);
      others.push(...(reading.others ?? []));
    }
  }
  return { fields, others, left, problems };
}

/** Each part by itself; what follows a reason and is nothing else belongs to it. */
function joinReasons(marks: readonly Mark[], context: FieldContext): Part[] {
  const parts: Part[] = [];
  for (const mark of marks) {
    const last = parts.at(-1);
    const reading = isHalfLink(mark) ? undefined : readMarks([mark], context);
    const reason = last?.reading && 'fields' in last.reading ? last.reading.fields.reason : undefined;
    if (reading || !last || reason === undefined || mark.href !== undefined) parts.push({ mark, reading });
    else {
      const fields = { ...(last.reading as { fields: ActionFields }).fields, reason: `${reason}, ${mark.text}` };
      parts[parts.length - 1] = { mark: { ...last.mark, end: mark.end }, reading: { fields } };
    }
  }
  return parts;
}

/** "see the [chart](…)" is no ticket. */
export function isHalfLink({ text, href, isWholeLink }: Mark): boolean {
  return href !== undefined && !isWholeLink && !NAMED_LINK.test(text);
}

function isOfMarks(parts: readonly Part[], context: FieldContext): boolean {
  const unread = parts.filter(({ reading }) => reading === undefined);
  const isCertain = ({ mark }: Part): boolean =>
    context.names.ticketUrl(mark.text) !== undefined || (CERTAIN.test(mark.text) && readMarks([mark], context) !== undefined);
  // "P1, P2 and P3 alerts" are alerts.
  if (unread.some(({ mark }) => PRIORITY.test(mark.text))) return false;
  if (parts.some(isCertain)) return true;
  return parts.some(({ mark }) => DATE.test(mark.text)) && unread.every(({ mark }) => mark.href === undefined && BARE_NAME.test(mark.text));
}

/** Fields that two parts give: of two owners or tickets the first counts, of two dates or priorities neither does. */
function repeatedFields(parts: readonly Part[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { reading } of parts) {
    for (const key of reading && 'fields' in reading ? Object.keys(reading.fields) : []) {
      if (key === 'owner' || key === 'team' || key === 'ticket' || key === 'status' || key === 'reason') continue;
      if (seen.has(key)) repeated.add(key);
      seen.add(key);
    }
  }
  return repeated;
}
