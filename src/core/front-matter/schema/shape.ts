// Which fields a schema knows, and where: for "did you mean" and "belongs under".
import { z } from 'zod';

type Path = readonly (string | number)[];

/** Names of the fields allowed in the group at `path`; none where there is no such group. */
export function fieldNamesAt(schema: z.core.$ZodType, path: Path): string[] {
  const [segment, ...rest] = path;
  const groups = unwrap(schema);
  if (segment === undefined) return groups.flatMap((group) => (group instanceof z.ZodObject ? Object.keys(group.shape) : []));
  return groups.flatMap((group) => {
    const inner = stepInto(group, segment);
    return inner === undefined ? [] : fieldNamesAt(inner, rest);
  });
}

function stepInto(schema: z.core.$ZodType, segment: string | number): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodObject) return Object.hasOwn(schema.shape, segment) ? schema.shape[segment] : undefined;
  if (schema instanceof z.ZodRecord) return schema.valueType;
  return schema instanceof z.ZodArray ? schema.element : undefined;
}

/** The fields that hold a list. */
export function listFields(schema: z.ZodObject): ReadonlySet<string> {
  const isList = (field: z.core.$ZodType): boolean => unwrap(field).some((kind) => kind instanceof z.ZodArray);
  return new Set(Object.keys(schema.shape).filter((name) => isList(schema.shape[name])));
}

/** For every field inside a field: its name, and the names of the fields it may stand in. */
export function innerFields(schema: z.ZodObject): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const parent of Object.keys(schema.shape)) {
    const names = new Set([...fieldNamesAt(schema, [parent]), ...fieldNamesAt(schema, [parent, 0])]);
    for (const name of names) found.set(name, [...(found.get(name) ?? []), parent]);
  }
  return found;
}

/** A schema without its wrappings: the kinds of value it takes. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional) return unwrap(schema.unwrap());
  if (schema instanceof z.ZodPipe) return unwrap(schema.in);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(unwrap);
  return [schema];
}
