// The short marks in brackets behind an action item: `(@ana, P1, due 2026-12-01, PAY-812)`. Each rule understands one kind of mark.
import type { ActionFields, FieldContext, FieldReading, Value } from './action-fields.ts';
import { actionId, fieldNamed, priorityOf, readDay, readField, statusOf, ticketOf, typeOf } from './action-fields.ts';
import { BARE_DAY } from './line-end.ts';

type MarkRule = (mark: Value, context: FieldContext) => FieldReading | undefined;

const HANDLES = /^@[\p{L}\p{N}_][\p{L}\p{N}_.-]*(?:(?:\s+|\s*[/&]\s*|\s+and\s+)@[\p{L}\p{N}_][\p{L}\p{N}_.-]*)*$/u;
const OWNER_AND_TEAM = /^(@[\p{L}\p{N}_][\p{L}\p{N}_.-]*)\s*\/\s*([\p{L}\p{N}_][\p{L}\p{N}_. -]{0,60})$/u;
const PRIORITY = /^(?:p[0-9]|(?:critical|urgent|highest|high|medium|normal|low|lowest)(?: prio(?:rity)?)?)$/i;
const DUE = /^(?:due|deadline|by|until|before|eta|target)(?: date)?(?: by| on)?:?\s+(.+)$/i;
const COMPLETED = /^(?:done|completed|finished|closed|fixed|shipped|merged|✅)(?: on| in)?:?\s+(.+)$/iu;
const CREATED = /^(?:created|opened|added)(?: on)?:?\s+(.+)$/i;
const BLOCKED = /^(?:(?:blocked|on hold)\b[:\s]\s*(.+)|(waiting .+))$/i;
const DROPPED = /^(?:won['’]?t[ _-]?(?:do|fix)|dropped|cancelled|canceled|rejected|abandoned|not doing)\b[:\s-]\s*(.+)$/i;
/** Standards are numbered like tickets. */
const STANDARD = /^(?:UTF|SHA|ISO|AES|RFC|CVE|TLS|HTTP|IPV|COVID|MD|RSA|CWE)-/;
const TICKET = /^(?:[A-Z][A-Z0-9]{1,9}-\d{1,7}|(?:[\w.-]{1,60}\/[\w.-]{1,60})?#\d{1,7})$/;
const URL = /^https?:\/\/\S+$/i;
const OWN_ID = /^(?:AI|ACTION)[-_ #]?\d{1,4}$/i;
const TEAM = /^(?:team[ :]\s*(.+)|(.+) team)$/i;
/** "owner ana", with a handle or a name; a word in small letters that nobody knows may be a verb. */
const OWNED = /^(?:owners?|assignee|assigned to|dri)\s+(@?[\p{L}\p{N}_.-]{1,60}(?: [\p{L}\p{N}_.-]{1,60}){0,2})$/u;
const NAMED = /^([A-Za-z_ #]{1,24}?)\s*[:=]\s*(.+)$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** In order: the first that understands a mark has it. */
const RULES: readonly MarkRule[] = [
  readOwnerAndTeam,
  ({ text }, context) => (HANDLES.test(text) ? readField('owner', { text }, context) : undefined),
  ({ text }) => (PRIORITY.test(text) ? { fields: { priority: priorityOf(text.replace(/ prio(?:rity)?$/i, '')) } } : undefined),
  readOwned,
  dated(DUE, 'due'),
  dated(COMPLETED, 'completed'),
  dated(CREATED, 'created'),
  because(BLOCKED, 'blocked'),
  because(DROPPED, 'wont_do'),
  ({ text }) => found('status', statusOf(text)),
  ({ text }) => found('type', typeOf(text)),
  ({ text }, { names }) => (OWN_ID.test(text) && !names.ticketUrl(text) ? { fields: { id: actionId(text) } } : undefined),
  // "evidence: https://…" is no ticket.
  (mark, context) => (mark.href === undefined ? undefined : readNamed(mark, context)),
  (mark, { names }) => {
    if (mark.href === undefined && (!TICKET.test(mark.text) || STANDARD.test(mark.text)) && !URL.test(mark.text)) return undefined;
    return found('ticket', ticketOf(mark, names));
  },
  readTeam,
  ({ text }, { names }) => found('owner', names.person(text)),
  ({ text }, { names }) => found('team', names.team(text)),
  readNamed,
  // A day on its own is when it is due; of a finished item, when it was finished (see `settle`).
  ({ text }, context) => (isBareDay(text, context) ? readDay(text, (due) => ({ due }), context) : undefined),
];

/** "31 mai 2024" beside a name; elsewhere only a date as programs write it is certain to be one. */
export function isBareDay(text: string, { namesOwners }: FieldContext): boolean {
  return DATE.test(text) || (namesOwners === true && BARE_DAY.test(text));
}

/** Reads all marks of a bracket; undefined unless every one is understood. */
export function readMarks(marks: readonly Value[], context: FieldContext): FieldReading | undefined {
  const fields: ActionFields = {};
  const others: string[] = [];
  for (const mark of marks) {
    const reading = readMark(mark, context) ?? restOfReason(mark, fields);
    if (!reading || 'problem' in reading) return reading;
    // A second owner, date or ticket is not the same mark again.
    if (Object.keys(reading.fields).some((key) => key !== 'reason' && key !== 'status' && Object.hasOwn(fields, key))) return undefined;
    Object.assign(fields, reading.fields);
    others.push(...(reading.others ?? []));
  }
  return { fields: settle(fields, marks, context), others };
}

function readMark(mark: Value, context: FieldContext): FieldReading | undefined {
  for (const rule of RULES) {
    const reading = rule(mark, context);
    if (reading) return reading;
  }
  return undefined;
}

/** `@ana/payments`; what is no team we know goes back to the title. */
function readOwnerAndTeam({ text }: Value, context: FieldContext): FieldReading | undefined {
  const [, handle, second] = OWNER_AND_TEAM.exec(text) ?? [];
  const owner = handle && readField('owner', { text: handle }, context);
  if (!owner || !second || !('fields' in owner)) return undefined;
  const team = owner.fields.team === undefined ? context.names.team(second) : undefined;
  return team === undefined ? { fields: owner.fields, others: [second] } : { fields: { ...owner.fields, team } };
}

function readOwned({ text }: Value, context: FieldContext): FieldReading | undefined {
  const name = OWNED.exec(text)?.[1];
  if (name === undefined) return undefined;
  const isName =
    context.isAmongMarks || /^@|^\p{Lu}/u.test(name) || context.names.person(name) !== undefined || context.names.team(name) !== undefined;
  return isName ? readField('owner', { text: name }, context) : undefined;
}

function dated(pattern: RegExp, name: 'due' | 'completed' | 'created'): MarkRule {
  return ({ text }, context) => {
    const day = pattern.exec(text)?.[1];
    return day === undefined ? undefined : readField(name, { text: day }, context);
  };
}

function because(pattern: RegExp, status: 'blocked' | 'wont_do'): MarkRule {
  return ({ text }) => {
    const match = pattern.exec(text);
    const reason = (match?.[1] ?? match?.[2])?.trim();
    return reason === undefined ? undefined : { fields: { status, reason } };
  };
}

function readTeam({ text }: Value, context: FieldContext): FieldReading | undefined {
  const match = TEAM.exec(text);
  const name = match?.[1] ?? match?.[2];
  if (name === undefined) return undefined;
  const known = context.names.team(name);
  // "the whole team" is nobody's name.
  return known === undefined && match?.[1] === undefined ? undefined : readField('team', { text: known ?? name }, context);
}

function readNamed(mark: Value, context: FieldContext): FieldReading | undefined {
  const match = NAMED.exec(mark.text);
  const name = match?.[1] && fieldNamed(match[1]);
  return name && match[2] ? readField(name, { ...mark, text: match[2] }, context) : undefined;
}

/** "blocked: waits for the vendor, who is slow" was cut at its comma. */
function restOfReason(mark: Value, fields: ActionFields): FieldReading | undefined {
  return fields.reason === undefined || mark.href !== undefined ? undefined : { fields: { reason: `${fields.reason}, ${mark.text}` } };
}

function settle(fields: ActionFields, marks: readonly Value[], { isDone }: FieldContext): ActionFields {
  if (!(isDone || fields.status === 'done') || fields.completed !== undefined || !marks.some((mark) => mark.text === fields.due))
    return fields;
  const { due, ...others } = fields;
  return due === undefined ? fields : { ...others, completed: due };
}

function found<K extends keyof ActionFields>(name: K, value: ActionFields[K] | undefined): FieldReading | undefined {
  return value === undefined ? undefined : { fields: { [name]: value } };
}
