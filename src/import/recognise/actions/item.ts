// One thing to do as its author wrote it: title, owner, day, ticket and state read off its line and the lines under it.
import { fieldNamed, priorityOf, statusOf } from '../../../core/body/action-fields.ts';
import { BARE_DAY, type Ending, marksAtEnd, OPEN_STATE } from '../../../core/body/line-end.ts';
import { isOneName } from '../../../core/body/list-owners.ts';
import type { ActionStatus } from '../../../core/model/action-item.ts';
import type { DraftAction } from '../../model.ts';
import type { Line } from '../layout/lines.ts';
import { looksLikeName } from '../people.ts';
import type { Calendar } from '../times/calendar.ts';
import { findMoments } from '../times/find.ts';

export interface RawItem {
  readonly line: Line;
  /** Lines that belong to it: fields, details, the rest of its sentence. */
  readonly below: readonly Line[];
  readonly status?: ActionStatus;
}

/** What an item is read with. */
export interface Known {
  readonly calendar: Calendar;
  /** Names, in lower case, that items of its list end with. */
  readonly owners?: ReadonlySet<string>;
}

type Fields = { -readonly [K in keyof DraftAction]?: DraftAction[K] };

/** `(/)` and `(x)` are the tick and the cross of Jira. */
const DONE_MARK = /^\s*(?:(?:✅|☑|✔|✓)\ufe0f?|\{\{done\}\}|\(\/\))\s*/iu;
const DONE_AFTER = /\s+(?:✅|☑|✔|✓)\ufe0f?\s*$/u;
const OPEN_MARK = /^\s*(?:(?:🔲|⬜|☐|◻|⏳|🚧)\ufe0f?|\(x\))\s*/u;
const DONE_WORDS =
  /\s*[([](?:done|completed?|accomplished|finished|fixed|resolved|implemented|merged|deployed|shipped|hecho|completad[oa]|fait|terminé|erledigt|umgesetzt|✅|✔|☑)[.!]?[)\]][.\s]*|\s+[–—-]\s+(?:done|completed|fait|hecho|completad[oa]|erledigt|umgesetzt)[.\s]*$|^(?:done|completed)\s*[:–—-]\s+/iu;
const DONE_LINE =
  /^(?:this|it|which)? ?(?:has been|was|is|have been)? ?(?:already )?(?:done|completed|implemented|fixed|merged|deployed)\b/i;
