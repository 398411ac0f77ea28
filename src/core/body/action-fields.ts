// The fields of an action item by the names people give them, in brackets, columns and sub-items, and what each accepts as a value.
import { ACTION_STATUSES, ACTION_TYPES, type ActionItem, type ActionStatus, type ActionType } from '../model/action-item.ts';
import type { Day } from '../model/timestamp.ts';
import type { KnownNames } from './context.ts';
import { readDate, resolveDate } from './when/date.ts';

export type FieldName = Exclude<keyof ActionItem, 'title' | 'place' | 'dueFrom'>;
export type ActionFields = { -readonly [K in FieldName]?: ActionItem[K] };

/** A value as written: its words, and where it leads if it is a link. */
export interface Value {
  readonly text: string;
  readonly href?: string;
}

export interface FieldContext {
  readonly names: KnownNames;
  /** For dates without a year. */
  readonly near?: Day;
  /** The item's box is ticked. */
  readonly isDone?: boolean;
  /** Read beside marks that are certain: what may be one is one. */
  readonly isAmongMarks?: true;
  /** Its list is in the habit of naming people at the ends of its items: days stand beside them. */
  readonly namesOwners?: true;
}

/** Understood, with what it says; or a date that cannot be. Undefined: not understood. */
export type FieldReading = { readonly fields: ActionFields; readonly others?: readonly string[] } | { readonly problem: string };

