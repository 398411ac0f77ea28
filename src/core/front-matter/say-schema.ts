// Kinds of values and examples in words, for the documentation of fields.

/** The part of JSON Schema that our schemas use. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema | false;
  readonly prefixItems?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly required?: readonly string[];
}

/** What may stand behind a field's name: `list of text`, `open`, `done`. */
export function sayKind(schema: JsonSchema): string {
  if (schema.anyOf) return schema.anyOf.map(sayKind).join(', or ');
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(', ');
  if (typeof schema.type !== 'string') return (schema.type ?? []).map((type) => sayKind({ type })).join(', or ');
  switch (schema.type) {
    case 'array':
      return schema.prefixItems ? `${schema.prefixItems.length} values in brackets` : sayList(schema.items || {});
    case 'object':
      return typeof schema.additionalProperties === 'object'
        ? `names, each with ${sayKind(schema.additionalProperties)}`
        : sayFields(schema);
    case 'boolean':
      return '`true` or `false`';
    case 'string':
      return sayText(schema);
    default:
      return schema.type;
  }
}

function sayText({ format, pattern }: JsonSchema): string {
  if (format === 'uri') return 'URL';
  if (format === 'date') return 'day';
  if (pattern?.startsWith('^\\d{4}')) return 'time or day';
  return pattern === undefined ? 'text' : 'id';
}

function sayList(items: JsonSchema): string {
  if (items.enum) return `list of ${sayKind(items)}`;
  const plural = { id: 'ids', URL: 'URLs' }[sayKind(items)];
  return `list of ${plural ?? sayKind(items)}`;
}

/** Longer groups have a table of their own. */
function sayFields({ properties = {} }: JsonSchema): string {
  const names = Object.keys(properties);
  return names.length > 3 ? 'fields (below)' : `fields: ${names.map((name) => `\`${name}\``).join(', ')}`;
}

/** A value as YAML in one line. */
export function sayExample(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sayExample).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([name, inner]) => `${name}: ${sayExample(inner)}`)
      .join(', ')} }`;
  const text = String(value);
  return typeof value === 'string' && /[,[\]{}]|: |^[^A-Za-z0-9]/.test(text) ? `'${text.replaceAll("'", "''")}'` : text;
}