const OWNER =
  /[([]?\b(?:owner\s?:|who\s?:|assignee\s?:|assigned to|responsible\s?:|dri\s?:|action owner|responsable|propietario|asignado a|assigné à|verantwortlich|zuständig)(?![\p{L}])\s*[:=–-]?\s*(@?[\p{L}][\p{L}\p{N} @'’._-]{1,40}?)(?=\s*(?:[,;|)\]/]|\.\s|\.?$|\s[–—-]\s|\s(?:due|deadline|by|eta)\b))[)\]]?/iu;
/** "Rate limit for the form. Owner: Web team. Due: 2/9/2024." */
const FIELDS_BEHIND = /[\s.;,–—-]+(?=(?:who|when|owner|assignee|responsible|due(?: date)?|deadline|status|priority|ticket|jira)\s?:\s\S)/i;
const HANDLE = /(?:^|[\s([])(@[\p{L}\p{N}][\p{L}\p{N}_.-]{1,38})(?=$|[\s)\],:;.])/u;
const DUE =
  /[([]?\b(?:due(?: date| by| on)?|deadline|eta|target(?: date)?|by|until|before|completion date|fecha límite|fecha|plazo|para el|échéance|avant le|d['’]ici le|frist|fällig(?: am)?|bis(?: zum)?)\s*[:=–-]?\s*(?=[\p{L}\d])/giu;
const KEY = /(?<![\w/-])([A-Z][A-Z0-9]{1,9}-\d{1,6})(?![\w-])/;
const NUMBER = /(?:^|[\s([])(#\d{1,7})(?=$|[\s)\],.:])/;
const TICKET_URL =
  /^https?:\/\/\S*(?:\/(?:issues|issue|pull|pulls|browse|merge_requests|tickets?|work_?items?|story|-\/issues)\/|linear\.app|trello\.com|app\.asana|shortcut\.com)\S*/i;
/** Standards are written like keys: "an issue: UTF-8". */
const TICKET_AT_END =
  /(?<=\s)(?:[–—-]\s+)?(?:JIRA|[Jj]ira|[Tt]icket|TICKET|[Ii]ssue|[Bb]ug|[Tt]racking|[Tt]racked in|[Tt]racker)(?: (?:ticket|issue|id))?\s?:\s*((?!(?:UTF|ISO|SHA|TLS|HTTP|UTC|GMT|RFC)-)[A-Z][A-Z0-9]{1,9}-\d{1,6}|#\d{1,7})[.;,]?\s*$/;
const LONGEST_TICKET = 80;
const PRIORITY = /(?:^|[([\s])(P[0-4])(?=[)\]\s:,]|$)/;
const BRACKET_NAME = /\s*[([]([^()[\]]{2,40})[)\]]\s*[.]?\s*$/u;
const FIELD_LINE = /^([\p{L} #]{2,24}?)\s*[:=]\s*(\S.*)$/su;
const LONGEST_TITLE = 400;

export function itemOf(raw: RawItem, known: Known): DraftAction {
  const { calendar } = known;
  const fields: Fields = raw.status ? { status: raw.status } : {};
  let title = readMarks(raw.line, fields);
  const details: string[] = [];
  for (const line of raw.below) {
    const isField = readFieldLine(line, fields, calendar);
    for (const link of line.links) if (TICKET_URL.test(link)) fields.ticket ??= link;
    if (DONE_LINE.test(line.words)) fields.status = 'done';
    if (!isField) details.push(line.words);
  }
  title = readInline(peelMarks(cutFields(title, fields, calendar), fields, known), raw.line, fields, calendar);
  const [more] = details;
  const isOpen = /[:,]$|[^.!?)]$/.test(title) && raw.below[0]?.kind === 'text' && more !== undefined;
  const whole = isOpen || title.endsWith(':') ? [title, more ?? ''].join(' ').trim() : title;
  return { title: whole.slice(0, LONGEST_TITLE), ...fields };
}

function readMarks(line: Line, fields: Fields): string {
  let title = line.words.replace(/^\d{1,2}(?:\.\d{1,2}){1,2}\.?\s+/, '').replace(/^(?:AI|ACTION|ACT)[-_ #]?\d{1,4}\s*[:.)–—-]+\s+/, '');
  if (line.marker === 'done' || line.isStruck || DONE_MARK.test(title) || DONE_AFTER.test(title)) fields.status = 'done';
  else if (line.marker === 'task') fields.status ??= 'open';
  title = title.replace(DONE_MARK, '').replace(DONE_AFTER, '').replace(OPEN_MARK, '');
  if (DONE_WORDS.test(title)) {
    fields.status = 'done';
    title = title.replace(DONE_WORDS, ' ').trim();
  }
  return title.trim();
}

function readFieldLine(line: Line, fields: Fields, calendar: Calendar): boolean {
  const match = FIELD_LINE.exec(line.words);
  const name = match?.[1] && (fieldNamed(match[1]) ?? foreignField(match[1]));
  if (!match?.[2] || !name) return false;
  return putField(name, match[2], fields, calendar);
}

function foreignField(label: string): ReturnType<typeof fieldNamed> {
  const name = label.toLowerCase().trim();
  if (/^(?:responsable|propietario|dueño|pilote|porteur|verantwortlich(?:er)?|zuständig)$/.test(name)) return 'owner';
  if (/^(?:fecha|fecha límite|plazo|vence|échéance|date limite|frist|fällig|termin|bis)$/.test(name)) return 'due';
  return /^(?:estado|statut|état|zustand)$/.test(name) ? 'status' : undefined;
}

/** Writes one named value into an item; false where the value is not one of that field. */
export function putField(name: ReturnType<typeof fieldNamed>, value: string, fields: Fields, calendar: Calendar): boolean {
  const text = value.trim().replace(/\.$/, '');
  if (/^(?:(?:-+|–|—|\?+|n\/?a|none|tbd|tba|tbc|unassigned|nobody|unknown)?|to be (?:decided|determined|confirmed|assigned))$/i.test(text))
    return name !== undefined;
  switch (name) {
    case 'owner':
    case 'team':
      fields.owner ??= text.replace(/^@/, '');
      return text.length <= 60;
    case 'due':
      if (CLOSED.test(text)) fields.status = 'done';
      return CLOSED.test(text) || putDay(text, fields, calendar);
    case 'status': {
      const status = statusOf(text) ?? foreignStatus(text);
      if (status) fields.status = status;
      return status !== undefined;
    }
    case 'priority':
      if (text.length <= 20) fields.priority ??= priorityOf(text);
      return text.length <= 20;
    case 'ticket':
      if (/\b(?:done|closed|fixed|resolved)\b/i.test(text)) fields.status = 'done';
      if (text.length <= 200) fields.ticket ??= KEY.exec(text)?.[1] ?? text;
      return text.length <= 200;
    case 'completed':
      fields.status = 'done';
      return true;
    default:
      return false;
  }
}

function foreignStatus(text: string): ActionStatus | undefined {
  if (
    /^(?:hecho|completad[oa]|cerrad[oa]|terminad[oa]|fait|terminé|clos|erledigt|abgeschlossen|umgesetzt|fertig|done|complete)\b|✅|✔/iu.test(
      text,
    )
  )
    return 'done';
  if (/^(?:en curso|en progreso|en cours|in arbeit|laufend|in progress)\b/i.test(text)) return 'in_progress';
  return /^(?:pendiente|abiert[oa]|por hacer|à faire|ouvert|offen|geplant|open|not started|to do)\b/i.test(text) ? 'open' : undefined;
}

function putDay(text: string, fields: Fields, calendar: Calendar): boolean {
  const found = findMoments(text)[0];
  const day = found?.date && found.start <= 12 ? calendar.dayOf(found.date) : undefined;
  if (day) fields.due ??= day;
  return day !== undefined;
}

/** Takes brackets and endings off that hold nothing but marks: "(owner: Ana, due 1 June)", "- @ana - due 1 June". */
function peelMarks(written: string, fields: Fields, known: Known): string {
  let title = cutTicket(written, fields);
  for (let ending = marksAtEnd(title); ending; ending = marksAtEnd(title)) {
    const read: Fields = { ...fields };
    const unread = readEnding(ending, read, known);
    if (unread === undefined) return title;
    Object.assign(fields, read);
    title = cutTicket(ending.rest, fields);
    // A day that cannot be read stays where it can be seen.
    if (unread.length > 0) return `${title} (${unread.join(', ')})`;
  }
  return title;
}

/** The title without the fields that follow it on its line; as it is where one of them cannot be read. */
function cutFields(title: string, fields: Fields, calendar: Calendar): string {
  const start = title.search(FIELDS_BEHIND);
  if (start < 8) return title;
  const read: Fields = { ...fields };
  const isRead = title
    .slice(start)
    .split(new RegExp(FIELDS_BEHIND, 'gi'))
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .every((part) => {
      const [, label = '', value = ''] = FIELD_LINE.exec(part) ?? [];
      return value.length <= 60 && putField(fieldNamed(label), value, read, calendar);
    });
  if (!isRead) return title;
  Object.assign(fields, read);
  return title.slice(0, start);
}

/** "Lower the threshold JIRA: BUS-31": a label and a key at the end, with nothing that divides them from the words. */
function cutTicket(title: string, fields: Fields): string {
  const match = TICKET_AT_END.exec(title.slice(-LONGEST_TICKET));
  const rest = match ? title.slice(0, Math.max(0, title.length - LONGEST_TICKET) + match.index).trimEnd() : '';
  if (!match?.[1] || rest === '' || fields.ticket !== undefined) return title;
  fields.ticket = match[1];
  return rest;
}

/** The marks of an ending that are days and cannot be read; undefined where one of them is no mark, or none of them is read. */
function readEnding({ marks, isBracket }: Ending, fields: Fields, known: Known): readonly string[] | undefined {
  const hasDay = isBracket && marks.some(isDayMark);
  const unread = marks.filter((mark) => {
    if (hasDay && fields.owner === undefined && isOneName(mark)) return !putField('owner', mark, fields, known.calendar);
    if (hasDay && BARE_DAY.test(mark) && marks.some(isOneName)) return !putDay(mark, fields, known.calendar);
    return !readMark(mark, fields, known, isBracket);
  });
  return unread.length < marks.length && unread.every(isDayMark) ? unread : undefined;
}

/** "by 9/1/2023", "31 mai 2024": whether the calendar can place it or not. */
function isDayMark(mark: string): boolean {
  const words = mark.replace(DAY_LABEL, '');
  return BARE_DAY.test(words) || NUMERIC_DAY.test(words);
}

const DAY_LABEL = /^(?:due(?: by| on)?|by|deadline|eta|until|para el|avant le|bis(?: zum)?)\s*:?\s+/i;
const NUMERIC_DAY = /^\d{1,2}([/.-])\d{1,2}(?:\1\d{2}(?:\d{2})?)?$/;
const CLOSED = /^(?:done|completed|closed|fixed|finished|resolved|merged|deployed|hecho|completad[oa]|fait|terminé|erledigt)\b.{0,30}$/i;

function readMark(mark: string, fields: Fields, { calendar, owners }: Known, isBracket: boolean): boolean {
  const named = FIELD_LINE.exec(mark);
  const name = named?.[1] && (fieldNamed(named[1]) ?? foreignField(named[1]));
  if (named?.[2] && name) return putField(name, named[2], fields, calendar);
  if (/^@[\p{L}\p{N}_.-]{1,40}$/u.test(mark)) return putField('owner', mark, fields, calendar);
  const due = mark.replace(DAY_LABEL, '');
  if (due !== mark && due.length >= 3 && due.length <= 40) return putDay(due, fields, calendar);
  if (/^P[0-4]$/.test(mark)) return putField('priority', mark, fields, calendar);
  const assigned = /^(?:assigned to|owned by|owner|assignee)\s+(\S.{1,40})$/i.exec(mark)?.[1];
  if (assigned) return putField('owner', assigned, fields, calendar);
  if (owners?.has(mark.toLowerCase()) && fields.owner === undefined) return putField('owner', mark, fields, calendar);
  if (fields.owner !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(mark)) return putDay(mark, fields, calendar);
  const isHabit = (owners?.size ?? 0) > 0;
  if (isHabit && BARE_DAY.test(mark)) return putDay(mark, fields, calendar);
  if (isHabit && OPEN_STATE.test(mark)) return putField('status', mark, fields, calendar);
  if (!isBracket && !isHabit) return false;
  if (CLOSED.test(mark)) {
    fields.status = 'done';
    return true;
  }
  const isTicket = /^(?:[A-Z][A-Z0-9]{1,9}-\d{1,6}|#\d{1,7})$/.test(mark) || TICKET_URL.test(mark);
  return isTicket
    ? putField('ticket', mark, fields, calendar)
    : isBracket && looksLikeName(mark) && putField('owner', mark, fields, calendar);
}

/** Owner, day, ticket and priority within the line. What stands in the sentence itself stays there. */
function readInline(written: string, line: Line, fields: Fields, calendar: Calendar): string {
  let title = written;
  const owner = OWNER.exec(title);
  if (owner?.[1] && !fields.owner) {
    fields.owner = owner[1].replace(/^@/, '').trim();
    title = cut(title, owner.index, owner[0].length);
  }
  const handle = fields.owner ? null : HANDLE.exec(title);
  if (handle?.[1]) fields.owner = handle[1].slice(1);
  for (const due of title.matchAll(DUE)) {
    const rest = title.slice(due.index + due[0].length, due.index + due[0].length + 40);
    if (!fields.due && putDay(rest, fields, calendar)) break;
  }
  const named = BRACKET_NAME.exec(title);
  if (named?.[1] && !fields.owner && looksLikeName(named[1])) {
    fields.owner = named[1];
    title = cut(title, named.index, named[0].length);
  }
  const addresses = [...line.links, ...(title.match(/https?:\/\/[^\s)\]>]+/g) ?? [])];
  const link = addresses.find((each) => TICKET_URL.test(each));
  const ticket = link ?? KEY.exec(title)?.[1] ?? NUMBER.exec(title)?.[1];
  if (ticket) fields.ticket ??= ticket;
  const priority = PRIORITY.exec(title)?.[1];
  if (priority) fields.priority ??= priority;
  return title.trim();
}

function cut(text: string, start: number, length: number): string {
  return `${text.slice(0, start).replace(/[\s([,;|–—-]+$/, '')} ${text.slice(start + length).replace(/^[\s)\],;]+/, '')}`.trim();
}
