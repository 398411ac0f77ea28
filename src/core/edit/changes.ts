// What `FIELD=VALUE` asks for: a field of the schema with a value the schema takes, or words about what is wrong with it.
import { actionId, fieldNamed, priorityOf, statusOf } from '../body/action-fields.ts';
import { sayIssues } from '../front-matter/messages.ts';
import { actionItem } from '../front-matter/schema/action-item.ts';
import { urlFault } from '../front-matter/schema/text-faults.ts';
import { FIELD_SYNONYMS } from '../front-matter/synonyms.ts';
import { closest } from '../text/closest.ts';

/** As files and the command line name it. */
export type FieldKey = keyof typeof actionItem.shape;

export const FIELD_KEYS = Object.keys(actionItem.shape) as FieldKey[];

/** A field and its new value; without one, the field is taken out. */
export interface Change {
  readonly field: FieldKey;
  readonly value?: string;
}

/** What is wrong with the words of a change, before any file is looked at. */
export interface BadChange {
  readonly problem: string;
  readonly hint?: string;
}

const optional = actionItem.partial();

/** Reads `status=done`, `completed=2026-11-22`, `reason=`. */
export function readChanges(written: readonly string[]): readonly Change[] | BadChange {
  const changes: Change[] = [];
  for (const [at, text] of written.entries()) {
    const change = text.includes('=', 1) ? readChange(text) : notAChange(text, written[at + 1]);
    if ('problem' in change) return change;
    if (changes.some(({ field }) => field === change.field)) return { problem: `"${change.field}" is given twice.` };
    changes.push(change);
  }
  return changes;
}

function readChange(text: string): Change | BadChange {
  const sign = text.indexOf('=', 1);
  const name = text.slice(0, sign).trim();
  const field = FIELD_KEYS.find((key) => key === name);
  if (field === undefined) return unknownField(name);
  const value = text.slice(sign + 1).trim();
  if (value !== '') return checkValue(field, value);
  if (field === 'title') return { problem: 'An action item cannot be without a title.' };
  if (field === 'id') return { problem: 'An id is not taken out: links to the item lead to it.', hint: 'Give it another one: id=AI-7.' };
  return { field };
}

/** `status done` and `done` say what is meant, and only not as a change is written. */
function notAChange(text: string, next: string | undefined): BadChange {
  const field = FIELD_KEYS.find((key) => key === text);
  const status = statusOf(text);
  const value = field !== undefined && next !== undefined && !next.includes('=') ? next : undefined;
  const meant = value !== undefined ? `${text}=${/\s/.test(value) ? `"${value}"` : value}` : status && `status=${status}`;
  const hint = meant === undefined ? 'Write FIELD=VALUE, such as status=done; FIELD= takes the field out.' : `Did you mean ${meant}?`;
  return { problem: `"${text}" is not a change.`, hint };
}

function unknownField(name: string): BadChange {
  const other = fieldNamed(name.replaceAll('_', ' '));
  const named = other === 'doneWhen' ? 'done_when' : other;
  const meant = closest(name, FIELD_KEYS) ?? named ?? FIELD_SYNONYMS.get(name)?.find((field) => FIELD_KEYS.some((key) => key === field));
  const hint = meant === undefined ? `Fields are: ${FIELD_KEYS.join(', ')}.` : `Did you mean "${meant}"?`;
  return { problem: `"${name}" is not a field of an action item.`, hint };
}

function checkValue(field: FieldKey, value: string): Change | BadChange {
  const parsed = optional.safeParse({ [field]: value }, { reportInput: true });
  const dialect = { schema: actionItem, synonyms: FIELD_SYNONYMS, unknownHint: '' };
  const [issue] = parsed.success ? [] : sayIssues(parsed.error.issues, dialect);
  if (issue) {
    const hint = hasAnotherChange(value) ? 'Write each change as a word of its own: status=done completed=2026-11-22.' : issue.hint;
    return { problem: issue.message, ...(hint !== undefined && { hint }) };
  }
  const fault = field === 'evidence' && ADDRESS.test(value) ? urlFault(value) : undefined;
  if (fault) return { problem: `"evidence" ${fault.says}.`, ...(fault.hint !== undefined && { hint: fault.hint }) };
  return { field, value: inUsualSpelling(field, value) };
}

/** `done,completed=2026-11-22` */
function hasAnotherChange(value: string): boolean {
  const name = /[,;]\s*([a-z_]+)=/.exec(value)?.[1];
  return FIELD_KEYS.some((key) => key === name);
}

/** One word that begins as an address does. */
const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:\/\/|javascript:|data:|vbscript:|file:|mailto:)\S*$/i;

function inUsualSpelling(field: FieldKey, value: string): string {
  switch (field) {
    case 'id':
      return actionId(value);
    case 'priority':
      return priorityOf(value);
    case 'owner':
      return value.replace(/^@/, '');
    default:
      return value;
  }
}
