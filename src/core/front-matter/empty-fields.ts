// Fields left empty, as in a template: the same as fields left out.
import { isFields } from './is-fields.ts';

type Fields = Readonly<Record<string, unknown>>;

export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

/** The fields without those that are empty, at every depth; a name that is not known stays, to be told. Most files have none. */
export function withoutEmpty(fields: Fields, known: ReadonlySet<string>): Fields {
  if (!holdsEmpty(fields)) return fields;
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) if (!isEmpty(value) || !known.has(name)) kept[name] = inside(value, known);
  return kept;
}

function inside(value: unknown, known: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => inside(item, known));
  return isFields(value) ? withoutEmpty(value, known) : value;
}

function holdsEmpty(value: unknown): boolean {
  if (isEmpty(value)) return true;
  if (Array.isArray(value)) return value.some(holdsEmpty);
  return isFields(value) && Object.values(value).some(holdsEmpty);
}