const NAMES: Readonly<Record<FieldName, RegExp>> = {
  id: /^(?:id|#|no|nr|number|ref|action id|ai)$/,
  owner: /^(?:owners?|who|assignees?|assigned(?: to)?|responsible(?: person)?|dri|lead|by whom|person|poc|contact)$/,
  team: /^(?:teams?|owning team|owner team|group|squad|department)$/,
  type: /^(?:types?|kind|category|class)$/,
  priority: /^(?:priority|prio|urgency|importance|p)$/,
  status: /^(?:status|state|progress)$/,
  created: /^(?:created|created on|opened|added|date created|creation date)$/,
  due: /^(?:due|due date|due by|deadline|by when|when|eta|target|target date|by|until|date|expected|due on)$/,
  completed:
    /^(?:completed|completed on|done|done on|resolved|finished|finished on|closed|closed on|completion date|date completed|done date)$/,
  ticket:
    /^(?:tickets?|bugs?|bug #|jira|issues?|tracking|tracker|links?|url|pr|prs|tracking (?:issue|bug|ticket)|ticket #|issue #|task|github issue)$/,
  doneWhen: /^(?:done when|done_when|definition of done|dod|acceptance criteria|success criteria)$/,
  evidence: /^(?:evidence|proof)$/,
  reason: /^(?:reason|because|why)$/,
};
const FIELDS = Object.entries(NAMES) as [FieldName, RegExp][];

const TYPE_WORDS: Readonly<Record<ActionType, RegExp>> = {
  prevent: /^(?:prevent|prevents|prevention|preventive|preventative|preventing)$/,
  mitigate: /^(?:mitigate|mitigates|mitigation|mitigating|mitigative)$/,
  detect: /^(?:detect|detects|detection|detective|monitoring|alerting|observability)$/,
  repair: /^(?:repair|repairs|fix|fixes|corrective|correction|cleanup|clean up)$/,
  investigate: /^(?:investigate|investigation|investigative|analysis|research)$/,
  process: /^(?:process|processes|procedure|training)$/,
  document: /^(?:document|documentation|docs|documenting|runbook)$/,
};

const STATUS_WORDS: Readonly<Record<ActionStatus, RegExp>> = {
  open: /^(?:open|opened|todo|to do|not started|new|planned|backlog|pending|no|outstanding|☐|⬜|🔲|\[ \])$/u,
  in_progress: /^(?:in progress|in_progress|in-progress|wip|started|ongoing|doing|in review|underway|under way|active)$/,
  blocked: /^(?:blocked|on hold|waiting|stalled)$/,
  done: /^(?:done|complete|completed|closed|finished|fixed|resolved|shipped|merged|deployed|implemented|yes|x|✓|✔|✅|☑|\[x\])\ufe0f?$/u,
  wont_do:
    /^(?:won'?t do|wont_do|won'?t fix|wontfix|cancelled|canceled|dropped|rejected|abandoned|not doing|not planned|declined|obsolete)$/,
};

/** What people write where they have nothing to write. */
const NOTHING = /^(?:|-+|–|—|\?+|n\/?a|none|tbd|tba|tbc|unassigned|nobody|no ?one|unknown|todo)$/i;
const URL = /^https?:\/\/\S+$/i;

/** The field that a header, or the word before a colon, stands for. */
export function fieldNamed(name: string): FieldName | undefined {
  const bare = name.toLowerCase().replace(/\s+/g, ' ').trim();
  return FIELDS.find(([, pattern]) => pattern.test(bare))?.[0];
}

export function typeOf(word: string): ActionType | undefined {
  const bare = word.toLowerCase().trim();
  return ACTION_TYPES.find((type) => TYPE_WORDS[type].test(bare));
}

export function statusOf(word: string): ActionStatus | undefined {
  const bare = word.toLowerCase().replace(/[’]/g, "'").trim();
  return ACTION_STATUSES.find((status) => STATUS_WORDS[status].test(bare));
}

/** Reads the value of one field. */
export function readField(name: FieldName, value: Value, context: FieldContext): FieldReading | undefined {
  const text = value.text.replace(/\s+/g, ' ').trim();
  if (NOTHING.test(text) && name !== 'status') return { fields: {} };
  switch (name) {
    case 'id':
      return text.length <= 40 ? { fields: { id: actionId(text) } } : undefined;
    case 'owner':
      return readOwner(text, context);
    case 'team':
      return { fields: { team: context.names.team(text) ?? text } };
    case 'type':
      return whole('type', typeOf(text));
    case 'priority':
      return text.length <= 20 ? { fields: { priority: priorityOf(text) } } : undefined;
    case 'status':
      return readStatus(text, context);
    case 'created':
    case 'due':
      return readDay(text, (day) => ({ [name]: day }), context);
    case 'completed':
      return readDay(text, (day) => ({ completed: day, status: 'done' }), context) ?? whole('status', statusOf(text));
    case 'ticket':
      return readTickets(value, context);
    default:
      return { fields: { [name]: value.href && name === 'evidence' ? value.href : text } };
  }
}

/** `P1` however it is typed; other words as they are. */
export function priorityOf(text: string): string {
  const number = /^p?\s?-?([0-9])$/i.exec(text)?.[1];
  return number === undefined ? text : `P${number}`;
}

/** `ai 3` is `AI-3`; other ids as they are. */
export function actionId(text: string): string {
  const number = /^(?:ai|action item|action)?[-_ #]*(\d{1,4})$/i.exec(text)?.[1];
  return number === undefined ? text : `AI-${Number(number)}`;
}

/** A ticket by its address or key; `undefined` for words that are neither. */
export function ticketOf({ text, href }: Value, names: KnownNames): ActionItem['ticket'] | undefined {
  if (text === '') return undefined;
  const url = href ?? (URL.test(text) ? text : names.ticketUrl(text));
  return url === undefined ? { text } : { text, url };
}

/** A day, `2026-12-01` or in words, that is the whole of a text. */
export function readDay(text: string, into: (day: Day) => ActionFields, { near }: FieldContext): FieldReading | undefined {
  const cursor = { text, position: 0 };
  const date = readDate(cursor);
  if (!date || cursor.position < text.trimEnd().length || (date.words.kind !== 'date' && date.words.kind !== 'numbers')) return undefined;
  const resolved = resolveDate(date.words, near === undefined ? {} : { near });
  if (!resolved) return undefined;
  return 'problem' in resolved ? { problem: `"${text}" is not a date: ${resolved.problem}` } : { fields: into(resolved.day) };
}

function readOwner(text: string, { names }: FieldContext): FieldReading {
  const team = names.person(text) === undefined ? names.team(text.replace(/^the /i, '').replace(/ team$/i, '')) : undefined;
  if (team !== undefined) return { fields: { team } };
  const [written = '', ...others] = text
    .split(/\s*(?:,|;|&|\/|\band\b)\s*|\s+(?=@)/)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== '@');
  const first = written.replace(/^@/, '');
  return { fields: { owner: names.person(first) ?? first }, ...(others.length > 0 && { others: [others.join(', ')] }) };
}

function readStatus(text: string, context: FieldContext): FieldReading | undefined {
  const status = statusOf(text);
  if (status) return { fields: { status } };
  if (NOTHING.test(text)) return { fields: {} };
  // `won't do: too dear`, `blocked (waits for the vendor)`
  const [, head = '', reason = ''] = /^([^:,(]{2,14}?)\s*[:,(]\s*([^)]+)\)?$/.exec(text) ?? [];
  const told = statusOf(head);
  if (told !== undefined && told !== 'done') return { fields: { status: told, reason } };
  // `done on 2026-01-02`, `waiting for the vendor`
  const [, first = '', more = ''] = /^(.{2,14}?)(?: on|:|,)?\s+\(?([^)]+)\)?$/.exec(text) ?? [];
  const word = statusOf(first);
  if (word === 'done') return readDay(more, (day) => ({ completed: day, status: 'done' }), context);
  return word && { fields: { status: word, reason: /^blocked/i.test(text) ? more : text } };
}

/** `IMG-311 DONE`, `n/a TODO`: how the form of the SRE book says it, in a column of bugs. */
const STATE_BEHIND = /(?:^|\s)(DONE|TODO|IN PROGRESS)$/;

function readTickets(value: Value, { names }: FieldContext): FieldReading | undefined {
  const state = STATE_BEHIND.exec(value.text.trim());
  const text = state ? value.text.trim().slice(0, state.index).trim() : value.text;
  const status = state?.[1] === undefined ? undefined : statusOf(state[1]);
  if (status && NOTHING.test(text)) return { fields: { status } };
  const parts = value.href === undefined ? text.split(/[,;]|\s(?=https?:)/).filter((part) => part.trim() !== '') : [text];
  const ticket = ticketOf({ ...value, text: parts[0]?.trim() ?? '' }, names);
  return ticket && { fields: { ticket, ...(status && { status }) }, ...(parts.length > 1 && { others: parts.slice(1) }) };
}

function whole<K extends FieldName>(name: K, value: ActionFields[K] | undefined): FieldReading | undefined {
  return value === undefined ? undefined : { fields: { [name]: value } };
}
