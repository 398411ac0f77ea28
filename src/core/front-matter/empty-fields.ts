// Fields left empty, as in a template: the same as fields left out.

type Fields = Readonly<Record<string, unknown>>;

export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

/** The fields without those that are empty, at every depth; a name that is not known stays, to be told. */
export function withoutEmpty(fields: Fields, known: ReadonlySet<string>): Fields {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) if (!isEmpty(value) || !known.has(name)) kept[name] = inside(value, known);
  return kept;
}

function inside(value: unknown, known: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => inside(item, known));
  return typeof value === 'object' && value !== null ? withoutEmpty(value as Fields, known) : value;
}
