// Values that stand in one list twice.
import { isFields } from './is-fields.ts';

type Path = readonly (string | number)[];

/** Paths of the repetitions, in the lists of fields and of their groups. */
export function findRepeated(fields: Readonly<Record<string, unknown>>, above: Path = []): Path[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const path = [...above, name];
    if (Array.isArray(value)) return repetitions(value).map((index) => [...path, index]);
    return above.length === 0 && isFields(value) ? findRepeated(value, path) : [];
  });
}

function repetitions(values: readonly unknown[]): number[] {
  if (values.length < 2) return [];
  const seen = new Set<string>();
  const found: number[] = [];
  for (const [index, value] of values.entries()) {
    if (typeof value !== 'string') continue;
    const text = value.trim();
    if (seen.has(text)) found.push(index);
    seen.add(text);
  }
  return found;
}
