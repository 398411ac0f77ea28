// Numbers where text is wanted: `severity: 2`, `tags: [404]`, `id: 007`.
import type { z } from 'zod';

type Fields = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

/** The fields with such numbers as their author wrote them, which no number remembers; the same fields where there are none. */
export function numbersAsText(fields: Fields, issues: readonly z.core.$ZodIssue[], written: (path: Path) => string | undefined): Fields {
  const texts = issues.flatMap((issue) => {
    if (issue.code !== 'invalid_type' || issue.expected !== 'string' || typeof issue.input !== 'number') return [];
    const path = issue.path as Path;
    const text = written(path);
    return text === undefined ? [] : [{ path, text }];
  });
  return texts.reduce<Fields>((changed, { path, text }) => replaceAt(changed, path, text) as Fields, fields);
}

function replaceAt(value: unknown, [segment, ...rest]: Path, text: string): unknown {
  if (segment === undefined) return text;
  if (Array.isArray(value)) return value.map((item: unknown, index) => (index === segment ? replaceAt(item, rest, text) : item));
  const fields = value as Fields;
  return { ...fields, [segment]: replaceAt(fields[segment], rest, text) };
}
