// What `FIELD=VALUE` asks for: a field of the schema with a value the schema takes, or words about what is wrong with it.
import { actionId, fieldNamed, priorityOf } from '../body/action-fields.ts';
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
  for (const text of written) {
    const change = readChange(text);
    if ('problem' in change) return change;
    if (changes.some(({ field }) => field === change.field)) return { problem: `"${change.field}" is given twice.` };
    changes.push(change);
  }
  return changes;
}

function readChange(text: string): Change | BadChange {
  const sign = text.indexOf('=');
  if (sign < 1)
    return { problem: `"${text}" is not a change.`, hint: 'Write FIELD=VALUE, such as status=done; FIELD= takes the field out.' };
  const name = text.slice(0, sign).trim();
  const field = FIELD_KEYS.find((key) => key === name);
  if (field === undefined) return unknownField(name);
  const value = text.slice(sign + 1).trim();
  if (value !== '') return checkValue(field, value);
  if (field === 'title') return { problem: 'An action item cannot be without a title.' };
  if (field === 'id') return { problem: 'An id is not taken out: links to the item lead to it.', hint: 'Give it another one: id=AI-7.' };
  return { field };
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
  if (issue) return { problem: issue.message, ...(issue.hint !== undefined && { hint: issue.hint }) };
  const fault = field === 'evidence' && ADDRESS.test(value) ? urlFault(value) : undefined;
  if (fault) return { problem: `"evidence" ${fault.says}.`, ...(fault.hint !== undefined && { hint: fault.hint }) };
  return { field, value: inUsualSpelling(field, value) };
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
