// Reading values out of JSON of which nothing is certain: what is not as expected is absent.
import { isFields } from '../../../core/front-matter/is-fields.ts';

export type Json = Readonly<Record<string, unknown>>;

export function asRecord(value: unknown): Json {
  return isFields(value) ? value : {};
}

/** The value at a way through records: `at(incident, 'severity', 'name')`. */
export function at(value: unknown, ...way: readonly string[]): unknown {
  let current: unknown = value;
  for (const name of way) {
    if (!isFields(current) || !Object.hasOwn(current, name)) return undefined;
    current = current[name];
  }
  return current;
}

/** Text with something in it; numbers too. */
export function textAt(value: unknown, ...way: readonly string[]): string | undefined {
  const found = at(value, ...way);
  if (typeof found === 'number' && Number.isFinite(found)) return String(found);
  return typeof found === 'string' && found.trim() !== '' ? found.trim() : undefined;
}

export function listAt(value: unknown, ...way: readonly string[]): readonly unknown[] {
  const found = at(value, ...way);
  return Array.isArray(found) ? found : [];
}

/** RFC 3339 with seconds at most; other clocks' digits behind them are dropped, and whole zeros of seconds with them. */
export function timeAt(value: unknown, ...way: readonly string[]): string | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/.exec(textAt(value, ...way) ?? '');
  if (match === null) return undefined;
  const [, day, minute, second = '', offset = ''] = match;
  return `${day}T${minute}${second}${offset.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`;
}

/** The values under these names as `name: value`, for what has no place of its own. */
export function keptAt(value: unknown, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const text = textAt(value, name);
    return text === undefined ? [] : [`${name}: ${text}`];
  });
}

/** The names in a list of things that have one, under the first of these ways that leads to text. */
export function namesAt(list: readonly unknown[], ...ways: readonly (readonly string[])[]): string[] {
  const names = list.map((item) =>
    typeof item === 'string' ? item.trim() : ways.map((way) => textAt(item, ...way)).find((name) => name !== undefined),
  );
  return [...new Set(names.filter((name): name is string => name !== undefined && name !== ''))];
}
